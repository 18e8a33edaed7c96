"""HTML from outside, with nothing left but the elements that a text needs."""

from __future__ import annotations

from typing import Any
from urllib.parse import urljoin, urlsplit

import nh3
from lxml import etree  # type: ignore[import-untyped]  # it ships no types
from lxml import html as lxml_html

from postil.read.originals.original import OriginalError

BLOCKS = frozenset(
    {"address", "article", "aside", "blockquote", "body", "caption", "center", "dd", "details"}
    | {"dialog", "dir", "div", "dl", "dt", "fieldset", "figcaption", "figure", "footer", "form"}
    | {"h1", "h2", "h3", "h4", "h5", "h6", "header", "hgroup", "hr", "legend", "li", "main", "menu"}
    | {"nav", "ol", "optgroup", "option", "p", "pre", "search", "section", "summary", "table"}
    | {"tbody", "td", "tfoot", "th", "thead", "tr", "ul"}
)
"""Elements that part words from each other. None of them may go without a trace, or what stands
before and after it would become one word."""

INLINE = frozenset(
    {"a", "b", "br", "code", "del", "em", "i", "s", "strike", "strong", "sub", "sup"}
)

NOTE = "#footnote-"
"""How a mark leads to its footnote, and an item of the list of notes is named, without the sign."""
BACK = "#footnote-ref-"
"""How a footnote leads back to its mark."""

_SILENT = frozenset({"head", "iframe", "math", "nav", "noscript", "object", "script", "select"}) | {
    "style",
    "svg",
    "template",
    "textarea",
    "title",
}
"""Elements whose words are not those of the text, or are not shown."""


def clean(html: str) -> str:
    """The HTML with scripts, styles, pictures and unknown elements taken out, their words kept
    where they are read on the page."""
    return nh3.clean(
        html,
        tags=set((BLOCKS | INLINE) - _SILENT),
        clean_content_tags=set(_SILENT),
        attributes={
            "a": {"href"},
            "li": {"id"},
            "ol": {"start", "type"},
            "td": {"colspan", "rowspan"},
            "th": {"colspan", "rowspan"},
        },
        url_schemes={"http", "https", "mailto"},
        link_rel=None,
    )


def parsed(html: str) -> Any:
    """The tree of clean HTML: an element `div` that holds it. Raises OriginalError."""
    return document(f"<div>{html}</div>").find("body/div")


def document(html: str) -> Any:
    """The tree of a document of HTML. Raises OriginalError where it holds nothing, or where the
    parser gave up on elements within elements, after which nothing more would be read."""
    parser = lxml_html.HTMLParser(huge_tree=True)
    try:
        tree = lxml_html.document_fromstring(html, parser=parser)
    except etree.ParserError:
        raise OriginalError("it holds no words") from None
    if any(error.type_name == "ERR_RESOURCE_LIMIT" for error in parser.error_log):
        raise OriginalError("its elements stand one within the other too deeply")
    return tree


def link_target(href: str, base: str) -> str:
    """The address that a link leads to, or nothing where it leads nowhere from here: the places of
    a page have no names in the text that is made from it."""
    written = href.strip()
    if not written or written.startswith("#"):
        return ""
    try:
        address = urljoin(base, written) if base else written
        parts = urlsplit(address)
    except ValueError:
        return ""
    web = parts.scheme in {"http", "https"} and parts.netloc
    return address if web or parts.scheme == "mailto" else ""
