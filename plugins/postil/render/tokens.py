"""HTML as a stream of tags and text, each with its place in the source.

The standard library's `html.parser` reports places as line and column, and reads comments,
CDATA sections and raw text differently from one patch release of Python to the next (3.11.14,
3.12.12 and 3.13.6 changed it, after CVE-2025-6069: a quadratic run on broken markup). The same
input must give the same bytes on every Python, so this follows the tokenizer of the HTML
standard itself, as far as places need it:
https://html.spec.whatwg.org/multipage/parsing.html#tokenization. Time is linear in the input.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from postil.read.nesting_tags import ATTRIBUTE, ATTRIBUTES, SPACE
from postil.render.references import decode_all

# Elements whose content is not markup, whatever it looks like.
_RAW = frozenset(
    (
        "iframe",
        "noembed",
        "noframes",
        "noscript",
        "plaintext",
        "script",
        "style",
        "textarea",
        "title",
        "xmp",
    )
)
_FOREIGN = frozenset(("math", "svg"))

_TAG = re.compile(rf"<(/?)([A-Za-z][^{SPACE}/>]*+)({ATTRIBUTES})>")
_BEGIN = re.compile("<(?:[A-Za-z!?]|/.)", re.DOTALL)
_COMMENT_END = re.compile("--!?>")


# What a token is: text, a start tag, or an end tag.
TEXT, OPEN, CLOSE = range(3)


class Token(NamedTuple):
    """A piece of the source from `start` to `end`. `form` is TEXT, OPEN or CLOSE.

    `name` is in lower case. `attributes` are as written; see `attributes_of`. `closed` tells
    whether a start tag ends with a slash.
    """

    form: int
    start: int
    end: int
    name: str = ""
    attributes: str = ""
    closed: bool = False


def tokenize(html: str) -> Iterator[Token]:
    """The tags and texts of `html` in order; comments and the like are passed over.

    A text token never spans a tag or a comment, and is never empty. The content of elements such
    as `script` and `textarea` is one text token.
    """
    position = 0
    foreign = 0
    while position < len(html):
        mark = _next_markup(html, position)
        if mark > position:
            yield Token(TEXT, position, mark)
        if mark == len(html):
            return
        tag = _TAG.match(html, mark)
        if tag is None:
            position = _after_other(html, mark, foreign > 0)
            continue
        position = tag.end()
        name = tag[2].lower()
        if tag[1]:
            foreign -= name in _FOREIGN and foreign > 0
            yield Token(CLOSE, mark, position, name)
            continue
        closed = tag[3].endswith("/")
        foreign += name in _FOREIGN and not closed
        yield Token(OPEN, mark, position, name, tag[3], closed)
        if name in _RAW and not foreign:
            end = _raw_end(html, position, name)
            if end > position:
                yield Token(TEXT, position, end)
            position = end


def attributes_of(written: str) -> dict[str, str]:
    """The attributes of a start tag. Of two with one name the first counts, as in browsers."""
    found: dict[str, str] = {}
    for match in ATTRIBUTE.finditer(written):
        value = match[2] or ""
        if value[:1] in ("'", '"'):
            value = value[1:-1]
        found.setdefault(match[1].lower(), decode_all(value))
    return found


def _next_markup(html: str, position: int) -> int:
    """Where the next tag, comment or the like begins; a stray `<` is text."""
    found = _BEGIN.search(html, position)
    return found.start() if found else len(html)


def _after_other(html: str, mark: int, foreign: bool) -> int:
    """The end of what begins like markup at `mark` and is no whole tag."""
    if html.startswith("<!--", mark):
        # `<!-->` and `<!--->` are whole comments.
        for short in ("<!-->", "<!--->"):
            if html.startswith(short, mark):
                return mark + len(short)
        end = _COMMENT_END.search(html, mark + 4)
        return end.end() if end else len(html)
    if foreign and html.startswith("<![CDATA[", mark):
        end_of_data = html.find("]]>", mark)
        return end_of_data + 3 if end_of_data >= 0 else len(html)
    after = html[mark + 1 : mark + 3]
    if after[:1].isalpha() or (after[:1] == "/" and after[1:].isalpha() and after[1:].isascii()):
        return len(html)  # A tag that the file ends in.
    end_of_bogus = html.find(">", mark)
    return end_of_bogus + 1 if end_of_bogus >= 0 else len(html)


def _raw_end(html: str, position: int, name: str) -> int:
    """Where the end tag of the raw text element `name` begins."""
    if name == "plaintext":
        return len(html)
    end = re.compile(rf"</{name}(?=[{SPACE}/>])", re.IGNORECASE | re.ASCII).search(html, position)
    return end.start() if end else len(html)
