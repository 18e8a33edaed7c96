"""What is taken out of a text is told at the place where it is written."""

from __future__ import annotations

import pytest

from postil.model.place import Place
from postil.model.text import Text
from postil.site.markdown import TextRenderer
from postil.site.original import original
from postil.site.without_code import without_code

RENDERER = TextRenderer(["fenced_code", "attr_list", "tables"], {})


def places(markdown: str) -> list[str]:
    text = Text("town", "Town", markdown, Place("content/town.md"), first_line=4)
    _, found = original(text, RENDERER.render(markdown))
    return [f"{one.place.line}:{one.place.column} {one.message}" for one in found]


SCRIPT = "the element <script> is not published"
STYLE = "the attribute “style” of <p> is not published"


@pytest.mark.parametrize(
    ("markdown", "told"),
    [
        # The same characters in code that stands before: between fences, in a line, indented.
        ("```\n<script>\n```\n\n<script>a</script>\n", f"8:1 {SCRIPT}"),
        ("~~~~ html\n~~~\n<script>\n~~~~\n\nb <script>a</script>\n", f"9:3 {SCRIPT}"),
        ("A `<script>` and ``a ` <script>``.\n\n<script>a</script>\n", f"6:1 {SCRIPT}"),
        ("A.\n\n    <script>\n\n<script>a</script>\n", f"8:1 {SCRIPT}"),
        ("<!-- <script>\n<script> -->\n\n<SCRIPT>a</SCRIPT>\n", f"7:1 {SCRIPT}"),
        # In a list, indented, and nowhere else.
        ("- a\n\n    <script>b</script>\n", f"6:5 {SCRIPT}"),
        # An element whose name is the begin of another one's.
        ("<b>a</b><base>\n", "4:9 the element <base> is not published"),
        ("<x-yz>a</x-yz>\n\n<x-y>\n", "4:1 the element <x-yz> is not published"),
        # A word that is the name of an attribute, too.
        ("The style.\n\n<p style='color:red'>a</p>\n", f"6:4 {STYLE}"),
        ("style <b>a</b> <i>b</i>\n\n<p\nstyle='color:red'>a</p>\n", f"7:1 {STYLE}"),
        # What an extension makes of other words has the place of the text.
        ("# A {: onclick=b }\n", "4:8 the attribute “onclick” of <h1> is not published"),
    ],
)
def test_each_is_told_where_it_stands(markdown: str, told: str) -> None:
    assert places(markdown)[0] == told


@pytest.mark.parametrize(
    ("lines", "expected"),
    [
        (["a `b` c"], ["a     c"]),
        (["`a``b`c`"], ["      c`".replace("      ", " " * 6)]),
        (["``a", "b``"], ["``a", "b``"]),
        # A fence that does not end is none.
        (["```", "a"], ["```", "a"]),
        (["> ```", "> a", "> ```", "b"], ["     ", "   ", "     ", "b"]),
        (["a <!-- b", "c --> d <!-- e"], ["a       ", "      d <!-- e"]),
        ([""], [""]),
    ],
)
def test_code_is_spaces(lines: list[str], expected: list[str]) -> None:
    assert without_code("\n".join(lines)) == "\n".join(expected)
