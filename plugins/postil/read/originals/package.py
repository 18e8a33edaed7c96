"""The parts of a document that is a ZIP archive, read with care: it comes from outside."""

from __future__ import annotations

import stat
import zipfile
import zlib
from io import BytesIO
from pathlib import PurePosixPath
from typing import Any

from lxml import etree  # type: ignore[import-untyped]  # it ships no types

from postil.read import limits
from postil.read.originals.original import OriginalError
from postil.read.words import shown

_XML = (".xml", ".rels")
_PACKED = (zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED)
"""The ways of packing that both formats allow."""
_TOO_LARGE = f"it unpacks to more than {limits.ORIGINAL_BYTES // 1024**2} MB"


class Package:
    """The parts of a document that are XML, in UTF-8, without declarations of any kind. Together
    they are not larger than a document is, and nothing else in the archive is unpacked."""

    def __init__(self, data: bytes) -> None:
        """Open the archive. Raises OriginalError for what is none, or holds what no document
        does."""
        self._parts: dict[str, bytes] = {}
        try:
            with zipfile.ZipFile(BytesIO(data)) as archive:
                entries = archive.infolist()
                names: set[str] = set()
                for one in entries:
                    if problem := _problem(one, names):
                        raise OriginalError(problem)
                    names.add(one.filename)
                wanted = [one for one in entries if one.filename.endswith(_XML)]
                if sum(one.file_size for one in wanted) > limits.ORIGINAL_BYTES:
                    raise OriginalError(_TOO_LARGE)
                for one in wanted:
                    self._parts[one.filename] = _checked(_unpacked(archive, one), one.filename)
        except (zipfile.BadZipFile, NotImplementedError, ValueError):
            raise OriginalError("it is damaged, or of another format") from None
        if sum(part.count(b"<") for part in self._parts.values()) > limits.ORIGINAL_TAGS:
            raise OriginalError(f"it holds more than {limits.ORIGINAL_TAGS} tags")

    @property
    def names(self) -> list[str]:
        """The names of its parts."""
        return list(self._parts)

    def part(self, name: str) -> bytes:
        """The bytes of a part, none where it is not there."""
        return self._parts.get(name, b"")

    def packed(self) -> bytes:
        """An archive of these parts and of nothing else, for a reader that takes one."""
        made = BytesIO()
        with zipfile.ZipFile(made, "w") as archive:
            for name, part in self._parts.items():
                archive.writestr(name, part)
        return made.getvalue()

    def tree(self, name: str) -> Any:
        """The tree of a part, None where it is not there. Raises OriginalError."""
        data = self.part(name)
        if not data:
            return None
        parser = etree.XMLParser(
            resolve_entities=False, no_network=True, load_dtd=False, huge_tree=True
        )
        try:
            return etree.fromstring(data, parser)
        except etree.XMLSyntaxError as error:
            if "depth" in str(error):
                raise OriginalError("its elements stand one within the other too deeply") from None
            raise OriginalError(f"its part {name} is damaged") from None


def _problem(one: zipfile.ZipInfo, names: set[str]) -> str:
    """What is wrong with an entry beside those of the `names`; empty where nothing is."""
    path = PurePosixPath(one.filename.replace("\\", "/"))
    called = f"its part {shown(one.filename)}"
    if path.is_absolute() or ".." in path.parts or ":" in path.parts[:1]:
        return f"{called} has a name that leads out of it"
    if one.filename in names:
        return f"{called} is there twice"
    if stat.S_ISLNK(one.external_attr >> 16):
        return f"{called} is a link"
    if one.filename.endswith(_XML) and one.flag_bits & 1:
        return f"{called} is locked with a password"
    if one.filename.endswith(_XML) and one.compress_type not in _PACKED:
        return f"{called} is packed in a way that documents are not"
    return ""


def _unpacked(archive: zipfile.ZipFile, one: zipfile.ZipInfo) -> bytes:
    try:
        with archive.open(one) as stream:
            # Not more than it says; what says less than it has is found out by its checksum.
            return stream.read(one.file_size + 1)
    except (zipfile.BadZipFile, zlib.error, RuntimeError, EOFError, OSError):
        raise OriginalError(f"its part {shown(one.filename)} is damaged") from None


def _checked(data: bytes, name: str) -> bytes:
    """A part in UTF-8, so that every reader reads in it what is checked here."""
    encoding = "utf-8-sig"
    if data.startswith((b"\xff\xfe", b"\xfe\xff")):
        encoding = "utf-16"
    elif b"\0" in data[:4]:
        encoding = "utf-16-be" if data[:1] == b"\0" else "utf-16-le"
    try:
        text = data.decode(encoding)
    except UnicodeDecodeError:
        text = "\0"
    if "\0" in text:
        raise OriginalError(f"its part {name} is not in UTF-8")
    # A document declares no entities, which could be made to grow without end.
    if "<!DOCTYPE" in text or "<!ENTITY" in text:
        raise OriginalError(f"its part {name} has a document type, which is refused")
    text = text.lstrip()
    return (text[text.find("?>") + 2 :] if text.startswith("<?xml ") else text).encode()
