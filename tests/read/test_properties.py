"""What holds for any file, however it was written."""

from __future__ import annotations

import string
import tempfile
from pathlib import Path
from typing import Any

import yaml
from hypothesis import example, given, settings
from hypothesis import strategies as st

from postil.model.library import Library
from postil.model.settings import Settings
from postil.read.library import read_library

SETTINGS = Settings()
TOWN = "---\ntitle: A town votes\n---\n\nThe town voted.\n"
SOURCES = "- {id: the-report, type: report}\n- {id: Other.1, type: book}\n"
CONTRIBUTORS = "- {id: editors, name: The editors}\n- {id: a-reader, name: A reader}\n"


def read(files: dict[str, bytes]) -> Library:
    with tempfile.TemporaryDirectory() as folder:
        root = Path(folder)
        for path, content in files.items():
            (root / path).parent.mkdir(parents=True, exist_ok=True)
            (root / path).write_bytes(content)
        return read_library(root, SETTINGS)


def site(note: bytes) -> dict[str, bytes]:
    return {
        "content/town.md": TOWN.encode(),
        "annotations/town/note.yml": note,
        "annotations/sources.yml": SOURCES.encode(),
        "annotations/contributors.yml": CONTRIBUTORS.encode(),
    }


def check(library: Library) -> None:
    """What `Library` promises, for any input."""
    assert list(library.annotations) == list(library.texts)
    kinds = {kind.id for kind in SETTINGS.kinds}
    verdicts = {verdict.id for verdict in SETTINGS.verdicts}
    for slug, notes in library.annotations.items():
        assert len({note.id for note in notes}) == len(notes)
        for note in notes:
            assert note.text == slug
            assert note.id
            assert note.targets
            assert note.title or note.body.strip()
            assert note.kind in kinds
            assert note.verdict in {"", *verdicts}
            assert all(citation.source in library.sources for citation in note.citations)
            assert all(name in library.contributors for name in note.contributors)
    places = [problem.place for problem in library.diagnostics]
    assert places == sorted(places)


# Pieces of YAML, so that what is made is not refused at its first character.
PIECES = st.sampled_from(
    [
        *("id: a\n", "kind: context\n", "title: T\n", "target: The town\n", "body: |\n  Text.\n"),
        *("citations:\n", "  - the-report\n", "  - source: nope\n", "- ", "  ", "\t", "\n", ": "),
        *("created: 2026-11-22\n", "revisions:\n", "  - date: x\n", '"', "'", "[", "]", "{", "}"),
        *("&a ", "*a ", "!x ", "!!str ", "<<: ", "| ", "> ", "# ", "%", "@", "`", "---\n", "...\n"),
        *("? ", "é", "投", "\u2028", "\ufeff", "\x00", "“", "”", "draft: no\n", "target:\n", "x"),
        *("  exact: The\n", "  within: {exact: ", "\\", "\\U00110000", '"\\0"', "\r", "\r\n"),
    ]
)
FILES = st.one_of(
    st.binary(max_size=200), st.lists(PIECES, max_size=30).map("".join).map(str.encode)
)


@settings(max_examples=400, deadline=None)
@given(FILES)
def test_any_file_of_annotations_gives_something(note: bytes) -> None:
    library = read(site(note))
    check(library)
    assert library.diagnostics or library.annotations["town"]


@settings(max_examples=150, deadline=None)
@given(FILES, st.sampled_from(["content/town.md", "annotations/sources.yml"]))
def test_any_text_and_list_of_sources(content: bytes, path: str) -> None:
    note = b"id: a\nkind: context\ntitle: A\ntarget: The town\ncitations: [the-report]\n"
    check(read({**site(note), path: content}))


@settings(max_examples=150, deadline=None)
@given(FILES)
@example("'\u2028\u2028\u2028".encode())
def test_any_front_matter(content: bytes) -> None:
    text = b"---\n" + content + b"\n---\nThe town voted.\n"
    check(read({**site(b""), "content/town.md": text}))


# YAML cannot hold every character; and outer white space is not kept, nor are typographic marks
# around everything.
LETTERS = st.characters(
    exclude_categories=("Cs", "Cc", "Zl", "Zp"),
    exclude_characters="“”„«»‘’‚‹›「」『』\ufeff\ufffe\uffff",
)
WORDS = st.text(LETTERS, min_size=1, max_size=40).map(str.strip).filter(bool)
IDS = st.text(string.ascii_lowercase + string.digits, min_size=1, max_size=12)
DATES = st.dates().map(lambda day: day.isoformat())
TARGETS = st.recursive(
    WORDS,
    lambda inner: st.fixed_dictionaries(
        {"exact": WORDS},
        optional={"prefix": WORDS, "suffix": WORDS, "section": WORDS, "within": inner},
    ),
    max_leaves=4,
)
CITATIONS = st.fixed_dictionaries(
    {"source": st.sampled_from(["the-report", "Other.1"]), "locator": WORDS},
    optional={"quote": WORDS, "supports": WORDS},
)
ANNOTATIONS = st.fixed_dictionaries(
    {
        "id": IDS,
        "kind": st.sampled_from([kind.id for kind in SETTINGS.kinds]),
        "title": WORDS,
        "target": st.one_of(TARGETS, st.lists(TARGETS, min_size=1, max_size=3)),
    },
    optional={
        "verdict": st.sampled_from([verdict.id for verdict in SETTINGS.verdicts]),
        "body": st.lists(WORDS, min_size=1, max_size=4).map("\n\n".join),
        "citations": st.lists(CITATIONS, max_size=3, unique_by=lambda one: one["locator"]),
        "contributors": st.lists(st.sampled_from(["editors", "a-reader"]), unique=True),
        "created": st.just("0001-01-01"),
        "revisions": st.lists(
            st.fixed_dictionaries(
                {
                    "date": DATES,
                    "kind": st.sampled_from(["correction", "clarification", "update"]),
                    "summary": WORDS,
                },
                optional={"before": WORDS},
            ),
            max_size=3,
        ).map(lambda revisions: sorted(revisions, key=lambda one: one["date"])),
        "wanted": WORDS,
        "draft": st.booleans(),
        "x-own": st.integers(),
    },
)


def as_target(target: Any) -> Any:
    """What a target says, in the form that the file wants."""
    found = {"exact": target.quote.exact} if target.quote else {}
    if target.quote:
        found |= {"prefix": target.quote.prefix, "suffix": target.quote.suffix}
    found |= {"section": target.section}
    found |= {"within": as_target(target.within)} if target.within else {}
    return {key: value for key, value in found.items() if value}


def as_written(target: Any) -> Any:
    """A target as generated, in the long form."""
    if isinstance(target, str):
        return {"exact": target}
    return target | ({"within": as_written(target["within"])} if "within" in target else {})


@settings(max_examples=150, deadline=None)
@given(ANNOTATIONS)
def test_what_is_written_is_read(written: dict[str, Any]) -> None:
    text = yaml.safe_dump(written, allow_unicode=True, sort_keys=False)
    library = read(site(text.encode()))
    allowed = {"source-unused", "contributor-unused", "lines-joined", "characters-hidden"}
    assert {problem.code for problem in library.diagnostics} <= allowed
    (note,) = library.annotations["town"]
    given_targets = (
        written["target"] if isinstance(written["target"], list) else [written["target"]]
    )
    assert [as_target(target) for target in note.targets] == [as_written(t) for t in given_targets]
    for key in ("id", "kind", "title"):
        assert getattr(note, key) == written[key]
    for key in ("verdict", "body", "created", "wanted"):
        assert getattr(note, key) == written.get(key, "")
    assert note.draft == written.get("draft", False)
    assert list(note.contributors) == written.get("contributors", [])
    assert [
        {
            key: getattr(citation, key)
            for key in ("source", "locator", "quote", "supports")
            if getattr(citation, key)
        }
        for citation in note.citations
    ] == written.get("citations", [])
    assert [
        (revision.date, revision.kind, revision.summary, revision.before)
        for revision in note.revisions
    ] == [
        (one["date"], one["kind"], one["summary"], one.get("before", ""))
        for one in written.get("revisions", [])
    ]
