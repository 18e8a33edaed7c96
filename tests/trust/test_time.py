"""What strangers send takes no longer than a site allows, however it is made."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from pathlib import Path

import pytest

from postil.model.limits import Limits
from postil.model.settings import Settings
from postil.read.library import read_library
from postil.render.body import render_body
from postil.site.markdown import TextRenderer, UnrenderableError, explained
from postil.site.pages import context_of, page_of_text

from ..trying import Tried

EXTENSIONS = (
    *("admonition", "attr_list", "def_list", "fenced_code", "footnotes", "tables", "toc"),
    *("pymdownx.highlight", "pymdownx.superfences"),
)
# What Markdown knows, again and again: in one line, in lines, and in paragraphs.
SIGNS = (
    *("[", "![", "[a](", "[a][", "[a](<", '[a](b "', "]", "[^a]", "[^a]: b", "[a]: b", "*[a]: b"),
    *("<", "<b>", "<b ", '<b a="', '<a href="', "</", "<!", "<!--", "<![CDATA[", "<?", "<div>"),
    *("<http://a", "<a@b", "&", "&a;", "&#x", "*", "**a ", "_a ", "*_", "***", "`", "``a`", "\\"),
    *(
        "> ",
        "- ",
        "1. ",
        "    ",
        "\t",
        "# ",
        "# a",
        "|",
        "|a|b|",
        "=",
        "---",
        "***",
        "* * *",
        "```",
    ),
    *("~~~", "{", "{: #a }", "{: .a ", ": a", "!!! a", "http://", "x", "a  ", "投", "\u0301"),
)
ENDS = ("", "\n", "\n\n", "a\n\n    ")


# Python drops what is raised while an object is taken away; then it is raised again.
@pytest.mark.filterwarnings("ignore::pytest.PytestUnraisableExceptionWarning")
@pytest.mark.trust
@pytest.mark.parametrize("sign", SIGNS)
def test_a_text_is_rendered_or_refused(sign: str, tried: Tried) -> None:
    """That this ends is what it tests: nothing takes longer than the second that it is given."""
    renderer = TextRenderer(EXTENSIONS, {}, 1)
    refused = 0
    for end in ENDS:
        unit = sign + end
        try:
            renderer.render(unit * (100_000 // len(unit)))
        except UnrenderableError:
            refused += 1
        # What comes after it is none the worse.
        assert renderer.render("A *word*.\n\n- one") == (
            "<p>A <em>word</em>.</p>\n<ul>\n<li>one</li>\n</ul>"
        )
    assert refused <= len(ENDS)
    tried("Texts of 100 kB that repeat a sign of Markdown, rendered or refused in time", len(ENDS))


@pytest.mark.trust
@pytest.mark.parametrize("sign", SIGNS)
def test_a_body_is_rendered(sign: str, tried: Tried) -> None:
    for end in ENDS:
        unit = sign + end
        rendered = render_body(unit * (20_000 // len(unit)))
        assert rendered or not unit.strip()
    tried("Bodies of notes that repeat a sign of Markdown, rendered in time", len(ENDS))


@pytest.mark.trust
def test_a_hundred_thousand_notes_on_one_word(tmp_path: Path, tried: Tried) -> None:
    files: dict[str, str] = {"content/town.md": "---\ntitle: A town\n---\n\nThe town voted.\n"}
    for first in range(0, 100_000, 5_000):
        files[f"annotations/town/n-{first}.yml"] = "".join(
            f"- {{id: n-{number}, kind: context, title: T, target: town, body: B}}\n"
            for number in range(first, first + 5_000)
        )
    for path, content in files.items():
        (tmp_path / path).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / path).write_text(content, encoding="utf-8")
    library = read_library(tmp_path, Settings())
    most = Limits().notes
    assert len(library.annotations["town"]) == most
    assert [problem.code for problem in library.diagnostics] == ["notes-more"]
    found = explained(library, TextRenderer((), {}), library.texts["town"])
    same: Callable[[str], str] = partial(str)
    context = context_of(library, Settings(), "en")
    page = page_of_text(found, library, context, (), same, same, lambda *_: "")
    assert len(page) < 2_000 * most
    tried("Annotations on one word", 100_000)
