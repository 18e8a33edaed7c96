"""What the parsing of HTML does with elements, by name, as far as how deep they stand goes.

https://html.spec.whatwg.org/multipage/parsing.html#tree-construction
"""

from __future__ import annotations

from postil.read.nesting_tags import RAW


def _names(words: str) -> frozenset[str]:
    return frozenset(words.split())


VOID = _names(
    "area base basefont bgsound br col embed frame hr image img input keygen link meta param "
    "source track wbr"
)
IGNORED = _names("body frameset head html")
"""Elements of which a part of a page has none, or one."""

FORMATS = _names("a b big code em font i nobr s small strike strong tt u")
"""Elements that go on after the block in which they begin, until they are closed."""

FOREIGN = _names("math svg")

MARKERS = _names("applet caption marquee object td template th")
"""Elements that no format leaves."""

SCOPES = (
    MARKERS
    | FOREIGN
    | RAW
    | _names("table select annotation-xml desc foreignobject mi mn mo ms mtext #data")
)
"""An end tag does not reach out of the nearest open one of these."""

IMPLIED = _names("dd dt li optgroup option p rb rp rt")
"""Elements whose end tags may be left out before that of what they stand in."""

HEADINGS = _names("h1 h2 h3 h4 h5 h6")

BLOCKS = _names(
    "address article aside blockquote button center details dialog dir div dl fieldset figcaption "
    "figure footer header hgroup listing main menu nav ol pre search section summary ul"
)

ITEMS = {"li": _names("li"), "dd": _names("dd dt"), "dt": _names("dd dt")}

ENDS_PARAGRAPH = (BLOCKS | HEADINGS | frozenset(ITEMS) | _names("form hr p xmp")) - {"button"}

ROWS = _names("tbody tfoot thead")
PARTS = ROWS | _names("caption colgroup table td th tr")

SPECIAL = SCOPES | BLOCKS | HEADINGS | PARTS | _names("dd dt form li p plaintext")
"""Elements that the end tag of an unknown one does not reach out of."""

LEAVES = HEADINGS | _names(
    "b big blockquote body br center code dd div dl dt em embed font head hr i img li listing menu "
    "meta nobr ol p pre ruby s small span strong strike sub sup table tt u ul var"
)
"""Elements whose start tags end a drawing."""

STOPS = SPECIAL | LEAVES
"""Elements that the end tag of a drawing, and of what stands in one, does not reach out of."""
