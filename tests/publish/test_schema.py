"""Schemas for editors: they follow from the tables of fields and from what a site chooses."""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from jsonschema import Draft7Validator

from postil.model.fields.field import Form
from postil.model.fields.patterns import LENGTHS, PATTERNS
from postil.model.scale import KINDS, Kind, Verdict
from postil.model.settings import Settings
from postil.publish.schema import SCHEMAS, file_name, schema, written
from postil.read import forms, items
from postil.read.dates import date_problem

SHIPPED = Path(forms.__file__).parents[1] / "publish" / "schemas"


@pytest.mark.parametrize("name", SCHEMAS)
def test_a_schema_is_one(name: str) -> None:
    Draft7Validator.check_schema(schema(name, Settings()))


def test_what_ships_is_what_the_tables_give() -> None:
    """`make reference` writes it anew."""
    assert {path.name for path in SHIPPED.iterdir()} == {file_name(name) for name in SCHEMAS}
    for name in SCHEMAS:
        content = (SHIPPED / file_name(name)).read_text(encoding="utf-8")
        assert content == written(name, Settings())
        assert json.loads(content) == schema(name, Settings())


def fields(part: Any) -> Iterator[tuple[str, dict[str, Any]]]:
    """Every field in a schema, by its title."""
    if isinstance(part, dict):
        for name, one in part.get("properties", {}).items():
            yield one["title"], one
            assert one["title"].endswith(f": {name}")
        for key, value in part.items():
            # Which fields have to be there, or must not, is asked of what was told already.
            if key not in ("anyOf", "dependencies"):
                yield from fields(value)
    elif isinstance(part, list):
        for value in part:
            yield from fields(value)


@pytest.mark.parametrize("name", SCHEMAS)
def test_every_field_is_told_of_and_its_examples_and_default_are_right(name: str) -> None:
    whole = schema(name, Settings())
    found = dict(fields(whole["definitions"]))
    assert found
    for title, one in found.items():
        assert one["description"].endswith("."), title
        assert "`" not in one["description"], title
        values = [*one.get("examples", []), *([one["default"]] if "default" in one else [])]
        validator = Draft7Validator({**one, "definitions": whole["definitions"]})
        for value in values:
            assert not list(validator.iter_errors(value)), (title, value)


def test_a_site_has_its_own_kinds_and_verdicts() -> None:
    """A verdict may be called `true`, which YAML takes for something else than a word."""
    settings = Settings(
        kinds=(*KINDS, Kind("translation", "Translation", "Translations", "dashed")),
        verdicts=(Verdict("true", "True", "It is.", "+"), Verdict("2", "Two", "Twice.", "2")),
    )
    made = schema("annotations", settings)["definitions"]["annotation"]["properties"]
    assert made["kind"]["enum"] == ["context", "source", "correction", "translation"]
    assert made["verdict"]["enum"] == ["true", "2", True, 2, None]
    assert made["verdict"]["markdownEnumDescriptions"] == [
        *("It is.", "Twice.", "It is.", "Twice."),
        "As if the field were left out.",
    ]


CHECKS: dict[Form, Callable[[str], object]] = {
    Form.ID: forms.id_problem,
    Form.SOURCE_ID: forms.source_id_problem,
    Form.DATE: lambda written: date_problem(written, whole=False),
    Form.DAY: lambda written: date_problem(written, whole=True),
    Form.RANGE: items.range_problem,
    Form.ADDRESS: forms.url_problem,
    Form.DOI: forms.doi_problem,
    Form.LANGUAGE: forms.language_problem,
    Form.HASH: forms.hash_problem,
}
"""What reading says of forms that patterns tell all about."""

PIECES = {
    Form.ID: "ab-9A_",
    Form.SOURCE_ID: "aB9-_. ",
    Form.DATE: "0123-9",
    Form.DAY: "0123-9",
    Form.RANGE: "0129-/~",
    Form.ADDRESS: "htps:/?#@. a",
    Form.DOI: "10./a ",
    Form.LANGUAGE: "abxZ1-_",
    Form.HASH: "0fg",
}


@pytest.mark.parametrize("form", PATTERNS)
def test_patterns_are_of_ecmascript_too(form: Form) -> None:
    """No escape but those that a `u` pattern of ECMAScript has, and nothing that is Python's."""
    pattern = PATTERNS[form]
    assert set(re.findall(r"\\(.)", pattern)) <= set(r"sSx\.[]")
    assert not re.search(r"\(\?(?![:!])", pattern)


@pytest.mark.parametrize("form", CHECKS)
@given(data=st.data())
def test_patterns_and_reading_agree(form: Form, data: st.DataObject) -> None:
    """Of values that have the form, of slips in them, and of others."""
    pattern = PATTERNS[form]
    # A host in other letters may hold some that stand for signs of addresses; reading refuses it.
    letters = st.characters(codec="ascii")
    good = st.from_regex(re.compile(pattern), fullmatch=True, alphabet=letters)
    near = st.builds(
        lambda value, at, sign: value[:at] + sign + value[at + 1 :],
        good,
        st.integers(0, 12),
        st.sampled_from(PIECES[form]),
    )
    drawn = data.draw(good | near | st.text(PIECES[form], min_size=1, max_size=12))
    # Whether it is the number of a host, reading alone knows.
    value = re.sub(r"\[[0-9A-Fa-f:.]+\]", "[2001:db8::1]", drawn)
    right = re.fullmatch(pattern, value) is not None and len(value) <= LENGTHS.get(form, 10_000)
    assert (CHECKS[form](value) is None) is right


@pytest.mark.parametrize(
    ("form", "check", "values"),
    [
        (
            Form.ISBN,
            forms.isbn_problem,
            # One, two, with a letter, with spaces; too short, too long, words, nothing between.
            {
                "0306406152": True,
                "978-0-306-40615-7; 0-306-40615-2": True,
                "080442957X": True,
                "978 0 306 40615 7": True,
                "030640615": False,
                "03064061522": False,
                "ISBN 0306406152": False,
                "0306406152-0306406152": False,
            },
        ),
        (
            Form.ISSN,
            forms.issn_problem,
            {
                "0317-8471": True,
                "03178471, 2434-561X": True,
                "0317-847": False,
                "0317--8471": False,
            },
        ),
    ],
)
def test_numbers_of_books_and_journals(
    form: Form, check: Callable[[str], object], values: dict[str, bool]
) -> None:
    """Their last digits fit here, so that nothing but the form is asked."""
    for value, right in values.items():
        assert (re.fullmatch(PATTERNS[form], value) is not None) is right, value
        assert (check(value) is None) is right, value


def test_digits_that_can_be_divided_in_many_ways_take_no_time() -> None:
    assert re.fullmatch(PATTERNS[Form.ISBN], "9 7 9 " * 20_000 + "x") is None
