"""A long list, spread over pages of about the same size.

How many pages a list has must be known before its content is, because the host plans its pages
first; so the number follows from what was read alone, and the content is fitted to it.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import partial
from itertools import accumulate, groupby
from typing import Generic, TypeVar

from postil.render.overview import Part, Sheet, Sift
from postil.site.made_forms import Overview
from postil.site.whole import Whole

MOST = 800
"""What one page holds, in lines of about half a kilobyte of HTML."""

Item = TypeVar("Item")


@dataclass(frozen=True, slots=True)
class Entry(Generic[Item]):
    """An entry of a list: the part that it stands in, its weight in lines, what it is, and for how
    many things it counts."""

    part: str
    weight: int
    item: Item
    count: int = 1


@dataclass(frozen=True, slots=True)
class Look:
    """What a part of a list is called, what is said of it, and the look of its share in a bar."""

    label: str
    about: str = ""
    tone: str = ""
    sign: str = ""


def sheet_count(weights: Iterable[int]) -> int:
    """The number of pages for entries of these weights, in whatever order: one at least."""
    return max(1, -(-sum(weights) // MOST))


def sheet_numbers(weights: Sequence[int], count: int) -> list[int]:
    """The page of each entry, from 1 to `count`: the one that its first line falls on."""
    before = accumulate(weights, initial=0)
    return [min(start // MOST + 1, count) for start, _ in zip(before, weights, strict=False)]


def sheet_uri(uri: str, number: int) -> str:
    """Page `number` of the list whose first page is `uri`: `sources.md`, then `sources/2.md`."""
    return uri if number == 1 else f"{uri.removesuffix('.md')}/{number}.md"


def sheet_pages(
    uri: str,
    title: str,
    weights: Iterable[int],
    make: Callable[..., str],
    *,
    searched: bool = False,
) -> Iterator[Overview]:
    """The pages of a list with entries of these weights, the first of which is `uri`.

    `make` takes the whole site, the number of the page as `sheet`, and that of all as `sheets`.
    """
    count = sheet_count(weights)
    for number in range(1, count + 1):
        one = partial(make, sheet=number, sheets=count)
        yield Overview(sheet_uri(uri, number), title, one, number, searched)


def sheet_uris(uri: str, weights: Mapping[str, int]) -> dict[str, str]:
    """The uri of the page on which each entry stands, by its id; `weights` are by id and in order,
    and `uri` is that of the first page."""
    every = list(weights.values())
    numbers = sheet_numbers(every, sheet_count(every))
    return {id: sheet_uri(uri, number) for id, number in zip(weights, numbers, strict=True)}


class Layout(Generic[Item]):
    """The entries of a list on its pages, as seen from page `number` of `count`."""

    def __init__(
        self, whole: Whole, uri: str, number: int, count: int, entries: Sequence[Entry[Item]]
    ) -> None:
        self._whole, self._uri, self._number, self._count = whole, uri, number, count
        self._entries = entries
        self._sheets = sheet_numbers([entry.weight for entry in entries], count)

    @property
    def here(self) -> str:
        """The uri of this page."""
        return sheet_uri(self._uri, self._number)

    def sheets(self) -> tuple[Sheet, ...]:
        """All pages of the list."""
        return tuple(Sheet(n, self._href(n)) for n in range(1, self._count + 1))

    def parts(self, look: Callable[[str], Look]) -> dict[str, Part]:
        """The parts of the whole list by their ids, in the order of their entries."""
        counts: dict[str, int] = {}
        first: dict[str, int] = {}
        for entry, sheet in zip(self._entries, self._sheets, strict=True):
            counts[entry.part] = counts.get(entry.part, 0) + entry.count
            first.setdefault(entry.part, sheet)
        parts = {}
        for id, count in counts.items():
            one = look(id)
            page = "" if first[id] == self._number else self._href(first[id])
            parts[id] = Part(id, one.label, count, f"{page}#{id}", one.about, one.tone, one.sign)
        return parts

    def shown(self, parts: Mapping[str, Part]) -> list[tuple[Part, list[Item]]]:
        """The entries of this page, by part."""
        own = (
            entry
            for entry, sheet in zip(self._entries, self._sheets, strict=True)
            if sheet == self._number
        )
        grouped = groupby(own, key=lambda entry: entry.part)
        return [(parts[part], [entry.item for entry in entries]) for part, entries in grouped]

    def _href(self, number: int) -> str:
        return self._whole.href(sheet_uri(self._uri, number), self.here)


def sift(name: str, label: str, options: Iterable[tuple[str, str]]) -> Sift:
    """A filter with each of `options` once, in their order."""
    return Sift(name, label, tuple(dict(options).items()))
