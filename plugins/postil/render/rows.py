"""Which notes stand with which block, and which of them share a row with it.

A row is an element around a block, itself in an element, and its notes. Where the page has room
for a margin, the notes stand in it, beside the block; nothing then overlaps however many of them
are open, because the row grows with its notes.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace
from typing import NamedTuple

from postil.render.passages import Piece
from postil.render.points import Block, block_around


class Noted(NamedTuple):
    """A block, its notes, and whether they stand in a row."""

    block: Block
    notes: tuple[int, ...]
    row: bool


def noted_blocks(html: str, pieces: Iterable[Piece]) -> list[Noted]:
    """The blocks that have notes, each note with the block of its first passage."""
    blocks: dict[int, Block] = {}
    notes: dict[int, list[int]] = {}
    seen: set[int] = set()
    for piece in pieces:
        for one in piece.begun:
            if one.note in seen:
                continue
            seen.add(one.note)
            block = block_around(html, piece.element, piece.start, piece.end)
            same = blocks.setdefault(block.end, block)
            blocks[block.end] = replace(
                same, start=min(same.start, block.start), bare=same.bare or block.bare
            )
            notes.setdefault(block.end, []).append(one.note)
    found = list(blocks.values())
    rows = _rows(found)
    return [Noted(one, tuple(notes[one.end]), one in rows) for one in found]


def _rows(blocks: Sequence[Block]) -> set[Block]:
    """The blocks around which a row may stand: no row holds another, nor part of one."""
    rows: set[Block] = set()
    last: Block | None = None
    for block in sorted(blocks, key=lambda one: (one.start, -one.end)):
        if last is not None and block.start < last.end:
            rows.discard(last)
        if not block.bare:
            rows.add(block)
            last = block
    return rows
