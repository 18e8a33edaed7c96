"""One text read again gives what reading everything gives."""

from __future__ import annotations

from pathlib import Path

import pytest

from postil.model.settings import Settings
from postil.read.again import read_again
from postil.read.library import Reading, partly_read, read_site
from postil.read.one_text import NotesFiles

NOTE = "- id: {id}\n  kind: context\n  title: {id}\n  target: words\n  body: Of {id}.\n"

SITE = {
    "content/a.md": "# A\n\nSome words.\n",
    "content/b/index.md": "# B\n\nOther words.\n",
    "content/c.md": "# C\n\nWords, too.\n",
    "annotations/a.yml": NOTE.format(id="one") + "  citations: [book]\n",
    "annotations/b/first.yml": NOTE.format(id="one"),
    "annotations/b/second.yml": NOTE.format(id="two") + "  contributors: [nobody]\n",
    "annotations/c.yml": NOTE.format(id="one") + "  citations: [{passage: a#one}]\n",
    "annotations/sources.yml": "- id: book\n  type: book\n  title: A\n- id: loose\n  type: book\n"
    "  title: L\n",
    "annotations/contributors.yml": "- id: us\n  name: Us\n",
}

# What is written where, None for a file that is taken away.
EDITS: dict[str, tuple[str, str, str | None]] = {
    "words": ("a", "content/a.md", "# A\n\nMore words.\n"),
    "title": ("b", "content/b/index.md", "---\ntitle: Another\n---\n\nWords.\n"),
    "front matter that is wrong": ("a", "content/a.md", "---\ntext: 1\n---\n\nWords.\n"),
    "body": ("a", "annotations/a.yml", SITE["annotations/a.yml"].replace("Of", "On")),
    "source": ("a", "annotations/a.yml", SITE["annotations/a.yml"].replace("book", "loose")),
    "unknown source": ("a", "annotations/a.yml", SITE["annotations/a.yml"].replace("book", "no")),
    "mended": ("b", "annotations/b/second.yml", NOTE.format(id="two")),
    "broken": ("b", "annotations/b/second.yml", "- id: [\n"),
    "added": ("b", "annotations/b/third.yml", NOTE.format(id="three")),
    "in one file": ("b", "annotations/b.yaml", NOTE.format(id="four")),
    "twice": ("b", "annotations/b/third.yml", NOTE.format(id="two")),
    "removed": ("b", "annotations/b/first.yml", None),
    "not read": ("b", "annotations/b/first.yml~", "anything"),
    "draft": ("c", "annotations/c.yml", SITE["annotations/c.yml"] + "  draft: true\n"),
    "cites itself": ("c", "annotations/c.yml", SITE["annotations/c.yml"].replace("a#", "c#")),
    "cites nothing": ("c", "annotations/c.yml", SITE["annotations/c.yml"].replace("a#", "b#x")),
}

# Where everything is to be read.
REFUSED: dict[str, tuple[str, str, str | None]] = {
    "a text that is new": ("d", "content/d.md", "# D\n"),
    "a text that is gone": ("c", "content/c.md", None),
    "a note that another text cites": ("a", "annotations/a.yml", NOTE.format(id="two")),
    "a folder that a file should be": ("c", "annotations/c.yaml/x.yml", NOTE.format(id="x")),
}


@pytest.fixture
def root(tmp_path: Path) -> Path:
    for path, content in SITE.items():
        write(tmp_path, path, content)
    return tmp_path


def write(root: Path, path: str, content: str | None) -> None:
    file = root / path
    file.parent.mkdir(parents=True, exist_ok=True)
    if content is None:
        file.unlink()
    else:
        file.write_text(content, encoding="utf-8")


def read(root: Path) -> Reading:
    return read_site(lambda files: map(NotesFiles.read, files), root, Settings())


def same(one: Reading, other: Reading) -> None:
    assert one.library == other.library
    assert list(one.library.annotations) == list(other.library.annotations)
    assert one.library.citing == other.library.citing
    assert partly_read(one.left_out) == partly_read(other.left_out)
    assert (one.known, one.unread) == (other.known, other.unread)


@pytest.mark.parametrize("edit", EDITS.values(), ids=EDITS)
def test_a_text_read_again_is_as_if_everything_was(
    root: Path, edit: tuple[str, str, str | None]
) -> None:
    before, (slug, path, content) = read(root), edit
    write(root, path, content)
    again = read_again(before, root, Settings(), slug)
    assert again is not None
    same(again, read(root))
    # And back.
    write(root, path, SITE.get(path))
    back = read_again(again, root, Settings(), slug)
    assert back is not None
    same(back, before)


@pytest.mark.parametrize("edit", REFUSED.values(), ids=REFUSED)
def test_what_may_concern_others_is_not_read_alone(
    root: Path, edit: tuple[str, str, str | None]
) -> None:
    before, (slug, path, content) = read(root), edit
    write(root, path, content)
    assert read_again(before, root, Settings(), slug) is None


def test_names_that_clash_are_a_question_of_the_whole_folder(root: Path) -> None:
    write(root, "content/A.md", "# Capital\n")
    before = read(root)
    assert read_again(before, root, Settings(), "a") is None


def test_a_link_that_leads_out_is_not_followed(root: Path, tmp_path: Path) -> None:
    before = read(root)
    outside = tmp_path.parent / "outside.yml"
    outside.write_text(NOTE.format(id="x"), encoding="utf-8")
    (root / "annotations" / "b.yml").symlink_to(outside)
    assert read_again(before, root, Settings(), "b") is None


def test_a_file_that_nobody_can_read_counts_for_the_whole_folder(root: Path) -> None:
    before, link = read(root), root / "annotations" / "b" / "third.yml"
    link.symlink_to(root / "nowhere.yml")
    assert read_again(before, root, Settings(), "b") is None
    broken = read(root)
    link.unlink()
    assert read_again(broken, root, Settings(), "b") is None
