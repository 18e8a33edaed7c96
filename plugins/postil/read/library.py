"""Everything that a site's folders hold, in one pass."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial
from pathlib import Path

from postil.model.annotation import Annotation
from postil.model.diagnostic import Diagnostic
from postil.model.library import Library
from postil.model.limits import Limits
from postil.model.settings import Settings
from postil.model.text import Text
from postil.read.annotations import Known
from postil.read.files import content_of
from postil.read.known_passages import Cited, with_known_passages
from postil.read.one_text import Notes, notes_in, text_in
from postil.read.problems import order
from postil.read.shared import read_contributors_of, read_links_of, read_sources_of
from postil.read.site_files import SiteFiles, find_files, shared_contents
from postil.read.styles import read_style
from postil.read.unique import Ids
from postil.read.unused import text_unknown, unused_contributors, unused_sources
from postil.workers import Sharing


def read_library(root: Path, settings: Settings) -> Library:
    """Read the texts, annotations, sources and contributors of the site below `root`.

    Never raises for what people wrote: whatever is wrong is a diagnostic, and all problems of all
    files are found in one run. What cannot be used is left out; see `Library` for what holds.
    """
    return read_library_by(map, root, settings)


def read_library_by(share: Sharing, root: Path, settings: Settings) -> Library:
    """What `read_library` reads, the annotations of the texts read by `share`."""
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
    known = known_of(settings, source_ids, people)
    annotations: dict[str, tuple[Annotation, ...]] = dict.fromkeys(texts, ())
    partly: set[str] = set()
    work = partial(_notes, root=root, known=known, limits=settings.limits)
    groups = tuple(files.notes.items())
    for (slug, paths), read in zip(groups, share(work, groups), strict=True):
        problems += read.problems
        rejected += read.left_out
        if slug in texts:
            annotations[slug] = read.annotations
            partly |= {slug} if read.left_out else set()
            continue
        rejected += len(read.annotations)
        if slug not in unread:
            problems.append(text_unknown(slug, paths, texts))
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


def known_of(settings: Settings, sources: Ids, contributors: Ids) -> Known:
    """What annotations of the site can name."""
    kinds = [kind.id for kind in settings.kinds]
    return Known(kinds, [verdict.id for verdict in settings.verdicts], sources, contributors)


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


def _notes(group: tuple[str, Sequence[str]], root: Path, known: Known, limits: Limits) -> Notes:
    """The annotations of one text."""
    slug, paths = group
    most = limits.annotations * 1024
    return notes_in(slug, paths, lambda path: content_of(root / path, path, most), known, limits)
