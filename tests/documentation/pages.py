"""The examples of a page: its fenced blocks, each with its place and what its fence says."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

_FENCE = re.compile(
    r"^(?P<ticks>`{3,}) *(?P<head>[^\n`]*)\n(?P<text>.*?)^(?P=ticks) *$", re.MULTILINE | re.DOTALL
)
_ATTRIBUTE = re.compile(r'([\w-]+)="([^"]*)"')


@dataclass(frozen=True, slots=True)
class Example:
    """A fenced block: its language, the attributes of its fence, and the line that it begins at.

    `follows` says that nothing stands between it and the block before.
    """

    page: Path
    line: int
    language: str
    text: str
    attributes: dict[str, str] = field(default_factory=dict)
    follows: bool = False

    @property
    def title(self) -> str:
        """The path of the file that the block shows; empty where it shows none."""
        return self.attributes.get("title", "")

    def __str__(self) -> str:
        return f"{self.page.name}:{self.line}"


def examples(page: Path) -> Iterator[Example]:
    """The fenced blocks of a page, in order."""
    whole = page.read_text(encoding="utf-8")
    end = 0
    for found in _FENCE.finditer(whole):
        follows = end > 0 and not whole[end : found.start()].strip()
        end = found.end()
        language, _, rest = found["head"].strip().partition(" ")
        line = whole.count("\n", 0, found.start()) + 1
        attributes = dict(_ATTRIBUTE.findall(rest))
        yield Example(page, line, language, found["text"], attributes, follows)


def commands(text: str) -> list[str]:
    """The commands of a block, one each; a line that ends with a backslash goes on in the next."""
    joined = re.sub(r"\\\n\s*", "", text)
    lines = (line.strip() for line in joined.splitlines())
    return [line for line in lines if line and not line.startswith("#")]
