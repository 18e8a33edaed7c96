"""What may be posted as it is: reports as Postil writes them, and nothing that acts."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from markdown_it import MarkdownIt

from postil.cli.forge.inert import is_inert
from postil.publish.forge_markdown import code, inline, table
from postil.site.forge_difference import changed_words

REPORTS = sorted((Path(__file__).parents[1] / "review").rglob("*.md"))


def test_there_are_reports() -> None:
    assert REPORTS


@pytest.mark.parametrize("report", REPORTS, ids=lambda path: path.stem)
def test_reports_of_postil_are_inert(report: Path) -> None:
    assert is_inert(report.read_text(encoding="utf-8"))


@given(st.text(), st.text(), st.text())
def test_so_is_whatever_contributors_wrote(first: str, second: str, third: str) -> None:
    parts = [
        f"## {inline(first)}",
        code(second, "markdown"),
        f"- {changed_words(first, third)}",
        table(("what", "words"), [(inline(second), changed_words(third, second))]),
        f"> a <strong>{inline(third)}</strong>",
    ]
    assert is_inert("\n\n".join(parts) + "\n")


@pytest.mark.parametrize(
    "words",
    [
        # Links, pictures and HTML.
        "[a](https://example.org)",
        "![a](x)",
        "[a]: /x",
        "<a href=x>a</a>",
        "<img src=x>",
        "<https://example.org>",
        "see https://example.org",
        "www.example.org",
        "WWW.example.org",
        "<!-- postil: review -->",
        # People, issues and commits of others.
        "@owner",
        "owner/name#1",
        "a #12",
        "&commat;owner",
        "&#x40;owner",
        # Another way to write code, in which what follows would be taken for code.
        "`a`",
        "~~~\nx",
        "    code\n",
        "a\n===",
        "\ta",
        "- ```\n  [a](b)",
        "> ```\n> [a](b)",
        "```python",
        "```\n[a](b)",
        # A block that the forge sees end before we do, and a tag that keeps one from beginning.
        "```\n  ```\n[a](b)\n```\nb\n```",
        "```\n```  \n@owner\n```\nb\n```",
        "<ins>\n```\n@owner\n```\n",
        "> <ins>\n```\n@owner\n```\n",
        "- <br>\n```\n@owner\n```\n",
        # What reads otherwise than it stands.
        "a\u202eb",
        "a\rb",
        "a\x1b[31mb",
        "a\x9b31mb",
        "a\u061cb",
        "\\@owner",
    ],
)
def test_what_could_act_is_not(words: str) -> None:
    assert not is_inert(f"## Annotations\n\n{words}\n")


@given(st.text("`~ <>ins/@[](a)\n-#1.*_&;:w", max_size=60))
def test_what_is_taken_for_inert_has_no_link_and_no_html(report: str) -> None:
    if not is_inert(report):
        return
    for token in MarkdownIt("commonmark").enable(["table"]).parse(report):
        assert token.type != "html_block"
        for inner in token.children or ():
            assert inner.type not in {"link_open", "image", "code_inline"}
            if inner.type == "text":
                assert "@" not in inner.content
