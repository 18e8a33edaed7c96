"""Annotations of other programs in JSON: of Hypothesis, and of the W3C model (JSON-LD)."""

from __future__ import annotations

from postil.read.foreign.read import ForeignError, read_foreign
from postil.read.foreign.values import Foreign, Passage


def read(data: bytes, form: str, name: str = "notes.json") -> Foreign | None:
    """What the file holds; None where it is refused, with a reason."""
    try:
        return read_foreign(data, name, form)
    except ForeignError as error:
        assert str(error)
        return None


def is_sound(foreign: Foreign) -> None:
    """Each note says where it stood, and its words can be written to a file."""
    for note in foreign.notes:
        note.where.encode()
        for words in (note.id, note.title, note.body, note.created, note.verdict, *note.tags):
            words.encode()
        for person in note.people:
            (person.id + person.name + person.url).encode()
        for passage in note.passages:
            _passage(passage)
        for cited in note.citations:
            (cited.source + cited.locator + cited.quote + cited.supports).encode()
    for source in foreign.sources:
        source.where.encode()
        assert isinstance(source.item, dict)
    for refused in foreign.refused:
        assert refused.remarks
    every = [one for note in foreign.notes for one in note.remarks]
    every += [*foreign.remarks, *(one for refused in foreign.refused for one in refused.remarks)]
    for remark in every:
        assert remark.why
        f"{remark.field}{remark.written}{remark.why}".encode()
        assert len(remark.written) < 1000


def _passage(passage: Passage) -> None:
    (passage.source + passage.fragment + passage.section).encode()
    if passage.quote is not None:
        (passage.quote.exact + passage.quote.prefix + passage.quote.suffix).encode()
    if passage.position is not None:
        start, end = passage.position
        assert 0 <= start <= end
    for inner in (*(passage.ends or ()), *([passage.within] if passage.within else [])):
        _passage(inner)
