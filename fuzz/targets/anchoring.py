"""Targets and the visible words of a text: the words are found, or they are not."""

from __future__ import annotations

from collections.abc import Iterator

from fuzz.inputs import any_text, parts
from postil.anchor import Section, describe, find, prepare, resolve
from postil.anchor.graphemes import edge_after, edge_before, is_edge
from postil.model.anchor import Anchor, Status
from postil.model.place import Place
from postil.model.target import Target, TextQuote

LONGEST = 300
WORDS = (
    *("The town voted. ", "alpha beta ", "“so”", "it’s", "—", "…", "\u00ad", "\u200b", "\u200d"),
    *(
        "e\u0301",
        "é",
        "ﬁ",
        "한국",
        "\u1112\u1161",
        "क्षि",
        "🇫🇷",
        "👍🏽",
        "中文",
        "كتاب",
        "\u00a0",
        "\n",
    ),
    *(" ", "# Result\n", "İ", "ß", "ſ", "\x00", "\u0378", "\U000e0001", "\ufeff"),
)
HERE = Place("")


def seeds() -> Iterator[bytes]:
    """A text with a target in it: as it stands, changed, twice, within another, in a section."""
    text = "# Vote\nThe town voted in May. The result was close.\n# Result\nIt was counted twice.\n"
    for quote in (
        ("voted in May",),
        ("voted in june", "The town ", "."),
        ("The",),
        ("The", "", " result"),
        ("counted", "", "", "Result"),
        ("counted thrice", "", "", "", "It was counted twice"),
        ("Voted — in\u00a0May", "town"),
    ):
        yield "\0".join((text, *quote)).encode()


def check(data: bytes) -> None:
    """Places are valid, equal words are found, and what is described is found again."""
    text, exact, prefix, suffix, section, within = map(any_text, parts(data, 6))
    prepared = prepare(text)
    quote = TextQuote(exact, prefix, suffix)
    anchor = find(prepared, quote)
    _is_valid(anchor, text)
    _stands(text, quote, anchor)
    if anchor.placed:
        _is_found_again(text, anchor)
    outer = Target(HERE, TextQuote(within)) if within else None
    target = Target(HERE, quote, section=section, within=outer)
    anchor = resolve(prepared, target, _sections(text))
    _is_valid(anchor, text)


def _is_valid(anchor: Anchor, text: str) -> None:
    if anchor.placed:
        assert 0 <= anchor.start < anchor.end <= len(text)
        assert is_edge(text, anchor.start)
        assert is_edge(text, anchor.end)
        assert anchor.status in (Status.EXACT, Status.CHANGED)
    else:
        assert (anchor.start, anchor.end) == (-1, -1)
        assert anchor.status in (Status.AMBIGUOUS, Status.LOST)
    assert 0.0 <= anchor.score <= 1.0
    for candidate in anchor.candidates:
        assert 0 <= candidate.start < candidate.end <= len(text)
        assert 0.0 <= candidate.score <= 1.0


def _stands(text: str, quote: TextQuote, anchor: Anchor) -> None:
    """Words that stand once, with their context, are found there; twice, they are ambiguous."""
    if not quote.exact or quote.exact.isspace():
        return
    whole = quote.prefix + quote.exact + quote.suffix
    places = []
    at = text.find(whole)
    while at >= 0:
        start = at + len(quote.prefix)
        end = start + len(quote.exact)
        if is_edge(text, start) and is_edge(text, end):
            places.append((start, end))
        at = text.find(whole, at + 1)
    if len(places) == 1:
        assert (anchor.start, anchor.end) == places[0]
        assert anchor.status is Status.EXACT
    elif places:
        assert anchor.status is Status.AMBIGUOUS


def _is_found_again(text: str, anchor: Anchor) -> None:
    prepared = prepare(text)
    try:
        quote = describe(prepared, anchor.start, anchor.end)
    except ValueError:
        return
    again = find(prepared, quote)
    place = (edge_before(text, anchor.start), edge_after(text, anchor.end))
    assert (again.status, (again.start, again.end)) == (Status.EXACT, place)


def _sections(text: str) -> list[Section]:
    """Lines that begin with # are headings, each of which ends the section before."""
    at, heads = 0, []
    for line in text.split("\n"):
        if line.startswith("#"):
            heads.append((line.lstrip("# "), at, at + len(line)))
        at += len(line) + 1
    ends = [*(start for _, start, _ in heads[1:]), len(text)][: len(heads)]
    return [
        Section(words.lower(), words, start, end, start, stop)
        for (words, start, stop), end in zip(heads, ends, strict=True)
    ]
