"""The forms in which a note can be cited."""

from __future__ import annotations

import json

from postil.model.annotation import Annotation
from postil.model.contributor import Contributor
from postil.model.place import Place
from postil.model.text import Text
from postil.publish.cite import NoteReference, as_bibtex, as_csl, as_plain

PLACE = Place("annotations/a.yml", 1, 1)
REFERENCE = NoteReference(
    Annotation(
        "costs",
        "speech",
        "context",
        "Costs & {benefits}",
        "Body.",
        (),
        PLACE,
        PLACE,
        created="2026-11-22",
    ),
    Text("speech", "A speech", "", PLACE),
    (Contributor("editors", "The editors of this site", PLACE, "organization"),),
    "A site",
    "https://site.example/explainers/speech/notes/costs/",
)
BARE = NoteReference(
    Annotation("costs", "speech", "context", "Costs", "Body.", (), PLACE, PLACE),
    REFERENCE.text,
    (),
    "A site",
    "",
)


def test_plain() -> None:
    assert as_plain(REFERENCE, "22 November 2026") == (
        "The editors of this site, “Costs & {benefits}”, A speech, A site, 22 November 2026, "
        "https://site.example/explainers/speech/notes/costs/."
    )
    # What is not known is left out, and leaves no gap.
    assert as_plain(BARE, "") == "“Costs”, A speech, A site."


def test_bibtex_escapes_what_tex_reads_as_commands() -> None:
    assert as_bibtex(REFERENCE) == (
        "@online{speech-costs,\n"
        "  author = {{The editors of this site}},\n"
        "  title = {Costs \\& \\textbraceleft{}benefits\\textbraceright{}},\n"
        "  organization = {A site},\n"
        "  date = {2026-11-22},\n"
        "  url = {https://site.example/explainers/speech/notes/costs/}\n"
        "}"
    )


def test_csl_json() -> None:
    (item,) = json.loads(as_csl(REFERENCE))
    assert item["author"] == [{"literal": "The editors of this site"}]
    assert item["issued"] == {"date-parts": [[2026, 11, 22]]}
    assert item["title"] == "Costs & {benefits}"
    (bare,) = json.loads(as_csl(BARE))
    assert set(bare) == {"id", "type", "title", "container-title"}
