"""Everything that a site's folders hold, in one pass."""

from __future__ import annotations

import gc
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import Protocol, TypeAlias, TypeVar

from postil.model.annotation import Annotation
from postil.model.diagnostic import Diagnostic
from postil.model.library import Library
from postil.model.settings import Settings
from postil.model.source import Source
from postil.model.text import Text
from postil.read.annotations import Known
from postil.read.files import Content, content_of
from postil.read.known_passages import Cited, with_known_passages
from postil.read.one_text import Notes, NotesFiles, text_in
from postil.read.problems import order
from postil.read.shared import read_contributors_of, read_links_of, read_sources_of
from postil.read.site_files import SiteFiles, find_files, shared_contents
from postil.read.styles import read_style
from postil.read.text_folder import TextFile
from postil.read.unique import Ids
from postil.read.unused import text_unknown, unused
from postil.workers import Sharing

Read = TypeVar("Read")

_TOGETHER = 32
"""Texts that are kept together: to look for each by itself takes as long as to read it."""

ReadNotes: TypeAlias = Callable[[Sequence[NotesFiles]], Iterable[Notes]]
"""Gives what each of these files hold, in their order."""


class Keep(Protocol):
    """Gives what is read of files, which may be known from before."""

    def __call__(
        self, name: str, contents: Sequence[Content], more: object, read: Callable[[], Read], /
    ) -> Read:
        """What `read` reads, under that name, from the contents of files and `more`, and from
        nothing else."""


def _anew(name: str, contents: Sequence[Content], more: object, read: Callable[[], Read]) -> Read:
    del name, contents, more
    return read()


@dataclass(frozen=True, slots=True)
class Reading:
    """A library, and what else it takes to read one of its texts again (see `read_again`).

    `known` is what annotations can name, `unread` has the slugs of texts that are there and could
    not be read, and `left_out` counts the annotations of each text that were, by its slug.
    """

    library: Library
    known: Known
    unread: frozenset[str]
    left_out: Mapping[str, int]


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
    return read_site(read, root, settings).library


def read_site(read: ReadNotes, root: Path, settings: Settings, keep: Keep = _anew) -> Reading:
    """What `read_library_as` reads, for who reads some of it again; `keep` may know what all but
    the annotations hold."""
    was = gc.isenabled()
    # All that is made here stays: to look for garbage in it, again and again, takes as long.
    gc.disable()
    try:
        return _read(read, root, settings, keep)
    finally:
        if was:
            gc.enable()


def _read(read: ReadNotes, root: Path, settings: Settings, keep: Keep) -> Reading:
    files = find_files(root, settings)
    problems = [*files.of_texts]
    texts, unread = _texts(files, settings, problems, keep)
    problems += files.of_annotations
    rejected = files.rejected
    limit = settings.limits.sources
    listed = shared_contents(files.shared.sources, root, limit)
    sources, source_ids, wrong = keep("sources", listed, (), partial(_sources, listed))
    problems += wrong
    written = shared_contents([files.shared.contributors], root, limit)
    contributors, people = read_contributors_of(next(iter(written), None), problems)
    style = read_style(root, settings.style, problems)
    kinds = [kind.id for kind in settings.kinds]
    known = Known(kinds, [one.id for one in settings.verdicts], source_ids, people)
    annotations: dict[str, tuple[Annotation, ...]] = dict.fromkeys(texts, ())
    missing: dict[str, int] = {}
    groups = [
        NotesFiles(slug, paths, root, known, settings.limits) for slug, paths in files.notes.items()
    ]
    for one, found in zip(groups, read(groups), strict=True):
        problems += found.problems
        rejected += found.left_out
        if one.slug in texts:
            annotations[one.slug] = found.annotations
            missing[one.slug] = found.left_out
            continue
        rejected += len(found.annotations)
        if one.slug not in unread:
            problems.append(text_unknown(one.slug, one.paths, texts))
    cited = Cited(annotations, unread, partly_read(missing))
    annotations = {
        slug: tuple(with_known_passages(one, cited, problems) for one in group)
        for slug, group in annotations.items()
    }
    problems += unused(annotations, sources, contributors, rejected)
    written = shared_contents([files.shared.links], root, limit)
    links = read_links_of(next(iter(written), None), problems)
    problems.sort(key=order)
    library = Library(
        texts, annotations, sources, contributors, tuple(problems), rejected, links, style
    )
    return Reading(library, known, unread, missing)


def partly_read(left_out: Mapping[str, int]) -> frozenset[str]:
    """The texts of whose annotations some were left out, which are counted by slug."""
    return frozenset(slug for slug, count in left_out.items() if count)


def _sources(
    contents: Sequence[Content],
) -> tuple[dict[str, Source], Ids, list[Diagnostic]]:
    problems: list[Diagnostic] = []
    return *read_sources_of(contents, problems), problems


def _texts(
    files: SiteFiles, settings: Settings, problems: list[Diagnostic], keep: Keep
) -> tuple[dict[str, Text], frozenset[str]]:
    """The texts by slug, and the slugs of files that are there and could not be read."""
    texts: dict[str, Text] = {}
    unread: set[str] = set(files.refused)
    every = list(files.texts.values())
    for start in range(0, len(every), _TOGETHER):
        some = every[start : start + _TOGETHER]
        contents = [content_of(one.file, one.path, settings.limits.text * 1024) for one in some]
        about = [(one.slug, one.path, one.beside, settings.trusts(one.slug)) for one in some]
        read = partial(_texts_in, contents, some, settings)
        for one, (text, wrong) in zip(
            some, keep(f"texts {start}", contents, about, read), strict=True
        ):
            problems += wrong
            if text is None:
                unread.add(one.slug)
            else:
                texts[one.slug] = text
    return texts, frozenset(unread)


def _texts_in(
    contents: Sequence[Content], files: Sequence[TextFile], settings: Settings
) -> list[tuple[Text | None, list[Diagnostic]]]:
    return [text_in(content, one, settings) for content, one in zip(contents, files, strict=True)]
