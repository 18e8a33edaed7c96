"""How long targets take in a short text and in a long one, for this program and its peers."""

from __future__ import annotations

import html
import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from random import Random
from statistics import median
from time import process_time

from cases import Case, Document
from edits import Region, typos, words_replaced
from programs import PEERS, peer
from texts import SOURCES, load

from postil.anchor import find, prepare
from postil.anchor.normal import normal
from postil.model.target import TextQuote
from postil.render.visible import read_visible

ROUNDS = 5
"""Times that everything is measured, one after the other; the medians count."""
HYPOTHESIS, REANCHOR, ANCHORPOINT = PEERS
FEW, FEWER = 100, 10
"""Targets that peers are asked for in a long text, and a peer that takes long for each."""
Quote = tuple[str, str, str]


@dataclass(frozen=True, slots=True)
class Work:
    """A text, and quotes that stand there as they are or changed."""

    name: str
    text: str
    exact: tuple[Quote, ...]
    changed: tuple[Quote, ...]

    @property
    def tenth(self) -> tuple[Quote, ...]:
        """The quotes, of which every tenth is changed."""
        pairs = zip(self.exact, self.changed, strict=True)
        return tuple(new if at % 10 == 0 else old for at, (old, new) in enumerate(pairs))

    @property
    def page(self) -> str:
        """The HTML that a host makes of the text."""
        return "".join(f"<p>{html.escape(line)}</p>\n" for line in self.text.split("\n"))


def works(seed: int) -> tuple[Work, Work]:
    """A text of about 5,000 words with 50 targets, and one of 1 MB with 10,000."""
    return work("5,000 words", 31_000, 50, seed), work("1 MB", 1_000_000, 10_000, seed)


def work(name: str, size: int, count: int, seed: int) -> Work:
    """A made text of so many characters, of words as frequent as in a book, and `count` quotes of
    each sort."""
    rng = Random(seed)
    words = re.findall(r"\S+", load(next(s for s in SOURCES if s.name == "guide-en")))
    parts: list[str] = []
    made = 0
    while made < size:
        line = " ".join(rng.choice(words) for _ in range(rng.randint(40, 120)))
        parts.append(line + "\n")
        made += len(parts[-1])
    text = "".join(parts)[:size].strip()
    exact: list[Quote] = []
    changed: list[Quote] = []
    for _ in range(count):
        start = rng.randrange(100, size - 500)
        start = text.index(" ", start) + 1
        end = text.index(" ", start + rng.randint(60, 240))
        quote = text[start:end]
        before, after = text[start - 32 : start], text[end : end + 32]
        exact.append((quote, before, after))
        region = Region(quote, 0, len(quote), "en", tuple(words[:2_000]), ())
        edit = rng.choice((typos, words_replaced))
        new = edit(region, rng)
        changed.append((new.new if new else quote, before, after))
    return Work(name, text, tuple(exact), tuple(changed))


@dataclass(frozen=True, slots=True)
class Measured:
    """A program, what it was asked, and the milliseconds of processor time of each round."""

    work: Work
    sort: str
    program: str
    quotes: tuple[Quote, ...]
    times: list[float]

    @property
    def a_target(self) -> float:
        """Milliseconds a target."""
        return median(self.times) / len(self.quotes)

    @property
    def a_character(self) -> float:
        """Nanoseconds a target and character of the text."""
        return 1e6 * self.a_target / len(self.work.text)


def asked(short: Work, long: Work) -> list[tuple[Work, str, str, tuple[Quote, ...]]]:
    """Each work, sort of targets, program and its quotes."""
    few = long.exact[:FEW], long.changed[:FEW]
    return [
        (short, "exact", "Postil", short.exact),
        (short, "exact", "`str.find` with context", short.exact),
        (short, "exact", HYPOTHESIS, short.exact),
        (short, "exact", REANCHOR, short.exact[:FEWER]),
        (short, "exact", ANCHORPOINT, short.exact),
        (short, "a tenth changed", "Postil", short.tenth),
        (short, "a tenth changed", HYPOTHESIS, short.tenth),
        (short, "all changed", "Postil", short.changed),
        (short, "all changed", HYPOTHESIS, short.changed),
        (short, "all changed", REANCHOR, short.changed[:FEWER]),
        (long, "exact", "Postil", long.exact),
        (long, "exact", "Postil", few[0]),
        (long, "exact", "`str.find` with context", long.exact),
        (long, "exact", HYPOTHESIS, few[0]),
        (long, "exact", ANCHORPOINT, few[0]),
        (long, "all changed", "Postil", long.changed[:1_000]),
        (long, "all changed", "Postil", few[1]),
        (long, "all changed", HYPOTHESIS, few[1]),
    ]


def measure(short: Work, long: Work) -> list[Measured]:
    """Everything once a round, so that a busy minute of the machine meets all programs."""
    found = [Measured(*one, []) for one in asked(short, long)]
    for _ in range(ROUNDS):
        for one in found:
            one.times.append(_time(one))
    return found


def _time(one: Measured) -> float:
    text, quotes = one.work.text, one.quotes
    if one.program == "Postil":
        return taken(lambda: _postil(text, quotes))
    if one.program.startswith("`str.find`"):
        return taken(
            lambda: [text.find(prefix + exact + suffix) for exact, prefix, suffix in quotes]
        )
    return peer(PEERS[one.program], [_document(text, quotes)]).time


def taken(act: Callable[[], object]) -> float:
    """Milliseconds of processor time."""
    start = process_time()
    act()
    return 1_000 * (process_time() - start)


def _postil(text: str, quotes: Sequence[Quote]) -> None:
    prepared = prepare(text)
    for exact, prefix, suffix in quotes:
        find(prepared, TextQuote(exact, prefix, suffix))


def _document(text: str, quotes: Sequence[Quote]) -> Document:
    """The quotes as cases without a known truth, for the peers."""
    cases = tuple(
        Case(str(at), "", "en", exact, prefix, suffix, (0, 0), None)
        for at, (exact, prefix, suffix) in enumerate(quotes)
    )
    return Document("speed", text, cases)


def parts(each: Work) -> list[float]:
    """Milliseconds of reading a page, of normalising its text and of anchoring all quotes that
    stand there word for word, and how many times the first two the last one is: medians."""
    page, rounds = each.page, []
    text = read_visible(page).text
    for _ in range(ROUNDS):
        reading = taken(lambda: read_visible(page))
        normalising = taken(lambda: normal(text))
        anchoring = taken(lambda: _postil(text, each.exact))
        rounds.append((reading, normalising, anchoring, anchoring / (reading + normalising)))
    return [median(column) for column in zip(*rounds, strict=True)]
