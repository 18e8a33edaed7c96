"""What of an earlier build stands again, in whole builds."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from mkdocs.plugins import PluginCollection

if TYPE_CHECKING:
    from .conftest import Build

GONE = "content/other.md"
FILES = {GONE: "---\ntitle: Other\n---\n\nWords.\n", "docs/index.md": "# Home\n"}


def inodes(root: Path) -> dict[str, int]:
    site = root / "site"
    return {
        path.relative_to(site).as_posix(): path.stat().st_ino
        for path in site.rglob("*")
        if path.is_file()
    }


def contents(root: Path) -> dict[str, bytes]:
    return {path: (root / "site" / path).read_bytes() for path in inodes(root)}


@pytest.mark.parametrize("options", [{}, {"note_pages": False}], ids=["notes", "no notes"])
def test_only_what_changed_is_written(build_site: Build, options: dict[str, bool]) -> None:
    root = build_site(FILES, options).root
    (root / "site" / "mine.html").write_text("of an earlier day")
    (root / "site" / ".nojekyll").write_text("")
    before = inodes(root)
    page = root / "site" / "explainers/speech/index.html"
    page.write_text(page.read_text().replace("<", ">", 1))
    (root / GONE).unlink()
    after = inodes(build_site({**FILES, GONE: None}, options).root)
    # What the text that is gone had, and what nobody made, is gone; what is hidden stays.
    assert "mine.html" not in after
    assert not [path for path in after if "other" in path]
    assert ".nojekyll" in after
    same = {path for path in after if after[path] == before.get(path)}
    assert {one for one in same if one.endswith(".jsonld")}
    again = contents(root)
    (root / "site" / ".nojekyll").unlink()
    alone = build_site({**FILES, GONE: None}, {**options, "cache": False}).root
    assert contents(alone) == {path: again[path] for path in again if path != ".nojekyll"}
    assert not list((root / ".cache/plugin/postil/earlier").iterdir())


def test_a_build_that_fails_leaves_nothing_aside(
    build_site: Build, monkeypatch: pytest.MonkeyPatch
) -> None:
    root = build_site().root

    def fail(*_arguments: object, **_named: object) -> None:
        raise RuntimeError("on purpose")

    monkeypatch.setattr(PluginCollection, "on_nav", fail)
    with pytest.raises(RuntimeError, match="on purpose"):
        build_site()
    assert not list((root / ".cache/plugin/postil/earlier").iterdir())
