"""What the picture of a card depends on beside its words."""

from __future__ import annotations

import hashlib
import zlib
from functools import cache
from pathlib import Path

import uharfbuzz  # type: ignore[import-untyped]  # it ships no types

from postil import __version__
from postil.anchor import graphemes
from postil.render import direction
from postil.render.cards.fonts import FONTS


@cache
def fingerprint() -> str:
    """Changes with the code that draws, with its fonts, and with the libraries that it uses: a
    picture that is kept is never one that would be drawn differently now."""
    here = Path(__file__).parent
    code = [*here.glob("*.py"), *FONTS.glob("*.ttf")]
    code += [Path(module.__file__) for module in (graphemes, direction) if module.__file__]
    found = hashlib.sha256()
    for made in (__version__, uharfbuzz.version_string(), zlib.ZLIB_RUNTIME_VERSION):
        found.update(f"{made}\n".encode())
    for path in sorted(code):
        found.update(hashlib.sha256(path.read_bytes()).digest())
    return found.hexdigest()
