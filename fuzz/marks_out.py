"""Whether an annotated page is the host's with something put in, and nothing else done to it."""

from __future__ import annotations

import re

_BEGINS = re.compile(
    r'<mark data-postil(?:="[^"]*")? class="[^"]*" [^>]*>'
    r'|<a data-postil class="postil-words"[^>]*>'
    r'|<div data-postil class="postil-(?:row|block[^"]*)">'
    r'|<sup data-postil class="postil-refs".*?</sup>',
    re.DOTALL,
)
_NOTES = '<div data-postil class="postil-notes'
_DIV = re.compile(r"<(/?)div\b")
_ENDS = ("</mark>", "</a>", "</div>")


def is_host_with_marks(page: str, host: str) -> bool:
    """Whether `page` without Postil's start tags, numbers and notes is `host` with more end tags.

    Where an end tag is the host's own and where Postil's is not asked: the host's HTML may be as
    broken as can be, so that only the order of the characters is certain.
    """
    rest = _without_starts(page)
    # For each place in `rest`, how much of `host` can stand before it.
    behind: list[set[int]] = [set() for _ in range(len(rest) + 1)]
    behind[0].add(0)
    for at, places in enumerate(behind[:-1]):
        for end in _ENDS if places else ():
            if rest.startswith(end, at):
                behind[at + len(end)] |= places
        behind[at + 1] |= {one + 1 for one in places if host[one : one + 1] == rest[at]}
    return len(host) in behind[-1]


def _without_starts(page: str) -> str:
    while (start := page.find(_NOTES)) >= 0:
        depth, end = 0, start
        for tag in _DIV.finditer(page, start):
            depth += -1 if tag[1] else 1
            end = page.index(">", tag.start()) + 1
            if not depth:
                break
        page = page[:start] + page[end:]
    return _BEGINS.sub("", page)
