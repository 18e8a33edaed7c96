"""What a page says of other texts: it is written when each of them is known.

A page is rendered when its text is. Until the others are, signs stand for what it cites from them
and for the notes there that cite it: comments, which show nothing where nobody fills them in.
"""

from __future__ import annotations

import re
from collections.abc import Callable

from markupsafe import Markup, escape

_SIGN = re.compile("<!-- postil (cites|citing|quoted) ([^ <>]+) ([^ <>]+) ([0-9]+) -->")


def later(what: str, text: str, id: str, number: int = 0) -> Markup:
    """The sign for a passage that note `id` of a text cites (`cites`, and which in its order), for
    the notes that cite the passage of that note (`citing`), or for the passages of a text that no
    note of its own is about (`quoted`)."""
    return Markup(f"<!-- postil {what} {escape(text)} {escape(id)} {number} -->")  # noqa: S704 - escaped


def filled_in(html: str, make: Callable[[str, str, str, int], str | None]) -> str:
    """The page with what `make` gives for each sign, by the arguments of `later`; where it gives
    None the sign stays."""

    def made(found: re.Match[str]) -> str:
        given = make(found[1], found[2], found[3], int(found[4]))
        return found[0] if given is None else given

    return _SIGN.sub(made, html) if "<!-- postil " in html else html
