"""Which texts an edit is about."""

from __future__ import annotations

from pathlib import Path

import pytest
from watchdog.events import DirModifiedEvent, FileModifiedEvent, FileMovedEvent

from postil.mkdocs.changes import Changes
from postil.mkdocs.edited import edited_texts
from postil.model.settings import Settings
from postil.read.library import read_library

FILES = {
    "content/a.md": "# A\n",
    "content/b/index.md": "# B\n",
    "content/b/picture.png": "",
    "annotations/a.yml": "",
    "annotations/b/one.yml": "",
    "annotations/links.json": "[]",
    "annotations/loose.txt": "",
    "docs/index.md": "# Home\n",
}

# A path, and the text that it is about; None where everything is.
PATHS: dict[str, str | None] = {
    "content/a.md": "a",
    "content/b/index.md": "b",
    "annotations/a.yml": "a",
    "annotations/a.yaml": "a",
    "annotations/b/one.yml": "b",
    "annotations/b/gone.yml": "b",
    "annotations/b/one.yml~": "b",
    # What editors make and take away, and what is hidden.
    "content/a.md~": "",
    "content/4913": "",
    "content/.a.md.swp": "",
    "annotations/.b/one.yml": "",
    "annotations/b/.one.yml": "",
    # New texts, pictures, what is shared, what is said to be wrong, and everything else.
    "content/c.md": None,
    "content/b/picture.png": None,
    "annotations/c.yml": None,
    "annotations/sources.yml": None,
    "annotations/contributors.yml": None,
    "annotations/sources/one.bib": None,
    "annotations/links.json": None,
    "annotations/loose.txt": None,
    "annotations/b/deep/one.yml": None,
    "docs/index.md": None,
    "docs/.pages": None,
    "mkdocs.yml": None,
    "../elsewhere.md": None,
}


@pytest.fixture
def root(tmp_path: Path) -> Path:
    for path, content in FILES.items():
        (tmp_path / path).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / path).write_text(content, encoding="utf-8")
    return tmp_path


def edited(root: Path, *paths: str) -> list[str] | None:
    settings = Settings()
    library = read_library(root, settings)
    found = {root.parent / path[3:] if path.startswith("../") else root / path for path in paths}
    return edited_texts(found, root, settings, library)


@pytest.mark.parametrize(("path", "slug"), PATHS.items())
def test_a_path_is_about_a_text_or_about_everything(
    root: Path, path: str, slug: str | None
) -> None:
    expected = None if slug is None else [slug] if slug else []
    assert edited(root, path) == expected


def test_one_path_about_everything_is_enough(root: Path) -> None:
    assert sorted(edited(root, "content/a.md", "annotations/b/one.yml") or []) == ["a", "b"]
    assert edited(root, "content/a.md", "docs/index.md") is None


def test_changes_are_given_once(root: Path) -> None:
    changes = Changes()
    changes.dispatch(FileModifiedEvent(str(root / "one")))
    changes.dispatch(FileModifiedEvent(str(root / "one")))
    changes.dispatch(FileMovedEvent(str(root / "two"), str(root / "three")))
    changes.dispatch(DirModifiedEvent(str(root)))
    assert changes.take() == {root / "one", root / "two", root / "three"}
    assert changes.take() == set()
