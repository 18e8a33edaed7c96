"""The folder of a new site: what is in the way, and how its files get there."""

from __future__ import annotations

import os
from collections.abc import Iterable
from pathlib import Path

import click

from postil.cli.input import said
from postil.save import create

_EMPTY = frozenset({".git", ".hg", ".svn", ".DS_Store"})
"""What may stand in a folder that counts as empty: a repository that holds nothing yet."""
_LISTED = 10


class CannotWriteError(click.ClickException):
    """Something is in the way of the site."""

    exit_code = 1


def in_the_way(folder: Path, keep: bool) -> list[str]:
    """What a folder holds, where it is to hold nothing."""
    if keep or not folder.exists():
        return []
    try:
        return sorted(path.name for path in folder.iterdir() if path.name not in _EMPTY)
    except OSError as error:
        raise CannotWriteError(f"{folder}: {said(error)}") from None


def blocked(folder: Path, files: Iterable[str]) -> list[str]:
    """What stands where a folder of the site has to be: a file, or a link that leads elsewhere."""
    inside = folder.resolve()
    parents = {str(parent) for path in files for parent in Path(path).parents} - {"."}
    return sorted(
        path
        for path in parents
        if os.path.lexists(folder / path)
        and not ((folder / path).is_dir() and (folder / path).resolve().is_relative_to(inside))
    )


def refuse(names: list[str], what: str, hint: str = "choose another folder, or add --keep") -> None:
    """Raise CannotWriteError, naming the first of what is in the way, where anything is."""
    if names:
        more = f", and {len(names) - _LISTED} more" if len(names) > _LISTED else ""
        raise CannotWriteError(f"{what} {', '.join(names[:_LISTED])}{more}; {hint}")


def write(folder: Path, files: dict[str, str]) -> int:
    """Write new files; how many there are. Raises CannotWriteError."""
    for number, (path, content) in enumerate(files.items()):
        file = folder / path
        try:
            file.parent.mkdir(parents=True, exist_ok=True)
            create(file, content.encode())
        except OSError as error:
            message = f"{file}: cannot be written: {said(error)}"
            done = f"{number} of {len(files)} files are there"
            raise CannotWriteError(f"{message} ({done})") from None
    return len(files)
