"""What holds for the files beside texts and annotations, whatever is in them."""

from __future__ import annotations

import contextlib
import io
import json
import tempfile
import zipfile
from pathlib import Path
from typing import Any

from hypothesis import example, given, settings
from hypothesis import strategies as st

from postil.model.diagnostic import Diagnostic
from postil.model.fields.link import LINK
from postil.model.fields.options import OPTIONS
from postil.model.settings import Settings
from postil.read.contributors import read_contributors
from postil.read.files import content_of, decode
from postil.read.links import read_links
from postil.read.originals.formats import FORMATS, format_of, read_original
from postil.read.originals.original import Original, OriginalError
from postil.read.settings import settings_from
from postil.read.yaml_nodes import compose

# Values of any type, and those that mean something more often than chance would have it.
WORDS = st.sampled_from(
    [
        *("", "a", "no", "2026-11-22", "https://example.org/", "javascript:alert(1)", "../out"),
        *("ok", "dead", "solid", "/", "content", "annotations/x", "\ud800", "\x00", "x" * 300),
    ]
)
VALUES = st.recursive(
    st.one_of(st.none(), st.booleans(), st.integers(), st.floats(), WORDS, st.text(max_size=10)),
    lambda inner: st.one_of(st.lists(inner, max_size=3), st.dictionaries(WORDS, inner, max_size=3)),
    max_leaves=8,
)


def fields(names: tuple[str, ...]) -> st.SearchStrategy[dict[str, Any]]:
    return st.dictionaries(st.sampled_from(names) | WORDS, VALUES, max_size=5)


@settings(max_examples=200, deadline=None)
@given(st.one_of(st.lists(fields(LINK.names), max_size=4).map(json.dumps), st.text(max_size=60)))
@example("[" * 100_000)
@example('[{"address": "https://example.org", "state": "ok", "checked": "2026-11-22"}]')
@example("9" * 5000)
@example('[{"\\ud800": null, "\\u001b[31m": 1}]')
def test_any_file_of_links(text: str) -> None:
    with tempfile.TemporaryDirectory() as folder:
        file = Path(folder) / "links.json"
        file.write_bytes(text.encode("utf-8", "surrogatepass"))
        problems: list[Diagnostic] = []
        links = read_links(content_of(file, "annotations/links.json", 1_000_000), problems)
    for address, link in links.items():
        assert link.address == address
        assert link.checked
    for problem in problems:
        str(problem).encode()


@settings(max_examples=200, deadline=None)
@given(st.one_of(fields(("id", "name", "kind", "url", "about")).map(json.dumps), st.text()))
def test_any_contributor(written: str) -> None:
    text, problems = decode(written.encode("utf-8", "replace"), "contributors.yml", yaml=True)
    if text is None:
        assert problems
        return
    document, problems = compose(text, "contributors.yml", text.split("\n"))
    people, ids = read_contributors(document, problems) if document else ({}, None)
    assert all(person.id == id and person.name for id, person in people.items())
    assert ids is None or ids.good == frozenset(people)
    for problem in problems:
        str(problem).encode()


@settings(max_examples=300, deadline=None)
@given(fields(OPTIONS.names))
def test_any_options(options: dict[str, Any]) -> None:
    found, problems = settings_from(options)
    assert isinstance(found, Settings)
    assert found.kinds
    for folder in (found.content, found.annotations, found.path):
        assert ".." not in Path(folder).parts
        assert not Path(folder).is_absolute()
    assert all(problem.message for problem in problems)
    assert problems or not set(options) - set(OPTIONS.names)


PART = st.one_of(
    st.binary(max_size=60),
    st.text("<>/wptab:= \"'&;#x0", max_size=60).map(str.encode),
    st.just(b"<w:document xmlns:w='w'><w:body><w:p><w:r><w:t>A</w:t></w:r></w:p></w:body>"),
)
NAMES = st.sampled_from(
    [
        *("word/document.xml", "content.xml", "styles.xml", "mimetype", "META-INF/manifest.xml"),
        *("[Content_Types].xml", "_rels/.rels", "../x", "/x", "word/styles.xml"),
    ]
)


def zipped(parts: dict[str, bytes]) -> bytes:
    data = io.BytesIO()
    with zipfile.ZipFile(data, "w") as package:
        for name, content in parts.items():
            package.writestr(name, content)
    return data.getvalue()


@settings(max_examples=200, deadline=None)
@given(
    st.one_of(st.binary(max_size=200), st.dictionaries(NAMES, PART, max_size=4).map(zipped)),
    st.sampled_from(FORMATS),
)
def test_any_document(data: bytes, form: str) -> None:
    with contextlib.suppress(OriginalError):
        format_of("document", data)
        assert isinstance(read_original(data, form), Original)
