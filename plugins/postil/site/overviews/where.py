"""Where the entries of a long list stand, for addresses of its first page that were given out.

An entry moves from page to page while a list grows. A script asks these files where it is now; of
many, each holds the entries whose addresses add up to its number.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Sequence

from postil.site.made_forms import MadeFile
from postil.site.whole import relative

_IDS = re.compile(r'<(?:article|section|li)\b[^>]*? id="([^"]+)"')
_SHEETS = 8


def where_uri(uri: str, number: int = 0) -> str:
    """The path of file `number` of the list whose first page is `uri`."""
    return f"{uri.removesuffix('.md')}/where/{number}.json"


def where_count(sheets: int) -> int:
    """The number of files of a list of so many pages; none for a list of one page."""
    return -(-sheets // _SHEETS) if sheets > 1 else 0


def entry_ids(html: str) -> Sequence[str]:
    """The ids of the entries on a page of a list."""
    return _IDS.findall(html)


def where_files(uri: str, sheets: Sequence[tuple[str, Sequence[str]]]) -> Iterator[MadeFile]:
    """The files of a list whose first page is `uri`; `sheets` are the addresses of its pages from
    the root of the site, and the ids of their entries. Each file gives the page of an entry as seen
    from there, by the id of the entry."""
    count = where_count(len(sheets))
    found: list[dict[str, str]] = [{} for _ in range(count)]
    for url, ids in sheets if count else ():
        page = relative(url, where_uri(uri))
        for id in ids:
            # A part begins on the first page that has it.
            found[sum(map(ord, id)) % count].setdefault(id, page)
    for number, places in enumerate(found):
        content = json.dumps(places, ensure_ascii=False, separators=(",", ":"))
        yield MadeFile(where_uri(uri, number), content.encode())
