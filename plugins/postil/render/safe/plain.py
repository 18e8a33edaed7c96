"""Whether HTML may be published as it is: decided from its tags alone, without a parser of trees.

A browser reads tags one by one, and only elements whose content is not markup (`script`, `title`,
`textarea` …) or CDATA change how. No such element is allowed, and whatever begins otherwise than a
tag of the plainest form, or a plain comment, is refused. So what is a tag here is one in every
browser, wherever its parser puts the element, and each of them is allowed. That elements end where
they should keeps a text from ending those of the page around it.
https://html.spec.whatwg.org/multipage/parsing.html#tokenization
"""

from __future__ import annotations

import re

from postil.render.elements import VOID
from postil.render.references import decode_all
from postil.render.safe.attributes import kept
from postil.render.safe.names import BLOCKS, ELEMENTS, FORMULAS, SHAPES

_VALUE = r"""(?:"[^"\0]*+"|'[^'\0]*+'|[^\s"'=<>`\0]++)"""
_TAG = re.compile(
    r"<(/?)([A-Za-z][A-Za-z0-9]*+)"
    rf"((?:[ \t\n\f]++[A-Za-z_:][A-Za-z0-9_:.-]*+(?:[ \t\n\f]*+=[ \t\n\f]*+{_VALUE})?+)*+)"
    r"[ \t\n\f]*+(/?)>"
)
_ATTRIBUTE = re.compile(rf"([A-Za-z_:][A-Za-z0-9_:.-]*+)(?:[ \t\n\f]*+=[ \t\n\f]*+({_VALUE}))?+")
# A comment that every reader ends at the same place.
_COMMENT = re.compile(r"<!--(?![->])[^<>-]*+(?:-[^<>-]++)*+-->")
# What is no tag to any browser.
_STRAY = re.compile(r"<(?![A-Za-z/!?])")

# Tabs as PyMdown writes them. Material's script stops where their parts do not belong together.
_TABS = re.compile(
    r'<div class="tabbed-set[a-z -]*+" data-tabs="\d+:\d+">'
    r'((?:<input (?:checked="checked" )?id="[^"\\<>&]++" name="__tabbed_\d+" type="radio" ?/?>)++)'
    r'<div class="tabbed-labels">((?:[^<]++|<(?!/?div)[^<>]*+>)*+)</div>\s*'
    r'<div class="tabbed-content">'
)
_TAB = re.compile(r'<input [^<>]*?\bid="([^"]*)"')
_TAB_LABEL = re.compile(r'<label for="([^"]*)">')

_FOREIGN = frozenset(("math", "svg"))
# A slash ends them in their tags; elsewhere it says nothing.
_SLASHED = SHAPES | FORMULAS
# Elements whose end tags may be left out, where an element of a block ends around them.
_ENDED = frozenset(("dd", "dt", "li", "p", "rp", "rt", "tbody", "td", "tfoot", "th", "thead", "tr"))


def is_plain(html: str) -> bool:
    """Whether every tag of `html` is allowed, and its elements end within it."""
    opened: list[str] = []
    foreign = 0
    position = html.find("<")
    while position >= 0:
        if tag := _TAG.match(html, position):
            name = tag[2].lower()
            if name not in ELEMENTS or not _allowed(name, tag[3]):
                return False
            if foreign and name not in _SLASHED:
                return (
                    False  # A link in a shape is none of HTML, and Material's script stops at it.
                )
            if "data-tabs" in tag[3].lower() and not _are_tabs(html, position):
                return False
            if tag[1]:
                if tag[3] or tag[4] or not _end(opened, name):
                    return False
                foreign -= name in _FOREIGN
            elif name not in VOID and not (tag[4] and name in _SLASHED and foreign):
                opened.append(name)
                foreign += name in _FOREIGN
            position = tag.end()
        elif comment := _COMMENT.match(html, position):
            position = comment.end()
        elif _STRAY.match(html, position):
            position += 1
        else:
            return False
        position = html.find("<", position)
    return all(name in _ENDED for name in opened)


def _end(opened: list[str], name: str) -> bool:
    """Ends the element; whether it is the one that is open."""
    if name in BLOCKS:
        while opened and opened[-1] != name and opened[-1] in _ENDED:
            opened.pop()
    if not opened or opened[-1] != name:
        return False
    opened.pop()
    return True


def _are_tabs(html: str, position: int) -> bool:
    tabs = _TABS.match(html, position)
    return tabs is not None and _TAB.findall(tabs[1]) == _TAB_LABEL.findall(tabs[2])


def _allowed(name: str, attributes: str) -> bool:
    for match in _ATTRIBUTE.finditer(attributes):
        value = match[2] or ""
        if value[:1] in ("'", '"'):
            value = value[1:-1]
        decoded = decode_all(value)
        if kept(name, match[1].lower(), decoded) != decoded:
            return False
    return True
