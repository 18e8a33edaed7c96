"""Each payload alone in a text: beside others, what is wrong with one of them has the whole text
cleaned, and whether another is taken for harmless is not seen."""

from __future__ import annotations

from collections.abc import Iterator
from html import escape
from itertools import cycle, islice
from pathlib import Path
from typing import Any

import pytest

from postil.read.files import CONTROL
from postil.render.safe.clean import clean_original
from postil.render.safe.plain import is_plain
from postil.site.markdown import TextRenderer, UnrenderableError

from ..trying import Tried
from .hostile_site import CONFIGURATION
from .hostile_text import CONTEXTS, in_context
from .looking import Watched
from .payloads import corpus

PARTS = 8
EACH = 6
"""Places of Markdown that each payload is tried in, others for the next one."""
TOGETHER = 400
"""Texts on a page of the test, each in a part of its own."""


def texts(part: int) -> Iterator[str]:
    """The Markdown of texts with one payload each."""
    for number, payload in list(enumerate(corpus()))[part::PARTS]:
        words = CONTROL.sub("", payload)
        for shape in islice(cycle(CONTEXTS), number * EACH, (number + 1) * EACH):
            yield in_context(shape, words)


def published(part: int) -> Iterator[tuple[str, str]]:
    """What Markdown is published as."""
    renderer = TextRenderer(*_extensions())
    for markdown in texts(part):
        try:
            yield markdown, clean_original(renderer.render(markdown)).html
        except UnrenderableError:
            continue  # It ends the build, and nothing is published.


def _extensions() -> tuple[list[str], dict[str, Any]]:
    names: list[str] = []
    configs: dict[str, Any] = {}
    for one in CONFIGURATION["markdown_extensions"]:
        found = one if isinstance(one, dict) else {one: {}}
        names += found
        configs.update(found)
    configs["pymdownx.superfences"] = {}
    return names, configs


@pytest.mark.trust
@pytest.mark.parametrize("part", range(PARTS))
def test_a_payload_alone_does_nothing(
    part: int, tmp_path: Path, watched: Watched, tried: Tried
) -> None:
    every = list(published(part))
    assert len(every) > 0.98 * EACH * len(corpus()) / PARTS
    assert [markdown for markdown, html in every if not is_plain(html)] == []
    pages = []
    for at in range(0, len(every), TOGETHER):
        some = every[at : at + TOGETHER]
        body = "".join(f'<div class="postil-text">{html}\n</div>\n' for _, html in some)
        name = f"{at}/"
        (tmp_path / name).mkdir()
        content = f"<!doctype html><meta charset=utf-8><title>x</title><body>{body}</body>"
        (tmp_path / name / "index.html").write_text(content, encoding="utf-8")
        pages.append(name)
    for name, found in watched.look_bare(tmp_path, pages):
        assert not found["said"], (name, found["said"][:5])
        count = min(TOGETHER, len(every) - int(name[:-1]))
        assert found["places"] == [
            *(" > html", " > html > head", " > html > head > meta", " > html > head > title"),
            *(" > html > body", " > html > body > div.postil-text"),
        ], (name, found["places"])
        assert found["texts"] == count, name
    assert not watched.surprises, [_source(every, one) for one in watched.surprises[:3]]
    tried("Texts with one hostile string each, in a browser", len(every))


def _source(every: list[tuple[str, str]], surprise: str) -> tuple[str, list[str]]:
    """What went on, and the texts that may have done it."""
    word = surprise.rpartition("/")[2]
    return surprise, [markdown for markdown, html in every if escape(word) in html][:3]
