"""What a search reads of a page of ours.

Material reads each page with Python's parser of HTML, and passes over what says
`data-search-exclude` only after it parsed it
(https://squidfunk.github.io/mkdocs-material/setup/setting-up-site-search/#search-exclusion). Of a
text with many notes that is most of the page.
"""

from __future__ import annotations

import re

from postil.render.tokens import attributes_of

_EXCLUDED = " data-search-exclude"
# A start tag of ours: no value of an attribute in it holds a quotation mark.
_OURS = re.compile(r'<([a-z]++)((?: data-postil)?+ class="postil-[^"]*+"(?:[^<>"]|"[^<>"]*+")*+)>')


def searched(html: str) -> str:
    """`html` without the elements of ours that are kept out of the search.

    Those of the host stay, since only ours are known to be well formed. Time is linear.
    """
    parts: list[str] = []
    kept = looked = 0
    while (found := html.find(_EXCLUDED, looked)) >= 0:
        begin = html.rfind("<", looked, found)
        looked = found + len(_EXCLUDED)
        tag = _OURS.match(html, begin) if begin >= 0 else None
        if tag is None or _EXCLUDED.strip() not in attributes_of(tag[2]):
            continue
        end = _end(html, tag[1], tag.end())
        parts.append(html[kept:begin])
        kept = looked = end
    parts.append(html[kept:])
    return "".join(parts)


def _end(html: str, name: str, position: int) -> int:
    """Where the element ends whose start tag ends at `position`; the end of `html` if never."""
    depth = 1
    for tag in _tags(name).finditer(html, position):
        depth += -1 if tag[0][1] == "/" else 1
        if not depth:
            return tag.end()
    return len(html)


def _tags(name: str) -> re.Pattern[str]:
    # Compiled patterns are kept by `re`.
    return re.compile(rf"<{name}(?=[\s>])|</{name}>")
