"""Where a page embeds something: HTML comments such as `<!-- postil: explainers -->`."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass

from postil.model.place import Place

_COMMENT = re.compile(r"<!--\s*postil:(.*?)-->", re.DOTALL)
_HEADING = re.compile(r"<h([1-6])\b", re.IGNORECASE)
_PARAGRAPH = re.compile(r"<(/?)p\b[^>]*>", re.IGNORECASE)
# Code, in which Markdown shows a comment instead of making one.
_CODE = re.compile(
    r"^[ \t]*(?P<fence>`{3,}|~{3,}).*?(?:^[ \t]*(?P=fence)|\Z)|`[^`\n]*`", re.DOTALL | re.MULTILINE
)


@dataclass(frozen=True, slots=True)
class Embed:
    """A comment in the HTML of a page, from `start` to `end`, that asks for the thing `name`.

    `value` says which one, or how many of them; `written` is the comment as it stands. `level` is
    that of a heading below the last one before it. `inline` says that it stands in the middle of
    a paragraph, where nothing can be embedded.
    """

    name: str
    value: str
    written: str
    start: int
    end: int
    level: int
    inline: bool


def embeds_in(html: str) -> tuple[Embed, ...]:
    """What the page `html` embeds, in order. Comments that code shows are escaped there."""
    if "postil:" not in html:
        return ()
    return tuple(_embed(match, html) for match in _COMMENT.finditer(html))


def embed_places(written: Iterable[str], source: str, path: str) -> list[Place]:
    """Where comments stand in the Markdown that the page is made of, in the same order.

    One that is not in the `source`, because a program put it into the page, is placed at the
    file, `path`.
    """
    lines = [0, *(match.end() for match in re.finditer("\n", source))]
    shown = _CODE.sub(lambda match: re.sub(r"[^\n]", " ", match[0]), source)
    found: dict[str, list[Place]] = {}
    for match in _COMMENT.finditer(shown):
        line = bisect_right(lines, match.start())
        place = Place(path, line, match.start() - lines[line - 1] + 1)
        found.setdefault(match[0], []).append(place)
    seen: Counter[str] = Counter()
    places = []
    for comment in written:
        known = found.get(comment, [Place(path)])
        places.append(known[min(seen[comment], len(known) - 1)])
        seen[comment] += 1
    return places


def _embed(match: re.Match[str], html: str) -> Embed:
    name, _, value = " ".join(match[1].split()).partition(" ")
    before = html[: match.start()]
    headings = _HEADING.findall(before)
    paragraphs = _PARAGRAPH.findall(before)
    return Embed(
        name=name,
        value=value,
        written=match[0],
        start=match.start(),
        end=match.end(),
        level=min(int(headings[-1]) + 1, 6) if headings else 2,
        inline=bool(paragraphs) and paragraphs[-1] == "",
    )
