"""All places of a string in a text."""

from __future__ import annotations


def occurrences(text: str, part: str, low: int, high: int, most: int) -> list[int]:
    """Where `part` stands between `low` and `high`, overlapping places included, `most` at most."""
    found: list[int] = []
    at = text.find(part, low, high)
    while at >= 0 and len(found) < most:
        found.append(at)
        at = text.find(part, at + 1, high)
    return found
