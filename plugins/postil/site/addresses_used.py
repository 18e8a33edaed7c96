"""The addresses of sources and texts, and where each is written."""

from __future__ import annotations

from dataclasses import dataclass

from postil.model.library import Library
from postil.model.place import Place
from postil.read.forms import url_problem
from postil.render.citation import archive_link, source_link


@dataclass(frozen=True, slots=True)
class Use:
    """Where an address is written. `copy` says that it is one of a stored copy; `wanted` that
    a stored copy of it would help, because none is named beside it. `date` is the day on which
    somebody opened it, ISO 8601, or empty."""

    place: Place
    copy: bool = False
    wanted: bool = False
    date: str = ""


def addresses_used(library: Library) -> dict[str, tuple[Use, ...]]:
    """Each address with its uses, sorted.

    The address of a source that must not be linked (`link: false`) is not among them: it would be
    named in one file more, for nobody to follow.
    """
    uses: dict[str, list[Use]] = {}

    def add(address: str, use: Use) -> None:
        if address and not url_problem(address):
            uses.setdefault(address, []).append(use)

    for source in library.sources.values():
        page, copy = source_link(source), archive_link(source)
        add(page, Use(source.place, wanted=not source.archive, date=source.checked))
        add(copy, Use(source.place, copy=True))
    for text in library.texts.values():
        origin = text.provenance
        add(origin.url, Use(text.place, wanted=not origin.archive, date=origin.retrieved))
        add(origin.archive, Use(text.place, copy=True))
    return {address: tuple(uses[address]) for address in sorted(uses)}
