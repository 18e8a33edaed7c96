"""What a build reads of notes is taken from the last one where nobody changed their files."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import Any

import pytest

from postil.kept import Kept
from postil.mkdocs.keeping import keep_read, kept_reading
from postil.model.library import Library
from postil.model.limits import Limits
from postil.model.settings import Settings
from postil.read.library import read_library, read_library_as, read_site

NOTE = "id: a-note\nkind: context\ntitle: A note\ntarget: words\ncitations: [a-source]\n"
FILES = {
    "content/one.md": "---\ntitle: One\n---\nSome words.\n",
    "content/two.md": "---\ntitle: Two\n---\nSome words.\n",
    "annotations/one.yml": NOTE,
    "annotations/two/a.yml": NOTE,
    "annotations/two/b.yml": NOTE.replace("a-note", "b-note"),
    "annotations/sources.yml": "- {id: a-source, type: book, title: A}\n",
}


class Reading:
    """Reads the library of a folder, and notes how many texts' notes were read anew."""

    def __init__(self, root: Path) -> None:
        self.root, self.read = root, 0
        self.kept = Kept(root / "kept", b"s" * 32)
        for path, content in FILES.items():
            self.write(path, content)

    def write(self, path: str, content: str) -> None:
        (self.root / path).parent.mkdir(parents=True, exist_ok=True)
        (self.root / path).write_text(content, encoding="utf-8")

    def library(self, settings: Settings = Settings()) -> Library:  # noqa: B008 - it is immutable
        def share(work: Any, items: Sequence[Any], /) -> Iterable[Any]:
            self.read = len(items)
            return map(work, items)

        keep = keep_read(self.kept)
        found = read_site(kept_reading(share, self.kept), self.root, settings, keep).library
        assert found == read_library(self.root, settings)
        return found


@pytest.fixture
def reading(tmp_path: Path) -> Reading:
    return Reading(tmp_path)


@pytest.mark.parametrize(
    ("path", "content", "read"),
    [
        ("annotations/two/b.yml", NOTE.replace("a-note", "c-note"), 1),
        ("annotations/two/b.yml", "id: [", 1),
        ("annotations/two/c.yml", NOTE, 1),
        ("content/two.md", "---\ntitle: Two\n---\nOther words.\n", 0),
        ("annotations/sources.yml", "- {id: a-source, type: book, title: B}\n", 0),
        # Notes may name it.
        ("annotations/sources.yml", "- {id: b-source, type: book, title: B}\n", 2),
    ],
)
def test_only_what_changed_is_read(reading: Reading, path: str, content: str, read: int) -> None:
    reading.library()
    assert reading.read == 2
    reading.library()
    assert reading.read == 0
    reading.write(path, content)
    reading.library()
    assert reading.read == read


def test_what_a_site_allows_counts(reading: Reading) -> None:
    reading.library()
    found = reading.library(Settings(limits=Limits(notes=1)))
    assert reading.read == 2
    assert [one.code for one in found.diagnostics] == ["notes-more"]


def test_texts_are_read_as_the_site_trusts_them(reading: Reading) -> None:
    reading.write("content/two.md", "---\ntitle: Two\nicon: a\n---\nSome words.\n")
    for trusted in ((), ("two",), ()):
        found = reading.library(Settings(trusted=trusted))
        assert [one.slug for one in found.texts.values() if one.trusted] == list(trusted)


def test_what_is_wrong_with_texts_and_sources_is_said_again(reading: Reading) -> None:
    reading.write("content/two.md", "Some words.\n")
    reading.write("annotations/sources.yml", "- {id: a-source, type: book}\n- {id: [}\n")
    first, again = reading.library(), reading.library()
    assert {one.place.path for one in first.diagnostics} >= {
        "content/two.md",
        "annotations/sources.yml",
    }
    assert again.diagnostics == first.diagnostics


def test_without_a_cache_all_is_read(reading: Reading) -> None:
    looked: list[int] = []

    def share(work: Any, items: Sequence[Any], /) -> Iterable[Any]:
        looked.append(len(items))
        return map(work, items)

    for _ in range(2):
        read_library_as(kept_reading(share, None), reading.root, Settings())
    assert looked == [2, 2]
