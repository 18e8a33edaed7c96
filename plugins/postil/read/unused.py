"""What belongs to nothing: annotations of no text, and what no annotation names."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping, Sequence
from pathlib import PurePosixPath

from postil.model.annotation import Annotation
from postil.model.contributor import Contributor
from postil.model.diagnostic import Diagnostic
from postil.model.place import Place
from postil.model.source import Source
from postil.read.folders import FORMS
from postil.read.words import meant, shown


def text_unknown(slug: str, paths: Sequence[str], texts: Collection[str]) -> Diagnostic:
    """What is said of annotations in the files of these paths, whose text is not there."""
    folder = paths[0].rpartition("/")[0]
    path = folder if folder.endswith(f"/{slug}") else paths[0]
    return Diagnostic(
        "text-unknown", f"there is no text {shown(slug)}", Place(path), meant(slug, texts)
    )


def unused(
    annotations: Mapping[str, Sequence[Annotation]],
    sources: Mapping[str, Source],
    contributors: Mapping[str, Contributor],
    rejected: int,
) -> list[Diagnostic]:
    """What is listed and named by no annotation, those by the slugs of their texts; nothing where
    some were `rejected`: they may have named it."""
    if rejected:
        return []
    every = [annotation for group in annotations.values() for annotation in group]
    used = {citation.source for one in every for citation in one.citations}
    named = {contributor for one in every for contributor in one.contributors}
    return [
        *unused_sources(((one.id, one.place) for one in sources.values()), used),
        *unused_contributors(((one.id, one.place) for one in contributors.values()), named),
    ]


def unused_sources(listed: Iterable[tuple[str, Place]], used: Collection[str]) -> list[Diagnostic]:
    """The sources of those ids, and where each stands, that no annotation cites.

    A bibliography that a program keeps, in BibTeX or JSON, holds more than one site cites.
    """
    return _unused("source-unused", "cites", listed, used)


def unused_contributors(
    listed: Iterable[tuple[str, Place]], used: Collection[str]
) -> list[Diagnostic]:
    """The contributors that no annotation names."""
    return _unused("contributor-unused", "names", listed, used)


def _unused(
    code: str, uses: str, listed: Iterable[tuple[str, Place]], used: Collection[str]
) -> list[Diagnostic]:
    return [
        Diagnostic(code, f"no annotation {uses} {shown(id)}", place)
        for id, place in listed
        if id not in used and PurePosixPath(place.path).suffix not in FORMS
    ]
