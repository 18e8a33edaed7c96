"""Pieces of Markdown that several pages are made of."""

from __future__ import annotations

import re
from collections.abc import Iterable

NOTICE = "<!-- Made from the code by `make reference`; changes to this file are lost. -->\n"


def page(title: str, introduction: str, parts: Iterable[str]) -> str:
    """A page: its title, what it is about, and its parts."""
    return "\n".join([f"# {title}\n", NOTICE, f"{introduction}\n", *parts]).rstrip() + "\n"


def fence(text: str, language: str = "", title: str = "", indent: int = 0) -> str:
    """A block of code; its fence is longer than any in it."""
    runs = [len(run) for run in re.findall(r"^\s*(`{3,})", text, re.MULTILINE)]
    marks = "`" * max([3, *(run + 1 for run in runs)])
    named = f' title="{title}"' if title else ""
    block = f"{marks}{language}{named}\n{text.rstrip()}\n{marks}\n"
    return indented(block, indent)


def code(text: str) -> str:
    """Code within a line."""
    longest = max((len(run) for run in re.findall(r"`+", text)), default=0)
    marks = "`" * (longest + 1)
    space = " " if text[:1] == "`" or text[-1:] == "`" else ""
    return f"{marks}{space}{text}{space}{marks}"


def entry(term: str, definition: str, anchor: str = "") -> str:
    """An entry of a definition list; the definition may have several blocks."""
    lines = indented(definition.strip(), 4).lstrip()
    named = f" {{#{anchor}}}" if anchor else ""
    return f"{term}{named}\n:   {lines}\n"


def indented(text: str, indent: int) -> str:
    """`text` with its lines indented, empty ones left empty."""
    margin = " " * indent
    return "".join(margin + line if line.strip() else line for line in text.splitlines(True))


def listed(words: Iterable[str]) -> str:
    """Words as code, with commas and an "or"."""
    *most, last = (code(word) for word in words)
    return f"{', '.join(most)} or {last}" if most else last
