"""Clean HTML as Markdown, block by block."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

from postil.read.originals.clean import BLOCKS, NOTE
from postil.read.originals.inline import Style, content, lines
from postil.read.originals.number import number
from postil.read.originals.table import table

_INDENT = "    "
_MOST = 999_999_999
"""The highest number that a list begins with; browsers have no higher ones."""


def blocks(element: Any, style: Style, *, top: bool = True) -> list[str]:
    """The Markdown of what stands in an element, a string for each block.

    `top` is whether it stands at the margin of the page, and not in a list or a quotation.
    """
    found: list[str] = []
    last = ""
    for part in _parts(element, style):
        if isinstance(part, str):
            found.append(part)
            continue
        new = block(part, style, top=top)
        if new and part.tag in ("ul", "ol") and last in ("ul", "ol"):
            # Two lists, which Markdown would take for one.
            found.append("<!-- -->")
        found += new
        last = part.tag if new else last
    return found


def block(element: Any, style: Style, *, top: bool = True) -> list[str]:
    """The Markdown of one block, which may be none or several."""
    tag = element.tag
    if tag == "hr":
        return ["---"]
    if re.fullmatch("h[1-6]", tag):
        words = lines(element, style, within="h")
        return [f"{'#' * int(tag[1])} {words}"] if words else []
    if tag == "pre":
        return _preformatted("".join(element.itertext()), top)
    if tag in ("ul", "ol", "menu", "dir"):
        return _list(element, style)
    if tag == "table":
        return table(element, style)
    inner = blocks(element, style, top=top and tag != "blockquote")
    if tag == "blockquote" and inner:
        quoted = "\n\n".join(inner).split("\n")
        return ["\n".join(f"> {line}" if line else ">" for line in quoted)]
    return inner


def plain_blocks(element: Any, style: Style) -> list[str]:
    """The words of a block as paragraphs, without any form."""
    found: list[str] = []
    for part in _parts(element, style):
        found += [part] if isinstance(part, str) else plain_blocks(part, style)
    return found


def _parts(element: Any, style: Style) -> Iterator[Any]:
    """What stands in an element: its blocks, and as Markdown the paragraphs between them."""
    run: list[Any] = []
    for part in [*content(element), None]:
        if part is not None and (isinstance(part, str) or part.tag not in BLOCKS):
            run.append(part)
            continue
        if run and (paragraph := lines(element, style, children=run)):
            yield paragraph
        run = []
        if part is not None:
            yield part


def _list(element: Any, style: Style) -> list[str]:
    items: list[str] = []
    loose = False
    at = number(element.get("start", "1"), _MOST)
    for item in content(element):
        if isinstance(item, str):
            if words := lines(element, style, children=[item]):
                items.append(f"- {words}")
            continue
        name = item.get("id", "") if item.tag == "li" else ""
        inner = blocks(item, style, top=False)
        if not inner:
            continue
        tight = _is_tight(item)
        indented = ("\n" if tight else "\n\n").join(inner).replace("\n", f"\n{_INDENT}")
        # A line right after an item that has empty lines would go on with its last paragraph.
        loose = loose or "\n\n" in "".join(inner) or not tight
        indented = re.sub(r"^ +$", "", indented, flags=re.MULTILINE)
        if style.notes and f"#{name}".startswith(NOTE):
            sign = f"[^{name.removeprefix(NOTE[1:])}]:"
            loose = True
        elif element.tag == "ol":
            sign = f"{at}."
            at += 1
        else:
            sign = "-"
        items.append(f"{sign} {indented}")
    return [("\n\n" if loose else "\n").join(items)] if items else []


def _is_tight(item: Any) -> bool:
    """Whether an item has no more than one paragraph, and lists after it."""
    tags = [part.tag for part in item if part.tag in BLOCKS]
    if tags[:1] == ["p"] and not (item.text or "").strip() and item[0].tag == "p":
        tags = tags[1:]
    return all(tag in ("ul", "ol") for tag in tags)


def _preformatted(words: str, top: bool) -> list[str]:
    text = words.strip("\n").expandtabs(4)
    if not text.strip():
        return []
    if not top:
        return ["\n".join(f"{_INDENT}{line}" if line else "" for line in text.split("\n"))]
    longest = max((len(run) for run in re.findall(r"`{3,}", text)), default=2)
    fence = "`" * (longest + 1)
    return [f"{fence}\n{text}\n{fence}"]
