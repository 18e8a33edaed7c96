"""Many short strings that are kept together."""

from __future__ import annotations


class Strings(tuple[str, ...]):
    """Paths or ids, none of which is empty. Pickle writes and reads all of them as one value."""

    __slots__ = ()

    def __reduce__(self) -> tuple[object, ...]:
        """What pickle writes."""
        return _strings, ("\0".join(self),)


def _strings(joined: str) -> Strings:
    return Strings(joined.split("\0") if joined else ())
