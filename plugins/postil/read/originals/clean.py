"""HTML from outside, with nothing left but the elements that a text needs."""

from __future__ import annotations

import re
from typing import Any
from urllib.parse import urljoin, urlsplit

import nh3
from lxml import etree  # type: ignore[import-untyped]  # it ships no types

from postil.read.nesting import nesting_problem
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


def clean(html: str, *, looks: bool = False) -> str:
    """The HTML with scripts, styles, pictures and unknown elements taken out, their words kept
    where they are read on the page. It is read as browsers read it.

    `looks` keeps the attributes that tell what a page hides. Raises OriginalError for what would
    take a parser too long.
    """
    if problem := nesting_problem(html):
        raise OriginalError(problem)
    attributes = {
        "a": {"href"},
        "li": {"id"},
        "ol": {"start", "type"},
        "td": {"colspan", "rowspan"},
        "th": {"colspan", "rowspan"},
    }
    return nh3.clean(
        html,
        tags=set((BLOCKS | INLINE) - _SILENT),
        clean_content_tags=set(_SILENT),
        attributes={**attributes, "*": {"hidden", "style"}} if looks else attributes,
        url_schemes={"http", "https", "mailto"},
        link_rel=None,
    )


def parsed(html: str) -> Any:
    """The tree of clean HTML: an element `div` that holds it. Raises OriginalError.

    What is clean is well-formed but for the elements that have no end, and the one entity that XML
    does not have. A parser of HTML would move elements that it does not expect where they are, and
    words would run together.
    """
    xml = re.sub(r"<(br|hr)((?: [^<>]*)?)>", r"<\1\2/>", html).replace("&nbsp;", "\u00a0")
    parser = etree.XMLParser(resolve_entities=False, no_network=True, huge_tree=True)
    try:
        return etree.fromstring(f"<div>{xml}</div>", parser)
    except etree.XMLSyntaxError as error:
        raise OriginalError(
            "its elements stand one within the other too deeply"
            if "depth" in str(error)
            else f"it cannot be read ({error})"
        ) from None


def written(tree: Any) -> str:
    """The HTML of an element, without what follows it."""
    html: str = etree.tostring(tree, encoding="unicode", method="html", with_tail=False)
    return html


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
