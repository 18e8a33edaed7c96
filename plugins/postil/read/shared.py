"""What belongs to no single text: the sources, from files of any form, and the contributors."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

from postil.model.contributor import Contributor
from postil.model.diagnostic import Diagnostic
from postil.model.source import Source
from postil.read.contributors import read_contributors
from postil.read.documents import read_document, sum_up
from postil.read.files import path_of
from postil.read.sources import read_sources
from postil.read.unique import Ids, Unique


def read_source_files(
    files: Iterable[Path], root: Path, limit: int, problems: list[Diagnostic]
) -> tuple[dict[str, Source], Ids]:
    """The sources of all files by id, and what a citation can name. An id stands once.

    A file has at most `limit` bytes.
    """
    found: dict[str, Source] = {}
    ids = Unique("source", problems)
    unread = False
    for file in files:
        before, path = len(problems), path_of(file, root)
        document = read_document(file, path, limit, problems)
        if document is None:
            unread = True
        else:
            found.update(read_sources(document, problems, ids)[0])
        sum_up(problems, before, path)
    return found, Ids(frozenset(found), None if unread else ids.all)


def read_contributor_file(
    file: Path | None, root: Path, limit: int, problems: list[Diagnostic]
) -> tuple[dict[str, Contributor], Ids]:
    """The contributors by id, and what an annotation can name. `limit` as above."""
    if file is None:
        return {}, Ids()
    before, path = len(problems), path_of(file, root)
    document = read_document(file, path, limit, problems)
    found = read_contributors(document, problems) if document else ({}, Ids(written=None))
    sum_up(problems, before, path)
    return found
