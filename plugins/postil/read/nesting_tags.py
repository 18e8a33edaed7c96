"""The tags of HTML as a parser of the standard finds them, as far as how deep they stand goes.

https://html.spec.whatwg.org/multipage/parsing.html#tokenization. Time is linear in the input.
"""

from __future__ import annotations

import re

SPACE = r"\t\n\f\r "
"""White space between attributes, as a part of a pattern."""

# An attribute: a name, and a value in one of three forms. Possessive throughout, so that what
# does not match fails at once. A value whose quotation mark is never closed takes the rest of
# the file, and its tag with it.
_NAME = rf"(?:=[^{SPACE}/>=]*+|[^{SPACE}/>=]++)"
_VALUE = rf"""(?:"[^"]*+(?:"|\Z)|'[^']*+(?:'|\Z)|[^{SPACE}>"'][^{SPACE}>]*+)"""
ATTRIBUTES = rf"(?:[{SPACE}/]++|{_NAME}(?:[{SPACE}]*+=[{SPACE}]*+{_VALUE}?+)?+)*+"
"""What follows the name of an element in its tag, as a part of a pattern."""

BEGIN = re.compile("<[A-Za-z!?/]")
"""What begins something that is no text."""

MARKUP = re.compile(
    r"<!--(?:-?>|.*?(?:--!?>|\Z))"
    r"|(?P<data><!\[CDATA\[)"
    rf"|<(?P<end>/?)(?P<name>[A-Za-z][^{SPACE}/>]*+)(?P<rest>{ATTRIBUTES})(?:>|\Z)"
    r"|<[!?/][^>]*+(?:>|\Z)",
    re.DOTALL,
)
"""What begins with `<` and is no text: a comment, a section of data (its begin alone), or a tag,
with its name and what follows that."""

ATTRIBUTE = re.compile(rf"({_NAME})(?:[{SPACE}]*+=[{SPACE}]*+({_VALUE})?+)?+")
"""An attribute in what follows the name of an element: its name, and its value as written."""

RAW = frozenset(
    {"iframe", "noembed", "noframes", "script", "style", "textarea", "title", "xmp", "noscript"}
)
"""Elements whose content is no markup, but in a drawing or a formula."""

_SCRIPT = re.compile(r"<!--(?:-*>)?|-->|<(/?)script(?=[\t\n\f\r />])", re.IGNORECASE)


def raw_end(html: str, start: int, name: str) -> int:
    """Where the end tag of an element of raw text begins whose content begins at `start`."""
    if name != "script":
        end = re.compile(rf"</{name}(?=[{SPACE}/>])", re.IGNORECASE).search(html, start)
        return end.start() if end else len(html)
    escaped = doubly = False
    for found in _SCRIPT.finditer(html, start):
        if found[0] == "-->":
            escaped = doubly = False
        elif found[0] == "<!--":
            escaped = True
        elif found[1] is None:
            continue
        elif found[1] and not doubly:
            return found.start()
        else:
            doubly = escaped and not found[1]
    return len(html)
