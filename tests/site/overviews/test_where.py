"""The files that say on which page of a long list an entry stands."""

from __future__ import annotations

import json
from pathlib import PurePosixPath

from postil.site.overviews.where import entry_ids, where_count, where_files, where_uri

SHEETS = [
    (
        "sources/" if number == 1 else f"sources/{number}/",
        f'<section class="postil-part" id="own-page">\n'
        f'<article class="postil-entry" id="source-{number}a" data-x="y">\n'
        f'<h3 id="source-{number}a:title">A</h3></article>\n<ol><li id="b{number}:é">B</li></ol>',
    )
    for number in range(1, 21)
]


def places(sheets: list[tuple[str, str]]) -> dict[str, dict[str, str]]:
    ids = [(url, entry_ids(html)) for url, html in sheets]
    return {file.path: json.loads(file.content) for file in where_files("sources.md", ids)}


def test_every_entry_is_where_a_script_looks_for_it() -> None:
    found = places(SHEETS)
    assert list(found) == [f"sources/where/{number}.json" for number in range(3)]
    for number, (url, _) in enumerate(SHEETS, start=1):
        for id in (f"source-{number}a", f"b{number}:é"):
            page = found[where_uri("sources.md", sum(map(ord, id)) % 3)][id]
            # As seen from the file.
            assert page == ("../" if number == 1 else f"../{number}/")
            assert PurePosixPath("sources/where", page).parts[0] == url.partition("/")[0]
    # What is no entry has no place, and a part has that where it begins.
    assert [key for file in found.values() for key in file if ":title" in key] == []
    assert [file["own-page"] for file in found.values() if "own-page" in file] == ["../"]


def test_a_list_of_one_page_needs_none() -> None:
    assert places(SHEETS[:1]) == {}
    assert [where_count(sheets) for sheets in (1, 2, 8, 9)] == [0, 1, 1, 2]
