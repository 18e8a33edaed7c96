"""Addresses that may be linked, wherever they come from."""

from __future__ import annotations

import re
from functools import lru_cache
from urllib.parse import urlsplit

SCHEMES = frozenset(("http", "https", "mailto"))

# What is relative beyond doubt: browsers read `//`, `/\\` and `/<tab>/` as the start of a host,
# and whatever stands before a colon as a scheme.
_RELATIVE = re.compile(
    r"(?!//)(?=.)(?:[\w./%~-][\w./%~+,;=@!&()-]*)?(?:\?[\w./%~+,;=@&-]*)?(?:#[\w:./%~-]*)?"
)


# Few addresses are linked from many places.
@lru_cache(maxsize=1 << 15)
def safe_link(address: str) -> str:
    """`address` if it is one of the web or of e-mail, else an empty string."""
    address = address.strip()
    if any(character <= " " or character == "\x7f" for character in address):
        return ""
    try:
        parts = urlsplit(address)
    except ValueError:
        return ""
    if parts.scheme not in SCHEMES or not (parts.netloc or parts.scheme == "mailto"):
        return ""
    return address


def is_relative(address: str) -> bool:
    """Whether `address` leads to the same host, whatever a browser makes of it."""
    return _RELATIVE.fullmatch(address) is not None
