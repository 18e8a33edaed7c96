"""Whatever a file holds: it is read or refused with a reason, and nothing else is raised."""

from __future__ import annotations

import contextlib
import json
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from postil.read.files import CONTROL
from postil.read.foreign.csl_items import CslError, read_csl
from postil.read.foreign.hypothesis import read_hypothesis
from postil.read.foreign.read import FORMS, ForeignError, read_foreign
from postil.read.foreign.values import Foreign
from postil.read.foreign.web_annotation import read_web_annotation

# Names of fields that are looked for, so that values of any type stand where they matter.
KEYS = st.sampled_from(
    [
        *("@context", "id", "type", "body", "bodyValue", "target", "source", "selector", "items"),
        *("exact", "prefix", "suffix", "start", "end", "refinedBy", "startSelector", "endSelector"),
        *("value", "purpose", "format", "creator", "created", "motivation", "label", "name"),
        *("rows", "annotations", "total", "uri", "user", "text", "tags", "references", "updated"),
        *("permissions", "read", "user_info", "display_name", "hidden", "next", "first", "state"),
        *("postil:id", "postil:kind", "postil:text", "postil:role", "postil:written"),
        *("postil:within", "postil:revisions", "postil:date", "postil:cites", "date-parts"),
        *("title", "author", "issued", "custom", "URL", "DOI", "family", "raw", "link", "volume"),
    ]
)
WORDS = st.sampled_from(
    [
        *("Annotation", "AnnotationPage", "AnnotationCollection", "TextualBody", "Choice", "List"),
        *("SpecificResource", "TextQuoteSelector", "TextPositionSelector", "FragmentSelector"),
        *("RangeSelector", "http://www.w3.org/ns/anno.jsonld", "https://example.org/a", "tagging"),
        *("replying", "note", "citation", "verdict", "text/html", "<p>a", "\ud800", "\x00", ""),
        *("2026-05-01", "2026-05-01T10:00:00Z", "a\r\nb", "book", "../../etc", "“”"),
    ]
)
SCALARS = st.none() | st.booleans() | st.integers() | st.floats(allow_nan=False) | WORDS | st.text()
VALUES = st.recursive(
    SCALARS,
    lambda inside: st.lists(inside, max_size=4) | st.dictionaries(KEYS, inside, max_size=7),
    max_leaves=30,
)
TYPED = st.dictionaries(KEYS, VALUES, max_size=9).flatmap(
    lambda value: st.sampled_from(["Annotation", "AnnotationPage", "AnnotationCollection"]).map(
        lambda kind: value | {"type": kind}
    )
)


def words_of(foreign: Foreign) -> str:
    """Every word that was read, which may not hold what no file may."""
    parts = []
    for note in foreign.notes:
        parts += [note.title, note.body, note.origin, note.wanted, *note.tags]
        parts += [remark.why + remark.written for remark in note.remarks]
        parts += [passage.quote.exact for passage in note.passages if passage.quote]
        assert note.passages
    for source in foreign.sources:
        parts.append(json.dumps(source.item, ensure_ascii=False))
    return "".join(parts)


@settings(max_examples=250, deadline=None)
@given(st.one_of(VALUES, TYPED, st.lists(TYPED, max_size=3)))
def test_any_value_is_read(value: Any) -> None:
    for read in (read_web_annotation, read_hypothesis, read_csl):
        with contextlib.suppress(CslError):
            assert not CONTROL.search(words_of(read(value)))


FILES = st.one_of(
    st.binary(max_size=100),
    VALUES.map(lambda value: json.dumps(value).encode()),
    st.text(max_size=100).map(lambda text: text.encode("utf-8", "surrogatepass")),
    st.lists(
        st.sampled_from(
            [
                *("exact", "body", ",", ";", "\t", '"', "\n", "[", "]", "{", "}", "'=", "id: a\n"),
                *("- ", "type: book\n", "@book{a,", "title = {", "}", "\\", "%", "&a", "*a", "\r"),
            ]
        ),
        max_size=20,
    ).map(lambda parts: "".join(parts).encode()),
)


@settings(max_examples=250, deadline=None)
@given(
    FILES,
    st.sampled_from(["", *FORMS]),
    st.sampled_from(["-", "a.json", "a.csv", "a.bib", "a.yml"]),
)
def test_any_file_is_read_or_refused(data: bytes, form: str, name: str) -> None:
    with contextlib.suppress(ForeignError):
        assert not CONTROL.search(words_of(read_foreign(data, name, form)))


# Formats are told by what the file holds, whatever it is called.
@pytest.mark.parametrize(
    ("text", "form"),
    [
        ('{"rows": [], "total": 0}', "hypothesis"),
        (
            '{"@context": "http://www.w3.org/ns/anno.jsonld", "type": "Annotation"}',
            "web-annotation",
        ),
        ('[{"id": "a", "type": "book"}]', "csl"),
        ("@book{a, title = {T}}", "bibtex"),
        ("% a comment\n@book{a, title = {T}}", "bibtex"),
        ("exact,body\na,b\n", "csv"),
    ],
)
def test_the_format_is_found_out(text: str, form: str) -> None:
    assert read_foreign(text.encode(), "standard input").form == form
    assert read_foreign(b"\xef\xbb\xbf" + text.encode(), "notes.txt", form).form == form


@pytest.mark.parametrize(
    ("data", "why"),
    [
        (b"", "holds nothing"),
        (b" \n", "holds nothing"),
        (b"\xff\xfe\x00", "UTF-16"),
        (b"caf\xe9", "not UTF-8"),
        (b"a\x00b", "invisible character"),
        (b"just words", "cannot be told"),
        (b'{"a": 1}', "neither annotations"),
        (b"{", "no JSON"),
    ],
)
def test_what_cannot_be_read_is_refused_with_the_reason(data: bytes, why: str) -> None:
    with pytest.raises(ForeignError, match=why):
        read_foreign(data, "standard input")
