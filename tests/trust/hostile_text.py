"""A text with hostile words or harmless ones in its front matter and in each place of Markdown."""

from __future__ import annotations

from collections.abc import Sequence
from html.parser import HTMLParser
from itertools import cycle, islice

from postil.model.fields.text import TEXT

from .hostile_fields import GROUP, filled, quoted, written

CONTEXTS = (
    *("{}", "# {}", "## Words {{: {} }}", "> {}", "- {}", "1. {}\n   {}", "Words `{}` words."),
    *("[{}](https://e.example)", "[words]({})", "![{}](a.png)", "![words]({})", "<{}>"),
    *('[words](https://e.example "{}")', "| {} | words |\n|---|---|\n| words | {} |"),
    *("*{}*", "**{}** words", "[^{}]: {}", '!!! note "{}"\n    {}', "Words\n:   {}", "    {}"),
    *("Words {{: title='{}' class=\"{}\" }}", "```{}\n{}\n```", "words\n{{: {} }}", "&{};"),
    *('<p title="{}">words</p>', "<p {}>words</p>", "<{}>words</{}>", "<!-- {} -->"),
)
"""How Markdown of a text can hold words: two of these for each, in turn."""


def text(words: Sequence[str], first: int) -> str:
    """A text whose passages stand before anything that could swallow them."""
    passages = "\n\n".join(f"Passage {first + number} stands here." for number in range(len(words)))
    turned = islice(cycle(words), first // GROUP % len(words), None)
    whole = " ".join(words)
    front = {
        "title": whole,
        "description": whole,
        "tags": list(words[:2]),
        **{name: next(turned) for name in ("author", "status", "subtitle", "icon", "template")},
        "hide": [next(turned)],
        "search": {"boost": next(turned)},
        "x-own": next(turned),
        "text": {
            **{one.name: filled(one, next(turned), first) for one in TEXT.fields},
            "sha256": "",
            "language": "en",
            "direction": "",
            "relation": "examined",
        },
    }
    lines = [f"{quoted(key)}: {written(value)}" for key, value in front.items()]
    shapes = islice(cycle(CONTEXTS), 2 * first, None)
    marked = [in_context(next(shapes), one) for one in words for _ in range(2)]
    marked = [one for one in marked if _is_read(one)]
    return "---\n{}\n---\n\n{}\n\n{}\n".format("\n".join(lines), passages, "\n\n".join(marked))


def in_context(shape: str, words: str) -> str:
    """One of `CONTEXTS` with the words in its places."""
    before = shape.replace("{{", "\ue100").replace("}}", "\ue101")
    return before.replace("{}", words).replace("\ue100", "{").replace("\ue101", "}")


def _is_read(markdown: str) -> bool:
    """Whether MkDocs can read it: at what it cannot, a build ends (`text-unrendered`)."""
    parser = HTMLParser()
    try:
        parser.feed(markdown)
        parser.close()
    except AssertionError:
        return False
    return True
