"""Every field with every sort of value: editors, which go by the schemas, and reading agree.

A value is set into each field of each file; the other fields that are required are as in their
examples. What a schema cannot tell, for it is shown values and not how they were written, stands in
`DIFFERENT`.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from functools import cache

import pytest
from jsonschema import Draft7Validator

from postil.model.diagnostic import Diagnostic
from postil.model.fields.annotation import ANNOTATION
from postil.model.fields.contributor import CONTRIBUTOR
from postil.model.fields.field import Field, Shape
from postil.model.fields.source import SOURCE
from postil.model.fields.text import FRONT_MATTER, TEXT
from postil.model.settings import Settings
from postil.publish.schema import schema
from postil.read.annotations import Known, read_annotations
from postil.read.contributors import read_contributors
from postil.read.nodes import Document
from postil.read.scalars import plain
from postil.read.sources import read_sources
from postil.read.texts import front_matter, read_text_file
from postil.read.unique import Ids
from postil.read.yaml_nodes import compose

from .test_schemas import SHAPE

VALUES = (
    # Nothing, and words.
    *("", "~", "null", '""', '" "', "a", "A b", "no", "yes", "true", "True", '"true"'),
    # Numbers.
    *("2024", "0790", "790", "-3", "1.5", "1e5", ".inf", "0306406152", "9" * 64),
    # Dates.
    *("2025-02-28", "2025-02-30", "2024-02-29", "2025-13", "2025-10/2025-11", "2025~"),
    # Lists.
    *("[]", "[a]", '[""]', "[null]", "[[a]]", "[{}]", "{}", "{ a: b }", "{ x-a: b }"),
    # Targets.
    *("{ exact: }", "{ exact: a, section: }", "{ section: a }", "{ section: a, prefix: }"),
    *("{ section: a, exact: }", "{ section: a, prefix: b }", "{ exact: [a] }", "{ within: a }"),
    *("{ exact: a, within: { exact: } }", "{ exact: a, within: { section: b } }"),
    # Citations and revisions.
    *("{ source: }", "{ source: a }", '{ source: "" }', "[{ source: a, quote: [b] }]"),
    *("{ date: 2025-01-01, kind: update, summary: a }", "{ date: 2025-01-01, kind: update }"),
    *("{ date: 2025-01, kind: update, summary: a }", "{ kind: context, summary: a }"),
    # Names, and dates in parts.
    *("[{ family: a }]", "[{ family: }]", "[{ given: a }]", "[{ suffix: a }]"),
    *("[{ literal: [a] }]", "{ date-parts: [[2025]] }", "{ date-parts: [2025] }"),
    *('{ date-parts: [[2025, "10"], [2026, 1, 1]] }', "{ date-parts: }", "{ date-parts: [[]] }"),
    *("{ date-parts: [[2025, 1, 1, 1]] }", "{ date-parts: [[2025.5]] }", "{ literal: [a] }"),
    *("{ circa: true }", "{ year: 2025 }", "{ checked: 2025-13 }", "{ checked: 2025-01 }"),
    # Forms and words of single fields.
    *("https://town.example", "HTTPS://town.example/a b", "https://a@town.example", "ftp://a"),
    *("en", "English", "pt-BR", "10.1000/182", "doi:10.1000/182", "0-306-40615-2", "0317-8471"),
    *("context", "correction", "opinion", "report", "person", "ltr", "primary", "own-page"),
    *("live", "whole", "0123456789abcdef" * 4, f'"{"9" * 64}"'),
)

DIFFERENT = {
    r"(?:annotation\.verdict|contributor\.kind|source\.(?:copy|seen|extent)"
    r"|text\.(?:direction|relation)): \" ?\"": "empty words count as nothing when they are read,"
    " and editors ask for a word",
    r"(?:annotation|contributor)\.id: True": "YAML’s values are no words: this one is `true`, which"
    " can be an id",
    r"source\.id: \.inf": "the same, a number",
    r"source\.ISSN: 1e5|source\.ISBN: 03178471": "the same, a number that has other digits",
    r"text\.sha256: 9{64}": "the same; a hash of digits alone is not to be expected",
    r"\w+\.(?:issued|archived|checked|published|retrieved): 0790": "the same, a number below 1000:"
    " such a year needs quotation marks",
    r"annotation\.target: \{ section: a, prefix: \}": "a field that is there and empty asks for its"
    " like, to a schema",
}
"""Fields with values of which editors and reading think differently, with the reason."""

Read = Callable[[str, list[Diagnostic]], Document | None]


def _annotation(text: str, problems: list[Diagnostic]) -> Document | None:
    settings, unknown = Settings(), Ids(written=None)
    kinds, verdicts = ([one.id for one in ids] for ids in (settings.kinds, settings.verdicts))
    document = _composed(text)
    read_annotations(document, "town", Known(kinds, verdicts, unknown, unknown), problems)
    return document


def _source(text: str, problems: list[Diagnostic]) -> Document | None:
    document = _composed(text)
    read_sources(document, problems)
    return document


def _contributor(text: str, problems: list[Diagnostic]) -> Document | None:
    document = _composed(text)
    read_contributors(document, problems)
    return document


def _front_matter(text: str, problems: list[Diagnostic]) -> Document | None:
    content = f"---\n{text}---\n\nWords.\n"
    read_text_file(content, "town", "content/town.md", (), problems)
    return front_matter(content.split("\n"), "content/town.md", [])[0]


def _provenance(text: str, problems: list[Diagnostic]) -> Document | None:
    inside = text.replace("\n", "\n  ").rstrip()
    return _front_matter(f"title: A town\ntext:\n  {inside}\n", problems)


def _composed(text: str) -> Document:
    document, problems = compose(text, "a.yml", text.split("\n"))
    assert document is not None
    assert problems == []
    return document


SHAPES: dict[str, tuple[Shape, str, Read]] = {
    "annotation": (ANNOTATION, "annotations", _annotation),
    "source": (SOURCE, "sources", _source),
    "contributor": (CONTRIBUTOR, "contributors", _contributor),
    "head": (FRONT_MATTER, "front-matter", _front_matter),
    "text": (TEXT, "front-matter", _provenance),
}


def _of_each_sort(shape: Shape) -> Iterable[Field]:
    """The fields of a shape, one of those that are alike."""
    sorts = {
        (one.form, one.of, one.many, one.required, *one.words, one.name == "custom"): one
        for one in reversed(shape.fields)
    }
    return sorts.values()


def _file(shape: Shape, field: Field, value: str) -> str:
    lines = (
        f"{field.name}: {value}" if one is field else one.example
        for one in shape.fields
        if one.required or one is field
    )
    return "\n".join(lines) + "\n"


@cache
def _validator(name: str) -> Draft7Validator:
    return Draft7Validator(schema(name, Settings()))


@pytest.mark.parametrize("kind", SHAPES)
def test_every_field_with_every_sort_of_value(kind: str) -> None:
    shape, name, read = SHAPES[kind]
    disagreements, faults = [], 0
    for field in _of_each_sort(shape):
        for value in VALUES:
            problems: list[Diagnostic] = []
            document = read(_file(shape, field, value), problems)
            assert document is not None
            said = [str(one) for one in problems if one.code in SHAPE]
            errors = [one.message for one in _validator(name).iter_errors(plain(document.root))]
            faults += bool(said)
            label = f"{kind}.{field.name}: {value}"
            expected = any(re.fullmatch(pattern, label) for pattern in DIFFERENT)
            if (bool(said) is not bool(errors)) is not expected:
                disagreements.append((label, said, errors))
    assert faults > len(VALUES)
    assert disagreements == []
