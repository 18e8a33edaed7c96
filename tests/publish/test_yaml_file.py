"""What is written as YAML is read back the same, whatever it says."""

from __future__ import annotations

import yaml
from hypothesis import given, settings
from hypothesis import strategies as st

from postil.model.annotation import Annotation, Citation, PassageCitation, Revision
from postil.model.contributor import Contributor
from postil.model.place import Place
from postil.model.target import Target, TextQuote
from postil.publish.canonical.form import canonical
from postil.publish.canonical.order import ANNOTATIONS as ORDER
from postil.publish.edits.source import read_source
from postil.publish.yaml_contributor import contributors_yaml
from postil.publish.yaml_file import annotation_yaml
from postil.publish.yaml_scalar import block, is_plain, prose, scalar
from postil.publish.yaml_source import sources_yaml
from postil.read.annotations import Known, read_annotations
from postil.read.contributors import read_contributors
from postil.read.files import CONTROL, decode
from postil.read.nodes import Document, Entries, Scalar
from postil.read.scalars import plain
from postil.read.sources import read_sources
from postil.read.unique import Ids
from postil.read.yaml_nodes import compose
from postil.site.imports.existing import without_places

HERE = Place("")

# Whatever has a meaning in YAML, in pieces that are put together in any order.
PIECES = st.sampled_from(
    [
        *("a", "b", " ", "  ", "\n", "\n\n", "\t", ":", ": ", " #", "#", "-", "- ", "? ", "'"),
        *('"', "\\", "|", ">", "{", "}", "[", "]", ",", "&a", "*a", "!", "%", "@", "`", "<<"),
        *("“", "”", "~", "null", "true", "no", "1", "2.5", "0x1", "1e3", ".inf", "---", "..."),
        *("é", "…", "\u2028", "\x85", "\ufeff", "\r", "\xa0", "\u200f", "=", "2026-11-22", "12:30"),
        *("https://example.org/a#b", "word " * 30, "😀"),
    ]
)
WORDS = st.one_of(
    st.lists(PIECES, max_size=12).map("".join),
    st.text(st.characters(exclude_categories=["Cs"]), max_size=40),
).map(lambda text: CONTROL.sub("", text))


def parsed(source: str) -> Document:
    text, problems = decode(source.encode("utf-8"), "x.yml", yaml=True)
    assert text == source, problems
    document, problems = compose(source, "x.yml", source.split("\n"))
    assert problems == []
    assert document is not None
    return document


@settings(max_examples=500, deadline=None)
@given(WORDS)
def test_any_words_are_read_back_by_us_and_by_others(words: str) -> None:
    for written in (scalar(words), prose(words, 2), block(words, 2) or scalar(words)):
        source = f"key: {written}\n"
        root = parsed(source).root
        assert isinstance(root, Entries)
        node = root.entries["key"][1]
        assert isinstance(node, Scalar)
        assert node.value == words
        assert yaml.safe_load(source) == {"key": words}


def test_words_are_quoted_only_where_that_is_needed() -> None:
    for words in ("Only citizens vote", "A town, 2 votes", "https://example.org/a#b", "10.1234/x"):
        assert is_plain(words), words
    for words in ("no", "2026", "12:30", "a: b", "a #b", "- a", "“a”", "a ", "&a", "1.5", "~"):
        assert not is_plain(words), words
    assert scalar("It is “so”") == '"It is “so”"'
    assert scalar('say "so"') == "'say \"so\"'"
    assert scalar("a\u2028b") == '"a\\u2028b"'


IDS = st.sampled_from(["a", "b-2", "2026", "no", "true", "only-citizens-vote", "1e3", "null"])
LINE = WORDS.map(str.strip)
FULL = LINE.filter(bool)


def targets(depth: int = 2) -> st.SearchStrategy[Target]:
    quote = st.builds(TextQuote, FULL, WORDS, WORDS)
    within = st.none() if depth == 0 else st.none() | targets(depth - 1)
    return st.one_of(
        st.builds(Target, st.just(HERE), quote, LINE, within),
        st.builds(Target, st.just(HERE), st.none(), FULL),
    )


DATES = st.dates().map(lambda date: date.isoformat())
ANNOTATIONS = st.builds(
    Annotation,
    id=IDS,
    text=st.just("letter"),
    kind=st.sampled_from(["context", "no", "source"]),
    title=FULL,
    body=WORDS,
    targets=st.lists(targets(), min_size=1, max_size=3).map(tuple),
    place=st.just(HERE),
    body_place=st.just(HERE),
    verdict=st.sampled_from(["", "supported", "no"]),
    citations=st.lists(
        st.builds(Citation, IDS, st.just(HERE), LINE, LINE, LINE), max_size=3, unique=True
    ).map(tuple),
    cited_passages=st.lists(
        st.one_of(
            st.builds(PassageCitation, IDS, st.just(HERE), IDS, st.none(), LINE, LINE),
            st.builds(PassageCitation, IDS, st.just(HERE), st.just(""), targets(), LINE, LINE),
        ),
        max_size=2,
        unique=True,
    ).map(tuple),
    contributors=st.lists(IDS, max_size=3, unique=True).map(tuple),
    created=st.just("") | st.just("0001-01-01"),
    revisions=st.lists(
        st.builds(
            Revision,
            DATES,
            st.sampled_from(["correction", "update"]),
            FULL,
            st.just(HERE),
            LINE,
        ),
        max_size=2,
    ).map(lambda found: tuple(sorted(found, key=lambda one: one.date))),
    wanted=LINE,
    draft=st.booleans(),
)


@settings(max_examples=150, deadline=None)
@given(ANNOTATIONS)
def test_any_annotation_is_read_back(annotation: Annotation) -> None:
    source = annotation_yaml(annotation, {"x-one": "a: b", "x-tags": ("a, b", "no", "c")})
    problems: list[object] = []
    ids = Ids(frozenset(["a", "b-2", "2026", "no", "true", "only-citizens-vote", "1e3", "null"]))
    known = Known(["context", "no", "source"], ["supported", "no"], ids, ids)
    read, left_out = read_annotations(parsed(source), "letter", known, problems)  # type: ignore[arg-type]  # any list will do
    assert problems == []
    assert left_out == 0
    assert [without_places(one) for one, _ in read] == [annotation]
    extras = yaml.safe_load(source)
    assert (extras["x-one"], extras["x-tags"]) == ("a: b", ["a, b", "no", "c"])


@settings(max_examples=150, deadline=None)
@given(ANNOTATIONS)
def test_any_annotation_is_written_in_the_canonical_form(annotation: Annotation) -> None:
    data = annotation_yaml(annotation, {"x-one": "a: b", "x-tags": ("a, b", "no")}).encode()
    assert canonical(read_source(data, "a.yml"), ORDER) == data


def test_a_file_looks_like_one_that_a_person_wrote() -> None:
    quote = TextQuote("the words", "before ", " after")
    annotation = Annotation(
        id="only-citizens-vote",
        text="letter",
        kind="correction",
        title="Only citizens vote: the law",
        body="A first paragraph.\n\n- An item\n",
        targets=(Target(HERE, quote, "result"),),
        place=HERE,
        body_place=HERE,
        verdict="contradicted",
        citations=(
            Citation("election-law", HERE),
            Citation("court", HERE, "§ 5-102(1)", "a citizen", ""),
        ),
        contributors=("editors",),
        created="2026-11-22",
        revisions=(Revision("2026-12-01", "correction", "6 to 1, not 5 to 2.", HERE),),
        wanted="The opinion of the court.",
        draft=True,
    )
    assert annotation_yaml(annotation, {"x-imported-from": "https://example.org/1"}) == (
        "id: only-citizens-vote\n"
        "kind: correction\n"
        "target:\n"
        "  section: result\n"
        "  exact: the words\n"
        '  prefix: "before "\n'
        '  suffix: " after"\n'
        'title: "Only citizens vote: the law"\n'
        "verdict: contradicted\n"
        "body: |\n"
        "  A first paragraph.\n"
        "\n"
        "  - An item\n"
        "wanted: The opinion of the court.\n"
        "citations:\n"
        "  - election-law\n"
        "  - source: court\n"
        '    locator: "§ 5-102(1)"\n'
        "    quote: a citizen\n"
        "contributors: [editors]\n"
        "created: 2026-11-22\n"
        "revisions:\n"
        "  - date: 2026-12-01\n"
        "    kind: correction\n"
        "    summary: 6 to 1, not 5 to 2.\n"
        "draft: true\n"
        "x-imported-from: https://example.org/1\n"
    )


@settings(max_examples=60, deadline=None)
@given(st.lists(st.builds(Contributor, IDS, FULL, st.just(HERE), about=LINE), max_size=3))
def test_any_contributors_are_read_back(people: list[Contributor]) -> None:
    people = list({one.id: one for one in people}.values())
    source = contributors_yaml(people)
    if not source:
        return
    found, _ = read_contributors(parsed(source), [])
    assert [(one.id, one.name, one.about) for one in found.values()] == [
        (one.id, one.name, one.about) for one in people
    ]


NAMES = st.lists(
    st.fixed_dictionaries({"family": FULL}, optional={"given": FULL}), min_size=1, max_size=2
)
ITEMS = st.fixed_dictionaries(
    {"id": IDS, "type": st.sampled_from(["book", "webpage"])},
    optional={
        "title": FULL,
        "author": NAMES,
        "issued": st.sampled_from(["2025", "2025-10", "2025-10-27", "2020/2021"])
        | st.just({"date-parts": [[-44, 3, 15]], "circa": True}),
        "note": FULL,
        "URL": st.just("https://example.org/a"),
        "custom": st.dictionaries(FULL, st.none() | st.booleans() | st.integers() | WORDS),
        "link": st.booleans(),
    },
)


@settings(max_examples=100, deadline=None)
@given(ITEMS)
def test_any_source_is_read_back(item: dict[str, object]) -> None:
    document = parsed(sources_yaml([item]))
    assert document.root is not None
    written = plain(document.root)[0]
    # As a mapping of YAML; numbers where CSL wants texts are taken as they were written.
    for key, value in item.items():
        if key in {"custom", "author", "link"} or isinstance(value, dict):
            assert written[key] == value or key == "author"
    found, _ = read_sources(document, [])
    (source,) = found.values()
    for key in ("title", "author", "note", "URL", "issued"):
        if key in item:
            assert source.item[key] == item[key], key
