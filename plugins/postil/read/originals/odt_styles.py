"""What the styles of an OpenDocument text mean for its words: emphasis, quotations, lists."""

from __future__ import annotations

from typing import Any

from postil.read.originals.number import number

OFFICE = "{urn:oasis:names:tc:opendocument:xmlns:office:1.0}"
STYLE = "{urn:oasis:names:tc:opendocument:xmlns:style:1.0}"
TABLE = "{urn:oasis:names:tc:opendocument:xmlns:table:1.0}"
TEXT = "{urn:oasis:names:tc:opendocument:xmlns:text:1.0}"
XLINK = "{http://www.w3.org/1999/xlink}"
_FO = "{urn:oasis:names:tc:opendocument:xmlns:xsl-fo-compatible:1.0}"

_DEPTH = 20
"""Styles that a style may be made from, one by another; some files name themselves."""


class Styles:
    """The styles of a document, by name."""

    def __init__(self, trees: list[Any]) -> None:
        """Take them from the parts of a document; a part that is not there is None."""
        self._styles: dict[str, Any] = {}
        self._lists: dict[str, Any] = {}
        for tree in trees:
            for style in () if tree is None else tree.iter(f"{STYLE}style"):
                self._styles.setdefault(style.get(f"{STYLE}name", ""), style)
            for style in () if tree is None else tree.iter(f"{TEXT}list-style"):
                self._lists.setdefault(style.get(f"{STYLE}name", ""), style)

    def marks_of(self, name: str) -> list[str]:
        """The elements of HTML that the style of words stands for."""
        marks = []
        weight = self._property(name, f"{_FO}font-weight")
        if weight == "bold" or number(weight, 1000) >= 600:
            marks.append("strong")
        if self._property(name, f"{_FO}font-style") in ("italic", "oblique"):
            marks.append("em")
        if self._property(name, f"{STYLE}text-line-through-style") not in ("", "none"):
            marks.append("del")
        position = self._property(name, f"{STYLE}text-position").partition(" ")[0]
        if position == "super" or (position.endswith("%") and position[0].isdecimal()):
            marks += ["sup"] if position != "0%" else []
        elif position == "sub" or position.startswith("-"):
            marks.append("sub")
        return marks

    def block_of(self, name: str) -> str:
        """The element of HTML that the style of a paragraph stands for."""
        names = {self._plain(one) for one in self._line(name)}
        if "title" in names:
            return "h1"
        return "blockquote" if names & {"quotations", "quote", "block text"} else "p"

    def is_numbered(self, name: str, level: int) -> bool:
        """Whether a list has numbers at a level, from 1."""
        style = self._lists.get(name)
        if style is None:
            return False
        wanted = (one for one in style if one.get(f"{TEXT}level") == str(level))
        found = next(wanted, None)
        return found is not None and found.tag == f"{TEXT}list-level-style-number"

    def _property(self, name: str, key: str) -> str:
        """The value of a property, of the style or of what it is made from."""
        for one in self._line(name):
            style = self._styles.get(one)
            for properties in () if style is None else style.iter(f"{STYLE}text-properties"):
                if value := properties.get(key, ""):
                    return str(value)
        return ""

    def _line(self, name: str) -> list[str]:
        """A style and those that it is made from. Some programs leave out those that all know."""
        line: list[str] = []
        while name and name not in line and len(line) < _DEPTH:
            line.append(name)
            style = self._styles.get(name)
            name = "" if style is None else style.get(f"{STYLE}parent-style-name", "")
        return line

    def _plain(self, name: str) -> str:
        """The name that people see, in small letters."""
        style = self._styles.get(name)
        shown = name if style is None else style.get(f"{STYLE}display-name", name)
        return str(shown).replace("_20_", " ").lower()
