"""TeX to Unicode."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from postil.read.tex import read_tex


@pytest.mark.parametrize(
    ("written", "words"),
    [
        # Accents: with and without braces, on letters without a dot, two on one letter.
        (r"Caf\'e", "Café"),
        (r"{\"O}sterreich", "Österreich"),
        (r"na\"{\i}ve", "naïve"),
        (r"Erd\H{o}s, {\v{S}}, \c{c}, \c c, \v Z", "Erdős, Š, ç, ç, Ž"),
        (r"\^\i{} \'{\j}", "î j́"),
        (r"\d{\=a}", "ạ̄"),
        (r"\t{oo}", "o͡o"),
        # Letters and signs.
        (r"\ss{} \o re \AA{} \L\'od\'z \ae on", "ß øre Å Łódź æon"),
        (r"5\% of \$3 \& \#1 a\_b \{x\}", "5% of $3 & #1 a_b {x}"),
        (r"\alpha \copyright{} \ldots", "α© …"),
        (r"A~B -- C --- D ``q'' `s'", "A\u00a0B – C — D “q” `s'"),
        (r"\LaTeX{} \textasciitilde{}x a\-b", "LaTeX ~x ab"),
        # Braces and commands that only say how words look.
        ("The {DNA} of {{Two}}", "The DNA of Two"),
        (r"\emph{first} {\it second} \textbf{\textit{third}}", "first second third"),
        (r"\enquote{a {b} c} d", "“a b c” d"),
        ("$x^2$ and 5% of it # 3 & more", "x^2 and 5% of it # 3 & more"),
        # White space; and what is no TeX.
        ("  One\n   two\t three ", "One two three"),
        ("One\n \\emph{two}", "One two"),
        ("O'Neil – “q”投票", "O'Neil – “q”投票"),
        ("<script>alert(1)</script>", "<script>alert(1)</script>"),
        # What is not well formed loses nothing but its signs.
        ("}{ a", "a"),
        ("a \\", "a \\"),
        (r"a \'", "a"),
    ],
)
def test_words(written: str, words: str) -> None:
    assert read_tex(written) == (words, [])


@pytest.mark.parametrize(
    ("written", "words", "unknown"),
    [
        (r"a \foo{b}", "a b", ["foo"]),
        (r"\input{/etc/passwd}", "/etc/passwd", ["input"]),
        (r"\def\x{y}\x", "y", ["def", "x", "x"]),
        (r"\cite{a}", "a", ["cite"]),
    ],
)
def test_commands_that_are_not_known(written: str, words: str, unknown: list[str]) -> None:
    read, found = read_tex(written)
    assert read == words
    assert [name for name, _ in found] == unknown
    assert all(written[at:].startswith(f"\\{name}") for name, at in found)


@given(st.text(st.sampled_from("\\{}$~%\"'`^-aeio \n"), max_size=60))
def test_any_text_gives_words(written: str) -> None:
    words, _ = read_tex(written)
    assert "{" not in words.replace("\\{", "") or "\\{" in written
    assert "\n" not in words
