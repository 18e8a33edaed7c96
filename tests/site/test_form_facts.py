"""What the form is told of the site."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import Any

import pytest

from postil.model.contributor import Contributor
from postil.model.library import Library
from postil.model.place import Place
from postil.model.scale import Kind, Verdict
from postil.model.settings import Settings
from postil.model.source import Source
from postil.site.form_facts import NEW, PATH, facts, form_facts
from postil.site.note_pages import SiteFacts
from postil.site.whole import Whole

HERE = Place("")
LIBRARY = Library(
    texts={},
    annotations={},
    sources={
        "b": Source("b", {"id": "b", "title": "Zebra"}, HERE),
        "a": Source("a", {"id": "a", "title": "word " * 40}, HERE),
    },
    contributors={"editors": Contributor("editors", "The editors", HERE)},
)


def told(language: str = "en", **settings: Any) -> dict[str, Any]:
    return facts(Whole((), LIBRARY, Settings(**settings), SiteFacts("A site", language)))


def fields(found: dict[str, Any], group: str) -> dict[str, Any]:
    return {field["name"]: field for field in found["fields"][group]}


def test_choices_are_those_of_the_site() -> None:
    found = told(
        kinds=(Kind("translation", "Translation", "Translations", "dashed"),),
        verdicts=(Verdict("holds", "Holds", "It stands.", "+"), Verdict("fails", "Fails", "", "-")),
    )
    note = fields(found, "note")
    assert note["kind"]["options"] == [("translation", "Translation")]
    assert note["verdict"]["options"] == [
        ("", "Explanation only"),
        ("holds", "Holds: It stands."),
        ("fails", "Fails"),
    ]
    assert note["contributors"]["options"][1:] == [("editors", "The editors")]
    sources = fields(found, "citation")["source"]["options"]
    assert [id for id, _ in sources] == [NEW, "a", "b"]
    assert max(len(title) for _, title in sources) <= 91


def test_rules_are_those_of_the_model() -> None:
    found = told()
    note, source = fields(found, "note"), fields(found, "source")
    assert [name for name, field in note.items() if field.get("needed")] == [
        *("kind", "title", "body", "id")
    ]
    assert note["id"]["most"] == 100
    assert re.fullmatch(note["id"]["pattern"], "six-to-one")
    assert not re.fullmatch(note["id"]["pattern"], "Six")
    assert not re.fullmatch(source["URL"]["pattern"], "javascript:alert(1)")
    assert not re.fullmatch(source["checked"]["pattern"], "2026-02-30")
    for group in found["fields"].values():
        for field in group:
            assert ("pattern" in field) == ("wrong" in field)


@pytest.mark.parametrize(
    ("repository", "make", "drops", "send"),
    [
        ("", "", False, "Open it on "),
        (
            "https://gitlab.com/o/r",
            "https://gitlab.com/o/r/-/new/main?file_name={path}&content={content}",
            True,
            "Open it on gitlab.com",
        ),
    ],
)
def test_where_files_go(repository: str, make: str, drops: bool, send: str) -> None:
    found = told(repository=repository)
    assert (found["make"], found["drops"], found["words"]["send"]) == (make, drops, send)


def test_the_words_are_those_of_the_language() -> None:
    assert told("ar")["words"]["form"] == "كتابة ملاحظة"
    assert not [word for word in told("fr")["words"].values() if "{" in word]


def test_a_site_may_do_without_the_form() -> None:
    whole = Whole((), LIBRARY, Settings(), SiteFacts("A site"))
    assert [made.path for made in form_facts(whole)] == [PATH]
    assert not [*form_facts(replace(whole, settings=Settings(form=False)))]
