"""Which format a document has, and how each is read."""

from __future__ import annotations

from pathlib import PurePath

from postil.read.files import CONTROL
from postil.read.originals.docx import docx
from postil.read.originals.odt import odt
from postil.read.originals.original import Original, OriginalError
from postil.read.originals.plain import paragraphs
from postil.read.originals.web_page import decoded, web_page

FORMATS = ("markdown", "html", "text", "docx", "odt")
_ENDINGS = {
    ".md": "markdown",
    ".markdown": "markdown",
    ".htm": "html",
    ".html": "html",
    ".xhtml": "html",
    ".txt": "text",
    ".text": "text",
    ".docx": "docx",
    ".odt": "odt",
}


def format_of(name: str, data: bytes) -> str:
    """The format of a document, by the end of its name, else by what it holds.

    Raises OriginalError where neither tells.
    """
    if found := _ENDINGS.get(PurePath(name).suffix.lower(), ""):
        return found
    if data.startswith(b"PK"):
        return "odt" if b"application/vnd.oasis.opendocument.text" in data[:200] else "docx"
    if data.lstrip()[:1] == b"<":
        return "html"
    raise OriginalError("its format is not known; name it with --from")


def read_original(data: bytes, form: str, encoding: str = "", *, breaks: bool = False) -> Original:
    """The original in the bytes of a document of a format.

    `breaks` is whether the lines of plain text are lines of the text, as in a poem. Raises
    OriginalError.
    """
    if form == "docx":
        return docx(data)
    if form == "odt":
        return odt(data)
    text = decoded(data, encoding)
    if found := CONTROL.search(text):
        raise OriginalError(f"it holds the invisible character U+{ord(found[0]):04X}")
    if form == "html":
        return web_page(text)
    if form == "text":
        return Original(html=paragraphs(text, breaks))
    return Original(markdown=text)
