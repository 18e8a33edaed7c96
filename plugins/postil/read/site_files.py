"""The files that a site is read from."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path

from postil.model.diagnostic import Diagnostic
from postil.model.place import Place
from postil.model.settings import Settings
from postil.read.files import Content, content_of, path_of
from postil.read.folders import SharedFiles, find_annotations, is_inside
from postil.read.strings import Strings
from postil.read.text_folder import TextFile, find_texts
from postil.read.words import shown


@dataclass(frozen=True, slots=True)
class SiteFiles:
    """The files of texts by slug, the paths of those of annotations by the slug of their text, and
    those that belong to no text; each mapping in the order in which they are read.

    `refused` are the slugs of texts that are there and not read, `rejected` counts the files of
    annotations that are not. `of_texts` and `of_annotations` tell what is wrong in each folder.
    """

    texts: Mapping[str, TextFile]
    notes: Mapping[str, Strings]
    shared: SharedFiles
    refused: frozenset[str]
    rejected: int
    of_texts: tuple[Diagnostic, ...]
    of_annotations: tuple[Diagnostic, ...]

    @property
    def sure(self) -> bool:
        """Whether all of them could be looked at."""
        problems = (*self.of_texts, *self.of_annotations)
        return all(problem.code != "file-unreadable" for problem in problems)


def find_files(root: Path, settings: Settings) -> SiteFiles:
    """The files of the site below `root`."""
    of_texts: list[Diagnostic] = []
    of_annotations: list[Diagnostic] = []
    texts, refused = _texts(root, settings.content, of_texts)
    notes: dict[str, list[str]] = {}
    shared, rejected = SharedFiles(), 0
    folder = settings.annotations
    if is_inside(root / folder, root, of_annotations):
        if (root / folder).is_dir():
            files, shared, rejected = find_annotations(root / folder, root, of_annotations)
            for one in files:
                notes.setdefault(one.slug, []).append(one.path)
        # A site may begin without annotations; a folder that it names itself should exist.
        elif folder != Settings().annotations:
            of_annotations.append(_missing(folder, "annotations"))
    return SiteFiles(
        texts={one.slug: one for one in texts},
        notes={slug: Strings(paths) for slug, paths in notes.items()},
        shared=shared,
        refused=frozenset(refused),
        rejected=rejected,
        of_texts=tuple(of_texts),
        of_annotations=tuple(of_annotations),
    )


def shared_contents(files: Iterable[Path | None], root: Path, limit: int) -> list[Content]:
    """What is in those of the files that are there, of at most `limit` kilobytes."""
    return [content_of(file, path_of(file, root), limit * 1024) for file in files if file]


def _texts(root: Path, folder: str, problems: list[Diagnostic]) -> tuple[list[TextFile], set[str]]:
    if not is_inside(root / folder, root, problems):
        return [], set()
    if not (root / folder).is_dir():
        problems.append(_missing(folder, "texts"))
        return [], set()
    return find_texts(root / folder, root, problems)


def _missing(folder: str, what: str) -> Diagnostic:
    hint = "make it, or name the right one in the settings"
    return Diagnostic(
        "folder-missing",
        f"the folder of {what}, {shown(folder)}, does not exist",
        Place(folder),
        hint,
    )
