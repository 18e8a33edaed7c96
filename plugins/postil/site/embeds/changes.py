"""The latest changes of notes, on another page than that of all of them."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import islice

from postil.render.change_list import Published, Revised
from postil.site.changes import changes
from postil.site.overviews.changes import change_entries, change_view
from postil.site.overviews.places import Places
from postil.site.whole import Whole


def latest(whole: Whole, here: str, number: int) -> tuple[Sequence[Revised | Published], bool]:
    """So many of the latest changes, newest first, for the page `here`, and whether they must name
    their text, because the site has several. First publications of a text on one day are one."""
    context = whole.context
    places = Places(whole, here, context)
    entries = islice(change_entries(changes(whole)), number)
    return [change_view(entry.item, places, context.words) for entry in entries], places.several
