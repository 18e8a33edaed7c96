"""A CSL style, made ready for pages: where its title and its names stand in what it prints.

https://docs.citationstyles.org/en/stable/specification.html
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache
from xml.etree import ElementTree

from postil.render.csl_lead import lead, lead_name
from postil.render.styles import shipped_style

# Characters for private use, which no field keeps: they stand for where a thing begins and ends.
TITLE, END_TITLE = "\ue000", "\ue001"
WORDS, END_WORDS = "\ue002", "\ue003"
ITALIC, END_ITALIC = "\ue004", "\ue005"
BOLD, END_BOLD = "\ue006", "\ue007"
RAISED, END_RAISED = "\ue008", "\ue009"
LOWERED, END_LOWERED = "\ue00a", "\ue00b"

_CSL = "{http://purl.org/net/xbiblio/csl}"
_PARTS = ("year-month-day", "year-month", "year")
_KEPT = (
    *("prefix", "suffix", "display", "font-style", "font-variant", "font-weight"),
    *("text-decoration", "vertical-align", "text-case"),
)
"""What a date in words and the text that takes its place have in common."""


@dataclass(frozen=True, slots=True)
class PreparedStyle:
    """The XML of a style that marks its title and its words; the dates that it prints in words, by
    the names of their variables and which parts of them; and what may lead (see `csl_lead`)."""

    xml: bytes
    dates: frozenset[tuple[str, str]]
    leads: tuple[tuple[str, str], ...] = ()


@lru_cache(maxsize=64)
def prepare(style: str, comma: str, others: str) -> PreparedStyle:
    """The style whose XML is given.

    - Each title and each other field stands between two characters for private use, so that the
      title can be linked, and words of either direction kept apart.
    - A date that the style prints in words becomes a text, `postil-<variable>-<parts>`: CSL's
      locales have fewer languages and simpler dates than Unicode CLDR.
    - What leads in place of names has a name of its own, so that it is not printed again (see
      `csl_lead`).
    - The number of a reference is left out: lists number themselves. So is the full stop at its
      end, for a note may go on with the place in the source.
    - In the style that ships, `comma` and `others` are what the interface's language writes.

    Raises ElementTree.ParseError for what is no XML.
    """
    root = ElementTree.fromstring(style)  # noqa: S314 - `read.styles` refuses what declares entities
    if style == shipped_style("postil"):
        for element in root.iter():
            if element.get("delimiter") == ", ":
                element.set("delimiter", comma)
        for term in root.iter(f"{_CSL}term"):
            term.text = others
    for layout in root.iterfind(f"{_CSL}bibliography/{_CSL}layout"):
        layout.set("suffix", layout.get("suffix", "").removesuffix("."))
    leads = lead(root)
    dates: set[tuple[str, str]] = set()
    _mark(root, dates, apart=True)
    return PreparedStyle(ElementTree.tostring(root), frozenset(dates), leads)


def date_text(variable: str, parts: str) -> str:
    """The name of the text that stands for a date in words."""
    return f"postil-{variable}-{parts}"


def _mark(element: ElementTree.Element, dates: set[tuple[str, str]], apart: bool) -> None:
    """Marks what an element prints, and all that is in it; `apart` where its words stand alone."""
    variable = element.get("variable", "")
    if element.tag == f"{_CSL}date" and element.get("form") == "text":
        dates.add(_worded(element))
    elif element.tag == f"{_CSL}text" and variable == "citation-number":
        element.attrib = {"value": ""}
    elif element.tag == f"{_CSL}text" and variable in ("title", lead_name("title")):
        _surround(element, TITLE, END_TITLE)
    elif apart and _is_unit(element):
        _surround(element, WORDS, END_WORDS)
        apart = False
    for child in element:
        _mark(child, dates, apart)


def _is_unit(element: ElementTree.Element) -> bool:
    """Whether all that an element prints belongs together, as a volume and its issue do."""
    if element.tag == f"{_CSL}group":
        return not element.get("delimiter", "").strip()
    return element.tag in (f"{_CSL}text", f"{_CSL}names") and "variable" in element.attrib


def _worded(date: ElementTree.Element) -> tuple[str, str]:
    variable, parts = date.get("variable", ""), date.get("date-parts", _PARTS[0])
    kept = {name: value for name, value in date.attrib.items() if name in _KEPT}
    date.tag = f"{_CSL}text"
    date.attrib = {"variable": date_text(variable, parts), **kept}
    date[:] = []
    return variable, parts


def _surround(element: ElementTree.Element, begin: str, end: str) -> None:
    element.set("prefix", element.get("prefix", "") + begin)
    element.set("suffix", end + element.get("suffix", ""))
