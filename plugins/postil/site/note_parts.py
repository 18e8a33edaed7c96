"""What the page of a note has of its own, in the page of the theme that is the same around all."""

from __future__ import annotations

import json
import re
import zlib
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

# What the host or its theme would look at, and do something else: it stands in no note that is
# rendered as it should be.
_ODD = ("<script", "<style", "style=", "</head>")
_SEARCHED = re.compile(r'data-search-\w+="')


@dataclass(frozen=True, slots=True)
class NoteParts:
    """A note's own parts of its page.

    `title` and `description` are plain text, `content` and `head` HTML; `head` is all that Postil
    adds there.
    """

    slug: str
    id: str
    title: str
    description: str
    content: str
    head: str

    @property
    def plain(self) -> bool:
        """Whether the page around these parts is that of any other note."""
        lower = self.content.lower()
        return (
            bool(self.description)
            and "<h1" in self.content
            and not any(one in lower for one in _ODD)
            and _SEARCHED.search(self.content) is None
        )


@dataclass(frozen=True, slots=True)
class NotePack:
    """The parts of some notes of one text, by its slug, in a tenth of their size: of a large site
    they do not fit in memory."""

    slug: str
    data: bytes


def pack(slug: str, notes: Iterable[NoteParts]) -> NotePack:
    """The notes as one pack."""
    parts = [(one.slug, one.id, one.title, one.description, one.content, one.head) for one in notes]
    written = json.dumps(parts, ensure_ascii=False)
    return NotePack(slug, zlib.compress(written.encode("utf-8", "surrogatepass"), 1))


def unpack(packed: NotePack) -> Iterator[NoteParts]:
    """The notes of a pack."""
    written = zlib.decompress(packed.data).decode("utf-8", "surrogatepass")
    return (NoteParts(*one) for one in json.loads(written))
