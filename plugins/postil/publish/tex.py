"""Words as (La)TeX takes them for words."""

from __future__ import annotations

import re

# Braces have names of their own: BibTeX counts those that a backslash stands before, too.
_SIGNS = {
    "\\": r"\textbackslash{}",
    "{": r"\textbraceleft{}",
    "}": r"\textbraceright{}",
    "~": r"\textasciitilde{}",
    "^": r"\textasciicircum{}",
    **{sign: f"\\{sign}" for sign in "&%$#_"},
}
_SIGN = re.compile(r"[\\{}~^&%$#_]")
# What TeX sets as one sign: dashes, and quotation marks.
_JOINED = re.compile(r"-(?=-)|`(?=`)|'(?=')|[?!](?=`)")


def tex(words: str) -> str:
    """Words on one line, with what TeX would read as commands written out."""
    line = _SIGN.sub(lambda found: _SIGNS[found[0]], " ".join(words.split()))
    return _JOINED.sub(r"\g<0>{}", line)
