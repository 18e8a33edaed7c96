"""Citation styles: a CSL file of the site, and a reference formatted by it.

Bytes at random are hardly ever a style that follows the schema. An input that does not begin with
“<” is therefore a list of changes to the style that ships, four bytes each: which element, what is
done to it, and with what.
"""

from __future__ import annotations

import io
from collections.abc import Iterator
from html.parser import HTMLParser
from xml.etree import ElementTree

from fuzz.inputs import files
from postil.read.styles import style_problems
from postil.render import csl_style, reference
from postil.render.styles import shipped_style
from postil.render.words import ENGLISH

PATH = "style.csl"
LONGEST = 400
WORDS = (
    *(
        "<style",
        "<info>",
        "<macro name='",
        "<text macro='",
        "<text variable='",
        "<names variable='",
    ),
    *(
        "<date variable='",
        "<group",
        "<choose>",
        "<if type='",
        "<else>",
        "<bibliography>",
        "<layout>",
    ),
    *("<!DOCTYPE", "<!ENTITY", "&a;", "<![CDATA[", "xmlns=", "</", "/>", "'", '"', "<?xml"),
)
_ITEM = {
    "id": "a",
    "type": "article-journal",
    "title": "A <b> & title",
    "author": [{"family": "Writer", "given": "Anna"}, {"literal": "The Town"}],
    "editor": [{"family": "Reader", "given": "B."}],
    "issued": {"date-parts": [[2026, 11, 22]]},
    "accessed": {"date-parts": [[2026, 11]]},
    "container-title": "Journal",
    "volume": "1",
    "issue": "2",
    "page": "3-4",
    "URL": "https://example.org/",
}
_VALUES = (
    *("", "a", "title", "author", "editor", "issued", "accessed", "page", "volume", "URL", "long"),
    *("short", "text", "numeric", "year", "year-month-day", "italic", "bold", "sup", "true", "1"),
    *("first", "all", "symbol", "before", "after", "always", "sort-only", "uppercase", "sentence"),
    *("book", "article-journal", "count", "count-year", " ", ", ", "\ue000", "<b>", "no-such"),
)
_OPERATIONS = 8


def seeds() -> Iterator[bytes]:
    """The style of the tests as it is, and changes."""
    yield b""
    yield bytes(range(0, 160, 5))
    yield bytes((9, 0, 3, 3, 20, 1, 4, 9, 40, 2, 0, 0, 30, 3, 7, 7))
    yield from files("tests/render/styles/*.csl")


def check(data: bytes) -> None:
    """A style is refused with a reason, or formats a reference as HTML that is well formed."""
    style = data.decode("utf-8", "replace") if data[:1] == b"<" else _changed(data)
    if problems := style_problems(style, PATH):
        assert all(one.message and one.place.line >= 1 for one in problems)
        return
    for remembered in (reference._formatted, csl_style.prepare):
        remembered.cache_clear()
    reference._styles._loaded.clear()
    html = reference.format_reference(_ITEM, style, ENGLISH)
    _Balanced().whole(html)


def _changed(data: bytes) -> str:
    root = ElementTree.fromstring(shipped_style("postil"))  # noqa: S314 - our own file
    for at in range(0, len(data) - 3, 4):
        where, what, which, other = data[at : at + 4]
        _change(list(root.iter()), where, what, which, other)
    ElementTree.register_namespace("", "http://purl.org/net/xbiblio/csl")
    written = io.BytesIO()
    ElementTree.ElementTree(root).write(written, "utf-8", xml_declaration=True)
    return written.getvalue().decode()


def _change(
    elements: list[ElementTree.Element], where: int, what: int, which: int, other: int
) -> None:
    element = elements[where % len(elements)]
    second = elements[(which * 256 + other) % len(elements)]
    names = sorted({name for one in elements for name in one.attrib})
    value = _VALUES[other % len(_VALUES)]
    operation = what % _OPERATIONS
    if operation == 0:
        element.set(names[which % len(names)], value)
    elif operation == 1:
        element.attrib.pop(names[which % len(names)], None)
    elif operation == 2 and len(element):
        element.remove(element[which % len(element)])
    elif operation == 3 and len(elements) < 1000:
        element.append(ElementTree.fromstring(ElementTree.tostring(second)))  # noqa: S314
    elif operation == 4:
        element.attrib = dict(second.attrib)
    elif operation == 5:
        element.tag = second.tag
    elif operation == 6:
        element.text = value
    else:
        element[:] = reversed(list(element))


class _Balanced(HTMLParser):
    """Elements of a reference, each closed in its turn."""

    def whole(self, html: str) -> None:
        self.open: list[str] = []
        self.feed(html)
        self.close()
        assert not self.open

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        assert tag in {"a", "b", "bdi", "cite", "i", "sub", "sup"}, tag
        assert {name for name, _ in attrs} <= {"dir", "href"}
        self.open.append(tag)

    def handle_endtag(self, tag: str) -> None:
        assert self.open.pop() == tag
