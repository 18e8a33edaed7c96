"""How deep the elements of HTML stand, known before a parser builds them.

What a parser of the standard does for a tag takes time that grows with the elements around it, and
what is never closed it opens again in each paragraph that follows: a megabyte could take hours,
and all memory. This follows it with names alone.
"""

from __future__ import annotations

from itertools import islice

from postil.read import limits
from postil.read.nesting_rules import Nesting
from postil.read.nesting_tags import ATTRIBUTE, BEGIN, MARKUP, RAW, raw_end
from postil.read.nesting_text import Escapes

_TOO_MANY_SIGNS = "a piece of its text holds too many of the signs & and no-break spaces"


def nesting_problem(html: str) -> str:
    """What is wrong with HTML that a parser would take too long for, or make too much of, as the
    end of a sentence; empty where nothing is. Time is linear in the input."""
    nesting, escapes = Nesting(), Escapes()
    after = tags = 0
    while (begin := BEGIN.search(html, after)) and (found := MARKUP.match(html, begin.start())):
        if begin.start() > after:
            escapes.take(html, after, begin.start(), nesting.moves_text())
            nesting.text()
        after = found.end()
        if len(found["rest"] or "") > limits.HTML_ATTRIBUTES:
            escapes.part()
            escapes.take(html, *found.span("rest"))
        if found["data"]:
            after = nesting.data(html, after)
        if not found["name"]:
            continue
        tags += 1
        # A parser holds each attribute against all that stand before it.
        if len(found["rest"]) > 2 * limits.HTML_ATTRIBUTES and _is_crowded(found["rest"]):
            return f"an element of it has more than {limits.HTML_ATTRIBUTES} attributes"
        name = found["name"].lower()
        if found["end"]:
            nesting.close(name)
        elif name in RAW and not nesting.is_foreign():
            after = raw_end(html, after, name)
        else:
            if nesting.open(name, found["rest"]):
                escapes.part()
        if nesting.depth > limits.HTML_DEPTH:
            return (
                f"its elements stand one within the other more than {limits.HTML_DEPTH} deep, or"
                " are not closed"
            )
        if escapes.work > limits.HTML_ESCAPES:
            return _TOO_MANY_SIGNS
        if tags > limits.HTML_TAGS or nesting.work > limits.HTML_WORK:
            return f"it holds more than {limits.HTML_TAGS} tags, or too many within others"
    escapes.take(html, after, len(html), nesting.moves_text())
    return _TOO_MANY_SIGNS if escapes.work > limits.HTML_ESCAPES else ""


def _is_crowded(attributes: str) -> bool:
    found = ATTRIBUTE.finditer(attributes)
    return next(islice(found, limits.HTML_ATTRIBUTES, None), None) is not None
