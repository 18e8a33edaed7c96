"""Whatever notes and sources say, an import of them gives files that the site can read, in the
folder of the text, or a reason; and a second import finds them unchanged."""

from __future__ import annotations

import re
import tempfile
from pathlib import Path
from typing import Any

from hypothesis import given, settings
from hypothesis import strategies as st

from postil.model.settings import Settings
from postil.read.foreign.csl_items import read_csl
from postil.read.foreign.hypothesis import read_hypothesis
from postil.read.foreign.values import Foreign
from postil.read.foreign.web_annotation import read_web_annotation
from postil.read.library import read_library
from postil.read.settings import HostConfig
from postil.site.imports.notes import Wishes
from postil.site.imports.outcomes import Plan, State
from postil.site.imports.plan import plan_notes
from postil.site.imports.source_plan import plan_sources

WORDS = st.one_of(
    st.sampled_from(
        [
            *("", "It was June.", "voted in May", "The", "../../evil", "a: b", "- a", "<b>a</b>"),
            *("https://example.org/letter", "result", "correction", "contradicted", "a\nb", "“a”"),
            *("\x00", "\ud800", "\u2028", "\x85", "no", "2026-05-01", "2026-05-01T10:00:00Z"),
            *("text/html", "text/markdown", "tagging", "replying", "editing", "one", "two"),
            *("TextQuoteSelector", "TextPositionSelector", "FragmentSelector", "RangeSelector"),
        ]
    ),
    st.text(max_size=12),
)
SELECTORS = st.fixed_dictionaries(
    {"type": WORDS, "exact": WORDS},
    optional={
        "prefix": WORDS,
        "suffix": WORDS,
        "value": WORDS,
        "start": st.integers(0, 200),
        "end": st.integers(0, 200),
        "startSelector": st.just({"type": "TextQuoteSelector", "exact": "The"}),
        "endSelector": st.just({"type": "TextQuoteSelector", "exact": "May"}),
    },
)
TARGETS = st.lists(
    st.fixed_dictionaries({"source": WORDS, "selector": st.lists(SELECTORS, max_size=2)}),
    min_size=1,
    max_size=2,
)
ROWS = st.fixed_dictionaries(
    {"id": WORDS, "text": WORDS, "target": TARGETS, "tags": st.lists(WORDS, max_size=2)},
    optional={"user": WORDS, "references": st.lists(WORDS, max_size=2), "created": WORDS},
)
NOTES = st.fixed_dictionaries(
    {"type": st.just("Annotation"), "id": WORDS, "target": TARGETS},
    optional={
        "body": st.lists(
            st.fixed_dictionaries({"value": WORDS}, optional={"format": WORDS, "purpose": WORDS}),
            max_size=3,
        ),
        "label": WORDS,
        "motivation": WORDS,
        "created": WORDS,
        "creator": st.fixed_dictionaries({"name": WORDS}, optional={"id": WORDS}),
        "postil:id": WORDS,
        "postil:kind": WORDS,
        "postil:text": WORDS,
    },
)
ITEMS = st.fixed_dictionaries(
    {"id": WORDS, "type": st.sampled_from(["book", "webpage", "other"])},
    optional={
        "title": WORDS,
        "URL": WORDS,
        "DOI": WORDS,
        "ISBN": WORDS,
        "issued": WORDS | st.fixed_dictionaries({"raw": WORDS, "literal": WORDS}),
        "author": st.lists(st.dictionaries(WORDS, WORDS, max_size=2), max_size=2),
        "custom": st.dictionaries(WORDS, WORDS, max_size=2),
        "checked": WORDS,
        "copy": WORDS,
        "note": WORDS,
    },
)
LETTER = (
    "---\ntitle: A letter\ntext:\n  url: https://example.org/letter\n---\n\n# A letter\n\n"
    "The town voted in May. The result was close.\n\n## Result\n\nIt was counted twice.\n"
)
HOST = HostConfig(Path("mkdocs.yml"), markdown_extensions=("toc",))
PATH = re.compile(r"annotations/letter/[a-z0-9-]+\.yml|annotations/(?:sources|contributors)\.yml")


def settled(site: Path, foreign: Foreign) -> Plan:
    """What an import of a file into a site would do."""
    library = read_library(site, Settings())
    if foreign.form == "csl":
        return plan_sources(foreign, site, library, HOST.settings)
    return plan_notes(foreign, site, library, HOST, Wishes(text="letter", add_contributors=True))


def check(foreign: Foreign) -> None:
    with tempfile.TemporaryDirectory() as folder:
        site = Path(folder)
        (site / "content").mkdir()
        (site / "content" / "letter.md").write_text(LETTER, encoding="utf-8")
        plan = settled(site, foreign)
        for path, content in plan.files.items():
            assert PATH.fullmatch(path)
            (site / path).parent.mkdir(parents=True, exist_ok=True)
            (site / path).write_bytes(content)
        problems = [
            str(one)
            for one in read_library(site, Settings()).diagnostics
            if not one.code.endswith("-unused")
            and HOST.settings.level_of(one.code).value == "error"
        ]
        assert problems == []
        again = settled(site, foreign)
        assert again.files == {}
        # Two notes that say the same and came from nowhere are not told apart.
        written = {one.where for one in plan.outcomes if one.state is State.NEW}
        assert written <= {one.where for one in again.outcomes if one.state is State.SAME}


@settings(max_examples=30, deadline=None)
@given(st.lists(ROWS, max_size=3), st.lists(NOTES, max_size=3))
def test_any_notes(rows: list[Any], notes: list[Any]) -> None:
    check(read_hypothesis({"rows": rows}))
    check(read_web_annotation(notes))


@settings(max_examples=30, deadline=None)
@given(st.lists(ITEMS, max_size=3))
def test_any_sources(items: list[Any]) -> None:
    check(read_csl(items))
