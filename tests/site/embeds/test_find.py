"""Where a page embeds something, in its HTML and in the Markdown that it is made of."""

from __future__ import annotations

import pytest

from postil.model.place import Place
from postil.site.embeds.find import embed_places, embeds_in
from postil.site.markdown import TextRenderer

PAGE = """\
---
title: A page
---

# A page

Some words, and `<!-- postil: open -->` in code.

```html
<!-- postil: changes 5 -->
```

<!-- postil: changes 5 -->

### Below

<!--postil:note  a/b-->
<!-- postil: changes 5 -->

Words <!-- postil: open --> and words.

- item

    <!-- postil: explainers -->
"""


def render(markdown: str) -> str:
    return TextRenderer(["fenced_code"], {}).render(markdown)


def test_comments_are_found_and_those_in_code_are_not() -> None:
    found = embeds_in(render(PAGE))
    assert [(one.name, one.value, one.level, one.inline) for one in found] == [
        ("changes", "5", 2, False),
        ("note", "a/b", 4, False),
        ("changes", "5", 4, False),
        ("open", "", 4, True),
        ("explainers", "", 4, False),
    ]


def test_each_has_its_place_in_the_markdown() -> None:
    found = embeds_in(render(PAGE))
    places = embed_places((one.written for one in found), PAGE, "docs/a.md")
    assert [str(place).removeprefix("docs/a.md:") for place in places] == [
        "13:1",
        "17:1",
        "18:1",
        "20:7",
        "24:5",
    ]


def test_what_is_not_in_the_file_is_placed_at_the_file() -> None:
    written = "<!-- postil: open -->"
    assert embed_places([written], "# A page\n", "docs/a.md") == [Place("docs/a.md")]
    # More of them in the page than in the file: a program repeats what it found there.
    again = embed_places([written, written], f"{written}\n", "docs/a.md")
    assert again == [Place("docs/a.md", 1, 1)] * 2


@pytest.mark.parametrize(
    "html", ["", "<p>postil: open</p>", "<!-- postil open -->", "<!-- a postil: note -->"]
)
def test_nothing_else_is_taken_for_one(html: str) -> None:
    assert embeds_in(html) == ()


@pytest.mark.parametrize(
    ("before", "level"),
    [("", 2), ("<h1>A</h1>", 2), ('<h2 id="a">A</h2><p>b</p>', 3), ("<h6>A</h6>", 6)],
)
def test_headings_stand_one_below_the_last(before: str, level: int) -> None:
    (found,) = embeds_in(f"{before}<!-- postil: explainers -->")
    assert found.level == level
