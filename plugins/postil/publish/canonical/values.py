"""A value in its canonical form: plain where that is safe, quoted where it is not, as a block where
it has lines. What it says stays the same."""

from __future__ import annotations

import re

from postil.publish.canonical.order import Order
from postil.publish.edits.source import YamlSource
from postil.publish.yaml_scalar import LINE, block, folded, scalar
from postil.read.nodes import Entries, Items, Node, Scalar
from postil.read.scalars import resolve

_SIMPLE = re.compile(r"[\w.-]+")
"""Words that mean themselves within brackets, too."""


WIDE = 100
"""Characters of a line that is left as it is; words of a longer one are folded at `LINE`."""


def value(
    source: YamlSource, node: Scalar, indent: int, used: int, *, as_block: bool = False
) -> str:
    """What stands behind `key: `, as a block where it can be one and `as_block` says so. The lines
    of a block are indented by `indent`; `used` are the characters before it in its first line.
    Empty for a value that is not there."""
    words, room = node.value, WIDE - used
    if node.style == "|" or (as_block and len(words) <= room and isinstance(resolve(node), str)):
        return block(words, indent) or _as_it_was(source, node, indent)
    if not node.style and (node.end_line == node.line or not words):
        too_long = len(words) > room and " " in words and isinstance(resolve(node), str)
        return (folded(words, indent) if too_long else None) or words
    text = words.rstrip("\n")
    # What is folded and about as long as a line may stay so.
    room = LINE - indent if node.style == ">" else room
    if text == words and "\n" not in words and len(words) <= room:
        return scalar(words)
    if node.style == ">" and (lines := _as_it_was(source, node, indent)) and _fits(lines):
        return lines
    if "\n" not in text and (text == words or node.style == ">"):
        return _folded(words, text, indent) or _as_it_was(source, node, indent)
    return block(words, indent) or _as_it_was(source, node, indent)


def _folded(words: str, text: str, indent: int) -> str | None:
    """One line of words, and at most one line feed at its end, folded."""
    lines = folded(text, indent)
    if lines is None or len(words) - len(text) > 1:
        return None
    return lines if text == words else f">{lines.removeprefix('>-')}"


def _fits(lines: str) -> bool:
    return max(map(len, lines.split("\n"))) <= WIDE


def _as_it_was(source: YamlSource, node: Scalar, indent: int) -> str:
    """A value that no canonical form can hold, as it was written, its lines moved."""
    start, end = source.span(node)
    head, *lines = source.text[start:end].splitlines()
    if node.style not in {"|", ">"}:
        return scalar(node.value)
    full = [line for line in lines if line.strip()]
    old = min((len(line) - len(line.lstrip(" ")) for line in full), default=0)
    head = head.partition("#")[0].rstrip()
    return "\n".join([head, *(" " * indent + line[old:] if line.strip() else "" for line in lines)])


def in_brackets(node: Node, used: int, order: Order) -> str | None:
    """A list of short values on one line, as `[a, b]` or `{a: b}`, behind `used` characters; None
    where it cannot be one."""
    written = _item(node, order)
    return written if written is not None and used + len(written) <= WIDE else None


def _item(node: Node, order: Order) -> str | None:
    if isinstance(node, Items):
        items = [_item(item, order) for item in node.items]
        return None if None in items else f"[{', '.join(filter(None, items))}]"
    if isinstance(node, Entries):
        fields = [
            (key, _item(node.entries[key][1], order.inner.get(key, Order())))
            for key in order.sorted(node.entries)
        ]
        if any(written is None for _, written in fields):
            return None
        return f"{{{', '.join(f'{_quoted(key)}: {written}' for key, written in fields)}}}"
    if not node.style and node.line == node.end_line:
        return node.value or "null"
    return _quoted(node.value)


def _quoted(words: str) -> str:
    written = scalar(words)
    return written if written[0] in "\"'" or _SIMPLE.fullmatch(written) else f'"{written}"'
