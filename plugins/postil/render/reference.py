"""A source as a reference, formatted by a style of the Citation Style Language (CSL).

The processor is citeproc-py. It escapes nothing, and what it returns is taken for plain words with
signs for private use among them (see `csl_style`): the HTML is made here, escaped, and always
well formed.
"""

from __future__ import annotations

import io
import json
import re
import threading
from collections.abc import Mapping
from functools import lru_cache
from typing import Any

from citeproc import LANGUAGE_NAMES as LOCALES  # type: ignore[import-untyped]  # it ships no types
from citeproc import (
    PRIMARY_DIALECTS,
    Citation,
    CitationItem,
    CitationStylesBibliography,
    CitationStylesStyle,
)
from markupsafe import Markup, escape

from postil.render import csl_style as sign
from postil.render.csl_item import as_reference, date_words, plain
from postil.render.csl_style import PreparedStyle, prepare
from postil.render.direction import apart
from postil.render.styles import shipped_style
from postil.render.words import Words

NOTHING = Markup("")
_REMEMBERED = 20_000
"""References that are remembered as they were formatted: to format one takes milliseconds, and
many notes cite the same."""

_PAIRS = {
    sign.END_TITLE: sign.TITLE,
    sign.END_WORDS: sign.WORDS,
    sign.END_ITALIC: sign.ITALIC,
    sign.END_BOLD: sign.BOLD,
    sign.END_RAISED: sign.RAISED,
    sign.END_LOWERED: sign.LOWERED,
}
_ELEMENTS = {sign.ITALIC: "i", sign.BOLD: "b", sign.RAISED: "sup", sign.LOWERED: "sub"}
_SIGNS = re.compile("([\ue000-\ue00f])")
_LEADS = re.compile("[\ue010-\ue0ff]")
_TWICE = re.compile("([.,;:!?])([\ue000-\ue00f]+)\\1")
"""A mark of punctuation that a field ends with and the style adds."""


class _Formatter:
    """What the processor calls to format: signs in place of markup."""

    @staticmethod
    def preformat(text: str) -> str:
        return text

    @staticmethod
    def _same(text: str) -> str:
        return text

    Light = Underline = SmallCaps = _same

    @staticmethod
    def Italic(text: str) -> str:  # noqa: N802 - the processor's name
        return f"{sign.ITALIC}{text}{sign.END_ITALIC}"

    Oblique = Italic

    @staticmethod
    def Bold(text: str) -> str:  # noqa: N802
        return f"{sign.BOLD}{text}{sign.END_BOLD}"

    @staticmethod
    def Superscript(text: str) -> str:  # noqa: N802
        return f"{sign.RAISED}{text}{sign.END_RAISED}"

    @staticmethod
    def Subscript(text: str) -> str:  # noqa: N802
        return f"{sign.LOWERED}{text}{sign.END_LOWERED}"


def format_reference(
    item: Mapping[str, Any], style: str, words: Words, link: Markup = NOTHING
) -> Markup:
    """The reference of a CSL item by a style, given as XML; empty for the one that ships.

    `link` are the attributes of a link, its `href` among them, or nothing. The title is linked, or
    the whole reference where the style prints no title. A full stop of the style's at the end is
    left out. A style that fails at an item gives way to the one that ships.
    """
    default = shipped_style("postil")
    title = plain(item.get("title") or "").strip()
    if not title:
        item = {name: value for name, value in item.items() if name != "title"}
    marked = _marked(item, style, words) if style else None
    if marked is None:
        marked = _marked(item, default, words)
    return _html(marked or title or words["no-title"], link, words)


def _marked(item: Mapping[str, Any], style: str, words: Words) -> str | None:
    prepared = prepare(style, words["comma"], words["and-others"])
    fields = {**item, **date_words(item, prepared.dates, words)}
    written = json.dumps(fields, sort_keys=True, default=str)
    return _formatted(prepared, csl_locale(words), written)


@lru_cache(maxsize=_REMEMBERED)
def _formatted(style: PreparedStyle, locale: str, item: str) -> str | None:
    """What the style prints for an item, given as JSON; None where it fails at it."""
    try:
        processor = _styles.get(style, locale)
        reference = as_reference(json.loads(item), bool(style.leads))
        text = _processed(processor, reference)
        if printed := [variable for variable, lead in style.leads if lead in text]:
            for variable in printed:
                for name in (variable, variable.replace("-", "_")):
                    reference.pop(name, None)
            text = _processed(processor, reference)
    except Exception:  # a style calls for what an item has in a form that it did not foresee
        return None
    text = _LEADS.sub("", text)
    return _TWICE.sub(r"\1\2", " ".join(text.split())) or None


def _processed(processor: Any, reference: Any) -> str:
    bibliography = CitationStylesBibliography(processor, {"item": reference}, _Formatter)
    bibliography.register(Citation([CitationItem("item")]))
    return "".join(map(str, bibliography.bibliography()))


class _Styles(threading.local):
    """The styles as the processor holds them, for each thread its own: it writes into them."""

    def __init__(self) -> None:
        self._loaded: dict[tuple[PreparedStyle, str], Any] = {}

    def get(self, style: PreparedStyle, locale: str) -> Any:
        key = (style, locale)
        if key not in self._loaded:
            # `read.styles` has validated it.
            self._loaded[key] = CitationStylesStyle(io.BytesIO(style.xml), locale, validate=False)
        return self._loaded[key]


_styles = _Styles()


def csl_locale(words: Words) -> str:
    """The locale of CSL for the language of the interface; one without a locale has English
    terms."""
    locale = words.locale
    tag = f"{locale.language}-{locale.territory}"
    return tag if tag in LOCALES else str(PRIMARY_DIALECTS.get(locale.language, "en-US"))


class _Element:
    """An element that is open: the sign that began it, its HTML and its words."""

    __slots__ = ("html", "sign", "words")

    def __init__(self, sign: str) -> None:
        self.sign = sign
        self.html: list[str] = []
        self.words: list[str] = []


def _html(marked: str, link: Markup, words: Words) -> Markup:
    titled = bool(link) and sign.TITLE in marked
    open_ = [_Element("")]
    for token in _SIGNS.split(marked):
        if token in _PAIRS:
            if any(element.sign == _PAIRS[token] for element in open_):
                while _close(open_, link if titled else NOTHING, words) != _PAIRS[token]:
                    pass
        elif _SIGNS.fullmatch(token):
            open_.append(_Element(token))
        else:
            open_[-1].html.append(str(escape(token)))
            open_[-1].words.append(token)
    while len(open_) > 1:
        _close(open_, link if titled else NOTHING, words)
    html = Markup("".join(open_[0].html))  # noqa: S704 - escaped word by word above
    return html if titled or not link else Markup("<a{}>{}</a>").format(link, html)


def _close(open_: list[_Element], link: Markup, words: Words) -> str:
    """Closes the last element that is open, and returns the sign that began it."""
    last = open_.pop()
    text = "".join(last.words)
    html = Markup("".join(last.html))  # noqa: S704 - escaped word by word
    if name := _ELEMENTS.get(last.sign):
        html = Markup(f"<{name}>{{}}</{name}>").format(html)  # noqa: S704 - names of our own
    elif direction := apart(text, words["direction"]):
        html = Markup('<bdi dir="{}">{}</bdi>').format(direction, html)
    if last.sign == sign.TITLE:
        html = Markup("<a{}>{}</a>").format(link, html) if link else html
        html = Markup("<cite>{}</cite>").format(html)
    open_[-1].html.append(str(html))
    open_[-1].words.append(text)
    return last.sign
