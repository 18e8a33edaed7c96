"""What two versions of some words have in common, word by word."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Literal

from rapidfuzz.distance import Indel

Fate = Literal["same", "removed", "added"]

# Words end at white space, which belongs to the word before it; Han and kana have no such ends, and
# each character counts as a word.
_HAN = r"\u3040-\u30ff\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff"
_WORD = re.compile(rf"[{_HAN}]\s*|[^\s{_HAN}]+\s*")
_NO_SPACES = re.compile(rf"[{_HAN}]")


@dataclass(frozen=True, slots=True)
class Stretch:
    """Some words, and what became of them. White space between words stands at the end of
    `words`, so that all stretches one after another read as text."""

    fate: Fate
    words: str


def difference(before: str, after: str) -> tuple[Stretch, ...]:
    """The words of both, in order; of what was replaced, the removed words come first.

    The longest common subsequence of words (insertions and deletions only), found in time that
    input from strangers cannot blow up; what the versions share only by chance between two
    replacements is not kept apart (`_merged`). White space does not count.
    """
    old, new = _WORD.findall(before), _WORD.findall(after)
    numbers: dict[str, int] = {}
    one, two = (
        [numbers.setdefault(word.rstrip(), len(numbers)) for word in words] for words in (old, new)
    )
    pieces: list[_Piece] = []
    for code in Indel.opcodes(one, two):
        piece = _Piece(
            old[code.src_start : code.src_end],
            new[code.dest_start : code.dest_end],
            code.tag == "equal",
        )
        _add(pieces, piece)
    return tuple(_stretches(_merged(pieces)))


@dataclass(slots=True)
class _Piece:
    old: list[str]
    new: list[str]
    same: bool


def _add(pieces: list[_Piece], piece: _Piece, *, join: bool = False) -> None:
    """Appends a piece; to a change before it, where both are changes or `join` says so."""
    if pieces and not pieces[-1].same and (join or not piece.same):
        pieces[-1].old.extend(piece.old)
        pieces[-1].new.extend(piece.new)
    else:
        pieces.append(piece)


def _merged(pieces: Sequence[_Piece]) -> list[_Piece]:
    """Words that are the same become part of the changes on both sides of them where they are no
    longer than either: a `the` between two new sentences is no common ground."""
    merged: list[_Piece] = []
    for at, piece in enumerate(pieces):
        between = piece.same and merged and at + 1 < len(pieces)
        slight = between and _size(piece.new) <= min(_change(merged[-1]), _change(pieces[at + 1]))
        _add(merged, piece, join=bool(slight))
    return merged


def _change(piece: _Piece) -> int:
    return max(_size(piece.old), _size(piece.new))


def _size(words: list[str]) -> int:
    return sum(map(len, words))


def _stretches(pieces: Iterable[_Piece]) -> Iterator[Stretch]:
    for piece in pieces:
        if piece.same:
            # At the end of one version alone there is no space behind a word.
            both = zip(piece.old, piece.new, strict=True)
            yield Stretch("same", _joined([max(pair, key=len) for pair in both]))
            continue
        if piece.old:
            removed = _joined(piece.old)
            # The end of a text has no space, and the words that replace it need one.
            apart = piece.new and not removed.endswith(" ") and not _NO_SPACES.match(piece.new[0])
            yield Stretch("removed", f"{removed} " if apart else removed)
        if piece.new:
            yield Stretch("added", _joined(piece.new))


def _joined(words: list[str]) -> str:
    return re.sub(r"\s+", " ", "".join(words))
