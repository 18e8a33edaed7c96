"""What stands in a line: words, emphasis, links, code."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any
from urllib.parse import quote

from postil.read.originals.clean import BACK, BLOCKS, NOTE, link_target
from postil.read.originals.escape import escaped, line_start, spelled_out

_MARKS = {"b": "**", "strong": "**", "em": "*", "i": "*"}
_RAW = {"del": "del", "s": "del", "strike": "del", "sub": "sub", "sup": "sup"}
"""Elements that Markdown has no sign for and whose loss would change what is said."""
_SPACE = re.compile(r"[ \t\n\r\f]+")
_BREAK = "\ue000"
"""Stands for the end of a line until the line is written. Words cannot hold it."""
_AROUND = f" {_BREAK}"


@dataclass(frozen=True, slots=True)
class Style:
    """How lines are written.

    `marked` is whether emphasis, links and code are; `spelled` whether every sign stands as its
    number; `notes` whether footnotes are footnotes of Markdown. `base` is the address that links
    are relative to, or empty.
    """

    marked: bool = True
    spelled: bool = False
    notes: bool = False
    base: str = ""


def lines(
    element: Any, style: Style, *, within: str = "p", children: list[Any] | None = None
) -> str:
    """The Markdown of what stands in an element, or of some of its children.

    `within` is `p` for a paragraph, `h` for a heading and `td` for the cell of a table, in which no
    line ends. A child is an element, or a string for the words between elements.
    """
    parts = [*content(element)] if children is None else children
    text = _SPACE.sub(" ", _joined(parts, style, within)).strip()
    text = re.sub(rf"(?: ?{_BREAK} ?)+", _BREAK, text).strip(_BREAK)
    if within == "p":
        return "  \n".join(line_start(line) for line in text.split(_BREAK) if line)
    if within == "h":
        text = re.sub(r"(?<!#)#+$", lambda found: r"\#" * len(found[0]), text)
        return line_start(text.replace(_BREAK, " "))
    return text.replace(_BREAK, "<br>")


def content(element: Any) -> Iterator[Any]:
    """The words and elements that stand in an element, in order."""
    if element.text:
        yield element.text
    for child in element:
        if isinstance(child.tag, str):
            yield child
        if child.tail:
            yield child.tail


def _joined(parts: list[Any], style: Style, within: str) -> str:
    return "".join(
        _words(part.replace(_BREAK, ""), style, within)
        if isinstance(part, str)
        else _element(part, style, within)
        for part in parts
    )


def _words(words: str, style: Style, within: str) -> str:
    words = _SPACE.sub(" ", words)
    if style.spelled:
        return spelled_out(words)
    return escaped(words).replace("|", "\\|") if within == "td" else escaped(words)


def _element(element: Any, style: Style, within: str) -> str:
    tag = element.tag
    if tag == "br":
        return _BREAK
    if tag == "a" and element.get("href", "").startswith(BACK):
        return ""
    if tag == "a" and style.notes and element.get("href", "").startswith(NOTE):
        return f"[^{element.get('href').removeprefix(NOTE)}]"
    inner = _joined([*content(element)], style, within)
    if tag in BLOCKS:
        # A block within a line, as the cells of a table have it.
        return f"{_BREAK}{inner}{_BREAK}"
    bare = inner.strip(_AROUND)
    if not style.marked or not bare:
        return inner
    if tag == "sup" and style.notes and re.fullmatch(r"(?:\[\^[\w-]+\])+", bare):
        return inner
    before = inner[: len(inner) - len(inner.lstrip(_AROUND))]
    after = inner[len(inner.rstrip(_AROUND)) :]
    return f"{before}{_marked(element, bare, style, within)}{after}"


def _marked(element: Any, inner: str, style: Style, within: str) -> str:
    """What stands in an element, with its mark."""
    tag = element.tag
    if tag == "code" and within != "td":
        return _code(_SPACE.sub(" ", "".join(element.itertext())).strip())
    if tag == "a":
        address = link_target(element.get("href", ""), style.base)
        return f"[{inner}]({_address(address)})" if address else inner
    if sign := _MARKS.get(tag, ""):
        return f"{sign}{inner}{sign}"
    if name := _RAW.get(tag, ""):
        return f"<{name}>{inner}</{name}>"
    return inner


def _code(words: str) -> str:
    longest = max((len(run) for run in re.findall(r"`+", words)), default=0)
    fence = "`" * (longest + 1)
    space = " " if longest else ""
    return f"{fence}{space}{words}{space}{fence}"


def _address(address: str) -> str:
    return quote(address, safe="/:@!$&'*+,;=~%?#._-")
