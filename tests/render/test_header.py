"""The head of an explainer: what there is to know of the copy folds where it is long."""

from __future__ import annotations

import re

import pytest

from postil.model.explainer import Explainer
from postil.model.place import Place
from postil.model.text import Provenance, Text
from postil.render.context import RenderContext
from postil.render.header import render_header

LONG = "More of it is told here, in so many words that few people want them all at once. " * 5


def copy(remark: str) -> str:
    """What the head says of the copy."""
    text = Text("a", "A", "", Place("content/a.md"), provenance=Provenance(remark=remark))
    html = render_header(Explainer(text, ()), RenderContext())
    return html.partition("<dt>This copy</dt>\n<dd>")[2].partition("</dd>")[0]


def test_a_short_remark_stands_as_it_is() -> None:
    assert copy("It was read. <b>So</b> it was.") == "It was read. &lt;b&gt;So&lt;/b&gt; it was."


@pytest.mark.parametrize(
    ("first", "rest"),
    [
        ("The signature is missing.", LONG),
        # What ends no sentence: initials, numbers.
        ("It is 52 U.S.C. 30121 as of 1. May, by G. Washington.", LONG),
        ("এর স্বাক্ষর নেই।", LONG),
        ("هل هو كامل؟", LONG),
        ("It has <b>no</b> end.", LONG),
    ],
)
def test_the_first_sentence_of_a_long_remark_leads_to_the_others(first: str, rest: str) -> None:
    found = re.fullmatch(
        r'<details class="postil-cited"><summary>(?:<bdi[^>]*>)?(.*?)(?:</bdi>)?</summary>'
        r"(?:<bdi[^>]*>)?(.*?)(?:</bdi>)?</details>",
        copy(f"{first} {rest}"),
    )
    assert found
    assert found[1] == first.replace("<", "&lt;").replace(">", "&gt;")
    assert found[2].strip() == rest.strip()


def test_a_long_remark_without_sentences_stands_as_it_is() -> None:
    assert "<details" not in copy("word " * 200)
