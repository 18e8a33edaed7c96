"""The TeX of BibTeX fields to Unicode: accents, signs, and commands that only change the type.

A parser of TeX takes seconds for 100 kB; here, one pass in linear time. The signs are those that
pylatexenc knows (https://pylatexenc.readthedocs.io).
"""

from __future__ import annotations

import re
import unicodedata
from functools import cache
from typing import Any

from pylatexenc.latex2text import (  # type: ignore[import-untyped]  # it ships no types
    get_default_latex_context_db,
)

_ACCENTS = {
    **{"`": "\u0300", "'": "\u0301", "^": "\u0302", "~": "\u0303", "=": "\u0304", "u": "\u0306"},
    **{".": "\u0307", '"': "\u0308", "r": "\u030a", "H": "\u030b", "v": "\u030c", "d": "\u0323"},
    **{"c": "\u0327", "k": "\u0328", "b": "\u0331", "t": "\u0361"},
}
"""Commands that set a sign above or below the letter that follows."""

_TYPE = frozenset(
    (
        *("emph", "textit", "textbf", "textsc", "texttt", "textrm", "textsf", "textup"),
        *("textmd", "textnormal", "textsl", "text", "mbox", "mathrm", "mathit", "mathbf"),
        *("url", "path", "href", "it", "bf", "sc", "tt", "em", "rm", "sf", "sl", "itshape"),
        *("bfseries", "scshape", "ttfamily", "upshape", "mdseries", "normalfont"),
        *("selectfont", "relax", "protect", "ensuremath", "nocite", "noopsort", "mkbibemph"),
        *("mkbibitalic", "mkbibbold", "nobreak", "allowbreak"),
    )
)
"""Commands that say how words look, and not what they are."""

_QUOTES = {"enquote": ("“", "”"), "mkbibquote": ("“", "”")}
_WORDS = {
    **{"LaTeX": "LaTeX", "TeX": "TeX", "BibTeX": "BibTeX", "slash": "/", "textasciitilde": "~"},
    **{"copyright": "©", "pounds": "£", "euro": "€", "S": "§", "P": "¶", "ddag": "‡"},
    **{"textbar": "|", "textless": "<", "textgreater": ">", "textunderscore": "_"},
    **{"degree": "°", "No": "№"},
}
_SIGNS = {
    **{sign: sign for sign in "&%$#_{}"},
    **{" ": " ", ",": "\u202f", ";": " ", ":": " ", "!": "", "-": "", "/": "", "@": "", "\\": " "},
}
_SPECIAL = re.compile(r"[\\{}$~]|--|``|''|\?`|!`")
_TOKEN = re.compile(
    r"\\(?P<command>[A-Za-z]+)\*?(?P<space>\s*)|\\(?P<sign>.)|(?P<open>\{)|(?P<close>\})"
    r"|(?P<ligature>---|--|``|''|\?`|!`|~|\$)|(?P<text>[^\\{}$~\-`'?!]+|.)",
    re.DOTALL,
)
_LIGATURES = {
    **{"---": "—", "--": "–", "``": "“", "''": "”", "?`": "¿", "!`": "¡"},
    **{"~": "\u00a0", "$": ""},
}


def read_tex(written: str) -> tuple[str, list[tuple[str, int]]]:
    """The words in `written`, white space collapsed, and the commands that could not be read with
    the index of each. A command that is not known leaves its argument."""
    if not _SPECIAL.search(written):
        return _spaced(written), []
    output: list[str] = []
    unknown: list[tuple[str, int]] = []
    closing: list[str] = []
    accents: list[str] = []
    begins = ""
    for token in _TOKEN.finditer(written):
        kind = token.lastgroup
        value = ""
        if kind == "open":
            closing.append(begins)
            begins = ""
            continue
        if kind == "close":
            value = closing.pop() if closing else ""
            if not value:
                continue
        elif kind in ("command", "space"):
            name = token["command"]
            # `\c c` is an accent, and `\cite` none.
            if name in _ACCENTS and len(name) == 1:
                accents.append(_ACCENTS[name])
                continue
            if name in _QUOTES:
                value, begins = _QUOTES[name]
            elif (known := _word(name)) is not None:
                # TeX takes the space after a command for its end, unless braces stand there.
                value = known
            else:
                unknown.append((name, token.start()))
                continue
        elif kind == "sign" and token["sign"] in _ACCENTS:
            accents.append(_ACCENTS[token["sign"]])
            continue
        elif kind == "sign":
            value = _SIGNS.get(token["sign"], token["sign"])
        elif kind == "ligature":
            value = _LIGATURES[token[0]]
        else:
            value = token[0]
        if accents and value.strip():
            value = _accented(value.lstrip(), accents)
        output.append(value)
    return _spaced("".join(output)), unknown


def _spaced(text: str) -> str:
    """`text` with single spaces; one that is not to be broken stays."""
    return re.sub(r"[ \t\n]+", " ", text).strip(" \t\n")


def _accented(value: str, accents: list[str]) -> str:
    """`value` with the accents on its first letter; the innermost stands nearest."""
    # An i or j without its dot is what TeX writes below an accent.
    first = {"ı": "i", "ȷ": "j"}.get(value[0], value[0])
    marks = "".join(reversed(accents))
    accents.clear()
    return unicodedata.normalize("NFC", first + marks) + value[1:]


@cache
def _word(name: str) -> str | None:
    """What a command stands for; None for one that is not known."""
    if name in _WORDS:
        return _WORDS[name]
    if name in _TYPE:
        return ""
    spec = _signs().get_macro_spec(name)
    sign = getattr(spec, "simplify_repl", None)
    # Those that take arguments are no signs, nor are `\\input`, or `\\cite`, which has “<cit.>”.
    return sign if isinstance(sign, str) and sign.strip() and not set("%<") & {*sign} else None


@cache
def _signs() -> Any:
    return get_default_latex_context_db()
