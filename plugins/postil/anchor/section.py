"""Sections: the part of a text that stands under a heading."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from rapidfuzz.distance import Levenshtein

from postil.anchor.normal import fold, normal
from postil.model.target import Target


@dataclass(frozen=True, slots=True)
class Section:
    """A heading and what stands under it, up to the next heading of its rank or above.

    `start` to `end` is the whole section, its heading included; `heading_start` to `heading_end`
    the words of the heading. All count code points of the text, end exclusive.
    """

    id: str
    title: str
    start: int
    end: int
    heading_start: int
    heading_end: int


def sections_named(sections: Sequence[Section], name: str) -> list[Section]:
    """The sections that a name means: the one with that id, else all with those words."""
    by_id = [section for section in sections if section.id == name.removeprefix("#")]
    if by_id:
        return by_id
    words = _words(name)
    return [section for section in sections if words and _words(section.title) == words]


def unknown_section(target: Target, sections: Sequence[Section]) -> str | None:
    """The first section that the target, or a target around it, names and the text lacks."""
    if target.section and not sections_named(sections, target.section):
        return target.section
    return unknown_section(target.within, sections) if target.within else None


def nearest_section(sections: Sequence[Section], name: str) -> Section | None:
    """The section whose id or words are most like `name`, if any is at all like it."""
    words = _words(name)

    def likeness(section: Section) -> float:
        return max(
            Levenshtein.normalized_similarity(words, _words(section.title)),
            Levenshtein.normalized_similarity(words, section.id.lower()),
        )

    best = max(sections, key=likeness, default=None)
    return best if best is not None and likeness(best) >= 0.5 else None


def _words(title: str) -> str:
    return fold(normal(title).text).strip(" #¶")
