"""The body of a note: Markdown from a contributor who is not trusted, as HTML that is safe."""

from __future__ import annotations

import re
import threading
from functools import lru_cache
from xml.etree.ElementTree import Element

import nh3
from markdown import Markdown
from markdown.extensions import Extension
from markdown.treeprocessors import Treeprocessor
from markupsafe import Markup, escape

from postil.read.bodies import is_read_as_markdown
from postil.render.links import SCHEMES, is_relative, safe_link
from postil.render.plain_body import plain_body

_TAGS = {
    *("a", "blockquote", "br", "code", "del", "em", "h4", "h5", "h6", "hr", "img", "li", "ol", "p"),
    *("pre", "strong", "sub", "sup", "table", "tbody", "td", "th", "thead", "tr", "ul"),
}
_ATTRIBUTES = {"a": {"href", "title"}, "img": {"alt", "src", "title"}, "ol": {"start"}}

# Headings of a note stand below those of the page, which go down to the third level.
_HEADINGS = {"h1": "h4", "h2": "h5", "h3": "h6", "h4": "h6", "h5": "h6"}


# What Python-Markdown leaves behind where its own signs stand in a body.
_LEFT = re.compile("[\x00-\x08\x0b\x0e-\x1f\x7f]")


class _Tame(Treeprocessor):
    def run(self, root: Element) -> None:
        for element in root.iter():
            element.tag = _HEADINGS.get(element.tag, element.tag)
            if element.tag == "img" and not is_relative(element.get("src", "")):
                # What is left of a `span` is its words.
                element.tag, element.text = "span", element.get("alt")
                element.attrib.clear()


class _Plain(Extension):
    """No raw HTML, which shows as it was written, and headings of lower levels."""

    def extendMarkdown(self, md: Markdown) -> None:  # noqa: N802 - Python-Markdown's name
        md.preprocessors.deregister("html_block")
        md.inlinePatterns.deregister("html")
        md.treeprocessors.register(_Tame(md), "postil-tame", 5)


class _Renderer(threading.local):
    """One instance a thread: to make one takes longer than to render a note."""

    def __init__(self) -> None:
        self.renew()

    def renew(self) -> None:
        self.markdown = Markdown(
            extensions=["fenced_code", "sane_lists", "tables", _Plain()], output_format="html"
        )

    def convert(self, markdown: str) -> str:
        try:
            return self.markdown.reset().convert(markdown)
        except BaseException:
            # It still believes to be within the list or quotation where it was interrupted, and
            # `reset` does not tell it.
            self.renew()
            raise


_renderer = _Renderer()


# Every note is shown on several pages and in feeds.
@lru_cache(maxsize=1 << 15)
def render_body(markdown: str) -> Markup:
    """The HTML of a body, with nothing in it but the elements of plain prose.

    Links lead to the web, to an e-mail address or to this site; pictures come from this site.
    A body that is too much for Markdown shows as it was written.
    """
    readable = is_read_as_markdown(markdown)
    plain = plain_body(markdown) if readable else None
    if plain is not None:
        return Markup(plain)  # noqa: S704 - nothing in it but words and tags of ours
    return clean_body(markdown, readable)


def clean_body(markdown: str, readable: bool = True) -> Markup:
    """The HTML of any body, by Markdown, if it is `readable` so, and the sanitizer."""
    clean = nh3.clean(
        _convert(markdown, readable),
        tags=_TAGS,
        attributes=_ATTRIBUTES,
        attribute_filter=_filter,
        url_schemes=set(SCHEMES),
        link_rel="nofollow noopener noreferrer",
    )
    return Markup(_LEFT.sub("", clean))  # noqa: S704 - cleaned by an allow-list


def _convert(markdown: str, readable: bool) -> str:
    if readable:
        try:
            return _renderer.convert(markdown)
        except RecursionError:
            pass  # Quotations within quotations, hundreds deep.
    paragraphs = re.split(r"\n\s*\n", markdown)
    return "".join(f"<p>{escape(paragraph)}</p>" for paragraph in paragraphs)


def _filter(_tag: str, attribute: str, value: str) -> str | None:
    if attribute == "src":
        return value if is_relative(value) else None
    if attribute == "href":
        return value if safe_link(value) or is_relative(value) else None
    return value
