"""What stands in a folder and may be read.

A folder of annotations may hold tens of thousands of files: the system is asked about each of them
no more than once.
"""

from __future__ import annotations

import os
import unicodedata
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

from postil.model.diagnostic import Diagnostic
from postil.model.place import Place
from postil.read.files import named_special, outside, path_of, special, unreadable
from postil.read.words import shown

DEVICES = frozenset(
    {"aux", "con", "nul", "prn"}
    | {f"{port}{number}" for port in ("com", "lpt") for number in range(1, 10)}
)
"""Names that no file can have on Windows, whatever its ending."""

_IGNORED = frozenset({"thumbs.db", "desktop.ini"})


@dataclass(frozen=True, slots=True)
class Entry:
    """A file or folder in `parent`, and its path below the root of the site."""

    parent: Path
    name: str
    path: str
    is_folder: bool
    is_link: bool

    @property
    def file(self) -> Path:
        """Where it is."""
        return self.parent / self.name

    @property
    def stem(self) -> str:
        """Its name without the ending."""
        return self.name.removesuffix(self.suffix) if self.suffix else self.name

    @property
    def suffix(self) -> str:
        """The ending of its name with the point before it; empty where there is none."""
        stem, point, ending = self.name.rpartition(".")
        return point + ending if stem and ending else ""


def entries(folder: Path, root: Path, limit: Path, problems: list[Diagnostic]) -> Iterable[Entry]:
    """What stands in a folder and may be read, by name: links that lead out of `limit` may not,
    and hidden files and those of systems are left out."""
    seen: dict[str, str] = {}
    path = path_of(folder, root)
    try:
        with os.scandir(folder) as found:
            listed = sorted(filter(_counts, found), key=lambda one: os.path.normcase(one.name))
    except OSError as error:
        problems.append(unreadable(Place(path), error))
        return
    # Where a folder may be listed and not entered, the system says so of each file.
    closed = not os.access(folder, os.X_OK)
    for one in listed:
        name = one.name
        if not (name.isascii() or _is_written(name)):
            # Bytes that are no characters: nothing could be printed or linked by that name.
            place = Place(path_of(folder / shown(name)[1:-1], root))
            message = f"the name {shown(name)} is not in UTF-8"
            problems.append(Diagnostic("file-unreadable", message, place, "rename it"))
            continue
        at = f"{path}/{name}" if path != "." else name
        if problem := _closed(one, at, folder, limit, root, closed):
            problems.append(problem)
            continue
        if name.upper() in {"README.MD", "LICENSE.MD"} and name.endswith(".md"):
            continue
        if name.partition(".")[0].rstrip().casefold() in DEVICES:
            message = f"Windows keeps the name {shown(name)} for a device"
            problems.append(Diagnostic("name-clash", message, Place(at), "rename it"))
        # The same letters may be written in two ways: é, or e and an accent.
        alike = name if name.isascii() else unicodedata.normalize("NFC", name)
        first = seen.setdefault(alike.casefold(), name)
        if first != name:
            message = f"{shown(name)} and {shown(first)} differ only in capitals or accents"
            hint = "rename one of the two"
            problems.append(Diagnostic("name-clash", message, Place(at), hint))
        yield Entry(folder, name, at, one.is_dir(), one.is_symlink())


def _counts(entry: os.DirEntry[str]) -> bool:
    return not entry.name.startswith(".") and entry.name.lower() not in _IGNORED


def _closed(
    one: os.DirEntry[str], at: str, folder: Path, limit: Path, root: Path, closed: bool
) -> Diagnostic | None:
    """Why something is not read, whatever it holds."""
    if one.is_symlink() or closed:
        file = folder / one.name
        return outside(file, limit, root) or special(file, root)
    try:
        return None if one.is_file() or one.is_dir() else named_special(Place(at))
    except OSError as error:
        return unreadable(Place(at), error)


def _is_written(name: str) -> bool:
    try:
        name.encode()
    except UnicodeEncodeError:
        return False
    return True
