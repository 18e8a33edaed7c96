"""Original texts with nothing in them that could act on the page or on its readers."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

import nh3
from markupsafe import escape

from postil.read.nesting import nesting_problem
from postil.render.safe.attributes import kept
from postil.render.safe.names import DROPPED, ELEMENTS, FORMULAS, GLOBAL, OWN, SHAPES
from postil.render.safe.plain import is_plain
from postil.render.tokens import OPEN, attributes_of, tokenize
from postil.render.visible import read_visible

# With `*`, the filter decides about each of them.
_ATTRIBUTES = {"*": set(GLOBAL.union(*OWN.values()))}


@dataclass(frozen=True, slots=True)
class Removed:
    """What was taken out: an element, or an attribute of one. `told` are words for a person; they
    stand in the Markdown as `written`, or nearly so, unless an extension made them; those of an
    attribute in a tag of the `element`."""

    told: str
    written: str
    element: str = ""


@dataclass(frozen=True, slots=True)
class Cleaned:
    """HTML that may be published, and what was taken out of it."""

    html: str
    removed: tuple[Removed, ...] = ()


def clean_original(html: str) -> Cleaned:
    """`html` as it is where all of it is allowed, else without what is not (by Ammonia).

    Then it has no shapes either: their markup is read by other rules.
    """
    if is_plain(html):
        return Cleaned(html)
    if problem := nesting_problem(html):
        return Cleaned(_words(html), (Removed(f"its markup ({problem})", "<"),))
    removed = tuple(dict.fromkeys(_removed(html)))
    cleaned = nh3.clean(
        html,
        tags=set(ELEMENTS - SHAPES - FORMULAS),
        clean_content_tags={*DROPPED, "svg"},
        attributes=_ATTRIBUTES,
        attribute_filter=_filter,
        url_schemes={"data", "http", "https", "mailto", "tel"},
        link_rel=None,
    )
    if not is_plain(cleaned):
        # Never seen.
        cleaned = _words(html)
    return Cleaned(cleaned, removed or (Removed("markup that is not whole", "<"),))


def _words(html: str) -> str:
    """The words that a reader would see, and no markup."""
    lines = read_visible(html).text.split("\n")
    return "".join(f"<p>{escape(line)}</p>\n" for line in lines if line.strip())


def _filter(element: str, attribute: str, value: str) -> str | None:
    # Tabs that are written anew are not those of which `is_plain` knows that they belong together.
    return None if attribute == "data-tabs" else kept(element, attribute.lower(), value)


def _removed(html: str) -> Iterator[Removed]:
    for token in tokenize(html):
        if token.form is not OPEN:
            continue
        if token.name not in ELEMENTS:
            yield Removed(f"the element <{_name(token.name)}>", f"<{token.name}")
            continue
        for name, value in attributes_of(token.attributes).items():
            if _filter(token.name, name, value) != value:
                told = f"the attribute “{_name(name)}” of <{token.name}>"
                shown = value[:20] if name in {"class", "href", "id", "src"} else name
                yield Removed(told, shown, token.name)


def _name(written: str) -> str:
    """The name of a tag or attribute as it can stand in a message: whatever characters it has."""
    return re.sub(r"[^A-Za-z0-9:._-]", "?", written)[:40]
