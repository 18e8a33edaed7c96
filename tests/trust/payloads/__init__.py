"""Hostile words, made from the public classes of attacks: several thousand, the same at every run.

Each of them, if it runs, calls `alert`, changes a global or asks the canary host for something, or
it breaks what it stands in. The classes are those that the cheat sheets of OWASP and PortSwigger,
the tests of DOMPurify and Ammonia and CWE-79, 1021, 1236 and 1336 name; the strings are made here.
"""

from __future__ import annotations

from . import (
    addresses,
    attributes,
    characters,
    clobbering,
    comments,
    data,
    markdown,
    markup,
    reports,
    styles,
    tables,
    trees,
)

CLASSES: dict[str, tuple[str, ...]] = {
    "markup": markup.MARKUP,
    "markup after a break": markup.AFTER_BREAKS,
    "events": markup.ELEMENT_EVENTS,
    "attributes": markup.ATTRIBUTE_EVENTS,
    "clobbering": clobbering.CLOBBERING,
    "addresses": addresses.SCHEMES,
    "Markdown": markdown.MARKDOWN,
    "data": data.DATA,
    "namespaces": trees.NAMESPACES,
    "tables": trees.TABLES,
    "ends": trees.ENDS,
    "late events": attributes.EVENTS,
    "addresses in attributes": attributes.SCHEMES_IN,
    "styles": styles.STYLES,
    "parts": attributes.PARTS,
    "markup left open": styles.DANGLING,
    "properties": clobbering.PROPERTIES,
    "ids of ours": clobbering.OWN_IDS,
    "tricked addresses": addresses.TRICKED,
    "places of Markdown": markdown.IN_PLACES,
    "placeholders": markdown.PLACEHOLDERS,
    "references": characters.REFERENCES,
    "unseen characters": characters.UNSEEN,
    "long words": comments.LONG,
    "comments": comments.COMMENTS,
    "formulas": tables.FORMULAS,
    "ends of scripts": tables.SCRIPT_ENDS,
    "feeds": data.FEEDS,
    "headers": data.HEADERS,
    "templates": data.TEMPLATES,
    "reports": reports.REPORTS,
    "bibliographies": reports.BIBLIOGRAPHIES,
}
_ADDRESS, _NOTHING = "https://e.example/words", "[words]: a.png"


def harmless(count: int) -> list[str]:
    """As many that do no harm: words, every fifth of them an address, and a few of which Markdown
    leaves nothing."""
    return [
        _NOTHING if number % 11 == 4 else _ADDRESS if number % 5 == 2 else f"words {number}"
        for number in range(count)
    ]


def corpus() -> list[str]:
    """All of them, each once."""
    return list(dict.fromkeys(one for group in CLASSES.values() for one in group))


def share(count: int) -> list[str]:
    """About `count` of them, from every class, those in a class evenly far from each other."""
    each = max(1, count // len(CLASSES))
    taken: list[str] = []
    for group in CLASSES.values():
        step = max(1, len(group) // each)
        taken += group[step // 2 :: step][:each]
    return list(dict.fromkeys(taken))
