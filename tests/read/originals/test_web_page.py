"""Pages of the web, in any encoding and of any shape."""

from __future__ import annotations

import pytest

from postil.read.originals.original import OriginalError
from postil.read.originals.web_page import decoded, web_page


def page(charset: str, words: bytes) -> bytes:
    return b"<meta charset=%s><p>%s" % (charset.encode(), words)


@pytest.mark.parametrize(
    ("data", "words"),
    [
        ("Zürich".encode(), "Zürich"),
        (page("utf-8", "Zürich".encode()), "Zürich"),
        # Browsers read these as what they are mostly written in.
        (page("iso-8859-1", b"\x93Hi\x94 it\x92s"), "“Hi” it’s"),
        (page("us-ascii", b"\x96"), "–"),
        (page("gb2312", "镕".encode("gb18030")), "镕"),
        # What says so could be read, so it is not.
        (page("utf-16", "Zürich".encode()), "Zürich"),
        # The mark at its begin says more than the page.
        ("\ufeff<meta charset=utf-8>Zürich".encode("utf-16"), "Zürich"),
        ("\ufeff<meta charset=iso-8859-1>Zürich".encode(), "Zürich"),
    ],
)
def test_a_page_is_read_in_its_encoding(data: bytes, words: str) -> None:
    assert decoded(data, "").endswith(words)


def test_an_encoding_that_a_person_names_is_that_one() -> None:
    assert decoded(page("utf-8", b"\xe4"), "iso-8859-1").endswith("ä")


@pytest.mark.parametrize("charset", ["punycode", "idna", "undefined", "utf-7", "hex", "nonsense"])
def test_an_encoding_that_no_page_has_is_asked_for(charset: str) -> None:
    with pytest.raises(OriginalError, match=f"“{charset}”, is not known; name it with --encoding"):
        decoded(page(charset, b"a-b"), "")


def test_words_of_another_encoding_are_told() -> None:
    with pytest.raises(OriginalError, match="the byte 0xe4 is not utf-8; name its encoding"):
        decoded(page("utf-8", b"\xe4"), "")


def test_the_title_and_language_are_those_of_the_page() -> None:
    found = web_page('<HTML class="a" lang="de-AT"><TITLE id=t>A  &amp;\nB</TITLE><p>C</p>')

    assert (found.title, found.language) == ("A & B", "de-AT")


@pytest.mark.parametrize("begin", ["<html >", "<title", "<html lang>"])
def test_a_page_of_beginnings_is_read_at_once(begin: str) -> None:
    """It would take hours if each beginning was searched to the end of the page."""
    assert web_page(begin * 40_000 + "<p>a</p>").language == ""


@pytest.mark.parametrize(
    ("html", "told"),
    [
        ("<div>" * 40_000, "stand one within the other more than 200 deep"),
        ("<html " * 40_000 + ">", "an element of it has more than 1000 attributes"),
    ],
)
def test_a_page_that_no_parser_ends_with_is_told(html: str, told: str) -> None:
    with pytest.raises(OriginalError, match=told):
        web_page(html)
