"""The passages of a note of another program, as targets in the words of a text."""

from __future__ import annotations

from dataclasses import dataclass, replace

from postil.anchor import describe, find, resolve, sections_named
from postil.model.anchor import Anchor, Status
from postil.model.place import Place
from postil.model.target import Target, TextQuote
from postil.read.foreign.values import Passage, Remark
from postil.read.words import shown
from postil.site.imports.texts import Words

_FIRST_WORDS = 12
_PLACE = Place("")


@dataclass(frozen=True, slots=True)
class Placed:
    """A target, what had to be said of it, and whether it is surely what was meant."""

    target: Target
    remarks: tuple[Remark, ...] = ()
    certain: bool = True


def as_written(passage: Passage) -> Target | None:
    """The target that a passage names by words or a section, unchanged; None where it names none.

    This is how the files of Postil itself come back.
    """
    within = as_written(passage.within) if passage.within else None
    if not passage.quote and not passage.section:
        return None
    return Target(_PLACE, passage.quote, passage.section, within)


def place(passage: Passage, words: Words) -> Placed | None:
    """The target of a passage in a text, or None in a text without a word.

    A passage that names no words of the text is set at its beginning, and is not certain.
    """
    target = _target(passage, words)
    if target is not None:
        return _checked(target, passage, words)
    if passage.ends and (found := _between(passage.ends, words)):
        return Placed(_described(found, words))
    if passage.position and (found := _inside(passage.position, words)):
        start, end = passage.position
        why = "the words that stand at this position of the text here were taken; are they meant?"
        remark = Remark(passage.field, f"{start} to {end}", why)
        return Placed(_described(found, words), (remark,), certain=False)
    return _at_the_beginning(passage, words)


def _target(passage: Passage, words: Words) -> Target | None:
    section = passage.section
    if (
        not section
        and passage.fragment
        and sections_named(words.visible.sections, passage.fragment)
    ):
        section = passage.fragment
    within = passage.within
    outer = _target(within, words) if within else None
    if outer and not outer.quote and not outer.within:
        # A section around the words is said by the target itself.
        section, outer = section or outer.section, None
    if not passage.quote:
        return Target(_PLACE, None, section) if section and not passage.position else None
    quote = passage.quote
    tidy = TextQuote(
        " ".join(quote.exact.split()), _one_line(quote.prefix), _one_line(quote.suffix)
    )
    return Target(_PLACE, tidy, section, outer)


def _one_line(context: str) -> str:
    """Words around a passage, with single spaces; one at the passage itself stays."""
    words = " ".join(context.split())
    if not words:
        return ""
    return f"{' ' * context[:1].isspace()}{words}{' ' * context[-1:].isspace()}"


def _checked(target: Target, passage: Passage, words: Words) -> Placed:
    anchor = resolve(words.prepared, target, words.visible.sections)
    if anchor.status is Status.EXACT:
        return Placed(target)
    said = target.words
    remark = Remark(passage.field or "target", shown(said)[1:-1], _why(anchor))
    if anchor.placed:
        target = _described((anchor.start, anchor.end), words)
    return Placed(target, (remark,), certain=False)


def _why(anchor: Anchor) -> str:
    if anchor.status is Status.CHANGED:
        alike = int(anchor.score * 100)
        return (
            f"the words of the text here are a little different ({alike} % alike); they were taken"
        )
    if anchor.status is Status.AMBIGUOUS:
        return "the words stand in several places of the text here"
    return "the words are not in the text here"


def _between(ends: tuple[Passage, Passage], words: Words) -> tuple[int, int] | None:
    """From the beginning of the first quote to that of the second, which is not part of it."""
    quotes = [one.quote for one in ends]
    if quotes[0] is None or quotes[1] is None:
        return None
    first, last = (find(words.prepared, quote) for quote in quotes if quote is not None)
    return _visible((first.start, last.start), words) if first.placed and last.placed else None


def _inside(position: tuple[int, int], words: Words) -> tuple[int, int] | None:
    return _visible(position, words) if position[1] <= len(words.visible.text) else None


def _visible(found: tuple[int, int], words: Words) -> tuple[int, int] | None:
    """The range without white space at its ends, or None where nothing is left."""
    start, end = found
    written = words.visible.text[start:end]
    stripped = written.strip()
    if not stripped:
        return None
    start += written.index(stripped[0])
    return start, start + len(stripped)


def _described(found: tuple[int, int], words: Words) -> Target:
    return Target(_PLACE, _tidy(describe(words.prepared, *found)))


def _tidy(quote: TextQuote) -> TextQuote:
    return replace(quote, prefix=_one_line(quote.prefix), suffix=_one_line(quote.suffix))


def _at_the_beginning(passage: Passage, words: Words) -> Placed | None:
    """A note on the whole document, or on what cannot be found in the text, stands at its first
    heading, or else at its first words."""
    sections = words.visible.sections
    if passage.named or passage.within:
        why = "names no words of the text here; the note stands at its beginning"
    else:
        why = "the note is about the whole document; it stands at the beginning of the text"
    remark = (Remark(passage.field or "target", passage.source, why),)
    if sections:
        return Placed(Target(_PLACE, None, sections[0].id or sections[0].title), remark, False)
    first = next(
        (found for found in words.visible.blocks if words.visible.text[slice(*found)].strip()),
        None,
    )
    found = _visible(first, words) if first else None
    if found is None:
        return None
    start, end = found
    many = words.visible.text[start:end].split(maxsplit=_FIRST_WORDS)
    if len(many) > _FIRST_WORDS:
        end = start + words.visible.text[start:end].rindex(many[-1])
        end = start + len(words.visible.text[start:end].rstrip())
    return Placed(_described((start, end), words), remark, False)
