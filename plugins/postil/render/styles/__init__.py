"""The citation styles that ship with Postil."""

from __future__ import annotations

from functools import cache
from importlib.resources import files


@cache
def shipped_style(name: str) -> str:
    """The CSL style of a name (see `postil.model.settings.STYLES`), as XML."""
    return files(__package__).joinpath(f"{name}.csl").read_text(encoding="utf-8")
