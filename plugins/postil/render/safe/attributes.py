"""What an attribute of an original text may say."""

from __future__ import annotations

import re
from collections.abc import Callable

from postil.render.safe.names import ADDRESSES, GLOBAL, MEDIA, OWN

# As browsers read an address: spaces and controls around it go, and so do tabs and line breaks
# within it (https://url.spec.whatwg.org/#concept-basic-url-parser).
_AROUND = "".join(map(chr, range(0x21)))
_SKIPPED = re.compile(r"[\t\n\r]")
_SCHEME = re.compile(r"([A-Za-z][A-Za-z0-9+.-]*):")
_UNSEEN = re.compile(r"[\x00-\x1f\x7f]")
_SCHEMES = frozenset(("http", "https", "mailto", "tel"))
_PICTURE = re.compile(r"data:image/(?:png|jpeg|gif|webp|avif);base64,[A-Za-z0-9+/]*={0,2}")

# Material's own ids, but for those that Markdown extensions make, and global names that scripts ask
# for: an element by such an id would stand in their place.
_ID_TAKEN = re.compile(
    r"__(?!tabbed_\d|span-\d|codelineno-\d|code_\d)|(?:dataLayer|document\$|location\$|target\$"
    r"|keyboard\$|viewport\$|progress\$|component\$|MathJax|katex|mermaid|giscus)$"
)
# Classes by which Material and Postil know their own parts, and one that makes Material fetch a
# program from another host.
_CLASS_TAKEN = re.compile(r"(?:md-(?!button(?:--primary)?$)|postil-).*|mermaid")
_STYLE = re.compile(
    r" ?text-align: ?(?:left|right|center|justify|start|end);? ?",
    re.IGNORECASE,
)
_SHAPE = re.compile(r"[A-Za-z0-9_\s.,#()%+-]*")
_NAMESPACES = frozenset(("http://www.w3.org/2000/svg", "http://www.w3.org/1998/Math/MathML"))
_ROLES = frozenset(("doc-backlink", "doc-endnotes", "doc-noteref", "img", "math", "none", "note"))


def kept(element: str, attribute: str, value: str) -> str | None:
    """What stays of an attribute with that value (its references decoded); None if it goes.

    Names are in lower case.
    """
    if attribute not in GLOBAL and attribute not in OWN.get(element, ()):
        return None
    if attribute in ADDRESSES:
        return value if leads_somewhere(value) else None
    if attribute in MEDIA:
        return value if is_own(value) or _PICTURE.fullmatch(value) else None
    rule = _RULES.get(attribute)
    if rule is None:
        return value
    return rule(element, value)


def leads_somewhere(address: str) -> bool:
    """Whether a link may lead there: to the web, to an e-mail address, a telephone, or within the
    site."""
    read = _read(address)
    if _UNSEEN.search(read):
        return False
    scheme = _SCHEME.match(read)
    return scheme is None or scheme[1].lower() in _SCHEMES


def is_own(address: str) -> bool:
    """Whether what a browser loads from there comes from the site itself."""
    read = _read(address)
    return not (
        _UNSEEN.search(read) or "\\" in read or read.startswith("//") or _SCHEME.match(read)
    )


def _read(address: str) -> str:
    return _SKIPPED.sub("", address.strip(_AROUND))


def _class(_element: str, value: str) -> str | None:
    names = value.split()
    free = [name for name in names if not _CLASS_TAKEN.fullmatch(name)]
    return value if len(free) == len(names) else " ".join(free)


def _free_id(_element: str, value: str) -> str | None:
    return None if _ID_TAKEN.match(value) else value


def _name(element: str, value: str) -> str | None:
    if element == "input":
        return value if re.fullmatch(r"__tabbed_\d+", value) else None
    return _free_id(element, value)


def _one_of(*words: str) -> Callable[[str, str], str | None]:
    return lambda _, value: value if value.lower() in words else None


def _matches(pattern: re.Pattern[str]) -> Callable[[str, str], str | None]:
    return lambda _, value: value if pattern.fullmatch(value) else None


_RULES: dict[str, Callable[[str, str], str | None]] = {
    "class": _class,
    "for": _free_id,
    "id": _free_id,
    "name": _name,
    "style": _matches(_STYLE),
    "dir": _one_of("ltr", "rtl", "auto"),
    "role": _one_of(*_ROLES),
    "target": _one_of("_blank", "_self"),
    "xmlns": _one_of(*(one.lower() for one in _NAMESPACES)),
    "type": lambda element, value: (
        value if element != "input" or value.lower() in {"checkbox", "radio"} else None
    ),
    **dict.fromkeys(("d", "fill", "points", "stroke", "transform", "viewbox"), _matches(_SHAPE)),
}
