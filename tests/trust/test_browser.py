"""In a real browser nothing that a contribution holds runs, asks another host for something, leads
away or changes what the page around it is."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser

from ..trying import Tried
from ..waiting import until
from .conftest import Sites
from .looking import Watched, watched_tab
from .serving import served

NOTE = re.compile(r"explainers/[^/]+/notes/[^/]+/")
TEXT = re.compile(r"explainers/[^/]+/")
LOOKED_AT = 24
"""Notes of a harmless site that are looked at: of every kind, and with every verdict."""


@dataclass(slots=True)
class Kind:
    """What harmless pages of a kind are."""

    parts: list[list[str]] = field(default_factory=list)
    """The landmarks and components of a page in their order, each below those around it."""
    places: set[str] = field(default_factory=set)
    """Every element, by those that it stands in, but for those within words of people."""


def pages_of(folder: Path) -> list[str]:
    found = (path.relative_to(folder).as_posix() for path in sorted(folder.rglob("*.html")))
    return [path.removesuffix("index.html") for path in found]


def kind_of(path: str) -> str:
    """What pages of one kind have in common: texts, notes, the pages of a list, and so on."""
    bare = path.removesuffix(" bare")
    name = "note" if NOTE.fullmatch(bare) else "text" if TEXT.fullmatch(bare) else bare
    return re.sub(r"\d+/?", "", name) + path[len(bare) :]


def parts_of(path: str, found: dict[str, Any]) -> list[str]:
    """A list has as many entries as there are notes that can be read: there each form counts."""
    if TEXT.match(path):
        return list(found["parts"])
    return list(dict.fromkeys(found["parts"]))


def looks(
    tab: Watched, folder: Path, address: str, paths: list[str]
) -> Iterator[tuple[str, dict[str, Any]]]:
    """What the pages are: all but those of notes are loaded with all that acts on them, and one
    note of each text is reached from it by a click, which Material answers without a load."""
    notes = [path for path in paths if NOTE.fullmatch(path)]
    for path, found in tab.look_bare(folder, notes):
        yield f"{path} bare", found
    reached = 0
    for path in paths:
        if path in notes:
            continue
        yield path, tab.look(f"{address}/{path}")
        within = [note for note in notes if note.startswith(path)] if TEXT.fullmatch(path) else []
        if within:
            note = within[reached % len(within)]
            reached += 1
            tab.page.evaluate(
                "(end) => document.querySelector(`.postil-tools a[href$='${end}']`).click()",
                f"{note.removeprefix(path)}",
            )
            until(tab.page, "() => document.querySelector('.md-content > article > .postil-page')")
            yield note, tab.look_here(f"{address}/{note}")


@pytest.fixture(scope="session")
def harmless_kinds() -> dict[Path, dict[str, Kind]]:
    """Those that were looked at, by the folder of their site."""
    return {}


def kinds_of(known: dict[Path, dict[str, Kind]], folder: Path, tab: Watched) -> dict[str, Kind]:
    """What the pages of a harmless site are, by their kinds."""
    if folder in known:
        return known[folder]
    kinds = known[folder] = defaultdict(Kind)
    pages = pages_of(folder)
    notes = {path for path in pages if NOTE.fullmatch(path)}
    few = set(sorted(notes, key=lambda path: path.split("/")[1])[:LOOKED_AT])
    texts = {path for path in pages if TEXT.fullmatch(path)}
    with_few = {path for path in texts if any(note.startswith(path) for note in few)}
    without = sorted(path for path in texts if not any(note.startswith(path) for note in notes))
    left_out = (notes - few) | (texts - with_few - set(without[:4]))
    paths = [path for path in pages if path not in left_out]
    with served(folder) as address:
        for path, found in looks(tab, folder, address, paths):
            assert not found["said"], (path, found["said"])
            kind = kinds[kind_of(path)]
            if (parts := parts_of(path, found)) not in kind.parts:
                kind.parts.append(parts)
            kind.places.update(found["places"])
    # One note of each text is reached by a click, and all are looked at without what acts on them.
    kinds["note"].places |= kinds["note bare"].places
    return kinds


def test_nothing_runs_and_no_page_is_another(
    sites: Sites,
    harmless_kinds: dict[Path, dict[str, Kind]],
    watched: Watched,
    tried: Tried,
) -> None:
    kinds = kinds_of(harmless_kinds, sites.harmless, watched)
    pages = pages_of(sites.hostile)
    assert sum(TEXT.fullmatch(path) is not None for path in pages) >= sites.texts
    assert sum(NOTE.fullmatch(path) is not None for path in pages) >= sites.notes
    wrong: list[str] = []
    for path, found in looks(watched, sites.hostile, sites.address, pages):
        said = list(found["said"])
        kind, parts = kinds[kind_of(path)], parts_of(path, found)
        if parts not in kind.parts:
            said.append(difference(kind.parts[0], parts))
        said += [f"another place: {one}" for one in found["places"] if one not in kind.places]
        if TEXT.fullmatch(path):
            count = len(list((sites.hostile / path).glob("notes/*/index.html")))
            if found["notes"] != count:
                said.append(f"{found['notes']} notes in it, and {count} pages of them")
        wrong += [f"{path}: {one}" for one in said]
    assert not wrong, "\n".join(wrong[:40])
    words = "in files that are imported" if sites.foreign else "in every field of a site"
    tried(f"Hostile words {words}, whose pages a browser opens", sites.words)
    tried("Pages of these sites that were looked at in the browser", len(pages))


def difference(expected: list[str], found: list[str]) -> str:
    pairs = zip([*expected, ""], [*found, ""], strict=False)
    was, now = next((was, now) for was, now in pairs if was != now)
    return f"{len(found)} parts for {len(expected)}: {now!r} for {was!r}"


def test_nothing_runs_when_readers_search(sites: Sites, browser: Browser, tried: Tried) -> None:
    """Results of the search hold the words of titles and texts."""
    with watched_tab(browser) as tab, served(sites.hostile, searched=True) as address:
        tab.page.goto(f"{address}/tags/")
        tab.page.locator(".md-search__input").click()
        for query in ("passage", "stands"):
            tab.page.locator(".md-search__input").fill("")
            tab.page.locator(".md-search__input").press_sequentially(query)
            until(
                tab.page,
                "() => /[1-9]/.test(document.querySelector('.md-search-result__meta').textContent)",
            )
            found = tab.look_here(f"{address}/tags/")
            assert not found["said"]
            assert any("md-search-result__item" in place for place in found["places"])
            tried("Searches whose results show these words", 1)
    assert not tab.surprises
