"""The TeX of BibTeX fields, and the names in them."""

from __future__ import annotations

from collections.abc import Iterator

from fuzz.inputs import any_text
from postil.read.bibtex_people import read_people
from postil.read.tex import read_tex

LONGEST = 120
WORDS = (
    *("\\'", '\\"', "\\^", "\\`", "\\~", "\\=", "\\.", "\\u", "\\v", "\\H", "\\t", "\\c", "\\d"),
    *("\\b", "\\r", "\\k", "{", "}", "$", "\\emph{", "\\url{", "\\enquote{", "\\i", "\\ss", "\\o"),
    *("\\aa", "\\&", "\\%", "\\\\", "--", "---", "``", "''", "~", " and ", ", ", "family=", "\\-"),
    *("\\textsuperscript{", "\\LaTeX", "\\ ", "%", "^", "_", "\\foo", "#1", "others", "van der "),
)


def seeds() -> Iterator[bytes]:
    """Accents, commands, names."""
    yield rb"{\'E}cole \emph{de} W{\"o}rd, \c{c} -- \enquote{x} $a^2$"
    yield rb"van der Writer, Jr, Anna Maria and {The Town} and family=A, given=B"


def check(data: bytes) -> None:
    """The words are words, the commands that were not known are named with their places."""
    written = any_text(data)
    text, unknown = read_tex(written)
    assert isinstance(text, str)
    assert len(text) <= 20 * len(written) + 20
    for name, at in unknown:
        assert 0 <= at <= len(written)
        assert name
    read_people(written, 1, 1)
