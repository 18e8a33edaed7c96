"""What processes and builds hand on arrives as it was."""

from __future__ import annotations

import pickle

import pytest

from postil.model.anchor import Anchor, Candidate, Status
from postil.model.annotation import Annotation, Citation, PassageCitation, Revision
from postil.model.diagnostic import Diagnostic
from postil.model.place import Place
from postil.model.target import Target, TextQuote
from postil.model.text import Provenance, Text
from postil.read.signs import FOLDER, UNKNOWN, YOUNG, Signs
from postil.read.strings import Strings

PLACE = Place("annotations/a.yml", 3, 9)
TARGET = Target(PLACE, TextQuote("words", suffix="é"), within=Target(PLACE, section="Part"))
NOTE = Annotation(
    id="a",
    text="t",
    kind="context",
    title="A",
    body="",
    targets=(TARGET,),
    place=PLACE,
    body_place=PLACE,
    citations=(Citation("s", PLACE, quote="q"),),
    cited_passages=(PassageCitation("t", PLACE, target=TARGET),),
    contributors=("p",),
    revisions=(Revision("2026-01-01", "update", "S", PLACE),),
    draft=True,
)


@pytest.mark.parametrize(
    "value",
    [
        NOTE,
        Anchor(Status.CHANGED, 1, 2, 0.9, (Candidate(1, 2, 0.9),)),
        Diagnostic("file-empty", "a message", PLACE, "a hint"),
        Text("t", "T", "# T", PLACE, provenance=Provenance(author="A"), meta={"a": [1]}),
        Strings(),
        Strings(["a", "b/é", "\udcff"]),
        Signs({}),
        Signs({"content": FOLDER, "content/a.md": YOUNG, "content/\udcff": UNKNOWN}),
    ],
    ids=lambda value: type(value).__name__,
)
def test_what_arrives_is_what_was_sent(value: object) -> None:
    arrived = pickle.loads(pickle.dumps(value, protocol=5))  # noqa: S301 - made here
    assert arrived == value
    assert type(arrived) is type(value)
