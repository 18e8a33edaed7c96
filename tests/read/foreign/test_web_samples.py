"""The samples of the W3C Web Annotation Working Group: correct ones are read without a fault, and
what is wrong with the others is named.

The data is in tests/data/w3c-web-annotation; its README says where it is from.
"""

from __future__ import annotations

from pathlib import Path

import pytest

from postil.read.foreign.json_text import JsonError, read_json
from postil.read.foreign.values import Foreign, Remark
from postil.read.foreign.web_annotation import read_web_annotation

SAMPLES = Path(__file__).parents[2] / "data" / "w3c-web-annotation" / "tools" / "samples"
CORRECT = sorted((SAMPLES / "correct").glob("*.json"))
INCORRECT = sorted((SAMPLES / "incorrect").glob("*.json"))

# The field that is wrong in each incorrect sample, by its number, and words of the reason.
# Nearly all have two ids as well, and many a comma too many: those are named beside it.
FAULTS = {
    2: ("type", "missing"),
    3: ("@context", "missing"),
    4: ("@context", "must hold"),
    5: ("@context", "must hold"),
    6: ("id", "must be an address"),
    7: ("id", "must be one text, and there are 2"),
    8: ("type", "missing"),
    9: ("type", "is not Annotation"),
    10: ("target", "missing"),
    11: ("target", "this is a number"),
    12: ("body", "this text is no address"),
    13: ("body.id", "must be an address"),
    14: ("body.format", "this is a number"),
    15: ("body.langauage", "“language” was probably meant"),
    16: ("body.textDirection", "must be ltr, rtl or auto"),
    17: ("body.value", "missing, which TextualBody needs"),
    18: ("body.value", "must be one text, and there are 3"),
    19: ("bodyValue", "“body” or “bodyValue”, and not both"),
    20: ("bodyValue", "must be one text, and there are 2"),
    21: ("bodyValue", "must be a text, and is a number"),
    22: ("body.type", "Choice and List, of which there can be one"),
    23: ("body.processingLanguage", "must be one text, and there are 2"),
    24: ("body.textDirection", "must be one text, and there are 2"),
    25: ("body.items", "needs a “type”"),
    26: ("creator", "must be an address or an object, and is a number"),
    27: ("generator", "must be an address or an object, and is a number"),
    28: ("created", "must be a time"),
    29: ("modified", "must be a time"),
    30: ("generated", "must be a time"),
    31: ("modified", "must be one text, and there are 2"),
    32: ("created", "must be one text, and there are 2"),
    33: ("generated", "must be one text, and there are 2"),
    34: ("rights", "must be an address"),
    35: ("via", "must be an address"),
    36: ("canonical", "must be an address"),
    37: ("target.source", "missing, which a SpecificResource needs"),
    38: ("target.selector.value", "missing, which FragmentSelector needs"),
    39: ("target.selector.value", "must be one text, and there are 2"),
}


def faults(foreign: Foreign) -> list[Remark]:
    remarks = [
        *foreign.remarks,
        *(remark for note in foreign.notes for remark in note.remarks),
        *(remark for refused in foreign.refused for remark in refused.remarks),
    ]
    return [remark for remark in remarks if remark.fault]


def read(path: Path) -> Foreign:
    value, _ = read_json(path.read_text(encoding="utf-8"))
    return read_web_annotation(value)


def test_the_samples_are_all_there() -> None:
    assert len(CORRECT) == 45
    assert len(INCORRECT) == 39 == len(FAULTS) + 1


@pytest.mark.parametrize("path", CORRECT, ids=lambda path: path.stem)
def test_a_correct_sample_is_read_without_a_fault(path: Path) -> None:
    foreign = read(path)
    assert faults(foreign) == []
    assert foreign.refused == ()
    # The sample of a collection alone has its pages elsewhere, and says so.
    count = {"collection1": 41, "example41": 0, "example42": 2, "example43": 2}.get(path.stem, 1)
    assert len(foreign.notes) == count
    if not count:
        assert "another file" in foreign.remarks[0].why


@pytest.mark.parametrize("number", FAULTS)
def test_the_fault_of_an_incorrect_sample_is_named(number: int) -> None:
    field, why = FAULTS[number]
    foreign = read(SAMPLES / "incorrect" / f"anno{number}.json")
    found = [one.why for one in faults(foreign) if one.field == field]
    assert [one for one in found if why in one], faults(foreign)


def test_the_sample_that_is_no_json_is_refused() -> None:
    with pytest.raises(JsonError, match="no JSON"):
        read(SAMPLES / "incorrect" / "anno1.json")
