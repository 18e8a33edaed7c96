"""The scripts that are served as one file, without their comments.

A module names those that it imports, and the names of what is served change with what it holds. So
the modules of the form become one, each in a function of its own. What is taken out are lines of
comments and the space before lines; the code is as its files have it.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache

from postil.render.assets import FORM_SCRIPTS, OFFER_SCRIPT

_LINE_COMMENT = re.compile(r"^[ \t]*//.*\n", re.MULTILINE)
_BLOCK_COMMENT = re.compile(r"^[ \t]*/\*\*.*?\*/[ \t]*\n", re.DOTALL | re.MULTILINE)
_SPACE = re.compile(r"^\s+", re.MULTILINE)
_IMPORT = re.compile(r"^import .*\n", re.MULTILINE)
_EXPORT = re.compile(r"^export ((?:async )?(?:function|const) (\w+))", re.MULTILINE)


@cache
def form_script() -> str:
    """The script of the form, an ES module without imports."""
    return _joined([path.read_text(encoding="utf-8") for path in FORM_SCRIPTS])


@cache
def offer_script() -> str:
    """The script that offers the form, an ES module without imports."""
    return bare(OFFER_SCRIPT.read_text(encoding="utf-8"))


def bare(code: str) -> str:
    """Code without the lines and blocks of comments that begin a line, and without indentation."""
    return _SPACE.sub("", _LINE_COMMENT.sub("", _BLOCK_COMMENT.sub("", code)))


def _joined(modules: Sequence[str]) -> str:
    """Modules as one, of which the last may use what those before it export, by its name there."""
    *used, main = (_IMPORT.sub("", bare(code)) for code in modules)
    return "".join(map(_enclosed, used)) + main


def _enclosed(code: str) -> str:
    names = ", ".join(found[2] for found in _EXPORT.finditer(code))
    inner = _EXPORT.sub(r"\1", code)
    return f"const {{ {names} }} = (() => {{\n{inner}return {{ {names} }};\n}})();\n"
