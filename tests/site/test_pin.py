"""Whether the words of a text are still those that were pinned."""

from __future__ import annotations

import pytest

from postil.model.annotation import Annotation
from postil.model.library import Library
from postil.model.place import Place
from postil.model.target import Target, TextQuote
from postil.model.text import Provenance, Text
from postil.site.explain import explain
from postil.site.pin import hash_of

HTML = "<p>We choose to go to the moon.</p><p>Not because it is easy.</p>"
WORDS = "We choose to go to the moon.\nNot because it is easy."


def annotation(id: str, exact: str, draft: bool = False) -> Annotation:
    place = Place("annotations/speech.yml", 1, 1)
    target = Target(place, TextQuote(exact))
    return Annotation(id, "speech", "context", "A", "B", (target,), place, place, draft=draft)


def findings(html: str, sha256: str, *annotations: Annotation) -> list[str]:
    text = Text(
        "speech",
        "A speech",
        "",
        Place("content/speech.md"),
        provenance=Provenance(sha256=sha256),
        pinned_at=Place("content/speech.md", 4, 11),
    )
    library = Library({"speech": text}, {"speech": annotations}, {}, {})
    return [str(one) for one in explain(library, text, html).diagnostics]


def test_words_that_are_pinned_are_no_finding() -> None:
    assert findings(HTML, hash_of(WORDS), annotation("moon", "the moon")) == []


def test_a_text_without_a_hash_is_not_compared() -> None:
    assert findings(HTML, "", annotation("moon", "the moon")) == []


@pytest.mark.parametrize(
    "html",
    [
        # How the source is laid out and marked up does not count.
        "<p>We choose\nto go to the <em>moon</em>.</p>\n\n<p>Not because it is easy.</p>\n",
        "<p>We choose to go to the moon.<br>Not because it is easy.</p>",
        "<div><p>We choose to go to the&#32;moon.</p></div><p>Not because it is easy.</p>",
    ],
)
def test_the_hash_is_that_of_the_words_alone(html: str) -> None:
    assert findings(html, hash_of(WORDS)) == []


def test_a_letter_and_its_parts_are_the_same() -> None:
    assert hash_of("caf\u00e9") == hash_of("cafe\u0301")


def test_a_changed_word_names_every_annotation_that_it_touches() -> None:
    found = findings(
        HTML,
        hash_of("We choose to go to Mars."),
        annotation("moon", "to go to the moon"),
        annotation("mars", "We choosed to go to the moons."),
        annotation("gone", "cabbages and kings"),
        annotation("later", "never to be found", draft=True),
    )
    assert found[0] == (
        "content/speech.md:4:11: the words of the text are no longer those that were pinned: "
        "touched are “gone” (lost), “mars” (changed); with exact words: 1 of 3 "
        "(read its annotations again, then run “postil pin speech”) [text-changed]"
    )


def test_where_each_annotation_still_has_its_words_it_says_so() -> None:
    (found,) = findings(HTML, "0" * 64, annotation("moon", "to go to the moon"))
    assert "the exact words of each annotation (1) are still there" in found
    (found,) = findings(HTML, "0" * 64)
    assert "it has no annotations" in found


def test_the_hash_of_known_words_is_known() -> None:
    # printf '%s' 'one two' | sha256sum
    known = "8ab63e29a4ba14e4e1688f9c15e5af90895421358c945b0431f85d66977bd3d2"
    assert hash_of(" one\n\ttwo ") == known
