"""What must be true of whatever was read."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from postil.model.annotation import Annotation
from postil.model.contributor import Contributor
from postil.model.diagnostic import Diagnostic
from postil.model.settings import Settings
from postil.model.source import Source
from postil.read.annotations import Known
from postil.read.unique import Ids

PATH = "annotations/town/note.yml"
SETTINGS = Settings()
KNOWN = Known(
    kinds=[kind.id for kind in SETTINGS.kinds],
    verdicts=[verdict.id for verdict in SETTINGS.verdicts],
    sources=Ids(frozenset({"the-report", "Other.1"}), frozenset({"the-report", "Other.1"})),
    contributors=Ids(frozenset({"editors", "a-reader"}), frozenset({"editors", "a-reader"})),
)


def problems_have_places(problems: Iterable[Diagnostic], text: str | None) -> None:
    """Each problem has words, a level, and a place that an editor can go to."""
    lines = text.split("\n") if text is not None else None
    for one in problems:
        assert one.message
        SETTINGS.level_of(one.code)
        str(one).encode()
        line, column = one.place.line, one.place.column
        assert line >= 0
        assert column >= 0
        if lines is not None and line:
            # A parser stops behind the last line where more should come.
            assert line <= len(lines) + 1, f"{one} in {len(lines)} lines"
            width = len(lines[line - 1]) if line <= len(lines) else 0
            assert column <= width + 1, f"{one} in {width} columns"


def annotations_are_sound(notes: Iterable[Annotation], text: str) -> None:
    """What `Library` promises of every annotation."""
    for note in notes:
        assert note.text == text
        assert note.id
        assert note.targets
        assert note.title or note.body.strip()
        assert note.kind in KNOWN.kinds
        assert note.verdict in {"", *KNOWN.verdicts}
        assert all(citation.source in KNOWN.sources.good for citation in note.citations)
        assert all(name in KNOWN.contributors.good for name in note.contributors)
        assert all(target.quote or target.section for target in note.targets)


def sources_are_sound(sources: Mapping[str, Source]) -> None:
    """What `read_sources` promises."""
    for id, source in sources.items():
        assert source.id == id == source.item["id"]
        assert source.item["type"]
        for address in (source.item.get("URL", ""), source.archive):
            assert not address or address.lower().startswith(("http://", "https://", "ftp://"))


def contributors_are_sound(people: Mapping[str, Contributor]) -> None:
    """What `read_contributors` promises."""
    for id, one in people.items():
        assert one.id == id
        assert one.name
