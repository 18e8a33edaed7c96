"""Numbers in documents from outside."""

from __future__ import annotations


def number(written: str, most: int) -> int:
    """A number from 1 to `most`, 1 where it is none. Python takes none of thousands of digits."""
    if not written.isdecimal():
        return 1
    digits = written.lstrip("0")
    return most if len(digits) > len(str(most)) else min(max(int(digits or "1"), 1), most)
