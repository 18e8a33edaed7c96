"""A document of OpenDocument (ODT) as an original.

The few elements of a text are read here: https://docs.oasis-open.org/office/OpenDocument/v1.3/
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from markupsafe import escape

from postil.read.originals.clean import BACK, NOTE, clean
from postil.read.originals.number import number
from postil.read.originals.odt_styles import OFFICE, TABLE, TEXT, XLINK, Styles
from postil.read.originals.original import Original, OriginalError
from postil.read.originals.package import Package

_DC = "{http://purl.org/dc/elements/1.1/}"
_DRAW = "{urn:oasis:names:tc:opendocument:xmlns:drawing:1.0}"
_UNSEEN = frozenset(
    {f"{TEXT}tracked-changes", f"{OFFICE}annotation", f"{OFFICE}annotation-end"}
    | {f"{TEXT}sequence-decls", f"{TEXT}variable-decls", f"{TEXT}user-field-decls"}
    | {f"{TEXT}note-citation", f"{OFFICE}forms", f"{TEXT}ruby-text", f"{TEXT}index-body-title"}
)


_SPACES = 40
"""Spaces that one element stands for; a page shows one of them."""


def odt(data: bytes) -> Original:
    """The original in a document. Raises OriginalError for one that cannot be read."""
    package = Package(data)
    content, meta = package.tree("content.xml"), package.tree("meta.xml")
    body = None if content is None else content.find(f"{OFFICE}body/{OFFICE}text")
    if body is None:
        raise OriginalError("it holds no text of OpenDocument")
    writer = _Writer(Styles([content, package.tree("styles.xml")]))
    try:
        html = "".join(writer.children(body))
    except RecursionError:
        raise OriginalError("its elements stand one within the other too deeply") from None
    notes = "".join(
        f'<li id="{NOTE[1:]}{number}">{note}</li>' for number, note in enumerate(writer.notes, 1)
    )
    remarks = []
    if any(True for _ in content.iter(f"{_DRAW}image")):
        remarks.append("pictures were left out")
    if any(True for _ in content.iter(f"{TEXT}tracked-changes")):
        remarks.append("it holds tracked changes, which are taken as accepted")
    if any(True for _ in content.iter(f"{OFFICE}annotation")):
        remarks.append("comments in its margin were left out")
    if "<ol" in html:
        remarks.append("numbers of lists are made anew: compare them with the original")
    return Original(
        html=clean(f"{html}<ol>{notes}</ol>" if notes else html),
        title=_fact(meta, "title"),
        language=_fact(meta, "language"),
        remarks=tuple(remarks),
    )


class _Writer:
    """Writes elements of a document as HTML, and keeps its footnotes for the end."""

    def __init__(self, styles: Styles) -> None:
        self.styles = styles
        self.notes: list[str] = []

    def children(self, element: Any, level: int = 1, style: str = "") -> Iterator[str]:
        """What stands in an element. `level` is that of lists, `style` that of the list around."""
        if element.text:
            yield str(escape(element.text))
        for child in element:
            if isinstance(child.tag, str) and child.tag not in _UNSEEN:
                yield from self.element(child, level, style)
            if child.tail:
                yield str(escape(child.tail))

    def element(self, element: Any, level: int, style: str) -> Iterator[str]:
        """One element as HTML."""
        name = element.tag
        if name == f"{TEXT}list":
            style = element.get(f"{TEXT}style-name", style)
            tag = "ol" if self.styles.is_numbered(style, level) else "ul"
            yield from self.wrapped(tag, element, level + 1, style)
        elif name in (f"{TEXT}list-item", f"{TEXT}list-header"):
            yield from self.wrapped("li", element, level, style)
        elif name == f"{TEXT}h":
            depth = element.get(f"{TEXT}outline-level", "1")
            yield from self.wrapped(f"h{number(depth, 6)}", element)
        elif name == f"{TEXT}p":
            tag = self.styles.block_of(element.get(f"{TEXT}style-name", ""))
            yield from self.wrapped(tag, element)
        elif name == f"{TEXT}span":
            marks = self.styles.marks_of(element.get(f"{TEXT}style-name", ""))
            yield "".join(f"<{mark}>" for mark in marks)
            yield from self.children(element)
            yield "".join(f"</{mark}>" for mark in reversed(marks))
        elif name == f"{TEXT}a":
            yield f'<a href="{escape(element.get(f"{XLINK}href", ""))}">'
            yield from self.children(element)
            yield "</a>"
        elif name == f"{TEXT}note":
            yield from self.note(element)
        elif name == f"{TEXT}s":
            count = element.get(f"{TEXT}c", "1")
            yield " " * number(count, _SPACES)
        elif name == f"{TEXT}tab":
            yield " "
        elif name == f"{TEXT}line-break":
            yield "<br>"
        elif name.startswith(TABLE):
            yield from self.table(element, level, style)
        else:
            yield from self.children(element, level, style)

    def wrapped(self, tag: str, element: Any, level: int = 1, style: str = "") -> Iterator[str]:
        """An element of HTML with what stands in one of the document."""
        yield f"<{tag}>"
        yield from self.children(element, level, style)
        yield f"</{tag.partition(' ')[0]}>"

    def note(self, element: Any) -> Iterator[str]:
        """The mark of a note, whose words stand at the end."""
        # The place of its words is kept first: a note may hold another.
        self.notes.append("")
        number = len(self.notes)
        body = element.find(f"{TEXT}note-body")
        inner = "" if body is None else "".join(self.children(body))
        self.notes[number - 1] = f'{inner}<a href="{BACK}{number}"></a>'
        yield f'<sup><a href="{NOTE}{number}">[{number}]</a></sup>'

    def table(self, element: Any, level: int, style: str) -> Iterator[str]:
        """A table and its parts; cells that another one covers are no cells."""
        name = element.tag.removeprefix(TABLE)
        tag = {"table": "table", "table-header-rows": "thead", "table-row": "tr"}.get(name, "")
        if name == "table-cell":
            head = element.getparent().getparent().tag == f"{TABLE}table-header-rows"
            across = element.get(f"{TABLE}number-columns-spanned", "1")
            down = element.get(f"{TABLE}number-rows-spanned", "1")
            tag = f'{"th" if head else "td"} colspan="{escape(across)}" rowspan="{escape(down)}"'
        if tag:
            yield from self.wrapped(tag, element)
        elif name != "covered-table-cell":
            yield from self.children(element, level, style)


def _fact(meta: Any, name: str) -> str:
    found = None if meta is None else next(meta.iter(f"{_DC}{name}"), None)
    return "" if found is None else " ".join((found.text or "").split())
