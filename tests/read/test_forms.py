"""The forms of ids, addresses, DOIs, language tags and hashes."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from postil.read import forms


@pytest.mark.parametrize("written", ["a", "2000", "only-citizens-vote", "a1-2b"])
def test_good_ids(written: str) -> None:
    assert forms.id_problem(written) is None


@pytest.mark.parametrize(
    "written",
    ["", "A", "-a", "a-", "a--b", "a_b", "a b", "a/b", "..", "ä", "a.b", "x" * 101, "a\n"],
)
def test_bad_ids(written: str) -> None:
    assert forms.id_problem(written) is not None


@given(st.text())
def test_what_is_offered_for_an_id_is_good(written: str) -> None:
    offered = forms.id_from(written)
    assert not offered or forms.id_problem(offered) is None


@pytest.mark.parametrize("written", ["ny-election-law", "Smith2020", "a_b.c", "S40"])
def test_good_source_ids(written: str) -> None:
    assert forms.source_id_problem(written) is None


@pytest.mark.parametrize("written", ["", ".a", "a b", "a/b", "ä", "-a", "x" * 101])
def test_bad_source_ids(written: str) -> None:
    assert forms.source_id_problem(written) is not None


@pytest.mark.parametrize(
    "written",
    [
        "https://town.example",
        "HTTP://town.example/a?b=c#d",
        "https://town.example/@a-reader",
        "https://приклад.example/投票",
        "https://192.0.2.1:8000/",
        "https://[2001:db8::1]/",
    ],
)
def test_good_addresses(written: str) -> None:
    assert forms.url_problem(written) is None


@pytest.mark.parametrize(
    "written",
    [
        # Other schemes, hidden ones too
        "javascript:alert(1)",
        "JavaScript:alert(1)",
        " https://town.example",
        "java\nscript:alert(1)",
        "data:text/html,x",
        "vbscript:x",
        "file:///etc/passwd",
        "//town.example",
        # No site, or a hidden one
        "https://",
        "https:town.example",
        "https://town.example@evil.example",
        "https://a:b@town.example",
        # Characters that would leave an attribute, or that browsers read otherwise
        'https://town.example/"onclick="x',
        "https://town.example/<b>",
        "https://evil.example\\@town.example",
        "https://town.example/a b",
        "https://[town",
    ],
)
def test_bad_addresses(written: str) -> None:
    assert forms.url_problem(written) is not None


@given(st.text())
def test_addresses_never_raise(written: str) -> None:
    forms.url_problem(written)
    forms.url_problem("https://" + written)


@pytest.mark.parametrize("written", ["10.1000/182", "10.1371/journal.pone.0123456"])
def test_good_dois(written: str) -> None:
    assert forms.doi_problem(written) is None


@pytest.mark.parametrize(
    ("written", "offered"),
    [("https://doi.org/10.1000/182", "10.1000/182"), ("doi:10.1000/182", "10.1000/182")],
)
def test_bad_dois(written: str, offered: str) -> None:
    problem = forms.doi_problem(written)
    assert problem is not None
    assert problem[1] == f"write {offered}"


@pytest.mark.parametrize(
    "written",
    ["en", "pt-BR", "zh-Hant", "zh-Hant-TW", "es-419", "de-1996", "sl-rozaj", "en-x-town"],
)
def test_good_languages(written: str) -> None:
    assert forms.language_problem(written) is None


@pytest.mark.parametrize("written", ["English", "pt_BR", "e", "en-", "englisch", "en us"])
def test_bad_languages(written: str) -> None:
    assert forms.language_problem(written) is not None


def test_hashes() -> None:
    assert forms.hash_problem("0" * 64) is None
    assert forms.hash_problem("0" * 63) is not None
    assert forms.hash_problem("G" * 64) is not None


@pytest.mark.parametrize(
    "written",
    [
        "mailto:desk@town.example",
        "mailto:desk+errors@town.example?subject=An%20error",
        "https://town.example/errors",
    ],
)
def test_good_contacts(written: str) -> None:
    assert forms.contact_problem(written) is None


@pytest.mark.parametrize(
    ("written", "hint"),
    [
        ("desk@town.example", "mailto:desk@town.example"),
        ("mailto:", "mailto:corrections@example.org"),
        ("mailto:desk", "mailto:corrections@example.org"),
        ("mailto:a@b@c.example", "mailto:corrections@example.org"),
        ("mailto:desk @town.example", "mailto:corrections@example.org"),
        ("mailto:desk@town.example?subject=An error", "mailto:corrections@example.org"),
        ("town.example/errors", "https://town.example/errors"),
        ("javascript:alert(1)", "https://"),
        ("tel:123", "https://"),
    ],
)
def test_bad_contacts(written: str, hint: str) -> None:
    problem = forms.contact_problem(written)
    assert problem is not None
    assert hint in problem[1]
