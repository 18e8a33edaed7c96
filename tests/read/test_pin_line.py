"""The hash of a text is written into its file, and nothing else in it changes."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from postil.read.pin_line import PinError, with_hash

OLD, NEW = "0" * 64, "f" * 64

# What is written, what comes of it; NEW and OLD stand for the hashes.
CASES = {
    # A hash is there already: only its digits change.
    "plain": ("---\ntext:\n  sha256: OLD\n---\nWords\n", "---\ntext:\n  sha256: NEW\n---\nWords\n"),
    "double quotes": ('---\ntext:\n  sha256: "OLD"\n---\n', '---\ntext:\n  sha256: "NEW"\n---\n'),
    "single quotes": ("---\ntext:\n  sha256: 'OLD'\n---\n", "---\ntext:\n  sha256: 'NEW'\n---\n"),
    "comment after it": (
        "---\ntext:\n  sha256:   OLD   # by hand\n  url: https://example.org\n---\n",
        "---\ntext:\n  sha256:   NEW   # by hand\n  url: https://example.org\n---\n",
    ),
    "wrong form": ("---\ntext:\n  sha256: soon\n---\n", "---\ntext:\n  sha256: NEW\n---\n"),
    "empty": ("---\ntext:\n  sha256:\n---\n", "---\ntext:\n  sha256: NEW\n---\n"),
    "empty with a comment": (
        "---\ntext:\n  sha256: # later\n---\n",
        "---\ntext:\n  sha256: NEW # later\n---\n",
    ),
    "null": ("---\ntext:\n  sha256: ~\n---\n", "---\ntext:\n  sha256: NEW\n---\n"),
    "braces": ("---\ntext: {sha256: OLD, a: b}\n---\n", "---\ntext: {sha256: NEW, a: b}\n---\n"),
    # Below the other fields of the text.
    "after the last field": (
        "---\ntitle: A\ntext:\n    publisher: X\n    # a remark\n    reason: >-\n      one\n\n"
        "      two\n\n# of the host\ntags: [a]\n---\n",
        "---\ntitle: A\ntext:\n    publisher: X\n    # a remark\n    reason: >-\n      one\n\n"
        "      two\n    sha256: NEW\n\n# of the host\ntags: [a]\n---\n",
    ),
    "in braces": ("---\ntext: { url: x }\n---\n", "---\ntext: {sha256: NEW,  url: x }\n---\n"),
    "in empty braces": ("---\ntext: {}\n---\n", "---\ntext: {sha256: NEW}\n---\n"),
    "all in braces": (
        "---\n{title: A, text: {url: x}}\n---\n",
        "---\n{title: A, text: {sha256: NEW, url: x}}\n---\n",
    ),
    # The list of fields is empty, or not there.
    "no value": ("---\ntext:\n---\n", "---\ntext:\n  sha256: NEW\n---\n"),
    "no value but a comment": (
        "---\ntext: # of the letter\ntitle: A\n---\n",
        "---\ntext: # of the letter\n  sha256: NEW\ntitle: A\n---\n",
    ),
    "no value in braces": (
        "---\n{text: , title: A}\n---\n",
        "---\n{text: {sha256: NEW}, title: A}\n---\n",
    ),
    "tilde": ("---\ntext: ~\n---\n", "---\ntext: {sha256: NEW}\n---\n"),
    "no field": ("---\ntitle: A\n---\nWords", "---\ntitle: A\ntext:\n  sha256: NEW\n---\nWords"),
    "no field in braces": (
        "---\n{title: A}\n---\n",
        "---\n{text: {sha256: NEW}, title: A}\n---\n",
    ),
    "nothing in it": ("---\n---\nWords\n", "---\ntext:\n  sha256: NEW\n---\nWords\n"),
    "only a comment in it": ("---\n# soon\n---\n", "---\n# soon\ntext:\n  sha256: NEW\n---\n"),
    "no front matter": ("Words\n", "---\ntext:\n  sha256: NEW\n---\nWords\n"),
    "no file to speak of": ("", "---\ntext:\n  sha256: NEW\n---\n"),
    # Bytes that stay what they are.
    "CR LF": (
        "---\r\ntext:\r\n  url: x\r\n---\r\nWords\r\n",
        "---\r\ntext:\r\n  url: x\r\n  sha256: NEW\r\n---\r\nWords\r\n",
    ),
    "mixed line ends": (
        "---\r\ntext:\r\n  sha256: OLD\n---\nWords\r\nmore\n\r\n",
        "---\r\ntext:\r\n  sha256: NEW\n---\nWords\r\nmore\n\r\n",
    ),
    "byte order mark": (
        "\ufeff---\ntext:\n  sha256: OLD\n---\n",
        "\ufeff---\ntext:\n  sha256: NEW\n---\n",
    ),
    "wide characters before it": (
        "---\ntext: {publisher: 日本🦊, sha256: OLD}\n---\n",
        "---\ntext: {publisher: 日本🦊, sha256: NEW}\n---\n",
    ),
    "the end of a document": ("---\ntitle: A\n...\n", "---\ntitle: A\ntext:\n  sha256: NEW\n...\n"),
    "the same words elsewhere": (
        "---\nsha256: OLD\ntext:\n  sha256: OLD\n---\ntext:\n  sha256: OLD\n",
        "---\nsha256: OLD\ntext:\n  sha256: NEW\n---\ntext:\n  sha256: OLD\n",
    ),
}  # fmt: skip


def filled(words: str) -> bytes:
    return words.replace("OLD", OLD).replace("NEW", NEW).encode()


@pytest.mark.parametrize("name", CASES)
def test_the_hash_is_written_and_nothing_else(name: str) -> None:
    before, after = CASES[name]
    assert with_hash(filled(before), "content/a.md", NEW) == filled(after)


@pytest.mark.parametrize("name", CASES)
def test_writing_it_twice_is_writing_it_once(name: str) -> None:
    once = with_hash(filled(CASES[name][0]), "content/a.md", NEW)
    assert with_hash(once, "content/a.md", NEW) == once


REFUSED = {
    "---\ntext:\n": "its front matter cannot be read",
    "---\ntext: [\n---\n": "its front matter cannot be read",
    "---\n- text\n---\n": "its front matter is not a list of fields",
    "---\ntext: of the letter\n---\n": "its “text:” is not a list of fields",
    "---\ntext:\n  sha256: |\n    OLD\n---\n": "its sha256 is not written on one line",
    "---\ntext:\n  sha256: [OLD]\n---\n": "its sha256 is not written on one line",
    # A quotation that goes on further to the left than its field: legal, and seen nowhere.
    '---\ntext:\n  reason: "one\ntwo"\n  url: x\n---\n': None,
    '---\ntext:\n  reason: "one\ntwo"\n---\n': "its front matter is written in an unusual way",
}


@pytest.mark.parametrize("written", REFUSED)
def test_what_is_not_understood_is_not_touched(written: str) -> None:
    expected = REFUSED[written]
    if expected is None:
        assert NEW.encode() in with_hash(filled(written), "content/a.md", NEW)
    else:
        with pytest.raises(PinError, match=expected):
            with_hash(filled(written), "content/a.md", NEW)


def test_bytes_that_are_no_text_are_refused() -> None:
    with pytest.raises(PinError, match="cannot be read"):
        with_hash(b"---\ntext:\n---\n\xff", "content/a.md", NEW)


@given(
    fields=st.lists(
        st.sampled_from(
            [
                "  url: x",
                "  # a comment",
                "",
                "  reason: |",
                "    words",
                "\ttab",
                "tags: [a]",
                "  -",
            ]
        ),
        max_size=8,
    ),
    end=st.sampled_from(["\n", "\r\n"]),
    words=st.text(st.sampled_from("a -\n#"), max_size=20),
)
def test_taking_the_line_out_again_gives_the_file_back(
    fields: list[str], end: str, words: str
) -> None:
    before = end.join(["---", "text:", *fields, "---", words]).encode()
    try:
        after = with_hash(before, "content/a.md", NEW)
    except PinError:
        return
    line = f"  sha256: {NEW}{end}".encode()
    assert after.replace(line, b"", 1) == before
