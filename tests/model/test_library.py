"""What is known of everything that was read."""

from __future__ import annotations

from dataclasses import replace

from postil.model.annotation import Annotation, PassageCitation
from postil.model.library import Library
from postil.model.place import Place
from postil.model.target import Target, TextQuote

PLACE = Place("annotations/letter.yml", 1, 1)
OF_NOTE = PassageCitation("speech", PLACE, note="moon")
OF_WORDS = PassageCitation("speech", PLACE, target=Target(PLACE, TextQuote("easy")))
OF_LETTER = PassageCitation("letter", PLACE, note="year")


def note(text: str, id: str, *cited: PassageCitation, draft: bool = False) -> Annotation:
    return Annotation(
        id, text, "context", "", "", (), PLACE, PLACE, cited_passages=cited, draft=draft
    )


LIBRARY = Library(
    texts={},
    annotations={
        "letter": (note("letter", "year", OF_WORDS, OF_NOTE), note("letter", "none")),
        "speech": (note("speech", "moon", OF_LETTER), note("speech", "off", OF_NOTE, draft=True)),
    },
    sources={},
    contributors={},
)


def test_what_published_notes_cite_is_known_by_the_text_that_it_stands_in() -> None:
    year, moon = LIBRARY.annotations["letter"][0], LIBRARY.annotations["speech"][0]

    assert LIBRARY.citing == {
        "speech": [(year, OF_WORDS), (year, OF_NOTE)],
        "letter": [(moon, OF_LETTER)],
    }
    assert LIBRARY.cited == {("speech", ""), ("speech", "moon"), ("letter", "year")}


def test_other_annotations_cite_something_else() -> None:
    changed = replace(LIBRARY, annotations={"speech": LIBRARY.annotations["speech"]})

    assert list(changed.citing) == ["letter"]
    assert changed.cited == {("letter", "year")}
