"""Everything that a build would find, without building."""

from __future__ import annotations

from dataclasses import dataclass, replace
from pathlib import Path

from postil.model.diagnostic import Diagnostic
from postil.model.library import Library
from postil.read.problems import order
from postil.read.settings import HostConfig
from postil.read.signs import folder_signs, now
from postil.read.site_files import find_files
from postil.site.checking.joined import Joined, joined, summary_of
from postil.site.checking.lists import with_lists
from postil.site.checking.pages import page_facts, page_problems
from postil.site.checking.record import Record
from postil.site.checking.texts import cited_facts, text_facts
from postil.site.summary import Summary
from postil.workers import Sharing


@dataclass(frozen=True, slots=True)
class Checked:
    """What was read, the diagnostics of a site, by place, and the counts."""

    library: Library
    diagnostics: tuple[Diagnostic, ...]
    summary: Summary


@dataclass(frozen=True, slots=True)
class Findings:
    """The diagnostics of a site, by place, the counts, and the record for the next check."""

    diagnostics: tuple[Diagnostic, ...]
    summary: Summary
    record: Record


def check_site(root: Path, host: HostConfig) -> Checked:
    """Reads, renders and anchors every text below `root`, and reads what other pages embed."""
    from postil.read.library import read_library

    found = findings(map, root, host)
    return Checked(read_library(root, host.settings), found.diagnostics, found.summary)


def findings(
    share: Sharing, root: Path, host: HostConfig, before: Record | None = None
) -> Findings:
    """What is wrong with the site below `root`.

    What is done for each text is done by `share`, and taken from the record of an earlier check,
    `before`, where it depends on nothing that changed. It must be one of the same settings.
    """
    began = now()
    settings, record = host.settings, before or Record()
    signs = folder_signs(root, (settings.content, settings.annotations), began)
    files = record.files
    if before is None or not (files.sure and signs.same_names(record.signs)):
        files = find_files(root, settings)
    changed = signs.changed(record.signs)
    record = with_lists(record, changed, files, root, settings)
    texts = text_facts(share, root, host, record, changed, files)
    pages = page_facts(root, host, record, began)
    record = replace(record, signs=signs, files=files, texts=texts, pages=pages)
    read = joined(record)
    record = replace(record, cited=cited_facts(share, root, host, record, read.cited))
    return _findings(record, read)


def _findings(record: Record, read: Joined) -> Findings:
    found = list(read.problems)
    found.sort(key=order)
    rendered = []
    for slug, facts in read.texts.items():
        cited = record.cited.get(slug)
        if cited and not cited.rendered:
            found += cited.diagnostics
            continue
        found += facts.diagnostics
        found += cited.diagnostics if cited else ()
        if facts.rendered:
            rendered.append(facts)
    found += page_problems(record.pages, read.names)
    found.sort(key=_place)
    sources = len(record.sources.listed)
    return Findings(tuple(found), summary_of(read, rendered, sources), record)


def _place(problem: Diagnostic) -> tuple[str, int, int]:
    place = problem.place
    return place.path, place.line, place.column
