"""The passage that a person means by some words, asked for where it is not clear."""

from __future__ import annotations

from collections.abc import Sequence

import click

from postil.anchor import PreparedText, Section, find, nearest_section, sections_named
from postil.cli.add_ask import at_terminal
from postil.cli.table import table
from postil.model.target import TextQuote
from postil.model.text import Text
from postil.site.diagnose import NEAR
from postil.site.in_context import in_context
from postil.site.passage import MOST, Range, places_of

_LISTED = 12
"""Places that are listed at once."""


class CannotAddError(click.ClickException):
    """The note cannot be made."""

    exit_code = 1


def passage(
    text: Text, prepared: PreparedText, quote: TextQuote, scope: Range | None, number: int | None
) -> Range:
    """The one place of the words, or that of the number; at a terminal, the one that is chosen.

    Raises CannotAddError where the words are nowhere, or nobody says which of several is meant.
    """
    places = places_of(prepared, quote, scope)
    where = text.place.path if scope is None else f"that section of {text.place.path}"
    if not places:
        raise CannotAddError(f"{_said(quote)} is not in {where}{_near(prepared, quote)}")
    if number is not None:
        if number > len(places):
            raise click.UsageError(f"--place: {_said(quote)} stands in {_count(places)} of {where}")
        return places[number - 1]
    if len(places) == 1:
        return places[0]
    listed = f"{_said(quote)} stands in {_count(places)} of {where}:\n{_listed(prepared, places)}"
    if not at_terminal():
        raise CannotAddError(
            f"{listed}say which one is meant: --place N, or --prefix, --suffix or --section"
        )
    click.echo(listed, nl=False)
    chosen: int = click.prompt("Which one", type=click.IntRange(1, len(places)))
    return places[chosen - 1]


def scope_of(name: str, sections: Sequence[Section], text: Text) -> Range | None:
    """The section of that name, or None for no name. Raises click.UsageError where there is none,
    or several."""
    if not name:
        return None
    found = sections_named(sections, name)
    if len(found) == 1:
        return found[0].start, found[0].end
    if found:
        ids = ", ".join(one.id for one in found)
        raise click.UsageError(f"--section: {len(found)} have that heading; name one by id: {ids}")
    near = nearest_section(sections, name)
    hint = f"; did you mean “{near.title}”?" if near else ""
    raise click.UsageError(f"--section: {text.place.path} has no section “{name}”{hint}")


def _said(quote: TextQuote) -> str:
    parts = (quote.prefix, quote.exact, quote.suffix)
    return f"“{' '.join(' '.join(filter(None, parts)).split())}”"


def _count(places: Sequence[Range]) -> str:
    if len(places) == 1:
        return "1 place"
    return f"{MOST} places or more" if len(places) == MOST else f"{len(places)} places"


def _listed(prepared: PreparedText, places: Sequence[Range]) -> str:
    rows = [
        (f"  {number}", in_context(prepared.text, start, end))
        for number, (start, end) in enumerate(places[:_LISTED], start=1)
    ]
    more = len(places) - _LISTED
    return table(rows, right=[0]) + (f"  … and {more} more\n" if more > 0 else "")


def _near(prepared: PreparedText, quote: TextQuote) -> str:
    candidates = find(prepared, quote).candidates
    if not candidates or candidates[0].score < NEAR:
        return "; copy them as they are read on the page"
    best = candidates[0]
    return f"; the nearest words: {in_context(prepared.text, best.start, best.end)}"
