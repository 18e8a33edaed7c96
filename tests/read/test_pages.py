"""The pages that people write beside texts, read for what they embed."""

from __future__ import annotations

from pathlib import Path

from postil.read.pages import find_pages, read_page

COMMENT = "<!-- postil: open -->\n"


def read_pages(root: Path, folder: str) -> list[tuple[str, str]]:
    read = [(path, read_page(file)) for path, file in find_pages(root, folder)]
    return [(path, source) for path, source in read if source]


def test_pages_that_may_embed_something_are_read(tmp_path: Path) -> None:
    folder = tmp_path / "docs" / "about"
    folder.mkdir(parents=True)
    (folder / "us.md").write_text(f"\ufeff# Us\n\n{COMMENT}", "utf-8")
    (folder.parent / "index.md").write_text(COMMENT, "utf-8")
    # Nothing of ours, not Markdown, and not readable, which the host says.
    (folder / "them.md").write_text("# Them\n\npostil: no comment\n", "utf-8")
    (folder / "data.txt").write_text(COMMENT, "utf-8")
    (folder / "latin.md").write_bytes(f"caf\xe9 {COMMENT}".encode("latin-1"))
    assert read_pages(tmp_path, "docs") == [
        ("docs/about/us.md", f"# Us\n\n{COMMENT}"),
        ("docs/index.md", COMMENT),
    ]


def test_a_folder_elsewhere_is_named_as_it_is(tmp_path: Path) -> None:
    folder = tmp_path / "elsewhere"
    folder.mkdir()
    (folder / "index.md").write_text(COMMENT, "utf-8")
    (found,) = read_pages(tmp_path / "site", str(folder))
    assert found[0] == (folder / "index.md").as_posix()
    assert read_pages(tmp_path, "missing") == []
