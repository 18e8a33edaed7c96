"""`postil fmt`: files that people wrote, in the canonical form."""

from __future__ import annotations

from collections.abc import Iterator

from fuzz.inputs import files
from fuzz.targets import notes, sources
from postil.publish.canonical.form import canonical
from postil.publish.canonical.marks import marks_left_out
from postil.publish.canonical.order import ANNOTATIONS, NAMES
from postil.publish.canonical.repair import repaired
from postil.publish.canonical.scan import scan
from postil.publish.edits.paths import says
from postil.publish.edits.source import EditError, YamlSource, read_source

PATH = "annotations/town/note.yml"
LONGEST = 400
WORDS = (*notes.WORDS, *sources.WORDS, "# one\n", "  # two", "#three", "\n\n")


def seeds() -> Iterator[bytes]:
    """Files as people write them, with comments."""
    yield from files("tests/publish/canonical/cases/*.yml")
    yield from notes.seeds()


def check(data: bytes) -> None:
    """Values and comments stay, and a file in the form is not changed."""
    try:
        mended, repairs = repaired(data, PATH, NAMES)
        assert repairs or mended == data
        source = read_source(mended, PATH)
        edits = marks_left_out(source, ANNOTATIONS)
        if edits:
            source = read_source(source.changed(edit for edit, _ in edits), PATH)
        written = canonical(source, ANNOTATIONS)
    except EditError as error:
        assert str(error)
        return
    assert source.bytes == (source.mark + source.text).encode()
    again = read_source(written, PATH)
    assert says(again.document.root) == says(source.document.root)
    assert comments(again) == comments(source)
    assert canonical(again, ANNOTATIONS) == written


def comments(source: YamlSource) -> list[str]:
    """The words of the comments, in no order."""
    return sorted(comment.words for comment in scan(source).comments)
