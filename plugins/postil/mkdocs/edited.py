"""Which texts an edit is about, by the paths of the files that changed."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

from postil.model.library import Library
from postil.model.settings import Settings
from postil.read.folders import FORMS, YAML

_READ = frozenset({".md", *YAML, *FORMS})


def edited_texts(
    paths: Iterable[Path], root: Path, settings: Settings, library: Library
) -> list[str] | None:
    """The slugs of the texts whose own files these are; None where one of them is anything else.

    Files that editors make for a moment beside those, and hidden ones, are nobody's.
    """
    texts = {text.place.path: slug for slug, text in library.texts.items()}
    found: dict[str, None] = {}
    for path in paths:
        if not path.is_relative_to(root):
            return None
        here = path.relative_to(root)
        slug = texts.get(here.as_posix()) or _annotated(here, settings, library)
        if slug:
            found[slug] = None
        elif not _is_nothing(path, here, settings):
            return None
    return list(found)


def _annotated(path: Path, settings: Settings, library: Library) -> str:
    """The slug of the text that a file of annotations is about; empty if it is not one."""
    folder = Path(settings.annotations)
    if not path.is_relative_to(folder) or any(part.startswith(".") for part in path.parts):
        return ""
    match path.relative_to(folder).parts:
        case [_] if path.suffix in YAML:
            slug = path.stem
        case [slug, _]:
            pass
        case _:
            return ""
    return slug if slug in library.texts else ""


def _is_nothing(path: Path, here: Path, settings: Settings) -> bool:
    if not any(here.is_relative_to(one) for one in (settings.content, settings.annotations)):
        return False
    if any(part.startswith(".") for part in here.parts):
        return True
    return here.suffix not in _READ and not path.exists()
