"""What is open, in numbers, on another page than that of all of it."""

from __future__ import annotations

from collections import Counter

from postil.render.overview import Part
from postil.site.overviews.open_questions import URI, open_entries, open_pages
from postil.site.overviews.sheets import sheet_numbers, sheet_uri
from postil.site.whole import Whole


def open_parts(whole: Whole, here: str) -> tuple[Part, ...]:
    """The parts of the list of open questions, for the page `here`: what is missing, how often,
    and where the list of it begins, if the site has that page."""
    words, entries = whole.context.words, open_entries(whole)
    pages = len(list(open_pages(whole.library, whole.settings)))
    numbers = sheet_numbers([entry.weight for entry in entries], pages)
    first: dict[str, str] = {}
    for entry, number in zip(entries, numbers, strict=True):
        first.setdefault(entry.part, sheet_uri(URI, number))
    counts = Counter(entry.part for entry in entries)
    return tuple(
        Part(
            id=part,
            label=words[f"open-{part}"],
            count=counts[part],
            href=f"{whole.href(uri, here)}#{part}" if uri in whole.urls else "",
        )
        for part, uri in first.items()
    )
