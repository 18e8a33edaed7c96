"""How long a target takes on a text of 1 MB, prepared anew, for this program and its peers."""

from __future__ import annotations

import re
from dataclasses import dataclass
from random import Random
from time import process_time

from cases import Case, Document
from edits import Region, typos, words_replaced
from texts import SOURCES, load

from postil.anchor import find, prepare
from postil.model.target import TextQuote

_SIZE = 1_000_000
Quote = tuple[str, str, str]


@dataclass(frozen=True, slots=True)
class Work:
    """A text, and quotes that stand there as they are or changed."""

    text: str
    exact: tuple[Quote, ...]
    changed: tuple[Quote, ...]


def work(count: int, seed: int) -> Work:
    """A made text of words as frequent as in a book, and `count` quotes of each sort."""
    rng = Random(seed)
    words = re.findall(r"\S+", load(next(s for s in SOURCES if s.name == "guide-en")))
    parts: list[str] = []
    size = 0
    while size < _SIZE:
        line = " ".join(rng.choice(words) for _ in range(rng.randint(40, 120)))
        parts.append(line + "\n\n")
        size += len(parts[-1])
    text = "".join(parts)[:_SIZE]
    exact: list[Quote] = []
    changed: list[Quote] = []
    for _ in range(count):
        start = rng.randrange(1_000, _SIZE - 2_000)
        start = text.index(" ", start) + 1
        end = text.index(" ", start + rng.randint(60, 240))
        quote = text[start:end]
        before, after = text[start - 32 : start], text[end : end + 32]
        exact.append((quote, before, after))
        region = Region(quote, 0, len(quote), "en", tuple(words[:2_000]), ())
        edit = rng.choice((typos, words_replaced))
        made = edit(region, rng)
        changed.append((made.new if made else quote, before, after))
    return Work(text, tuple(exact), tuple(changed))


def postil_time(text: str, quotes: tuple[Quote, ...]) -> float:
    """Milliseconds of processor time a target, preparing the text included."""
    start = process_time()
    prepared = prepare(text)
    for exact, prefix, suffix in quotes:
        find(prepared, TextQuote(exact, prefix, suffix))
    return 1_000 * (process_time() - start) / len(quotes)


def find_time(text: str, quotes: tuple[Quote, ...]) -> float:
    """The same for `str.find` of the quote with its context."""
    start = process_time()
    for exact, prefix, suffix in quotes:
        text.find(prefix + exact + suffix)
    return 1_000 * (process_time() - start) / len(quotes)


def quotes_as_document(text: str, quotes: tuple[Quote, ...]) -> Document:
    """The quotes as cases without a known truth, for the peers."""
    cases = tuple(
        Case(str(at), "", "en", exact, prefix, suffix, (0, 0), None)
        for at, (exact, prefix, suffix) in enumerate(quotes)
    )
    return Document("speed", text, cases)
