"""Files to text: what may be read at all, and whether it can be."""

from __future__ import annotations

import os
import re
import stat
from dataclasses import dataclass
from pathlib import Path

from postil.model.diagnostic import Diagnostic
from postil.model.place import Place
from postil.read.words import shown

_AT_ONCE = getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_BINARY", 0) | getattr(os, "O_CLOEXEC", 0)

CONTROL = re.compile(r"[\x00-\x08\x0b\x0e-\x1f\x7f\ufffe\uffff\ud800-\udfff]")
"""Characters that no text needs, and HTML forbids."""

_CONTROL_YAML = re.compile(
    r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u2028\u2029\ufffe\uffff\ud800-\udfff]|^\ufeff",
    re.MULTILINE,
)
"""YAML allows fewer. NEL and the Unicode separators would break lines in YAML 1.1, which is what
the parser follows, and not in editors; a byte order mark within the file would hide in a key."""


def path_of(file: Path, root: Path) -> str:
    """The path that diagnostics name: relative to the root, with forward slashes."""
    return file.relative_to(root).as_posix()


def outside(file: Path, folder: Path, root: Path) -> Diagnostic | None:
    """What is wrong with a link that leads out of `folder`, or to nothing.

    A pull request can contain links; following one would publish what lies elsewhere.
    """
    if not file.is_symlink():
        return None
    place = Place(path_of(file, root))
    try:
        inside = file.resolve(strict=True).is_relative_to(folder.resolve())
    except (OSError, RuntimeError):
        return Diagnostic(
            "file-unreadable", f"the link {shown(file.name)} leads to nothing", place, "remove it"
        )
    if inside:
        return None
    return Diagnostic(
        "file-outside",
        f"the link {shown(file.name)} leads out of the folder {shown(path_of(folder, root))}",
        place,
        "put the file itself there",
    )


def special(file: Path, root: Path) -> Diagnostic | None:
    """What is wrong with what is neither a file nor a folder.

    Whoever reads a pipe waits for somebody to write into it, and a device may never end.
    """
    try:
        mode = file.stat().st_mode
    except OSError as error:
        return unreadable(Place(path_of(file, root)), error)
    if stat.S_ISREG(mode) or stat.S_ISDIR(mode):
        return None
    return named_special(Place(path_of(file, root)))


def unreadable(place: Place, error: OSError) -> Diagnostic:
    """What is wrong with a file or folder that the system does not let read."""
    message = f"the file cannot be opened: {error.strerror or error}"
    return Diagnostic("file-unreadable", message, place)


def named_special(place: Place) -> Diagnostic:
    """What is wrong with such a thing, which has that name."""
    message = "it is neither a file nor a folder, but a pipe, a socket or a device"
    return Diagnostic("file-unreadable", message, place, "remove it")


@dataclass(frozen=True, slots=True)
class Content:
    """The bytes of a file that diagnostics call `path`, or what keeps them from being read."""

    path: str
    data: bytes
    problem: Diagnostic | None = None

    def text(self, yaml: bool = False) -> tuple[str | None, list[Diagnostic]]:
        """The text in it, or None, and what is wrong with it; see `decode`."""
        return (None, [self.problem]) if self.problem else decode(self.data, self.path, yaml)


def content_of(file: Path | str, path: str, limit: int) -> Content:
    """What is in a file of at most `limit` bytes."""
    try:
        # Opened without waiting for the other end of a pipe.
        opened = os.open(file, os.O_RDONLY | _AT_ONCE)
        try:
            status = os.fstat(opened)
            if not stat.S_ISREG(status.st_mode):
                return Content(path, b"", named_special(Place(path)))
            data = os.read(opened, min(status.st_size, limit) + 1)
            # More than that is in a file that grows, or of a system that reads in parts.
            while len(data) <= limit and (more := os.read(opened, limit + 1 - len(data))):
                data += more
        finally:
            os.close(opened)
    except OSError as error:
        return Content(path, b"", unreadable(Place(path), error))
    if len(data) > limit:
        message = f"the file is larger than {limit // 1024} kB, and is not read"
        hint = "split it into several files"
        return Content(path, b"", Diagnostic("file-size", message, Place(path), hint))
    return Content(path, data)


def read_text(
    file: Path, path: str, limit: int, yaml: bool = False
) -> tuple[str | None, list[Diagnostic]]:
    """The text of a file of at most `limit` bytes, or None, and what is wrong with it; see
    `decode`."""
    return content_of(file, path, limit).text(yaml)


def decode(data: bytes, path: str, yaml: bool = False) -> tuple[str | None, list[Diagnostic]]:
    """The text in the bytes of a file of UTF-8, line ends as \\n, or None, and what is wrong.

    Diagnostics call the file `path`.
    A byte order mark at the beginning is left out. `yaml` forbids the characters that YAML does.
    """
    hint = "save it as UTF-8"
    if data.startswith((b"\xff\xfe", b"\xfe\xff")):
        message = "the file is stored as UTF-16, not as UTF-8"
        return None, [Diagnostic("file-encoding", message, Place(path), hint)]
    try:
        text = data.decode("utf-8")
    except UnicodeDecodeError as error:
        before = data[: error.start].decode("utf-8")
        message = f"the byte {data[error.start]:#04x} is not UTF-8"
        place = _place(path, before, len(before))
        return None, [Diagnostic("file-encoding", message, place, hint)]
    text = text.removeprefix("\ufeff").replace("\r\n", "\n").replace("\r", "\n")
    if text.isascii() and text.replace("\n", "").isprintable():
        return text, []
    problem = _control(text, path, _CONTROL_YAML if yaml else CONTROL)
    return (None, [problem]) if problem else (text, [])


def control_in_yaml(text: str, path: str) -> Diagnostic | None:
    """What is wrong with a text from the beginning of a file where YAML forbids a character."""
    return _control(text, path, _CONTROL_YAML)


def _control(text: str, path: str, characters: re.Pattern[str]) -> Diagnostic | None:
    found = characters.search(text)
    if found is None:
        return None
    message = f"the invisible character U+{ord(found[0]):04X} stands here"
    return Diagnostic("file-characters", message, _place(path, text, found.start()), "delete it")


def _place(path: str, text: str, index: int) -> Place:
    line_start = text.rfind("\n", 0, index) + 1
    return Place(path, text.count("\n", 0, index) + 1, index - line_start + 1)
