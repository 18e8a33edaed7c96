"""From files to the page of an explainer: whatever they hold, nothing is lost and nothing runs."""

from __future__ import annotations

from fuzz.targets import whole
from hypothesis import given, settings
from hypothesis import strategies as st

PIECES = st.sampled_from(
    [
        *("The town voted. ", "It was *close*. ", "[May](https://example.org) ", "`code` ", "\n\n"),
        *("# Vote\n\n", "- one\n- two\n\n", "> said\n\n", "| a | b |\n|---|---|\n| 1 | 2 |\n\n"),
        *(
            "[^1]\n\n[^1]: A note.\n\n",
            "<b>bold</b> ",
            "<i>open ",
            "</p>",
            "<table><tr><td>",
            "&amp; ",
        ),
        *(
            "<div markdown>\n\nx\n\n</div>\n\n",
            "```\nx < y\n```\n\n",
            "{: #id .c }\n",
            "مرحبا ",
            "e\u0301",
        ),
    ]
)
QUOTES = st.sampled_from(
    [
        *("The town", "voted", "close", "May", "code", "one", "two", "Vote", "said", "bold", "a"),
        *(
            "The tawn voted",
            "nowhere at all",
            "x < y",
            "A note",
            "مرحبا",
            "é",
            "town voted. It was",
        ),
    ]
)
BODIES = st.sampled_from(
    [
        *(
            "It *says*.",
            "<script>alert(1)</script>",
            "[x](javascript:alert(1))",
            "![p](//host/p.png)",
        ),
        *(
            "<img src=x onerror=alert(1)>",
            "| a |\n|---|\n| 1 |",
            "</div></mark>",
            "[a]: data:,\n[a]",
        ),
    ]
)


@st.composite
def notes(draw: st.DrawFn) -> str:
    lines = []
    for number in range(draw(st.integers(1, 4))):
        quotes = draw(st.lists(QUOTES, min_size=1, max_size=2))
        lines.append(f"- id: note-{number}\n  kind: {draw(st.sampled_from(['context', 'source']))}")
        lines.append(f"  title: {draw(BODIES)!r}\n  draft: {draw(st.sampled_from(['true', 'no']))}")
        lines.append("  target: [" + ", ".join(f'"{quote}"' for quote in quotes) + "]")
        lines += ["  body: |", *(f"    {line}" for line in draw(BODIES).split("\n"))]
        lines.append("  citations: [the-report]" if draw(st.booleans()) else "  wanted: more")
    return "\n".join(lines) + "\n"


@settings(max_examples=150, deadline=None)
@given(st.lists(PIECES, min_size=1, max_size=12).map("".join), notes())
def test_any_explainer(text: str, annotations: str) -> None:
    source = "- {id: the-report, type: report, title: '<b>R</b>', URL: 'https://example.org/'}\n"
    whole.check(f"{text}\0{annotations}\0{source}".encode())
