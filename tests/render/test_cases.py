"""Golden cases: a page, its notes, and the page that comes out.

Each folder of `cases` holds `input.html`, `annotations.yml` and `expected.html`. In place of a
target a note has `passages`: words that the page shows, or a mapping with `exact` (those words),
`was` (the words that the note was written for), `status` and `score`. Set the environment
variable POSTIL_UPDATE_GOLDEN=1 to write what comes out, and read the difference.
"""

from __future__ import annotations

import os
from collections.abc import Callable
from pathlib import Path
from typing import Any
from urllib.parse import urlencode

import pytest
import yaml
from justhtml import JustHTML

from postil.model.anchor import Anchor, Status
from postil.model.annotation import Annotation, Citation, Revision
from postil.model.contributor import Contributor
from postil.model.explainer import AnchoredAnnotation
from postil.model.place import Place
from postil.model.source import Source
from postil.model.target import Target, TextQuote
from postil.render.annotate import annotate
from postil.render.context import RenderContext
from postil.render.visible import read_visible

FOLDER = Path(__file__).parent / "cases"
CASES = sorted(path.name for path in FOLDER.iterdir())
PLACE = Place("annotations/text/note.yml", 3, 1)


@pytest.mark.parametrize("name", CASES)
def test_case(name: str, original: Callable[[str], str], context: RenderContext) -> None:
    folder = FOLDER / name
    html = (folder / "input.html").read_text("utf-8")
    notes = read_notes(folder / "annotations.yml", read_visible(html).text)
    rendered = annotate(html, read_visible(html), notes, context)
    expected = folder / "expected.html"
    if os.environ.get("POSTIL_UPDATE_GOLDEN"):
        expected.write_text(rendered, "utf-8")
    assert rendered == expected.read_text("utf-8")
    assert original(rendered) == html


@pytest.mark.parametrize("name", [name for name in CASES if name != "broken"])
def test_the_expected_page_has_no_error(name: str) -> None:
    html = (FOLDER / name / "expected.html").read_text("utf-8")
    before = (FOLDER / name / "input.html").read_text("utf-8")
    known = {error.code for error in JustHTML(before, fragment=True, collect_errors=True).errors}
    errors = JustHTML(html, fragment=True, collect_errors=True).errors
    assert [error for error in errors if error.code not in known] == []


def read_notes(path: Path, text: str) -> list[AnchoredAnnotation]:
    # Everything is text in these files, dates too, and nothing else can be loaded so.
    fields = yaml.load(path.read_text("utf-8"), yaml.BaseLoader)  # noqa: S506
    return [read_note(one, text) for one in fields]


def read_note(fields: dict[str, Any], text: str) -> AnchoredAnnotation:
    passages = [{"exact": one} if isinstance(one, str) else one for one in fields.pop("passages")]
    quotes = [one.get("was") or one["exact"] for one in passages]
    values: dict[str, Any] = {"kind": "context", "body": "What it says.", **fields}
    values["citations"] = tuple(Citation(place=PLACE, **one) for one in values.get("citations", ()))
    values["revisions"] = tuple(Revision(place=PLACE, **one) for one in values.get("revisions", ()))
    values["contributors"] = tuple(values.get("contributors", ()))
    annotation = Annotation(
        text="text",
        targets=tuple(Target(PLACE, TextQuote(quote)) for quote in quotes),
        place=PLACE,
        body_place=PLACE,
        **values,
    )
    return AnchoredAnnotation(annotation, tuple(find(one, text) for one in passages))


def find(passage: dict[str, str], text: str) -> Anchor:
    if "exact" not in passage:
        return Anchor(Status(passage["status"]))
    start = text.index(passage["exact"])
    score = float(passage.get("score", 1))
    status = Status.EXACT if score == 1 else Status.CHANGED
    return Anchor(status, start, start + len(passage["exact"]), score)


@pytest.fixture
def context() -> RenderContext:
    """A site with sources of every sort, a contributor, and one of each who is up to no good."""
    works = [
        Source(
            id="law",
            item={
                "id": "law",
                "type": "legislation",
                "title": "Election Law",
                "author": [{"literal": "New York State"}],
                "publisher": "New York State",
                "issued": {"date-parts": [[2025, 3, 20]]},
                "URL": "https://example.org/law?a=1&b=2",
            },
            place=PLACE,
            archive="https://archive.example/law",
            archived="2026-01",
            checked="2026-11-22",
            copy="own-page",
            seen="stored",
            extent="part",
            excerpt="Every citizen may vote.",
            remark="Read in a stored copy.",
        ),
        Source(
            id="report",
            item={
                "id": "report",
                "type": "article-journal",
                "title": "A <Report>",
                "author": [
                    {"given": "A.", "family": "One"},
                    {"given": "B.", "non-dropping-particle": "de", "family": "Two"},
                ],
                "container-title": "Journal of Tests",
                "volume": "12",
                "issue": 3,
                "page": "4-5",
                "issued": "2025-10",
                "DOI": "10.1000/182",
            },
            place=PLACE,
            checked="2026-11-22",
            copy="secondary",
            seen="paper",
            extent="whole",
        ),
        Source(id="not-opened", item={"title": "Known only by name"}, place=PLACE),
        Source(
            id="unlinked",
            item={"title": "Named without a link", "URL": "https://example.org/hostile"},
            place=PLACE,
            checked="2026-11-22",
            copy="repost",
            link=False,
        ),
        Source(
            id="hostile",
            item={
                "title": "<script>alert(11)</script>",
                "URL": "javascript:alert(12)",
                "container-title": '" onclick="alert(13)',
                "issued": "<i>today</i>",
            },
            place=PLACE,
            archive="data:text/html,alert(14)",
            excerpt="<script>",
            remark="<script>",
        ),
    ]
    people = [
        Contributor("editors", "The editors of this site", PLACE, "organization"),
        Contributor("a-reader", "A reader", PLACE, url="https://example.org/reader"),
        Contributor("hostile", "<b>name</b>", PLACE, url="javascript:alert(15)"),
    ]
    return RenderContext(
        sources={one.id: one for one in works},
        contributors={one.id: one for one in people},
        suggest=lambda place: f"https://forge.example/{place.path}#L{place.line}",
        problem=lambda title, address: f"https://forge.example/new?{urlencode([(title, address)])}",
    )
