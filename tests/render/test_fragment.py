"""Links to the words of a passage on the page where they were published."""

from __future__ import annotations

import pytest

from postil.render.fragment import fragment_link

URL = "https://paper.example/article"
TEXT = "One, two - three. " + "word " * 40 + "end. One, two again. Two & more."


@pytest.mark.parametrize(
    ("words", "fragment"),
    [
        # What has a meaning in a fragment is encoded.
        ("two - three", "two%20%2D%20three"),
        ("Two & more", "Two%20%26%20more"),
        # Words that recur get those before them.
        ("again", "again"),
        ("One, two", "One%2C%20two"),
        # A long passage is named by its ends.
        (
            "word " * 40 + "end.",
            "word%20word%20word%20word%20word,word%20word%20word%20word%20end.",
        ),
    ],
)
def test_fragments(words: str, fragment: str) -> None:
    start = TEXT.index(words)
    assert fragment_link(URL, TEXT, start, start + len(words)) == f"{URL}#:~:text={fragment}"


def test_the_second_of_two_is_told_apart() -> None:
    start = TEXT.rindex("One, two")
    found = fragment_link(URL, TEXT, start, start + len("One, two"))
    assert found.endswith("#:~:text=word%20word%20word%20word%20end.-,One%2C%20two")


@pytest.mark.parametrize("url", ["", "javascript:alert(1)", "relative"])
def test_only_addresses_of_the_web_are_linked(url: str) -> None:
    assert fragment_link(url, TEXT, 0, 3) == ""


def test_a_fragment_of_the_address_gives_way() -> None:
    assert fragment_link(f"{URL}#part", TEXT, 0, 3) == f"{URL}#:~:text=One"
