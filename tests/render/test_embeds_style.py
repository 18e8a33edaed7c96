"""The style sheet of what pages embed: to itself, and asking nobody."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from postil.render import templates
from postil.render.assets import EMBEDS_STYLESHEET, STYLESHEET

CSS = re.sub(r"/\*.*?\*/", "", EMBEDS_STYLESHEET.read_text("utf-8"), flags=re.DOTALL)
BOXES = ("postil-embed", "postil-exhibit", "postil-cards", "postil-latest", "postil-missing")


def test_it_asks_no_host_for_anything() -> None:
    assert not re.search(r"url\(|@import|@font-face", CSS)


def test_it_touches_nothing_but_what_is_embedded() -> None:
    depth = 0
    for head, brace in re.findall(r"([^{}]*)([{}])", CSS):
        selector = head.rpartition(";")[2].strip()
        if brace == "{" and depth == 0 and not selector.startswith("@"):
            assert set(re.findall(r"\.([\w-]+)", selector)) & set(BOXES), selector
        depth += 1 if brace == "{" else -1
    assert depth == 0


def test_it_knows_no_left_and_no_right() -> None:
    assert not re.search(r"(?<![\w-])(?:left|right|margin-left|padding-right)\s*:", CSS)


def test_it_has_no_colour_of_its_own() -> None:
    """The tokens of the main style sheet, which are held to be legible, are all that it uses."""
    assert not re.search(r"#[0-9a-f]{3,8}\b|\b(?:rgb|hsl|oklch)\(", CSS)
    main = STYLESHEET.read_text("utf-8")
    assert all(f"{token}:" in main for token in set(re.findall(r"var\((--postil-[\w-]+)\)", CSS)))


@pytest.mark.parametrize("box", BOXES)
def test_every_box_is_one_that_is_made(box: str) -> None:
    folder = Path(templates.__file__).parent
    made = "".join(path.read_text("utf-8") for path in folder.glob("embed_*.html"))
    assert box in made or box in (folder.parent / "index.py").read_text("utf-8")
