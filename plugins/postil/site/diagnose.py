"""What is wrong with an anchor, said to the person who wrote the target."""

from __future__ import annotations

import json
import re
from collections.abc import Sequence

from postil.anchor import PreparedText, Section, describe, nearest_section, unknown_section
from postil.model.anchor import Anchor, Candidate, Status
from postil.model.diagnostic import Diagnostic
from postil.model.target import Target
from postil.model.text import Text

# Characters of a quotation in a message: enough to find the words, short enough for one line.
_SHOWN = 80
# Places of an ambiguous target that a message tells apart.
_PLACES = 3
# Sections that a message lists.
_SECTIONS = 8
NEAR = 0.4
"""A candidate less alike than this is not what the author meant, and naming it would mislead."""


def diagnose(
    text: Text, prepared: PreparedText, target: Target, anchor: Anchor, sections: Sequence[Section]
) -> tuple[Diagnostic, ...]:
    """The diagnostics of one target and its anchor; none where it is exact."""
    if anchor.status is Status.EXACT:
        return ()
    unknown = unknown_section(target, sections)
    if unknown is not None:
        return (_section_unknown(text, target, unknown, sections),)
    if anchor.status is Status.CHANGED:
        return (_changed(text, prepared, target, anchor),)
    if anchor.status is Status.AMBIGUOUS:
        return (_ambiguous(text, prepared, target, anchor),)
    return (_lost(text, prepared, target, anchor),)


def _changed(text: Text, prepared: PreparedText, target: Target, anchor: Anchor) -> Diagnostic:
    now = _words(prepared, anchor.start, anchor.end)
    return Diagnostic(
        "anchor-changed",
        f"{_written(target)} is now {_shown(now)} in {text.place.path}, "
        f"{_percent(anchor.score)} alike",
        target.place,
        "if the note still holds, write the words as they are now",
    )


def _ambiguous(text: Text, prepared: PreparedText, target: Target, anchor: Anchor) -> Diagnostic:
    ways = [_way(prepared, candidate) for candidate in anchor.candidates[:_PLACES]]
    # An anchor carries its best candidates only, so there may be more of them.
    count = len(anchor.candidates)
    places = f"{count} places" if count < _PLACES else f"at least {count} places"
    return Diagnostic(
        "anchor-ambiguous",
        f"{_written(target)} fits {places} of {text.place.path} equally well",
        target.place,
        "say which one is meant: " + ", or ".join(ways),
    )


def _lost(text: Text, prepared: PreparedText, target: Target, anchor: Anchor) -> Diagnostic:
    near = [candidate for candidate in anchor.candidates if candidate.score >= NEAR]
    hint = f"nearest: {_nearest(prepared, near[0])}" if near else "no words like it were found"
    where = f"the section of {text.place.path}" if target.section else text.place.path
    return Diagnostic("anchor-lost", f"{_written(target)} is not in {where}", target.place, hint)


def _nearest(prepared: PreparedText, candidate: Candidate) -> str:
    words = _words(prepared, candidate.start, candidate.end)
    return f"{_shown(words)}, {_percent(candidate.score)} alike"


def _section_unknown(
    text: Text, target: Target, name: str, sections: Sequence[Section]
) -> Diagnostic:
    names = [section.id or section.title for section in sections]
    near = nearest_section(sections, name)
    if near is not None:
        hint = f"did you mean “{near.id or near.title}”?"
    elif names:
        hint = "its sections are " + ", ".join(f"“{name}”" for name in names[:_SECTIONS])
    else:
        hint = "it has no headings"
    message = f"{text.place.path} has no section {_shown(name)}"
    return Diagnostic("section-unknown", message, target.place, hint)


def _written(target: Target) -> str:
    return _shown(target.words)


def _words(prepared: PreparedText, start: int, end: int) -> str:
    return prepared.text[start:end]


def _way(prepared: PreparedText, candidate: Candidate) -> str:
    """What would name one of several places, as YAML."""
    quote = describe(prepared, candidate.start, candidate.end)
    told = {"prefix": quote.prefix, "suffix": quote.suffix}
    if candidate.score < 1:
        # Other words stand there than those that were written: what is around them tells nothing.
        told = {"exact": quote.exact, **told}
    # The line breaks of the text count as spaces, which are easier to write.
    lines = {name: re.sub(r"\s+", " ", words) for name, words in told.items() if words}
    # A string of JSON is one of YAML, too.
    parts = [f"{name}: {json.dumps(words, ensure_ascii=False)}" for name, words in lines.items()]
    return "{" + ", ".join(parts) + "}"


def _shown(words: str) -> str:
    line = " ".join(words.split())
    if len(line) > _SHOWN:
        half = _SHOWN // 2
        line = f"{line[:half].rstrip()} … {line[-half:].lstrip()}"
    return f"“{line}”"


def _percent(share: float) -> str:
    # Rounded down, so that nothing that differs is called 100 % alike.
    return f"{int(share * 100)} %"
