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
from postil.site.overviews.where import where_count, where_uri
from postil.site.whole import Whole

MOST = 400
"""What one page holds, in lines of about half a kilobyte of HTML: it stays below 300 kB."""

_NEAR = 2
"""How many pages before and after one are named on it."""

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


@dataclass(frozen=True, slots=True)
class Laid(Generic[Item]):
    """A list on its pages: the entries of each page from the first on, and of each part, in their
    order, how many things it counts and the page that it begins on."""

    sheets: tuple[tuple[Entry[Item], ...], ...]
    parts: Mapping[str, tuple[int, int]]


def lay(entries: Sequence[Entry[Item]], count: int) -> Laid[Item]:
    """Spreads entries over `count` pages."""
    sheets: list[list[Entry[Item]]] = [[] for _ in range(count)]
    parts: dict[str, tuple[int, int]] = {}
    numbers = sheet_numbers([entry.weight for entry in entries], count)
    for entry, sheet in zip(entries, numbers, strict=True):
        sheets[sheet - 1].append(entry)
        before, first = parts.get(entry.part, (0, sheet))
        parts[entry.part] = (before + entry.count, first)
    return Laid(tuple(map(tuple, sheets)), parts)


class Layout(Generic[Item]):
    """A list as seen from page `number` of it, whose first page is `uri`."""

    def __init__(self, whole: Whole, uri: str, number: int, laid: Laid[Item]) -> None:
        self._whole, self._uri, self._number, self._laid = whole, uri, number, laid

    @property
    def here(self) -> str:
        """The uri of this page."""
        return sheet_uri(self._uri, self._number)

    def sheets(self) -> tuple[Sheet, ...]:
        """The pages of the list that this one leads to."""
        return sheets_from(self._number, len(self._laid.sheets), self._href)

    def where(self) -> tuple[str, int] | None:
        """The first of the files that say where an entry stands, and how many there are."""
        count = where_count(len(self._laid.sheets))
        return (self._whole.href(where_uri(self._uri), self.here), count) if count else None

    def parts(self, look: Callable[[str], Look]) -> dict[str, Part]:
        """The parts of the whole list by their ids, in the order of their entries."""
        parts = {}
        for id, (count, first) in self._laid.parts.items():
            one = look(id)
            page = "" if first == self._number else self._href(first)
            parts[id] = Part(id, one.label, count, f"{page}#{id}", one.about, one.tone, one.sign)
        return parts

    def shown(self, parts: Mapping[str, Part]) -> list[tuple[Part, list[Item]]]:
        """The entries of this page, by part."""
        own = self._laid.sheets[self._number - 1]
        grouped = groupby(own, key=lambda entry: entry.part)
        return [(parts[part], [entry.item for entry in entries]) for part, entries in grouped]

    def _href(self, number: int) -> str:
        return self._whole.href(sheet_uri(self._uri, number), self.here)


def sheets_from(number: int, count: int, href: Callable[[int], str]) -> tuple[Sheet, ...]:
    """The pages that page `number` of `count` leads to: the first, the last, and those around it.
    Where one is left out, `gap` says so in the next one."""
    near = {1, count, *range(number - _NEAR, number + _NEAR + 1)}
    # In place of a gap of one page stands that page.
    near |= {one for one in range(1, count + 1) if {one - 1, one + 1} <= near}
    kept = sorted(one for one in near if 1 <= one <= count)
    before = [0, *kept]
    return tuple(
        Sheet(one, href(one), gap=one - last > 1) for one, last in zip(kept, before, strict=False)
    )


def sift(name: str, label: str, options: Iterable[tuple[str, str]]) -> Sift:
    """A filter with each of `options` once, in their order."""
    return Sift(name, label, tuple(dict(options).items()))
