"""The elements and attributes that the HTML of an original text may have.

Everything that MkDocs, Python-Markdown, Material's extensions and PyMdown make of Markdown is among
them, and nothing that runs, loads from elsewhere, or stands for a part of the page around the text.
"""

from __future__ import annotations


def _names(words: str) -> frozenset[str]:
    return frozenset(words.split())


BLOCKS = _names(
    "address article audio blockquote caption center colgroup dd details div dl dt figcaption "
    "figure footer h1 h2 h3 h4 h5 h6 header hgroup hr li ol p picture pre section summary table "
    "tbody td tfoot th thead tr ul video"
)
_INLINE = _names(
    "a abbr b bdi bdo br cite code col data del dfn em i img input ins kbd label mark q rp rt ruby "
    "s samp small source span strike strong sub sup time track tt u var wbr"
)
# Shapes and formulas. No element with words that are not shown, with a link, or with markup of HTML
# inside, all of which are read differently there.
SHAPES = _names("circle ellipse g line path polygon polyline rect svg")
FORMULAS = _names(
    "math mfrac mi mn mo mover mroot mrow ms mspace msqrt msub msubsup msup mtable mtd mtext mtr "
    "munder munderover"
)
ELEMENTS = BLOCKS | _INLINE | SHAPES | FORMULAS

DROPPED = _names(
    "applet canvas datalist embed frame frameset head iframe noembed noframes noscript object "
    "plaintext script select style template textarea title xmp"
)
"""Elements that go with all that stands in them: it is not for reading."""

ADDRESSES = frozenset(("cite", "href"))
"""Attributes that lead somewhere."""
MEDIA = frozenset(("poster", "src"))
"""Attributes by which a browser loads something at once."""

GLOBAL = _names(
    "align aria-describedby aria-hidden aria-label aria-labelledby class dir hidden id lang "
    "markdown role style title translate"
)
OWN: dict[str, frozenset[str]] = {
    "a": _names("href name rel target"),
    "audio": _names("controls loop muted preload src"),
    "blockquote": _names("cite"),
    "bdo": _names("dir"),
    "col": _names("span width"),
    "colgroup": _names("span width"),
    "data": _names("value"),
    "del": _names("cite datetime"),
    "details": _names("open"),
    "div": _names("data-tabs"),
    "hr": _names("size width"),
    "img": _names("alt decoding height loading src width"),
    "input": _names("checked disabled name type"),
    "ins": _names("cite datetime"),
    "label": _names("for"),
    "li": _names("type value"),
    "ol": _names("reversed start type"),
    "q": _names("cite"),
    "source": _names("media src type"),
    "span": _names("data-linenos"),
    "table": _names("border cellpadding cellspacing summary width"),
    "td": _names("abbr colspan headers height nowrap rowspan scope valign width"),
    "th": _names("abbr colspan headers height nowrap rowspan scope valign width"),
    "time": _names("datetime"),
    "tr": _names("valign"),
    "track": _names("default kind label src srclang"),
    "ul": _names("type"),
    "video": _names("controls height loop muted playsinline poster preload src width"),
    **dict.fromkeys(
        SHAPES,
        _names(
            "cx cy d fill fill-opacity fill-rule height points preserveaspectratio r rx ry stroke "
            "stroke-linecap stroke-linejoin stroke-width transform viewbox width x x1 x2 xmlns y "
            "y1 y2"
        ),
    ),
    **dict.fromkeys(FORMULAS, _names("display displaystyle mathvariant stretchy width xmlns")),
}
