"""The sources of each text, and of the whole site, for reference managers and spreadsheets."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

from postil.model.settings import Settings
from postil.model.source import Source
from postil.publish.bibtex import bibtex_entry
from postil.publish.csl_json import csl_line
from postil.publish.csv_table import csv_table
from postil.publish.source_table import COLUMNS, source_row
from postil.render.text_item import text_id
from postil.site import export_paths as paths
from postil.site.explain import Explained
from postil.site.made_forms import MadeFile
from postil.site.text_sources import text_sources
from postil.site.whole import Whole

Cited = Mapping[str, list[str]]
"""The ids of sources that are cited, and of each the notes that do, as `text/note`."""


def source_files(whole: Whole) -> Iterator[MadeFile]:
    """The sources that the notes of each text cite, in the order in which they do, and all sources
    of the site, as it lists them: those that no note cites, too. A text of the site of which notes
    cite a passage has an entry of its own."""
    sources = _sources(whole)
    # Each is written once, for a source may be that of many texts.
    lines = {id: csl_line(source) for id, source in sources.items()}
    entries = {id: bibtex_entry(source) for id, source in sources.items()}
    everywhere: dict[str, list[str]] = {id: [] for id in sources}
    for one in whole.explained:
        here = _cited(one, sources)
        for id, notes in here.items():
            everywhere[id] += notes
        yield from _of_text(whole.settings, one, sources, here, lines, entries)
    yield _list(paths.SOURCES_CSL, lines.values())
    yield _entries(paths.SOURCES_BIBTEX, entries.values())
    yield _table(paths.SOURCES_TABLE, sources, everywhere)


def text_source_files(whole: Whole, one: Explained) -> Iterator[MadeFile]:
    """Those of one text."""
    sources = _sources(whole)
    here = _cited(one, sources)
    lines = {id: csl_line(sources[id]) for id in here}
    entries = {id: bibtex_entry(sources[id]) for id in here}
    yield from _of_text(whole.settings, one, sources, here, lines, entries)


def _sources(whole: Whole) -> Mapping[str, Source]:
    return {**whole.library.sources, **text_sources(whole.library)}


def _of_text(
    settings: Settings,
    one: Explained,
    sources: Mapping[str, Source],
    here: Cited,
    lines: Mapping[str, str],
    entries: Mapping[str, str],
) -> Iterator[MadeFile]:
    slug = one.explainer.text.slug
    yield _list(paths.text_csl(settings, slug), [lines[id] for id in here])
    yield _entries(paths.text_bibtex(settings, slug), [entries[id] for id in here])
    yield _table(paths.text_sources_table(settings, slug), sources, here)


def _cited(explained: Explained, sources: Mapping[str, Source]) -> dict[str, list[str]]:
    found: dict[str, list[str]] = {}
    for anchored in explained.explainer.annotations:
        annotation = anchored.annotation
        cited = [citation.source for citation in annotation.citations]
        cited += [text_id(citation.text) for citation in annotation.cited_passages]
        for id in cited:
            if id in sources:
                found.setdefault(id, []).append(f"{annotation.text}/{annotation.id}")
    return found


def _list(path: str, lines: Iterable[str]) -> MadeFile:
    return MadeFile(path, ("[\n" + ",\n".join(lines) + "\n]\n").encode())


def _entries(path: str, entries: Iterable[str]) -> MadeFile:
    return MadeFile(path, "\n".join(f"{entry}\n" for entry in entries).encode())


def _table(path: str, sources: Mapping[str, Source], cited: Cited) -> MadeFile:
    rows = (source_row(sources[id], notes) for id, notes in cited.items())
    return MadeFile(path, csv_table(COLUMNS, rows))
