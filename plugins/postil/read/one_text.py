"""What the files of one text hold: the text itself, and its annotations."""

from __future__ import annotations

import os
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path

from postil.model.annotation import Annotation
from postil.model.diagnostic import Diagnostic
from postil.model.limits import Limits
from postil.model.settings import Settings
from postil.model.text import Text
from postil.read.annotations import Known, read_annotations
from postil.read.documents import document_of
from postil.read.files import Content, content_of
from postil.read.hidden import hidden_characters
from postil.read.lookalike import lookalikes
from postil.read.problems import sum_up
from postil.read.text_folder import TextFile
from postil.read.texts import read_text_file
from postil.read.unique import Unique
from postil.read.words import shown


@dataclass(frozen=True, slots=True)
class Notes:
    """The annotations of one text, how many were left out, and what is wrong."""

    annotations: tuple[Annotation, ...] = ()
    left_out: int = 0
    problems: tuple[Diagnostic, ...] = ()


@dataclass(frozen=True, slots=True)
class NotesFiles:
    """The files of the annotations of one text, by their paths below `root`."""

    slug: str
    paths: tuple[str, ...]
    root: Path
    known: Known
    limits: Limits

    def content(self, path: str) -> Content:
        """What is in one of them."""
        file = f"{self.root}{os.sep}{path}"
        return content_of(file, path, self.limits.annotations * 1024)

    def read(self) -> Notes:
        """What they hold."""
        return notes_in(self.slug, self.paths, self.content, self.known, self.limits)

    def read_from(self, contents: Sequence[Content]) -> Notes:
        """What they hold, of which this was read already."""
        by_path = {one.path: one for one in contents}
        return notes_in(self.slug, self.paths, by_path.__getitem__, self.known, self.limits)


def text_in(
    content: Content, file: TextFile, settings: Settings
) -> tuple[Text | None, list[Diagnostic]]:
    """The text in what was read of its file, None where it has none, and what is wrong."""
    markdown, problems = content.text()
    if markdown is None:
        return None, problems
    problems += hidden_characters(markdown, file.path)
    problems += lookalikes(markdown, file.path)
    trusted = settings.trusts(file.slug)
    text = read_text_file(markdown, file.slug, file.path, file.beside, problems, trusted)
    sum_up(problems, 0, file.path)
    return text, problems


def notes_in(
    slug: str,
    paths: Sequence[str],
    content: Callable[[str], Content],
    known: Known,
    limits: Limits,
) -> Notes:
    """The annotations of one text in the files of these paths, of which `content` reads each.

    Where there are more than the site allows, no file that follows is read.
    """
    problems: list[Diagnostic] = []
    ids = Unique("annotation", problems)
    annotations: list[Annotation] = []
    left_out = 0
    for number, path in enumerate(paths, start=1):
        before = len(problems)
        document = document_of(content(path), problems)
        read, lost = read_annotations(document, slug, known, problems) if document else ([], 1)
        sum_up(problems, before, path)
        unique = [note for note, at in read if ids.add(note.id, at)]
        room = limits.notes - len(annotations)
        left_out += lost + len(read) - len(unique[:room])
        annotations.extend(unique[:room])
        if len(unique) > room:
            problems.append(_too_many(slug, unique[room], limits.notes))
            left_out += len(paths) - number
            break
    return Notes(tuple(annotations), left_out, tuple(problems))


def _too_many(slug: str, first: Annotation, most: int) -> Diagnostic:
    return Diagnostic(
        "notes-more",
        f"the text {shown(slug)} has more than {most:,} annotations, and neither this one nor those"
        " that follow are read",
        first.place,
        "the publisher can allow more, under “limits” in the settings",
    )
