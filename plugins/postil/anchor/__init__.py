"""Targets to ranges of a text. Pure: strings in, values out.

    prepared = prepare(text)
    anchor = find(prepared, TextQuote("the words", prefix="just before "))

`resolve` does the same for a whole target, with its section and the target around it, and
`describe` goes the other way; `concise` gives what a person would write.
"""

from postil.anchor.concise import concise
from postil.anchor.describe import describe
from postil.anchor.find import find
from postil.anchor.prepared import PreparedText, prepare
from postil.anchor.resolve import resolve
from postil.anchor.section import Section, nearest_section, sections_named, unknown_section

__all__ = [
    "PreparedText",
    "Section",
    "concise",
    "describe",
    "find",
    "nearest_section",
    "prepare",
    "resolve",
    "sections_named",
    "unknown_section",
]
