"""Two versions of some words as one line of a forge's Markdown."""

from __future__ import annotations

from postil.publish.forge_markdown import inline
from postil.site.difference import difference

_TAGS = {"removed": "del", "added": "ins"}


def changed_words(before: str, after: str) -> str:
    """The words of both versions, those that are gone and those that came marked as such."""
    pieces = []
    for one in difference(before, after):
        words, tag = inline(one.words), _TAGS.get(one.fate)
        pieces.append(f"<{tag}>{words}</{tag}>" if tag else words)
    return " ".join(pieces)
