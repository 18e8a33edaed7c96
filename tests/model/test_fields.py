"""The tables of fields say what reading does: names, words, what is required, what is refused."""

from __future__ import annotations

import dataclasses
from collections.abc import Callable, Iterable
from pathlib import Path

import pytest

from postil.mkdocs.options import PostilOptions
from postil.model.annotation import Annotation, Citation, PassageCitation, Revision
from postil.model.contributor import Contributor
from postil.model.fields.annotation import ANNOTATION, CITATION, REVISION, TARGET
from postil.model.fields.contributor import CONTRIBUTOR
from postil.model.fields.field import ASKED, Field, Form, Shape
from postil.model.fields.link import LINK
from postil.model.fields.options import KIND, LIMITS, OPTIONS, PUBLISHER, VERDICT
from postil.model.fields.source import CHECKS, DATE, NAME, SOURCE
from postil.model.fields.text import FRONT_MATTER, TEXT
from postil.model.library import Library
from postil.model.limits import Limits
from postil.model.link import LinkCheck, LinkState
from postil.model.scale import Kind, Verdict
from postil.model.settings import Settings
from postil.model.source import Source
from postil.model.target import TextQuote
from postil.model.text import Provenance
from postil.read.library import read_library
from postil.read.settings import read_settings

MADE = {"place", "body_place"}
"""Fields of values that no person writes."""

Build = Callable[[Iterable[Field], str], dict[str, str]]


def lines(fields: Iterable[Field], indent: int = 0) -> str:
    """The examples of fields, as they stand in a file."""
    text = "".join(f"{field.example}\n" for field in fields if field.example)
    return text.replace("\n", "\n" + " " * indent)


def annotation(fields: Iterable[Field], more: str) -> dict[str, str]:
    return {"annotations/town/note.yml": lines(fields) + more}


def inner(key: str, dash: str) -> Build:
    """Files with an annotation in which the fields stand under `key`."""

    def build(fields: Iterable[Field], more: str) -> dict[str, str]:
        others = [field for field in ANNOTATION.fields if field.required and field.name != key]
        inside = (lines(fields, 4).rstrip() + "\n    " + more).strip()
        return annotation(others, f"{key}:\n  {dash} {inside}\n")

    return build


def source(fields: Iterable[Field], more: str) -> dict[str, str]:
    return {"annotations/sources.yml": f"- {lines(fields, 2).strip()}\n  {more}\n"}


def contributor(fields: Iterable[Field], more: str) -> dict[str, str]:
    return {"annotations/contributors.yml": f"- {lines(fields, 2).strip()}\n  {more}\n"}


def front_matter(fields: Iterable[Field], more: str) -> dict[str, str]:
    text = "The council voted 5 to 2. Six in favour, one against, said the minutes."
    return {"content/town.md": f"---\n{lines(fields)}{more}---\n\n{text}\n"}


def provenance(fields: Iterable[Field], more: str) -> dict[str, str]:
    head = FRONT_MATTER.by_name["title"].example
    return front_matter((), f"{head}\ntext:\n  x-none:\n  {lines(fields, 2)}{more}\n")


SHAPES: list[tuple[Shape, Build]] = [
    (FRONT_MATTER, front_matter),
    (TEXT, provenance),
    (ANNOTATION, annotation),
    (CITATION, inner("citations", "-")),
    (REVISION, inner("revisions", "-")),
    (SOURCE, source),
    (CONTRIBUTOR, contributor),
]
BUILD = {shape.id: build for shape, build in SHAPES}
PASSAGE = [CITATION.by_name["passage"], CITATION.by_name["target"]]
"""A citation is of a source or of a passage; these two belong to the second form."""
FIELDS = [(shape, field) for shape, _ in SHAPES for field in shape.fields if field not in PASSAGE]


def needed(shape: Shape) -> list[Field]:
    """What a thing cannot do without; a citation that has no passage needs its source."""
    return [one for one in shape.fields if one.required or one is CITATION.by_name["source"]]


def name(value: Shape | Field) -> str:
    return value.id if isinstance(value, Shape) else value.name


def read(root: Path, files: dict[str, str]) -> Library:
    base = {
        **front_matter([FRONT_MATTER.by_name["title"]], ""),
        **source([field for field in SOURCE.fields if field.required], ""),
        **contributor([field for field in CONTRIBUTOR.fields if field.required], ""),
        "annotations/town/other.yml": "id: other\nkind: context\ntitle: Other\ntarget: minutes\n"
        "citations: [minutes]\ncontributors: [editors]\n",
    }
    for path, content in (base | files).items():
        (root / path).parent.mkdir(parents=True, exist_ok=True)
        (root / path).write_text(content, encoding="utf-8")
    return read_library(root, Settings())


def said(library: Library) -> list[str]:
    return [str(one) for one in library.diagnostics]


@pytest.mark.parametrize(("shape", "build"), SHAPES, ids=[shape.id for shape, _ in SHAPES])
def test_all_examples_of_a_thing_are_read(shape: Shape, build: Build, tmp_path: Path) -> None:
    fields = [field for field in shape.fields if field not in PASSAGE]
    assert said(read(tmp_path, build(fields, ""))) == []


@pytest.mark.parametrize("fields", [PASSAGE[:1], PASSAGE], ids=["note", "words"])
def test_the_examples_of_cited_passages_are_read(fields: list[Field], tmp_path: Path) -> None:
    passage, *target = fields
    slug, _, note = passage.example.removeprefix("passage: ").partition("#")
    words = TARGET.by_name["exact"].name
    letter = {
        f"content/{slug}.md": "---\ntitle: A letter\n---\n\nThe town has one library.\n",
        f"annotations/{slug}/{note}.yml": f"id: {note}\nkind: context\ntitle: One library\n"
        f"target:\n  {words}: one library\n",
    }
    cited = passage.example.removesuffix(f"#{note}") if target else passage.example
    more = "\n    ".join([cited, *(field.example for field in target)])
    library = read(tmp_path, inner("citations", "-")((), more) | letter)
    assert said(library) == []
    cited_passages = [one for note in library.annotations["town"] for one in note.cited_passages]
    assert [one.text for one in cited_passages] == [slug]


@pytest.mark.parametrize("field", TARGET.fields, ids=lambda one: one.name)
def test_each_example_of_a_target_is_read(field: Field, tmp_path: Path) -> None:
    words = [field] if field.name in {"exact", "section"} else [TARGET.by_name["exact"], field]
    assert said(read(tmp_path, inner("target", "-")(words, ""))) == []


@pytest.mark.parametrize("key", ["author", "issued"])
def test_the_examples_of_names_and_dates_are_read(key: str, tmp_path: Path) -> None:
    shape = NAME if key == "author" else DATE
    required = [field for field in SOURCE.fields if field.required]
    for field in shape.fields:
        inside = f"{{ family: Name, {field.example} }}" if key == "author" else "{ %s }"
        more = f"{key}: [{inside}]" if key == "author" else f"{key}: {inside % field.example}"
        if field.example and field.name != "family":
            assert said(read(tmp_path, source(required, more))) == []


@pytest.mark.parametrize(("shape", "field"), FIELDS, ids=name)
def test_what_is_required_is_missed(shape: Shape, field: Field, tmp_path: Path) -> None:
    others = [one for one in needed(shape) if one is not field]
    found = said(read(tmp_path, BUILD[shape.id](others, "x-none:\n")))
    missed = [one for one in found if f"needs “{field.name}”" in one]
    assert bool(missed) == (field in needed(shape))


REFUSED = {
    Form.ID: ("Not an id", "id-form"),
    Form.SOURCE_ID: ("not an id", "id-form"),
    Form.WORD: ("zzz", "-unknown"),
    Form.REFERENCE: ("zzz", "-unknown"),
    Form.FLAG: ("perhaps", "boolean-word"),
    Form.DATE: ("2026-13-01", "date-form"),
    Form.DAY: ("2026-11", "date-form"),
    Form.RANGE: ("2026-13-01", "date-form"),
    Form.ADDRESS: ("example.org", "url-form"),
    Form.DOI: ("https://doi.org/10.1000/182", "url-form"),
    Form.ISBN: ("978-0-306-40615-8", "isbn-form"),
    Form.ISSN: ("0317-8472", "isbn-form"),
    Form.LANGUAGE: ("English", "language-form"),
    Form.HASH: ("abc", "hash-form"),
}


@pytest.mark.parametrize(
    ("shape", "field"),
    [one for one in FIELDS if one[1].form not in {Form.FIELDS, Form.ANY}],
    ids=name,
)
def test_what_has_not_the_form_is_refused(shape: Shape, field: Field, tmp_path: Path) -> None:
    value, code = REFUSED.get(field.form, ("zzz", ""))
    others = [one for one in needed(shape) if one is not field]
    found = said(read(tmp_path, BUILD[shape.id](others, f"{field.name}: {value}\n")))
    if code:
        assert any(code in one for one in found)
    else:  # words can be anything
        assert found == []


@pytest.mark.parametrize(("shape", "field"), [one for one in FIELDS if one[1].words], ids=name)
def test_every_word_is_taken(shape: Shape, field: Field, tmp_path: Path) -> None:
    others = [one for one in needed(shape) if one is not field]
    for word in field.words:
        assert said(read(tmp_path, BUILD[shape.id](others, f"{field.name}: {word}\n"))) == []


@pytest.mark.parametrize(
    ("shape", "value", "more"),
    [
        (TEXT, Provenance, set()),
        (REVISION, Revision, set()),
        (CONTRIBUTOR, Contributor, set()),
        (LINK, LinkCheck, set()),
        (KIND, Kind, {"id"}),
        (VERDICT, Verdict, {"id"}),
        (OPTIONS, Settings, set()),
        (LIMITS, Limits, set()),
    ],
    ids=lambda one: getattr(one, "id", ""),
)
def test_a_thing_has_the_fields_that_are_written(shape: Shape, value: type, more: set[str]) -> None:
    names = {field.name for field in dataclasses.fields(value)} - MADE
    assert set(shape.names) | more == names


def test_annotations_and_sources_have_the_fields_that_are_written() -> None:
    def names(value: type) -> set[str]:
        return {field.name for field in dataclasses.fields(value)} - MADE

    assert names(Annotation) - {"text", "targets", "cited_passages"} == set(ANNOTATION.names) - {
        "target"
    }
    assert names(Citation) == set(CITATION.names) - {field.name for field in PASSAGE}
    passage = names(PassageCitation) - {"text", "note"}
    assert passage == set(CITATION.names) - {"source", "passage", "quote"}
    assert names(Source) - {"id", "item"} == {field.name for field in CHECKS}
    assert names(TextQuote) == {"exact", "prefix", "suffix"} < set(TARGET.names)


def test_a_checked_link_has_the_states_that_there_are() -> None:
    assert list(LINK.by_name["state"].words) == list(LinkState)


def test_the_host_learns_the_options_of_the_table() -> None:
    types = {Form.FLAG: bool, Form.ENTRIES: dict, Form.LINES: dict, Form.FIELDS: dict}
    types |= {Form.NAMES: list, Form.NUMBER: int}
    learnt = {name: (option._type, option.default) for name, option in PostilOptions._schema}
    assert list(learnt) == list(OPTIONS.names)
    for field in OPTIONS.fields:
        kind, default = learnt[field.name]
        assert kind is types.get(field.form, str)
        told = str(default).lower() if kind is bool else str(default) if kind is int else default
        assert field.default == (told or ""), field.name


def test_the_examples_of_options_are_taken(tmp_path: Path) -> None:
    config = tmp_path / "mkdocs.yml"
    for field in OPTIONS.fields:
        options = "      " + field.example.replace("\n", "\n      ")
        config.write_text(f"plugins:\n  - postil:\n{options}\n", encoding="utf-8")
        host, problems = read_settings(config)
        assert problems == (), field.name
        assert host.settings != Settings(), field.name


@pytest.mark.parametrize(("option", "shape"), [("kinds", KIND), ("verdicts", VERDICT)])
def test_the_examples_of_kinds_and_verdicts_are_taken(
    option: str, shape: Shape, tmp_path: Path
) -> None:
    config = tmp_path / "mkdocs.yml"
    inside = "          " + lines(shape.fields, 10)
    config.write_text(f"plugins:\n  - postil:\n      {option}:\n        other:\n{inside}", "utf-8")
    assert read_settings(config)[1] == ()


def test_every_form_is_told() -> None:
    assert set(ASKED) == set(Form)


def test_every_example_is_of_its_field_and_every_other_name_leads_to_one() -> None:
    shapes = [shape for shape, _ in SHAPES] + [
        TARGET,
        NAME,
        DATE,
        KIND,
        VERDICT,
        PUBLISHER,
        LIMITS,
        LINK,
        OPTIONS,
    ]
    for shape in shapes:
        for field in shape.fields:
            assert field.example == "" or field.example.startswith(f"{field.name}:")
            assert field.meaning.endswith(".")
        assert set(shape.others.values()) <= set(shape.names)
        assert not set(shape.others) & set(shape.names)
