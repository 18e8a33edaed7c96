"""Titles and ids of notes that came without them."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from postil.model.contributor import Contributor
from postil.model.place import Place
from postil.read import limits
from postil.read.foreign.values import Person
from postil.read.forms import id_problem
from postil.site.imports.people import People
from postil.site.imports.titles import title_from, unique_id


@pytest.mark.parametrize(
    ("body", "quote", "title"),
    [
        # The first sentence, without the signs of Markdown and a full stop.
        ("It was June. Not May.", "", "It was June"),
        ("## Result\n\nIt was close.", "", "Result"),
        ("- **One** of [the lists](https://example.org)", "", "One of the lists"),
        ("> Quoted\n\nwords", "", "Quoted"),
        ("Is it so? Yes.", "", "Is it so?"),
        ("And then …", "", "And then …"),
        ("2 \\* 3", "", "2 * 3"),
        # Cut between two words.
        ("word " * 30, "", "word " * 13 + "word …"),
        ("x" * 100, "", "x" * 70 + " …"),
        # Without words of its own, those of the passage; without any, none.
        ("---\n\n***", "the\n words", "“the words”"),
        ("", "", ""),
    ],
)
def test_a_title_is_made_of_what_is_there(body: str, quote: str, title: str) -> None:
    assert title_from(body, quote) == title


def test_an_id_is_never_given_twice() -> None:
    numbers: dict[str, int] = {}
    given_: set[str] = {"it-was-june"}
    for _ in range(3):
        given_.add(unique_id("It was June", "", given_, numbers))
    assert given_ == {"it-was-june", "it-was-june-2", "it-was-june-3", "it-was-june-4"}
    assert unique_id("", "the words", given_, numbers) == "the-words"
    assert unique_id("投票", "五月", given_, numbers) == "note"


@given(st.text(), st.text(), st.integers(1, 3))
def test_any_title_gives_a_valid_id(title: str, quote: str, count: int) -> None:
    given_: set[str] = set()
    numbers: dict[str, int] = {}
    for _ in range(count):
        id = unique_id(title, quote, given_, numbers)
        assert id_problem(id) is None
        assert id not in given_
        given_.add(id)
    assert all(len(id) <= limits.ID_LENGTH for id in given_)


def test_people_are_known_by_id_name_or_address() -> None:
    editors = Contributor("editors", "The editors", Place(""), url="https://example.org/about")
    people = People({"editors": editors})
    assert people.id_of(Person("editors", "Another name"), own=True) == ("editors", True)
    assert people.id_of(Person("editors", "Another name")) == ("editors-2", False)
    people.proposed.clear()
    for person in (
        Person("editors", ""),
        Person("acct:x@example.org", "THE EDITORS"),
        Person("https://example.org/about", ""),
    ):
        assert people.id_of(person) == ("editors", True)
    assert people.proposed == {}


def test_people_who_are_not_known_are_proposed_once_with_ids_of_their_own() -> None:
    people = People({"a-reader": Contributor("a-reader", "Somebody else", Place(""))})
    first = people.id_of(Person("acct:a-reader@example.org", "A reader"))
    assert first == ("a-reader-2", False)
    assert people.id_of(Person("acct:a-reader@example.org", "A reader")) == first
    assert people.id_of(Person("https://example.org/users/u1")) == ("u1", False)
    assert people.proposed["u1"].url == "https://example.org/users/u1"
    assert people.id_of(Person("", " ")) == ("", False)
    assert people.id_of(Person("", "投票"))[0] == "contributor"
