"""Which way the letters of a line run: the Unicode Bidirectional Algorithm for plain titles.

https://www.unicode.org/reports/tr9/ without the signs that embed, override and isolate, which are
taken out of what is drawn: a title has no use for them.
"""

from __future__ import annotations

from unicodedata import bidirectional

_PAIRS = {"(": ")", "[": "]", "{": "}", "⟨": "⟩", "⟦": "⟧", "༺": "༻"}
_CLOSING = frozenset(_PAIRS.values())
_NEUTRAL = frozenset(("B", "S", "WS", "ON"))
_NUMBERS = frozenset(("EN", "AN"))


def levels(text: str, base: str) -> list[int]:
    """The embedding level of each character of a line in a paragraph of direction `base` (`ltr` or
    `rtl`): what is even runs to the right, what is odd to the left."""
    start = 1 if base == "rtl" else 0
    if not start and text.isascii():
        return [0] * len(text)
    embedding = "R" if start else "L"
    written = [bidirectional(char) or "L" for char in text]
    kinds = _weak(written, embedding)
    _brackets(text, kinds, embedding)
    _neutral(kinds, embedding)
    found = [_level(kind, start) for kind in kinds]
    # What stands at the end of a line and is no word goes with the paragraph (L1).
    for at in range(len(text) - 1, -1, -1):
        if written[at] not in {"WS", "S", "B"}:
            break
        found[at] = start
    return found


def visual_order(runs: list[int]) -> list[int]:
    """The places of runs from left to right, by their levels in the order of reading (L2)."""
    order = list(range(len(runs)))
    for level in range(max(runs, default=0), 0, -1):
        at = 0
        while at < len(order):
            end = at
            while end < len(order) and runs[order[end]] >= level:
                end += 1
            order[at:end] = reversed(order[at:end])
            at = max(end, at + 1)
    return order


def _weak(written: list[str], embedding: str) -> list[str]:
    """Numbers and what belongs to them, and marks (W1 to W7)."""
    kinds = list(written)
    before = embedding
    for at, kind in enumerate(kinds):  # W1
        if kind == "NSM":
            kinds[at] = before
        before = kinds[at]
    strong = embedding
    for at, kind in enumerate(kinds):  # W2
        if kind in {"L", "R", "AL"}:
            strong = kind
        elif kind == "EN" and strong == "AL":
            kinds[at] = "AN"
    kinds = ["R" if kind == "AL" else kind for kind in kinds]  # W3
    for at in range(1, len(kinds) - 1):  # W4
        around = kinds[at - 1]
        if around == kinds[at + 1] and (
            (kinds[at] == "ES" and around == "EN") or (kinds[at] == "CS" and around in _NUMBERS)
        ):
            kinds[at] = around
    _terminators(kinds)
    kinds = ["ON" if kind in {"ES", "ET", "CS", "BN"} else kind for kind in kinds]  # W6
    strong = embedding
    for at, kind in enumerate(kinds):  # W7
        if kind in {"L", "R"}:
            strong = kind
        elif kind == "EN" and strong == "L":
            kinds[at] = "L"
    return kinds


def _terminators(kinds: list[str]) -> None:
    """Signs of currencies and the like beside a number belong to it (W5)."""
    at = 0
    while at < len(kinds):
        end = at
        while end < len(kinds) and kinds[end] == "ET":
            end += 1
        if end > at and "EN" in kinds[max(at - 1, 0) : at] + kinds[end : end + 1]:
            kinds[at:end] = ["EN"] * (end - at)
        at = max(end, at + 1)


def _brackets(text: str, kinds: list[str], embedding: str) -> None:
    """Brackets in pairs go one way (N0)."""
    for start, end in _pairs(text, kinds):
        inside = {_strong(kind) for kind in kinds[start + 1 : end]} - {""}
        if embedding in inside:
            kinds[start] = kinds[end] = embedding
        elif inside:
            before = next(
                (s for kind in reversed(kinds[:start]) if (s := _strong(kind))), embedding
            )
            kinds[start] = kinds[end] = before if before in inside else embedding


def _pairs(text: str, kinds: list[str]) -> list[tuple[int, int]]:
    opened: list[tuple[str, int]] = []
    pairs = []
    for at, char in enumerate(text):
        if kinds[at] != "ON":
            continue
        if char in _PAIRS:
            opened.append((_PAIRS[char], at))
        elif char in _CLOSING:
            for depth in range(len(opened) - 1, -1, -1):
                if opened[depth][0] == char:
                    pairs.append((opened[depth][1], at))
                    del opened[depth:]
                    break
    return sorted(pairs)


def _strong(kind: str) -> str:
    if kind in _NUMBERS or kind == "R":
        return "R"
    return "L" if kind == "L" else ""


def _neutral(kinds: list[str], embedding: str) -> None:
    """What has no direction of its own takes that of what is on both sides (N1, N2)."""
    at = 0
    while at < len(kinds):
        end = at
        while end < len(kinds) and kinds[end] in _NEUTRAL:
            end += 1
        if end > at:
            before = _strong(kinds[at - 1]) if at else embedding
            after = _strong(kinds[end]) if end < len(kinds) else embedding
            kinds[at:end] = [before if before == after else embedding] * (end - at)
        at = max(end, at + 1)


def _level(kind: str, start: int) -> int:
    """I1 and I2."""
    if start:
        return start if kind == "R" else start + 1
    return {"L": 0, "R": 1}.get(kind, 2)
