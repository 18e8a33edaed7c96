"""What a check finds in the files that belong to no text: sources, contributors, links, style."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Sequence
from dataclasses import replace
from pathlib import Path

from postil.model.contributor import Contributor
from postil.model.diagnostic import Diagnostic
from postil.model.place import Place
from postil.model.settings import STYLES, Settings
from postil.model.source import Source
from postil.read.files import Content, path_of
from postil.read.site_files import SiteFiles, shared_contents
from postil.site.checking.facts import ListFacts, digest_of
from postil.site.checking.record import Record

_Find = Callable[[list[Content], list[Diagnostic]], ListFacts]
"""Gives what is found, but for its digest and what is wrong, which goes into the list."""


def with_lists(
    record: Record, changed: Collection[str], files: SiteFiles, root: Path, settings: Settings
) -> Record:
    """The record with what is found in these files now; `changed` are paths of those that may be
    others than they were."""

    def found(
        before: ListFacts, was: Sequence[Path], now: Sequence[Path], find: _Find
    ) -> ListFacts:
        if before.digest and was == now and not any(path_of(one, root) in changed for one in now):
            return before
        return _found(before, shared_contents(now, root, settings.limits.sources), find)

    was, shared = record.files.shared, files.shared
    style = [] if settings.style in STYLES else _style_content(root, settings.style)
    return replace(
        record,
        sources=found(record.sources, was.sources, shared.sources, _sources),
        contributors=found(
            record.contributors, _one(was.contributors), _one(shared.contributors), _contributors
        ),
        links=found(record.links, _one(was.links), _one(shared.links), _links),
        style=_found(record.style, style, _style),
    )


def _found(before: ListFacts, contents: list[Content], find: _Find) -> ListFacts:
    digest = digest_of(contents)
    if digest and before.digest == digest:
        return before
    problems: list[Diagnostic] = []
    return replace(find(contents, problems), digest=digest, problems=tuple(problems))


# What reads is imported where something was written: a check that finds nothing new is quick.


def _sources(contents: list[Content], problems: list[Diagnostic]) -> ListFacts:
    from postil.read.shared import read_sources_of

    found, ids = read_sources_of(contents, problems)
    return ListFacts(b"", ids=ids, listed=_listed(found.values()))


def _contributors(contents: list[Content], problems: list[Diagnostic]) -> ListFacts:
    from postil.read.shared import read_contributors_of

    found, ids = read_contributors_of(next(iter(contents), None), problems)
    return ListFacts(b"", ids=ids, listed=_listed(found.values()))


def _links(contents: list[Content], problems: list[Diagnostic]) -> ListFacts:
    from postil.read.shared import read_links_of

    read_links_of(next(iter(contents), None), problems)
    return ListFacts(b"")


def _style_content(root: Path, style: str) -> list[Content]:
    from postil.read.styles import style_content

    content = style_content(root, style)
    return [content] if content else []


def _style(contents: list[Content], problems: list[Diagnostic]) -> ListFacts:
    from postil.read.styles import style_in

    for content in contents:
        problems += style_in(content)[1]
    return ListFacts(b"")


def _listed(things: Iterable[Source | Contributor]) -> tuple[tuple[str, Place], ...]:
    return tuple((one.id, one.place) for one in things)


def _one(file: Path | None) -> list[Path]:
    return [file] if file else []
