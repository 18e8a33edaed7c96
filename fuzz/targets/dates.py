"""Small forms of values: dates, addresses, DOIs, ISBNs, ids, hashes, languages."""

from __future__ import annotations

from collections.abc import Iterator

from fuzz.inputs import any_text
from postil.read import forms
from postil.read.dates import date_problem

LONGEST = 80
WORDS = (
    *("2026-11-22", "22 November 2026", "Nov", "1st", "T10:00:00Z", "https://", "http://", "user@"),
    *("example.org", "[::1]", ":80", "%00", "..", "//", "\\", "10.1000/", "doi.org/", "978-", "X"),
    *("0317-8471", "xn--", "de-CH", "zh-Hant", "ftp://", "javascript:", "\u200b", "。", "ａ"),
)
_PROBLEMS = (
    forms.url_problem,
    forms.doi_problem,
    forms.isbn_problem,
    forms.issn_problem,
    forms.id_problem,
    forms.source_id_problem,
    forms.hash_problem,
    forms.language_problem,
)


def seeds() -> Iterator[bytes]:
    """One of each form."""
    for word in (
        *(
            "2026-11-22",
            "22. Nov. 2026",
            "22/11/2026",
            "https://example.org/a?b=c#d",
            "10.1000/a(b)",
        ),
        *("978-0-306-40615-7", "0317-8471", "a-note-1", "Other.1", "0" * 64, "de-CH"),
    ):
        yield word.encode()


def check(data: bytes) -> None:
    """What is wrong is told in words, and what is offered instead is right."""
    word = any_text(data)
    for whole in (True, False):
        problem = date_problem(word, whole)
        assert problem is None or all(problem)
        if problem and problem[1].startswith("write 2"):
            offered = problem[1].removeprefix("write ")
            assert date_problem(offered, whole) is None
    for one in _PROBLEMS:
        found = one(word)
        assert found is None or found[0]
    offered = forms.id_from(word)
    assert not offered or forms.id_problem(offered) is None
