"""Everything that a site's folders hold, in one pass."""

from __future__ import annotations

import gc
from collections.abc import Callable, Iterable, Sequence
from pathlib import Path
from typing import TypeAlias

from postil.model.annotation import Annotation
from postil.model.diagnostic import Diagnostic
from postil.model.library import Library
from postil.model.settings import Settings
from postil.model.text import Text
from postil.read.annotations import Known
from postil.read.files import content_of
from postil.read.known_passages import Cited, with_known_passages
from postil.read.one_text import Notes, NotesFiles, text_in
from postil.read.problems import order
from postil.read.shared import read_contributors_of, read_links_of, read_sources_of
from postil.read.site_files import SiteFiles, find_files, shared_contents
from postil.read.styles import read_style
from postil.read.unused import text_unknown, unused_contributors, unused_sources
from postil.workers import Sharing

ReadNotes: TypeAlias = Callable[[Sequence[NotesFiles]], Iterable[Notes]]
"""Gives what each of these files hold, in their order."""


def read_library(root: Path, settings: Settings) -> Library:
    """Read the texts, annotations, sources and contributors of the site below `root`.

    Never raises for what people wrote: whatever is wrong is a diagnostic, and all problems of all
    files are found in one run. What cannot be used is left out; see `Library` for what holds.
    """
    return read_library_by(map, root, settings)


def read_library_by(share: Sharing, root: Path, settings: Settings) -> Library:
    """What `read_library` reads, the annotations of the texts read by `share`."""
    return read_library_as(lambda files: share(NotesFiles.read, files), root, settings)


def read_library_as(read: ReadNotes, root: Path, settings: Settings) -> Library:
    """What `read_library` reads, the annotations of the texts in their order by `read`."""
    was = gc.isenabled()
    # All that is made here stays: to look for garbage in it, again and again, takes as long.
    gc.disable()
    try:
        return _library(read, root, settings)
    finally:
        if was:
            gc.enable()


def _library(read: ReadNotes, root: Path, settings: Settings) -> Library:
    files = find_files(root, settings)
    problems = [*files.of_texts]
    texts, unread = _texts(files, settings, problems)
    problems += files.of_annotations
    rejected = files.rejected
    limit = settings.limits.sources
    listed = shared_contents(files.shared.sources, root, limit)
    sources, source_ids = read_sources_of(listed, problems)
    written = shared_contents([files.shared.contributors], root, limit)
    contributors, people = read_contributors_of(next(iter(written), None), problems)
    style = read_style(root, settings.style, problems)
    kinds = [kind.id for kind in settings.kinds]
    known = Known(kinds, [one.id for one in settings.verdicts], source_ids, people)
    annotations: dict[str, tuple[Annotation, ...]] = dict.fromkeys(texts, ())
    partly: set[str] = set()
    groups = [
        NotesFiles(slug, paths, root, known, settings.limits) for slug, paths in files.notes.items()
    ]
    for one, found in zip(groups, read(groups), strict=True):
        problems += found.problems
        rejected += found.left_out
        if one.slug in texts:
            annotations[one.slug] = found.annotations
            partly |= {one.slug} if found.left_out else set()
            continue
        rejected += len(found.annotations)
        if one.slug not in unread:
            problems.append(text_unknown(one.slug, one.paths, texts))
    cited = Cited(annotations, unread, partly)
    annotations = {
        slug: tuple(with_known_passages(one, cited, problems) for one in group)
        for slug, group in annotations.items()
    }
    if not rejected:  # what was left out may have named them
        every = [annotation for group in annotations.values() for annotation in group]
        used = {citation.source for one in every for citation in one.citations}
        problems += unused_sources(((one.id, one.place) for one in sources.values()), used)
        named = {contributor for one in every for contributor in one.contributors}
        listed_people = ((one.id, one.place) for one in contributors.values())
        problems += unused_contributors(listed_people, named)
    written = shared_contents([files.shared.links], root, limit)
    links = read_links_of(next(iter(written), None), problems)
    problems.sort(key=order)
    return Library(
        texts, annotations, sources, contributors, tuple(problems), rejected, links, style
    )


def _texts(
    files: SiteFiles, settings: Settings, problems: list[Diagnostic]
) -> tuple[dict[str, Text], frozenset[str]]:
    """The texts by slug, and the slugs of files that are there and could not be read."""
    texts: dict[str, Text] = {}
    unread: set[str] = set(files.refused)
    for slug, one in files.texts.items():
        content = content_of(one.file, one.path, settings.limits.text * 1024)
        text, wrong = text_in(content, one, settings)
        problems += wrong
        if text is None:
            unread.add(slug)
        else:
            texts[slug] = text
    return texts, frozenset(unread)
