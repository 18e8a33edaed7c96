"""What the pages about all explainers have in common: their head, their parts, their filters."""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import dataclass

from postil.render.context import RenderContext
from postil.render.templates import template
from postil.render.words import Words


@dataclass(frozen=True, slots=True)
class Part:
    """A part of the list: where it begins (`href`, on this page or another of the same list), and
    how many entries it has. `tone` and `sign` are those of its share in the bar, if it has one."""

    id: str
    label: str
    count: int
    href: str
    about: str = ""
    tone: str = ""
    sign: str = ""


@dataclass(frozen=True, slots=True)
class Sheet:
    """Another page of the same list; `gap` says that the one before it is not named."""

    number: int
    href: str
    gap: bool = False


@dataclass(frozen=True, slots=True)
class Sift:
    """Something that the entries of a list can be filtered by where there is script: the name that
    it has in the address and, after `data-`, on each entry; its label; and pairs of a value and
    the label of it."""

    name: str
    label: str
    options: Sequence[tuple[str, str]]


@dataclass(frozen=True, slots=True)
class Frame:
    """What stands around a list: the title and deck of its page, what it amounts to (`tally`), its
    `parts` and how many entries they have, and the `sheets` of the list that are named here, of
    which this one is number `number`; `where` is the address of the first file that says on which
    page an entry stands, and how many of them there are. `empty` is what is said where there is no
    entry, `files` (HTML) the files for machines that hold the same."""

    title: str
    deck: str
    tally: str = ""
    empty: str = ""
    parts: tuple[Part, ...] = ()
    sifts: tuple[Sift, ...] = ()
    sheets: tuple[Sheet, ...] = ()
    number: int = 1
    where: tuple[str, int] | None = None
    files: str = ""

    @property
    def bar(self) -> tuple[tuple[str, int, int], ...]:
        """The shares of the parts that have a tone: the tone, what lies before it, its count."""
        shares: list[tuple[str, int, int]] = []
        start = 0
        for part in self.parts:
            if part.tone and part.count:
                shares.append((part.tone, start, part.count))
                start += part.count
        return tuple(shares)


def render_overview(
    name: str, frame: Frame, entries: int, context: RenderContext, **values: object
) -> str:
    """The page of the template `name`, which fills the frame with `values`. It has so many
    `entries`: a list that is short has no need of filters."""
    return template(name).render(
        frame=frame,
        sifting=_sift_data(frame, context.words) if entries >= _MANY else "",
        words=context.words,
        language=context.language,
        **values,
    )


# Entries from which on a list can be filtered.
_MANY = 6

_WORDS = ("sift", "sift-words", "all", "sifted")


def _sift_data(frame: Frame, words: Words) -> str:
    """JSON for the script that filters: the `words` of its controls, among them the `digits` of
    the language, and the `fields`: name, label, and pairs of a value and its label."""
    told = {key: words[key] for key in _WORDS} | {"digits": words.digits("0123456789")}
    if len(frame.sheets) > 1:
        # It knows what stands on this page alone.
        told["sifted"] = words["sifted-here"]
    return json.dumps(
        {
            "words": told,
            # With one value there is nothing to choose.
            "fields": [
                [sift.name, sift.label, list(sift.options)]
                for sift in frame.sifts
                if len(sift.options) > 1
            ],
        },
        ensure_ascii=False,
        separators=(",", ":"),
    )
