"""One text and its annotations, read again after an edit of its files alone."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from pathlib import Path

from postil.model.annotation import Annotation
from postil.model.diagnostic import Diagnostic
from postil.model.library import Library
from postil.model.settings import Settings
from postil.model.text import Text
from postil.read.files import content_of, outside
from postil.read.folders import YAML, annotations_of
from postil.read.known_passages import Cited, with_known_passages
from postil.read.library import Reading, partly_read
from postil.read.one_text import NotesFiles, text_in
from postil.read.problems import order
from postil.read.text_folder import TextFile
from postil.read.unused import unused

_AROUND = frozenset({"file-outside", "file-unreadable", "name-clash", "text-duplicate"})
"""What is wrong with a file because of where it stands, or beside which other, and what is counted
for the whole folder."""

_OF_CITATIONS = frozenset({"passage-draft", "passage-unknown"})

_OF_ALL = frozenset({"contributor-unused", "source-unused"})


def read_again(reading: Reading, root: Path, settings: Settings, slug: str) -> Reading | None:
    """What `read_site` would read now, if only files of one text have changed since.

    None where more may depend on them: the text is new or cannot be read, say, or its notes are
    others and another text cites them.
    """
    library = reading.library
    before = library.texts.get(slug)
    if before is None:
        return None
    mine = own_problems(library, before, settings)
    if _is_around(mine):
        return None
    known = set(map(id, mine))
    problems = [one for one in library.diagnostics if id(one) not in known]
    file = TextFile(slug, root / before.place.path, before.place.path, before.files)
    if outside(file.file, root / settings.content, root):
        return None
    content = content_of(file.file, file.path, settings.limits.text * 1024)
    text, wrong = text_in(content, file, settings)
    problems += wrong
    files = annotations_of(slug, root / settings.annotations, root, problems)
    if text is None or files is None:
        return None
    paths = tuple(one.path for one in files)
    read = NotesFiles(slug, paths, root, reading.known, settings.limits).read()
    if _named(library.annotations[slug]) != _named(read.annotations) and _is_cited(library, slug):
        return None
    problems += read.problems
    missing = {**reading.left_out, slug: read.left_out}
    annotations = {**library.annotations, slug: read.annotations}
    cited = Cited(annotations, reading.unread, partly_read(missing))
    annotations[slug] = tuple(with_known_passages(one, cited, problems) for one in read.annotations)
    rejected = library.rejected - reading.left_out.get(slug, 0) + read.left_out
    problems = [one for one in problems if one.code not in _OF_ALL]
    problems += unused(annotations, library.sources, library.contributors, rejected)
    changed = replace(
        library,
        texts={**library.texts, slug: text},
        annotations=annotations,
        diagnostics=tuple(sorted(problems, key=order)),
        rejected=rejected,
    )
    if _is_around(own_problems(changed, text, settings)):
        return None
    return Reading(changed, reading.known, reading.unread, missing)


def _is_around(problems: Iterable[Diagnostic]) -> bool:
    return any(one.code in _AROUND for one in problems)


def _named(annotations: Iterable[Annotation]) -> set[tuple[str, bool]]:
    """What others can cite."""
    return {(one.id, one.draft) for one in annotations}


def _is_cited(library: Library, slug: str) -> bool:
    """Whether notes of other texts cite from this one, or try to."""
    return any(note.text != slug for note, _ in library.citing.get(slug, ())) or any(
        slug in one.message for one in library.diagnostics if one.code in _OF_CITATIONS
    )


def own_problems(library: Library, text: Text, settings: Settings) -> list[Diagnostic]:
    """What reading found wrong in the files of a text."""
    folder = f"{settings.annotations}/{text.slug}"
    own = {text.place.path, *(f"{folder}{suffix}" for suffix in YAML)}
    return [
        one
        for one in library.diagnostics
        if one.place.path in own or one.place.path.startswith(f"{folder}/")
    ]
