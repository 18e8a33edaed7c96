"""Cases with known truth: an old text, quotes made in it, the new text, and where they are now."""

from __future__ import annotations

import re
from dataclasses import dataclass
from random import Random

from edits import EDITS, NEED_CONTEXT, Edited, Region
from texts import Source, load

_REGION = 420
"""Characters on each side of a passage that belong to its edit alone."""
_SHORT = {"zh": 16, "ja": 16, "ko": 20}
"""Letters below which a quote is always given with its context; 36 elsewhere."""


@dataclass(frozen=True, slots=True)
class Case:
    """One quote. `truth` is its place in the new text, or None if the passage is gone."""

    id: str
    edit: str
    language: str
    exact: str
    prefix: str
    suffix: str
    position: tuple[int, int]
    truth: tuple[int, int] | None


@dataclass(frozen=True, slots=True)
class Document:
    """An edited text and its cases."""

    name: str
    text: str
    cases: tuple[Case, ...]


def documents(source: Source, seed: int, most: int) -> list[Document]:
    """Edited versions of a text, one for each kind of edit, with up to `most` cases each."""
    text = load(source)
    words = tuple(sorted(set(re.findall(r"[^\W\d_]{2,}", text[:60_000]))))
    if source.language in ("zh", "ja"):
        words = tuple(sorted({word[:2] for word in words if not word[0].isascii()}))
    found = [
        match
        for match in re.finditer(r"[^.!?。！？।؟׃\n]{20,200}[.!?。！？।؟׃]", text)
        if _telling(match[0])
    ]
    # A part of the sentences serves to be put in elsewhere; no passage is taken from near them.
    pool = Random(f"{seed} {source.name}").sample(found, max(12, min(300, len(found) // 4)))
    sentences = tuple(match[0].strip() for match in pool)
    kept = sorted((match.start() - 40, match.end() + 40) for match in pool)
    made = []
    for name in EDITS:
        rng = Random(f"{seed} {source.name} {name}")
        made.append(_document(source, text, words, sentences, kept, name, rng, most))
    return [document for document in made if document.cases]


def _document(
    source: Source,
    text: str,
    words: tuple[str, ...],
    sentences: tuple[str, ...],
    kept: list[tuple[int, int]],
    name: str,
    rng: Random,
    most: int,
) -> Document:
    edited: list[tuple[int, int, Edited]] = []
    flat = " ".join(text.split())
    room = 2 * _REGION + 700
    count = max(1, min(most, len(text) // (2 * room)))
    slots = [len(text) * k // count for k in range(count)]
    for slot in slots:
        for _ in range(25):
            start, end = _passage(text, slot, slot + max(len(text) // count - 700, 1), rng)
            low, high = max(slot, start - _REGION), min(len(text), end + _REGION)
            high = min(high, slot + len(text) // count)
            if not (low + 40 <= start < end <= high - 40) or not _telling(text[start:end]):
                continue
            if any(one < end and start < two for one, two in kept):
                continue
            stretch = text[low:high]
            region = Region(stretch, start - low, end - low, source.language, words, sentences)
            result = EDITS[name](region, rng)
            if result is not None and _once(flat, text[start:end]):
                edited.append((low, high, result))
                break
    return _assemble(source, text, name, rng, edited)


def _passage(text: str, low: int, high: int, rng: Random) -> tuple[int, int]:
    """A sentence, a phrase, a paragraph or a few words."""
    dense = rng.random()
    at = rng.randrange(low, max(low + 1, min(high, len(text) - 10)))
    edges = [
        match.end()
        for match in re.finditer(r"[.!?।؟׃]\s+|[。！？]\s*|\n\n\s*", text[at : at + 900])
    ]
    if dense < 0.45 and len(edges) >= 2:
        many = 1 if dense < 0.3 or len(edges) < 4 else rng.randint(2, 3)
        start, end = at + edges[0], at + edges[many]
        end = start + len(text[start:end].rstrip())
        return start, end
    spaced = re.search(r"\s", text[at : at + 60])
    start = at + (spaced.end() if spaced else 0)
    length = rng.choice((12, 20, 30, 45, 70, 110, 180, 320))
    end = start + (length // 2 if not spaced else length)
    after = re.search(r"\s", text[end : end + 40])
    if spaced and after:
        end += after.start()
    start += len(text[start:end]) - len(text[start:end].lstrip())
    return start, start + len(text[start:end].rstrip())


def _once(flat: str, passage: str) -> bool:
    return flat.count(" ".join(passage.split())) == 1


def _telling(part: str) -> bool:
    letters = sum(char.isalnum() for char in part)
    if re.search(r"([^\w\s.])\1{3}", part):
        return False  # a rule or a table, not words
    return letters >= 8 and letters >= 0.5 * len(part)


def _assemble(
    source: Source, text: str, name: str, rng: Random, edited: list[tuple[int, int, Edited]]
) -> Document:
    """Put the edited regions, and what goes elsewhere, into the old and the new text."""
    old, new, done = [], [], 0
    sizes = [0, 0]
    places: list[tuple[tuple[int, int], tuple[int, int] | None]] = []
    pending: list[tuple[int, str, tuple[int, int]]] = []

    def put(one: str, two: str) -> None:
        old.append(one)
        new.append(two)
        sizes[0] += len(one)
        sizes[1] += len(two)

    for at, (low, high, edit) in enumerate(edited):
        gap = text[done:low]
        # A line's end in the middle of the gap takes what goes elsewhere.
        cut = gap.find("\n", len(gap) // 2) + 1 or len(gap)
        put(gap[:cut], gap[:cut])
        for waiting, piece, within in pending:
            start = sizes[1] + 1
            put("", "\n" + piece + "\n")
            places[waiting] = (places[waiting][0], (start + within[0], start + within[1]))
        pending = []
        for piece in edit.before:
            put("\n" + piece + "\n", "\n" + piece + "\n")
        for piece in edit.elsewhere:
            put("", "\n" + piece + "\n")
        put(gap[cut:], gap[cut:])
        was = (sizes[0] + edit.old_range[0], sizes[0] + edit.old_range[1])
        now = None
        if edit.new_range is not None:
            now = (sizes[1] + edit.new_range[0], sizes[1] + edit.new_range[1])
        places.append((was, now))
        if edit.moved is not None:
            pending.append((at, *edit.moved))
        put(edit.old, edit.new)
        done = high
    put(text[done:], text[done:])
    for waiting, piece, within in pending:
        start = sizes[1] + 1
        put("", "\n" + piece + "\n")
        places[waiting] = (places[waiting][0], (start + within[0], start + within[1]))
    before, after = "".join(old), "".join(new)
    cases = []
    for at, (was, now) in enumerate(places):
        dice = rng.random()
        short = sum(map(str.isalnum, before[was[0] : was[1]])) < _SHORT.get(source.language, 36)
        size = 32 if dice < 0.85 or short or name in NEED_CONTEXT else 16 if dice < 0.9 else 0
        cases.append(
            Case(
                f"{source.name}/{name}/{at}",
                name,
                source.language,
                before[was[0] : was[1]],
                before[max(0, was[0] - size) : was[0]],
                before[was[1] : was[1] + size],
                was,
                now,
            )
        )
    return Document(f"{source.name}/{name}", after, tuple(cases))
