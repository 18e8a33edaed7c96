"""The parts of a document that is a ZIP archive, read with care: it comes from outside."""

from __future__ import annotations

import zipfile
import zlib
from io import BytesIO
from typing import Any

from lxml import etree  # type: ignore[import-untyped]  # it ships no types

from postil.read import limits
from postil.read.originals.original import OriginalError


class Package:
    """A document whose parts together are not larger than a document is."""

    def __init__(self, data: bytes) -> None:
        """Open the archive. Raises OriginalError for what is none, or unpacks to too much."""
        try:
            self._archive = zipfile.ZipFile(BytesIO(data))
        except zipfile.BadZipFile:
            raise OriginalError("it is damaged, or of another format") from None
        # Pictures are not unpacked.
        parts = [
            one for one in self._archive.infolist() if one.filename.endswith((".xml", ".rels"))
        ]
        if sum(one.file_size for one in parts) > limits.ORIGINAL_BYTES:
            raise OriginalError(f"it unpacks to more than {limits.ORIGINAL_BYTES // 1024**2} MB")
        for one in parts:
            # A document declares no entities, which could be made to grow without end.
            if b"<!DOCTYPE" in self.part(one.filename):
                raise OriginalError(
                    f"its part {one.filename} has a document type, which is refused"
                )

    @property
    def names(self) -> list[str]:
        """The names of all parts."""
        return self._archive.namelist()

    def part(self, name: str) -> bytes:
        """The bytes of a part, none where it is not there. Raises OriginalError."""
        try:
            with self._archive.open(name) as stream:
                data: bytes = stream.read(limits.ORIGINAL_BYTES + 1)
        except KeyError:
            return b""
        except (zipfile.BadZipFile, zlib.error, RuntimeError, NotImplementedError, EOFError):
            raise OriginalError(f"its part {name} is damaged, or locked with a password") from None
        if len(data) > limits.ORIGINAL_BYTES:
            raise OriginalError(f"it unpacks to more than {limits.ORIGINAL_BYTES // 1024**2} MB")
        return data

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
        except etree.XMLSyntaxError:
            raise OriginalError(f"its part {name} is damaged") from None
