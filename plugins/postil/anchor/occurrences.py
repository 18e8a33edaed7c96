"""All places of a string in a text, or of each string of one length."""

from __future__ import annotations


def occurrences(text: str, part: str, low: int, high: int, most: int) -> list[int]:
    """Where `part` stands between `low` and `high`, overlapping places included, `most` at most."""
    found: list[int] = []
    at = text.find(part, low, high)
    while at >= 0 and len(found) < most:
        found.append(at)
        at = text.find(part, at + 1, high)
    return found


def index(text: str, size: int, stride: int) -> dict[str, int | list[int]]:
    """The place of each string of `size` characters, or its places in order, at every `stride`-th
    character. Most stand in one place only, and to make a list for each would take half the time.
    """
    found: dict[str, int | list[int]] = {}
    get = found.get
    for at in range(0, len(text) - size + 1, stride):
        part = text[at : at + size]
        known = get(part)
        if known is None:
            found[part] = at
        elif isinstance(known, int):
            found[part] = [known, at]
        else:
            known.append(at)
    return found
