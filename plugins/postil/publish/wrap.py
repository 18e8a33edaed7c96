"""Words in lines of a width, for readers of plain text."""

from __future__ import annotations

import re
import textwrap

WIDTH = 76
"""Characters of a line: what a terminal or an e-mail shows, quoted once or twice."""

# What begins a line of its own in Markdown: an item, a quotation, a heading, a row, code.
_OWN_LINE = re.compile(r"\s*(?:[-*+>#|]|\d+[.)]|```|~~~)|    |\t")
# A space that is not to be broken is none.
_WORD = re.compile(r"[^ \t\n\r\f\v]+")
_ITEM = re.compile(r"\s*(?:(?:[-*+>]|\d+[.)])\s+)*")


def wrapped(text: str, indent: str = "", first: str | None = None) -> str:
    """One paragraph in lines of `WIDTH`, each with `indent` before it; `first` is that of the
    first line. Words and addresses are never broken.

    Python's `textwrap` does the same and takes four times as long.
    """
    begin = indent if first is None else first
    # What is printable holds no other white space than plain spaces, and is split in less time.
    rest = " ".join(text.split() if text.isprintable() else _WORD.findall(text))
    lines: list[str] = []
    at = 0
    while len(begin) + len(rest) - at > WIDTH:
        end = rest.rfind(" ", at, max(at + WIDTH - len(begin) + 1, at))
        if end < 0:
            # The next word is longer than the line.
            end = rest.find(" ", at)
            if end < 0:
                break
        lines.append(begin + rest[at:end])
        begin, at = indent, end + 1
    lines.append(begin + rest[at:])
    return "\n".join(lines)


def wrapped_markdown(text: str, indent: str) -> str:
    """Markdown in lines of `WIDTH`: paragraphs are filled, and lists, tables and code keep their
    lines."""
    if "```" in text or "~~~" in text:
        return textwrap.indent(text, indent)
    blocks = re.split(r"\n[^\S\n]*\n", text.strip("\n"))
    return "\n\n".join(_block(block, indent) for block in blocks)


def _block(block: str, indent: str) -> str:
    lines = block.split("\n")
    if not any(_OWN_LINE.match(line) or line.endswith(("  ", "\\")) for line in lines):
        return wrapped(block, indent)
    return "\n".join(_own(line, indent) for line in lines)


def _own(line: str, indent: str) -> str:
    if line.lstrip().startswith("|") or line.startswith(("    ", "\t")):
        return indent + line
    found = _ITEM.match(line)
    sign = found[0] if found else ""
    if not line[len(sign) :].strip():
        return (indent + line).rstrip()
    return wrapped(line[len(sign) :], indent + " " * len(sign), indent + sign)
