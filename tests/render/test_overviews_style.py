"""The style sheet of the pages about all explainers: to itself, and asking nobody."""

from __future__ import annotations

import re

from postil.render.assets import OVERVIEWS_STYLESHEET

CSS = re.sub(r"/\*.*?\*/", "", OVERVIEWS_STYLESHEET.read_text("utf-8"), flags=re.DOTALL)


def test_it_asks_no_host_for_anything() -> None:
    assert not re.search(r"url\(|@import|@font-face", CSS)


def test_it_touches_nothing_but_those_pages() -> None:
    depth = 0
    for head, brace in re.findall(r"([^{}]*)([{}])", CSS):
        selector = head.rpartition(";")[2].strip()
        if brace == "{" and depth == 0 and not selector.startswith("@"):
            assert selector.startswith(
                (".postil-overview", "body:has(.postil-overview)", ".postil-sheets")
            )
        depth += 1 if brace == "{" else -1
    assert depth == 0


def test_it_knows_no_left_and_no_right() -> None:
    assert not re.search(r"(?<![\w-])(?:left|right|margin-left|padding-right)\s*:", CSS)
