"""The assertions of the W3C Web Annotation Working Group, and libraries of any content."""

from __future__ import annotations

import json
import os
from collections.abc import Callable, Iterator
from functools import cache
from html import escape
from pathlib import Path
from typing import Any

import pytest
from hypothesis import strategies as st
from jsonschema import Draft4Validator, FormatChecker
from referencing import Registry, Resource
from referencing.jsonschema import DRAFT4

from postil.model.annotation import Annotation, Citation, Revision
from postil.model.contributor import Contributor
from postil.model.library import Library
from postil.model.place import Place
from postil.model.settings import Settings
from postil.model.source import Source
from postil.model.target import Target, TextQuote
from postil.model.text import Provenance, Text
from postil.read.library import read_library
from postil.read.settings import read_settings
from postil.site.explain import explain
from postil.site.markdown import TextRenderer
from postil.site.note_pages import SiteFacts
from postil.site.uris import note_uri, text_uri
from postil.site.whole import Whole

DATA = Path(__file__).parent.parent / "data" / "w3c-web-annotation"
FORMATS = FormatChecker(["uri", "date-time"])

Failures = Callable[[dict[str, Any], str], list[str]]


@cache
def registry() -> Registry[Any]:
    """The schemas that assertions refer to, by the name of their file."""
    resources: list[tuple[str, Resource[Any]]] = []
    for path in sorted((DATA / "definitions").glob("*.json")):
        schema = json.loads(path.read_bytes())
        resources.append((path.name, Resource(contents=schema, specification=DRAFT4)))
    return Registry().with_resources(resources)


@cache
def suite(name: str) -> tuple[tuple[str, str, Draft4Validator], ...]:
    """The assertions that a `.test` file lists: name, expected result and schema of each."""
    listed = json.loads((DATA / name).read_bytes())["assertions"]
    made = []
    for path in listed:
        schema = json.loads((DATA / path).read_bytes())
        made.append((path, schema["expectedResult"], validator(schema)))
    return tuple(made)


def validator(schema: dict[str, Any]) -> Draft4Validator:
    return Draft4Validator(schema, registry=registry(), format_checker=FORMATS)


def failures_of(document: dict[str, Any], name: str) -> list[str]:
    """The assertions of a `.test` file that do not hold for a document."""
    return [
        path
        for path, expected, check in suite(name)
        if check.is_valid(document) != (expected == "valid")
    ]


@pytest.fixture(scope="session")
def failures() -> Failures:
    """Which assertions of a `.test` file, by its path, fail on a document."""
    return failures_of


@pytest.fixture(scope="session")
def samples() -> Callable[[str], Iterator[tuple[str, bytes]]]:
    """The working group's sample annotations, `correct` or `incorrect`: name and file."""

    def read(kind: str) -> Iterator[tuple[str, bytes]]:
        for path in sorted((DATA / "tools" / "samples" / kind).glob("anno*.json")):
            yield path.name, path.read_bytes()

    return read


@pytest.fixture(scope="session")
def assertions() -> Callable[[str], int]:
    """How many assertions a `.test` file lists."""
    return lambda name: len(suite(name))


# Whatever a person may write, and what programs stumble over: quotation marks, signs of HTML, YAML
# and TeX, letters from right to left, marks that join, signs beyond the first plane, line ends.
WORDS = st.text(
    st.characters(exclude_categories=("Cs", "Cc", "Cn")) | st.sampled_from("\n\"'<>&{}\\%#=+-@;,"),
    max_size=40,
)
IDS = st.from_regex(r"[a-z0-9]{1,6}(-[a-z0-9]{1,4})?", fullmatch=True)
DAYS = st.dates().map(str)
DATES = st.sampled_from(("", "2025", "2025-10")) | DAYS
ADDRESSES = st.sampled_from(
    (
        "",
        "https://example.org/",
        "http://example.org/a%20b?c=d&e=f#g",
        "https://example.org/{a}|b^c`d\\e",
        "https://example.org/[1]?q=[2]#a#b",
        "https://example.org/100%",
        "https://例え.example/道/Ärger?q=ü#ß",
        "https://[2001:db8::1]:8080/a",
        "javascript:alert(1)",
        "no address",
    )
)
PLACE = Place("annotations/a.yml", 1, 1)


def quotes(text: str) -> st.SearchStrategy[TextQuote]:
    """Words of a text, and words that may not be there."""
    ends = st.tuples(st.integers(0, len(text)), st.integers(0, len(text))).map(sorted)
    there = ends.filter(lambda pair: pair[0] < pair[1]).map(lambda pair: text[pair[0] : pair[1]])
    exact = (there | WORDS).filter(str.strip)
    return st.builds(TextQuote, exact, WORDS, WORDS) | st.builds(TextQuote, exact)


def targets(text: str) -> st.SearchStrategy[Target]:
    plain = st.builds(Target, st.just(PLACE), quotes(text), st.just("") | WORDS)
    section = st.builds(Target, st.just(PLACE), section=WORDS.filter(str.strip))
    return plain | section | st.builds(Target, st.just(PLACE), quotes(text), within=plain)


@st.composite
def sources(draw: st.DrawFn, id: str) -> Source:
    item = {
        "id": id,
        "type": draw(st.sampled_from(("book", "webpage", "report", "article-journal", "bill"))),
        **draw(st.fixed_dictionaries({}, optional={"title": WORDS, "publisher": WORDS})),
        **draw(st.fixed_dictionaries({}, optional={"issued": DATES, "URL": ADDRESSES})),
    }
    if draw(st.booleans()):
        name = st.fixed_dictionaries({"family": WORDS, "given": WORDS})
        item["author"] = draw(st.lists(name | st.fixed_dictionaries({"literal": WORDS})))
    return Source(
        *(id, item, PLACE, draw(ADDRESSES), draw(DATES), draw(DATES)),
        seen=draw(st.sampled_from(("", "live", "stored", "paper"))),
        excerpt=draw(WORDS),
        link=draw(st.booleans()),
    )


@st.composite
def annotations(
    draw: st.DrawFn, text: Text, cited: list[str], people: list[str]
) -> tuple[Annotation, ...]:
    ids = draw(st.lists(IDS, max_size=4, unique=True))
    found = []
    for id in ids:
        citations = st.builds(Citation, st.sampled_from(cited), st.just(PLACE), WORDS, WORDS, WORDS)
        kinds = st.sampled_from(("correction", "clarification", "update"))
        revisions = st.builds(Revision, DAYS, kinds, WORDS, st.just(PLACE), WORDS)
        found.append(
            Annotation(
                id,
                text.slug,
                draw(st.sampled_from(("context", "source", "correction", "own"))),
                draw(WORDS),
                draw(WORDS),
                tuple(draw(st.lists(targets(text.markdown), min_size=1, max_size=3))),
                PLACE,
                PLACE,
                draw(st.sampled_from(("", "supported", "opinion", "contradicted"))),
                tuple(draw(st.lists(citations, max_size=3))) if cited else (),
                tuple(draw(st.lists(st.sampled_from(people), unique=True))) if people else (),
                draw(st.just("") | DAYS),
                tuple(draw(st.lists(revisions, max_size=2))),
                draw(WORDS),
                draw(st.booleans()),
            )
        )
    return tuple(found)


@st.composite
def wholes(draw: st.DrawFn) -> Whole:
    """A site of any content, which knows its own address or does not."""
    cited = draw(st.lists(IDS, max_size=3, unique=True))
    people = draw(st.lists(IDS, max_size=3, unique=True))
    texts, notes = {}, {}
    for slug in draw(st.lists(IDS, max_size=3, unique=True)):
        provenance = Provenance(
            draw(WORDS),
            url=draw(ADDRESSES),
            archive=draw(ADDRESSES),
            retrieved=draw(DATES),
            sha256=draw(st.sampled_from(("", "0" * 64))),
        )
        words = draw(WORDS.filter(str.strip))
        place = Place(f"content/{slug}.md")
        texts[slug] = Text(slug, draw(WORDS), words, place, provenance=provenance)
        notes[slug] = draw(annotations(texts[slug], cited, people))
    library = Library(
        texts,
        notes,
        {id: draw(sources(id)) for id in cited},
        {
            id: Contributor(
                id, draw(WORDS), PLACE, draw(st.sampled_from(("person", "organization")))
            )
            for id in people
        },
    )
    return Whole(
        tuple(
            explain(library, text, f"<h2>One</h2><p>{escape(text.markdown)}</p>")
            for text in texts.values()
        ),
        library,
        Settings(note_pages=draw(st.booleans())),
        SiteFacts("A site", draw(st.sampled_from(("en", "ar", "de-AT")))),
        {text_uri(Settings(), text): f"explainers/{text.slug}/" for text in texts.values()},
        draw(st.sampled_from(("", "https://example.org/", "https://example.org/a/site/"))),
    )


@pytest.fixture(scope="session")
def whole_sites() -> st.SearchStrategy[Whole]:
    """Sites of any content, for properties."""
    return wholes()


@pytest.fixture(scope="session")
def real_site(root: Path) -> Whole:
    """The site of this repository, anchored as a build does it."""
    host = read_settings(root / "mkdocs.yml")[0]
    settings = host.settings
    library = read_library(root, settings)
    renderer = TextRenderer(host.markdown_extensions, host.extension_configs)
    texts = library.texts.values()
    urls = {text_uri(settings, text): f"explainers/{text.slug}/" for text in texts}
    for text in texts:
        for note in library.annotations[text.slug]:
            uri = note_uri(settings, text, note.id)
            urls[uri] = f"explainers/{text.slug}/notes/{note.id}/"
    explained = tuple(explain(library, text, renderer.render(text.markdown)) for text in texts)
    facts = SiteFacts("Annotated explainers")
    return Whole(explained, library, settings, facts, urls, "https://example.org/")


@pytest.fixture(scope="session")
def golden() -> Callable[[Path, str], None]:
    """Holds a text against that of a file, or writes the file (`POSTIL_UPDATE_GOLDEN=1`)."""

    def check(path: Path, found: str) -> None:
        if os.environ.get("POSTIL_UPDATE_GOLDEN"):
            path.parent.mkdir(exist_ok=True)
            path.write_text(found, encoding="utf-8")
        assert found == path.read_text(encoding="utf-8")

    return check
