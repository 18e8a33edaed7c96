"""What Postil needs to know of the elements of HTML, by name.

From the content models, the parsing rules and the style sheet of the HTML standard:
https://html.spec.whatwg.org/multipage/
"""

from __future__ import annotations


def _names(words: str) -> frozenset[str]:
    return frozenset(words.split())


HEADINGS = frozenset(("h1", "h2", "h3", "h4", "h5", "h6"))

VOID = _names(
    "area base basefont bgsound br col embed frame hr img input keygen link meta param source "
    "track wbr"
)

# Shown as blocks of their own.
BLOCKS = HEADINGS | _names(
    "address article aside blockquote body caption center dd details dialog dir div dl dt "
    "fieldset figcaption figure footer form header hgroup hr html legend li listing main menu "
    "nav ol p plaintext pre search section summary table tbody td tfoot th thead tr ul "
    "xmp"
)
CELLS = frozenset(("td", "th"))
PREFORMATTED = frozenset(("listing", "plaintext", "pre", "xmp"))

# Whose text is not what a reader reads: it is not shown, or is a control, or a reading aid.
# `rt` and `rp` are the pronunciation above East Asian words, which nobody quotes with the words.
HIDDEN = _names(
    "audio canvas datalist head iframe meter noembed noframes noscript object progress rp rt "
    "script select style svg template textarea title video"
)

# No link may stand inside these: a press on them already does something.
INTERACTIVE = frozenset(("a", "button", "label", "summary"))

# A number set inside these would be read, copied or styled as if it were theirs.
WHOLE = INTERACTIVE | frozenset(("code", "kbd", "listing", "math", "pre", "ruby", "samp", "var"))

# May hold a `div` beside whatever else they hold.
FLOW = _names(
    "article aside blockquote body center dd details dialog div fieldset footer form header "
    "html li main nav search section"
)

# A note belongs after these, however deep inside them its passage stands.
CLOSED = INTERACTIVE | frozenset(("figure", "listing", "pre", "ruby", "table", "xmp"))

# Start tags that end an open paragraph.
ENDS_PARAGRAPH = BLOCKS - _names("body caption html legend tbody td tfoot th thead tr")

# Start tags that end open elements of these names.
ENDS_ITEMS: dict[str, tuple[str, ...]] = {
    "li": ("li",),
    "dd": ("dd", "dt"),
    "dt": ("dd", "dt"),
}
_ROWS = ("caption", "colgroup", "tbody", "tfoot", "thead", "tr")
ENDS_PARTS: dict[str, tuple[str, ...]] = {
    "td": ("td", "th"),
    "th": ("td", "th"),
    "tr": ("caption", "colgroup", "tr"),
    "tbody": _ROWS,
    "tfoot": _ROWS,
    "thead": _ROWS,
}
# The end tags of a table and its parts reach out of an open cell, and not of the table around it.
PARTS = _names("caption colgroup table tbody td tfoot th thead tr")

# An end tag does not reach out of the nearest open one of these.
SCOPES = _names("applet button caption html marquee object table td template th")
