"""docs/reference/files.md: every field of every file that people write."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

from tools.reference.fields import entries, example_values, whole
from tools.reference.markup import entry, fence, page

from postil.model.fields import work
from postil.model.fields.annotation import ANNOTATION, CITATION, REVISION, TARGET
from postil.model.fields.contributor import CONTRIBUTOR
from postil.model.fields.field import ASKED, Field, Form, Shape
from postil.model.fields.link import LINK
from postil.model.fields.source import CHECKS, DATE, NAME, SOURCE, SOURCES
from postil.model.fields.text import FRONT_MATTER, TEXT
from postil.model.link import LinkCheck
from postil.publish.link_file import as_link_file

_TITLES = {
    FRONT_MATTER.id: "Front matter of a text",
    TEXT.id: "Where a text comes from",
    ANNOTATION.id: "Annotation",
    TARGET.id: "Target",
    CITATION.id: "Citation",
    REVISION.id: "Revision",
    SOURCE.id: "Source",
    NAME.id: "Name",
    DATE.id: "Date in parts",
    CONTRIBUTOR.id: "Contributor",
    LINK.id: "Checked link",
}
_LINKS = {id: f"#{id}" for id in _TITLES} | {
    "option:kinds": "configuration.md#options-kinds",
    "option:verdicts": "configuration.md#options-verdicts",
}
_INTRODUCTION = """\
What people write for a site is Markdown and YAML. This page has every field that Postil reads
there; [Write a note](../how-to/write.md) and [Cite sources](../how-to/sources.md) say how to use
them.

A name that begins with `x-` is yours: it is kept and ignored. Any other name that is not listed is
[reported](diagnostics.md#field-unknown), with the nearest right one. YAML is YAML 1.2 here: `no`,
`off` and `12:30` are words, and only `true` and `false` are yes and no. A comment begins with `#`
and a space.
"""
_WHOLE = {
    FRONT_MATTER.id: ("content/<slug>.md", "---\n{}\n---\n\nThe text, as Markdown.", "markdown"),
    ANNOTATION.id: ("annotations/<slug>/six-to-one.yml", "{}", "yaml"),
    CONTRIBUTOR.id: ("annotations/contributors.yml", "- {}", "yaml"),
}


def files_page(root: Path) -> str:
    """The page."""
    del root
    shapes = (FRONT_MATTER, TEXT, ANNOTATION, TARGET, CITATION, REVISION)
    parts = [part for shape in shapes for part in _section(shape)]
    parts += _source()
    parts += [part for shape in (NAME, DATE, CONTRIBUTOR) for part in _section(shape)]
    record = as_link_file([LinkCheck(**(example_values(LINK) | {"status": 301}))]).decode()
    parts += [_heading(LINK), fence(record, "json", "annotations/links.json")]
    plain = [replace(field, example="") for field in LINK.fields]
    parts.append(entries(plain, LINK, _LINKS))
    return page("Files", _INTRODUCTION, [*parts, *_values()])


def _section(shape: Shape) -> list[str]:
    parts = [_heading(shape)]
    if shape.id in _WHOLE:
        title, form, language = _WHOLE[shape.id]
        lines = whole(shape.fields)
        parts.append(fence(_filled(form, lines), language, title))
    return [*parts, entries(shape.fields, shape, _LINKS)]


def _filled(form: str, lines: str) -> str:
    margin = "\n" + " " * form.index("{}") if form.startswith("- ") else "\n"
    return form.format(lines.replace("\n", margin))


def _heading(shape: Shape) -> str:
    return f"## {_TITLES[shape.id]} {{#{shape.id}}}\n\n{shape.meaning}\n"


def _source() -> list[str]:
    """A source has so many fields that they stand in groups."""
    title, form, language = "annotations/sources.yml", "- {}", "yaml"
    groups = (
        (
            "How it was checked",
            "These fields are Postil’s. In BibTeX they are fields of these names;"
            " in CSL-JSON they stand under `custom`, or beside the others.",
            CHECKS,
        ),
        ("Titles, addresses and numbers", "", work.TEXTS),
        ("People", "", work.NAMES),
        ("Dates", "", work.DATES),
        ("Other fields", "", work.OTHERS),
    )
    parts = [
        _heading(SOURCE),
        fence(_filled(form, whole(SOURCE.fields[:2] + _shown())), language, title),
        f"{SOURCES.meaning} The fields of works are told here in a few words; the"
        " [specification](https://docs.citationstyles.org/en/stable/specification.html)"
        " of CSL has the last word.\n",
        entries(SOURCE.fields[:2], SOURCE, _LINKS),
    ]
    for name, introduction, fields in groups:
        parts.append(f"### {name}\n" + (f"\n{introduction}\n" if introduction else ""))
        parts.append(entries(fields, SOURCE, _LINKS))
    return parts


def _shown() -> tuple[Field, ...]:
    wanted = ("title", "author", "publisher", "issued", "URL")
    return (*(SOURCE.by_name[name] for name in wanted), *CHECKS)


def _values() -> list[str]:
    said = {form: asked for form, asked in ASKED.items() if form is not Form.FIELDS}
    return [
        "## What values are\n",
        "\n".join(entry(f"*{form.value}*", asked) for form, asked in said.items()),
    ]
