"""What Postil exports, Postil takes back: the same annotations, from JSON-LD and from tables."""

from __future__ import annotations

import json
from collections.abc import Iterable
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from postil.model.anchor import Anchor, Status
from postil.model.annotation import Annotation, Citation, PassageCitation, Revision
from postil.model.contributor import Contributor
from postil.model.library import Library
from postil.model.place import Place
from postil.model.source import Source
from postil.model.target import Target, TextQuote
from postil.model.text import Provenance, Text
from postil.publish.annotation_table import COLUMNS, annotation_row
from postil.publish.csl_json import csl_item
from postil.publish.csv_table import csv_table
from postil.publish.vocabulary import CONTEXT
from postil.publish.web_annotation import AnnotatedText, Surroundings, web_annotation
from postil.publish.web_body import CitedText
from postil.read.annotations import Known, read_annotations
from postil.read.files import CONTROL
from postil.read.foreign.read import read_foreign
from postil.read.library import read_library
from postil.read.settings import HostConfig, read_settings
from postil.read.unique import Ids
from postil.read.yaml_nodes import compose
from postil.site.explain import explain
from postil.site.imports.existing import without_places
from postil.site.imports.notes import Wishes
from postil.site.imports.outcomes import Plan, State
from postil.site.imports.plan import plan_notes
from postil.site.imports.source_plan import plan_sources
from postil.site.markdown import TextRenderer

HERE = Place("")
NOWHERE = Path("/nonexistent")
SOURCE_IDS = ("law", "Court.2020", "page")
PEOPLE = ("editors", "a-reader")
LETTER = "# A letter\n\nThe town voted in May.\n\n## Result\n\nIt was counted twice.\n"


def library(annotations: Iterable[Annotation] = ()) -> Library:
    provenance = Provenance(url="https://example.org/letter", retrieved="2026-05")
    text = Text("letter", "A letter", LETTER, Place("content/letter.md"), provenance=provenance)
    sources = {
        id: Source(id, {"id": id, "type": "book", "title": "T"} | more, HERE)
        for id, more in zip(SOURCE_IDS, ({}, {}, {"URL": "https://example.org/p"}), strict=True)
    }
    people = {id: Contributor(id, f"Name of {id}", HERE) for id in PEOPLE}
    return Library({"letter": text}, {"letter": tuple(annotations)}, sources, people)


def web(site: Library, host: HostConfig) -> bytes:
    """The annotations of a site as a page of Web Annotations."""
    items = []
    if host.path not in RENDERERS:
        RENDERERS[host.path] = TextRenderer(host.markdown_extensions, host.extension_configs)
    renderer = RENDERERS[host.path]
    around = Surroundings(
        site.sources,
        site.contributors,
        lambda one: f"https://e.org/#{one}",
        passage=lambda _, cited: CitedText(
            site.texts[cited.text],
            f"https://e.org/{cited.text}/",
            "",
            cited.target or Target(HERE, TextQuote("words")),
            Anchor(Status.LOST),
        ),
    )
    for text in site.texts.values():
        explained = explain(site, text, renderer.render(text.markdown))
        about = AnnotatedText(text, explained.visible.text, f"https://e.org/{text.slug}/")
        items += [
            web_annotation(one, about, around, f"https://e.org/{one.annotation.id}")
            for one in explained.explainer.annotations
        ]
    page = {"id": "https://e.org/page", "type": "AnnotationPage", "items": items}
    return json.dumps({"@context": list(CONTEXT), **page}, ensure_ascii=False).encode()


def table(site: Library, _: HostConfig) -> bytes:
    """The annotations of a site as a table."""
    return csv_table(
        COLUMNS,
        [
            annotation_row(note, site.texts[slug], "https://e.org/note")
            for slug, notes in site.annotations.items()
            for note in notes
        ],
    )


RENDERERS: dict[Path, TextRenderer] = {}
"""To make one takes longer than to render a text."""

EXPORTS = [web, table]


def imported(data: bytes, site: Library, host: HostConfig, root: Path = NOWHERE) -> Plan:
    return plan_notes(read_foreign(data, "export"), root, site, host, Wishes())


def annotations_of(plan: Plan, site: Library) -> list[Annotation]:
    """The annotations in the files that an import would write."""
    found = []
    kinds, verdicts = ["context", "source", "correction"], ["supported", "opinion"]
    verdicts += ["contradicted", "unsupported", "unverified", "partly-supported"]
    known = Known(kinds, verdicts, Ids(frozenset(site.sources)), Ids(frozenset(site.contributors)))
    for path, content in plan.files.items():
        text = content.decode("utf-8")
        read_document, problems = compose(text, path, text.split("\n"))
        assert read_document is not None
        slug = path.split("/")[1]
        read, left_out = read_annotations(read_document, slug, known, problems)
        assert (problems, left_out) == ([], 0)
        found += [without_places(one) for one, _ in read]
    return found


# Everything that YAML, CSV, JSON and Markdown have signs for. Line ends are line feeds.
PIECES = st.sampled_from(
    [
        *("a", "words", " ", "\n", "\n\n", ",", ";", '"', "'", "'=", "=1", "+1", "-", "@", "\t"),
        *(": ", "#", "[", "]", "{", "}", "|", ">", "<b>", "&amp;", "\\", "“", "”", "é", "😀"),
        *("\u2028", "\x85", "\ufeff", "null", "true", "2026", "no", "*x*", "`"),
    ]
)
WORDS = st.lists(PIECES, max_size=8).map("".join)
LINE = WORDS.map(str.strip)
FULL = LINE.filter(bool)
QUOTES = st.builds(TextQuote, FULL | st.just("counted twice"), WORDS, WORDS)
SECTIONS = st.sampled_from(["", "result", "nowhere"])


def targets(depth: int = 1) -> st.SearchStrategy[Target]:
    within = st.none() if depth == 0 else st.none() | targets(depth - 1)
    return st.one_of(
        st.builds(Target, st.just(HERE), QUOTES, SECTIONS, within),
        st.builds(Target, st.just(HERE), st.none(), SECTIONS.filter(bool)),
    )


CITATIONS = st.builds(Citation, st.sampled_from(SOURCE_IDS), st.just(HERE), LINE, LINE, LINE)
OF_NOTES = st.builds(
    PassageCitation, st.just("letter"), st.just(HERE), st.sampled_from(["x", "no"])
)
OF_WORDS = st.builds(
    PassageCitation, st.just("letter"), st.just(HERE), st.just(""), targets(), LINE, LINE
)
REVISIONS = st.builds(
    Revision,
    st.dates().map(str),
    st.sampled_from(["correction", "clarification", "update"]),
    FULL,
    st.just(HERE),
    LINE,
)
ANNOTATION = st.builds(
    Annotation,
    id=st.sampled_from(["a", "b", "c-2", "2026", "no", "null"]),
    text=st.just("letter"),
    kind=st.sampled_from(["context", "source", "correction"]),
    title=FULL,
    body=WORDS,
    targets=st.lists(targets(), min_size=1, max_size=3).map(tuple),
    place=st.just(HERE),
    body_place=st.just(HERE),
    verdict=st.sampled_from(["", "supported", "opinion"]),
    citations=st.lists(CITATIONS, max_size=3, unique=True).map(tuple),
    cited_passages=st.lists(OF_NOTES | OF_WORDS, max_size=2, unique=True).map(tuple),
    contributors=st.lists(st.sampled_from(PEOPLE), max_size=2, unique=True).map(tuple),
    created=st.sampled_from(["", "0001-01-01"]),
    revisions=st.lists(REVISIONS, max_size=2).map(
        lambda found: tuple(sorted(found, key=lambda one: one.date))
    ),
    wanted=LINE,
)
ANNOTATIONS = st.lists(ANNOTATION, min_size=1, max_size=3, unique_by=lambda one: one.id)


@pytest.mark.parametrize("export", EXPORTS)
@settings(max_examples=40, deadline=None)
@given(ANNOTATIONS)
def test_any_annotations_come_back_the_same(export, written: list[Annotation]) -> None:  # type: ignore[no-untyped-def]  # one of two functions
    assert not any(CONTROL.search(one.body) for one in written)
    host = HostConfig(NOWHERE)
    data = export(library(written), host)
    plan = imported(data, library(), host)
    assert [outcome.remarks for outcome in plan.outcomes] == [()] * len(written)
    by_id = {one.id: one for one in annotations_of(plan, library())}
    assert by_id == {one.id: one for one in written}
    # And where they are already, nothing is to do.
    again = imported(data, library(written), host)
    assert (again.files, again.count(State.SAME)) == ({}, len(written))


@pytest.mark.parametrize("export", EXPORTS)
def test_the_annotations_of_this_site_come_back_the_same(export, root: Path) -> None:  # type: ignore[no-untyped-def]  # one of two functions
    host, _ = read_settings(root / "mkdocs.yml")
    site = read_library(root, host.settings)
    data = export(site, host)
    count = sum(map(len, site.annotations.values()))
    plan = imported(data, site, host, root)
    assert plan.count(State.SAME) == count
    assert plan.files == {}
    empty = replace(site, annotations=dict.fromkeys(site.texts, ()))
    plan = imported(data, empty, host)
    assert plan.count(State.NEW) == count
    assert {one.id: one for one in annotations_of(plan, site)} == {
        one.id: without_places(one) for notes in site.annotations.values() for one in notes
    }


def test_the_sources_of_this_site_come_back_the_same(root: Path) -> None:
    host, _ = read_settings(root / "mkdocs.yml")
    site = read_library(root, host.settings)
    data = json.dumps([csl_item(source) for source in site.sources.values()]).encode()
    plan = plan_sources(read_foreign(data, "sources.json"), root, site, host.settings)
    changed = {one.id for one in plan.outcomes if one.state is not State.SAME}
    # An address that must not be linked is in no export, so such a source is left as it is.
    assert changed == {id for id, source in site.sources.items() if not source.link}
    assert plan.files == {}
