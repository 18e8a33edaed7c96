"""What an untrusted job hands over: an archive, of which only plain files of a site come out.

The job ran code of a pull request, so that anything may be in it. Nothing is written that was not
looked at first, and what is not of the form that is expected makes the whole archive refused.
Dangers of archives are ways out of the folder, symbolic links, devices and bombs
(https://owasp.org/www-community/attacks/Path_Traversal, https://www.bamsoftware.com/hacks/zipbomb/).
"""

from __future__ import annotations

import re
import stat
import unicodedata
import zipfile
import zlib
from dataclasses import dataclass
from pathlib import Path

_SUFFIXES = frozenset(
    """
    .html .css .js .map .json .jsonld .xml .gz .csv .bib .txt .md .webmanifest .inv
    .svg .png .jpg .jpeg .gif .webp .avif .ico .woff .woff2 .ttf .pdf .mp3 .mp4 .ogg .webm .vtt
    """.split()  # noqa: SIM905 - a list of them would have 35 lines
)
"""What a site is made of, and the report."""
_HOSTS_OWN = frozenset({"_headers", "_redirects", "_worker.js", "_routes.json", "CNAME"})
"""What a host would take for its configuration, at the top of a site: it is left out."""
_NAME = re.compile(r"[^\x00-\x1f\x7f\\:*?\"<>|]{1,200}")
_LONGEST, _DEEPEST = 400, 20
_CHUNK = 64 * 1024
_KINDS = (zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED)
_ENCRYPTED = 0x1


class UnsafeError(Exception):
    """An archive is not of the form that is expected; the message says why."""


@dataclass(frozen=True, slots=True)
class Limits:
    """How much may come out of an archive: files, bytes of one, and bytes of all."""

    files: int = 20_000
    file: int = 25_000_000
    whole: int = 250_000_000


def unpack(archive: Path, folder: Path, limits: Limits = Limits()) -> int:
    """Writes what is in `archive` into `folder`, which must not be there yet; how many files.

    At the top may stand the file `review.md` and the folder `site`. Raises UnsafeError before
    anything is written, or, where more comes out than was said, with the folder partly written.
    """
    try:
        with zipfile.ZipFile(archive) as opened:
            entries = _checked(opened.infolist(), limits)
            folder.mkdir(parents=True)
            left = limits.whole
            for entry in entries:
                left -= _write(opened, entry, folder / entry.filename, min(left, limits.file))
    except (zipfile.BadZipFile, zlib.error, EOFError, NotImplementedError) as error:
        raise UnsafeError(f"it cannot be unpacked: {error}") from None
    return len(entries)


def _checked(entries: list[zipfile.ZipInfo], limits: Limits) -> list[zipfile.ZipInfo]:
    """The files to be written. Raises UnsafeError."""
    if len(entries) > limits.files:
        raise UnsafeError(f"it has {len(entries)} files, more than {limits.files}")
    taken: set[str] = set()
    files = []
    for entry in entries:
        name = entry.filename
        _check_name(name)
        _check_kind(entry)
        # Also where the same file would be meant by a system that folds cases or forms.
        same = unicodedata.normalize("NFC", name).casefold()
        if same in taken:
            raise UnsafeError(f"{_shown(name)} is in it twice")
        taken.add(same)
        if entry.is_dir() or name.removeprefix("site/") in _HOSTS_OWN:
            continue
        if entry.file_size > limits.file:
            raise UnsafeError(f"{_shown(name)} has {entry.file_size} bytes")
        files.append(entry)
    if (whole := sum(entry.file_size for entry in files)) > limits.whole:
        raise UnsafeError(f"its files have {whole} bytes together")
    if blocked := sorted(_above(taken) & taken):
        raise UnsafeError(f"{_shown(blocked[0])} is a file and a folder")
    return files


def _above(names: set[str]) -> set[str]:
    """The folders in which something stands."""
    return {name[:at] for name in names for at, sign in enumerate(name[:-1]) if sign == "/"}


def _check_name(name: str) -> None:
    parts = name.removesuffix("/").split("/")
    if (
        len(name) > _LONGEST
        or len(parts) > _DEEPEST
        or not all(
            _NAME.fullmatch(part) and not part.startswith((".", " ")) and part[-1] not in ". "
            for part in parts
        )
    ):
        raise UnsafeError(f"{_shown(name)} is no name that a site has")
    if parts[0] != "site" and name != "review.md":
        raise UnsafeError(f"{_shown(name)} does not belong there")
    if not name.endswith("/") and Path(name).suffix.lower() not in _SUFFIXES | {""}:
        raise UnsafeError(f"{_shown(name)} is no kind of file that a site has")


def _check_kind(entry: zipfile.ZipInfo) -> None:
    # The upper half says what it is on Unix; nothing where the archive does not come from there.
    kind = stat.S_IFMT(entry.external_attr >> 16)
    if kind not in (0, stat.S_IFREG, stat.S_IFDIR) or (kind == stat.S_IFDIR) > entry.is_dir():
        raise UnsafeError(f"{_shown(entry.filename)} is no plain file")
    if entry.compress_type not in _KINDS or entry.flag_bits & _ENCRYPTED:
        raise UnsafeError(f"{_shown(entry.filename)} is packed in another way")
    # `zipfile` would look for it there.
    if entry.header_offset < 0:
        raise UnsafeError(f"{_shown(entry.filename)} is said to stand before the archive")


def _write(opened: zipfile.ZipFile, entry: zipfile.ZipInfo, file: Path, most: int) -> int:
    """Writes one file; how many bytes it has, which the archive may have told wrongly."""
    file.parent.mkdir(parents=True, exist_ok=True)
    written = 0
    with opened.open(entry) as packed, file.open("xb") as stream:
        while chunk := packed.read(_CHUNK):
            written += len(chunk)
            if written > most:
                raise UnsafeError(f"{_shown(entry.filename)} has more than {most} bytes")
            stream.write(chunk)
    return written


def _shown(name: str) -> str:
    """A name for a message, which must not hold what the log of a workflow would act on."""
    return ascii(name[:80])
