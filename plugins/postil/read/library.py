"""Everything that a site's folders hold, in one pass."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import partial
from pathlib import Path

from postil.model.annotation import Annotation
from postil.model.contributor import Contributor
from postil.model.diagnostic import Diagnostic
from postil.model.library import Library
from postil.model.limits import Limits
from postil.model.link import LinkCheck
from postil.model.place import Place
from postil.model.settings import Settings
from postil.model.source import Source
from postil.model.text import Text
from postil.read.annotations import Known, read_annotations
from postil.read.documents import order, read_document, sum_up
from postil.read.files import path_of, read_text
from postil.read.folders import (
    FORMS,
    AnnotationFile,
    SharedFiles,
    find_annotations,
    is_inside,
)
from postil.read.hidden import hidden_characters
from postil.read.links import read_links
from postil.read.lookalike import lookalikes
from postil.read.passages import Cited, with_known_passages
from postil.read.shared import read_contributor_file, read_source_files
from postil.read.styles import read_style
from postil.read.text_folder import TextFile, find_texts
from postil.read.texts import read_text_file
from postil.read.unique import Unique
from postil.read.words import meant, shown
from postil.workers import Sharing


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
    return read_site(share, root, settings).library


def read_site(share: Sharing, root: Path, settings: Settings) -> Reading:
    """What `read_library_by` reads, for who reads some of it again."""
    problems: list[Diagnostic] = []
    texts, unread = _texts(root, settings, problems)
    files, shared, rejected = _files(root, settings.annotations, problems)
    shared_bytes = settings.limits.sources * 1024
    sources, source_ids = read_source_files(shared.sources, root, shared_bytes, problems)
    contributors, people = read_contributor_file(shared.contributors, root, shared_bytes, problems)
    style = read_style(root, settings.style, problems)
    known = Known(
        [kind.id for kind in settings.kinds],
        [verdict.id for verdict in settings.verdicts],
        source_ids,
        people,
    )
    annotations: dict[str, tuple[Annotation, ...]] = dict.fromkeys(texts, ())
    missing: dict[str, int] = {}
    groups = _by_text(files)
    work = partial(read_group, known=known, limits=settings.limits)
    for (slug, group), (read, left_out, wrong) in zip(
        groups.items(), share(work, tuple(groups.items())), strict=True
    ):
        problems += wrong
        if slug in texts:
            annotations[slug] = read
            rejected += left_out
            missing[slug] = left_out
            continue
        rejected += left_out + len(read)
        if slug not in unread:
            problems.append(_text_unknown(group[0], texts))
    cited = Cited(annotations, unread, partly_read(missing))
    annotations = {
        slug: tuple(with_known_passages(one, cited, problems) for one in group)
        for slug, group in annotations.items()
    }
    problems.extend(unused(annotations, sources, contributors, rejected))
    links = _links(shared.links, root, shared_bytes, problems)
    problems.sort(key=order)
    library = Library(
        texts, annotations, sources, contributors, tuple(problems), rejected, links, style
    )
    return Reading(library, known, unread, missing)


def partly_read(left_out: Mapping[str, int]) -> frozenset[str]:
    """The texts of whose annotations some were left out."""
    return frozenset(slug for slug, count in left_out.items() if count)


def _texts(
    root: Path, settings: Settings, problems: list[Diagnostic]
) -> tuple[dict[str, Text], frozenset[str]]:
    """The texts by slug, and the slugs of files that are there and could not be read."""
    folder = settings.content
    if not is_inside(root / folder, root, problems):
        return {}, frozenset()
    if not (root / folder).is_dir():
        problems.append(_missing(folder, "texts"))
        return {}, frozenset()
    texts: dict[str, Text] = {}
    found, refused = find_texts(root / folder, root, problems)
    for one in found:
        text = read_one(one, settings, problems)
        if text is None:
            refused.add(one.slug)
        else:
            texts[one.slug] = text
    return texts, frozenset(refused)


def read_one(one: TextFile, settings: Settings, problems: list[Diagnostic]) -> Text | None:
    """The text in a file; None where it cannot be read."""
    markdown, wrong = read_text(one.file, one.path, settings.limits.text * 1024)
    problems.extend(wrong)
    if markdown is None:
        return None
    before = len(problems)
    problems.extend(hidden_characters(markdown, one.path))
    problems.extend(lookalikes(markdown, one.path))
    trusted = settings.trusts(one.slug)
    text = read_text_file(markdown, one.slug, one.path, one.beside, problems, trusted)
    sum_up(problems, before, one.path)
    return text


def _files(
    root: Path, folder: str, problems: list[Diagnostic]
) -> tuple[list[AnnotationFile], SharedFiles, int]:
    if not is_inside(root / folder, root, problems):
        return [], SharedFiles(), 0
    if (root / folder).is_dir():
        return find_annotations(root / folder, root, problems)
    # A site may begin without annotations; a folder that it names itself should exist.
    if folder != Settings().annotations:
        problems.append(_missing(folder, "annotations"))
    return [], SharedFiles(), 0


def _links(
    file: Path | None, root: Path, limit: int, problems: list[Diagnostic]
) -> dict[str, LinkCheck]:
    if file is None:
        return {}
    before, path = len(problems), path_of(file, root)
    links = read_links(file, path, limit, problems)
    sum_up(problems, before, path)
    return links


def _by_text(files: Iterable[AnnotationFile]) -> dict[str, list[AnnotationFile]]:
    groups: dict[str, list[AnnotationFile]] = {}
    for one in files:
        groups.setdefault(one.slug, []).append(one)
    return groups


def read_group(
    group: tuple[str, Sequence[AnnotationFile]], known: Known, limits: Limits
) -> tuple[tuple[Annotation, ...], int, list[Diagnostic]]:
    """The annotations of one text, how many were left out, and what is wrong."""
    slug, files = group
    problems: list[Diagnostic] = []
    ids = Unique("annotation", problems)
    annotations: list[Annotation] = []
    left_out = 0
    full = False
    for one in files:
        if full:
            left_out += 1
            continue
        before = len(problems)
        document = read_document(one.file, one.path, limits.annotations * 1024, problems)
        read, lost = read_annotations(document, slug, known, problems) if document else ([], 1)
        sum_up(problems, before, one.path)
        unique = [note for note, at in read if ids.add(note.id, at)]
        room = limits.notes - len(annotations)
        full = len(unique) > room
        if full:
            problems.append(_too_many(slug, unique[room], limits.notes))
        left_out += lost + len(read) - len(unique[:room])
        annotations.extend(unique[:room])
    return tuple(annotations), left_out, problems


def _too_many(slug: str, first: Annotation, most: int) -> Diagnostic:
    return Diagnostic(
        "notes-more",
        f"the text {shown(slug)} has more than {most:,} annotations, and neither this one nor those"
        " that follow are read",
        first.place,
        "the publisher can allow more, under “limits” in the settings",
    )


def _text_unknown(one: AnnotationFile, texts: Iterable[str]) -> Diagnostic:
    folder = one.path.rpartition("/")[0]
    path = folder if folder.endswith(f"/{one.slug}") else one.path
    return Diagnostic(
        "text-unknown", f"there is no text {shown(one.slug)}", Place(path), meant(one.slug, texts)
    )


def unused(
    annotations: Mapping[str, Sequence[Annotation]],
    sources: Mapping[str, Source],
    contributors: Mapping[str, Contributor],
    rejected: int,
) -> list[Diagnostic]:
    """What is listed and named by no annotation, those by slug; nothing where some were `rejected`:
    they may have named it."""
    if rejected:
        return []
    every = [annotation for group in annotations.values() for annotation in group]
    used = (citation.source for one in every for citation in one.citations)
    named = (contributor for one in every for contributor in one.contributors)
    return [*_unnamed(sources.values(), used), *_unnamed(contributors.values(), named)]


def _unnamed(things: Iterable[Source | Contributor], used: Iterable[str]) -> list[Diagnostic]:
    """A bibliography that a program keeps, in BibTeX or JSON, holds more than one site cites."""
    names = frozenset(used)
    return [
        Diagnostic("source-unused", f"no annotation cites {shown(one.id)}", one.place)
        if isinstance(one, Source)
        else Diagnostic("contributor-unused", f"no annotation names {shown(one.id)}", one.place)
        for one in things
        if one.id not in names and Path(one.place.path).suffix not in FORMS
    ]


def _missing(folder: str, what: str) -> Diagnostic:
    hint = "make it, or name the right one in the settings"
    return Diagnostic(
        "folder-missing",
        f"the folder of {what}, {shown(folder)}, does not exist",
        Place(folder),
        hint,
    )
