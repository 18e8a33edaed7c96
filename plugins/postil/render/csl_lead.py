"""What a style prints in place of names that a work does not have: most often its title.

By CSL's specification it is not printed again in the reference. The processor keeps to that for a
field that stands there by itself, and not for one that stands in a macro or a choice, as in most
styles. So what leads has a name of its own: where it was printed, the reference is made again
without the field of the old name.

https://docs.citationstyles.org/en/stable/specification.html#substitute
"""

from __future__ import annotations

from copy import deepcopy
from xml.etree.ElementTree import Element

_CSL = "{http://purl.org/net/xbiblio/csl}"
_FIRST = 0xE010
_MOST = 0xE0
"""Signs for private use: one for each field that leads, so that it is known which were printed."""

_MADE = frozenset(("citation-number", "year-suffix", "locator", "page", "page-first"))
"""What the processor makes, or knows by its name alone."""


def lead_name(variable: str) -> str:
    """The name of a field where it leads."""
    return f"postil-lead-{variable}"


def lead(root: Element) -> tuple[tuple[str, str], ...]:
    """Names in a style what leads. Returns the fields that may, each with the sign that stands in a
    reference where it does."""
    macros = {macro.get("name", ""): macro for macro in root.iter(f"{_CSL}macro")}
    copies: dict[str, Element] = {}
    signs: dict[str, str] = {}
    named: list[Element] = []

    def name(element: Element) -> None:
        named.append(element)
        for part in element.iter():
            variable, macro = part.get("variable", ""), part.get("macro", "")
            if part.tag == f"{_CSL}text" and variable and variable not in _MADE:
                sign = signs.setdefault(variable, chr(_FIRST + min(len(signs), _MOST)))
                part.set("variable", lead_name(variable))
                part.set("prefix", part.get("prefix", "") + sign)
            elif macro in macros:
                copy(macro)
                part.set("macro", lead_name(macro))

    def copy(macro: str) -> None:
        if macro not in copies:
            copies[macro] = deepcopy(macros[macro])
            copies[macro].set("name", lead_name(macro))
            name(copies[macro])

    for substitute in root.iter(f"{_CSL}substitute"):
        for child in substitute:
            if child.tag != f"{_CSL}names":
                name(child)
    root.extend(copies.values())
    for element in named:
        for part in element.iter():
            if part.tag in (f"{_CSL}if", f"{_CSL}else-if") and "variable" in part.attrib:
                asked = part.attrib["variable"].split()
                names = (lead_name(one) if one in signs else one for one in asked)
                part.set("variable", " ".join(names))
    return tuple(signs.items())
