"""Pictures of each kind of page at each width, for people to look at; that nothing is too wide, and
nothing kept that the page on privacy does not name.

The pictures are written into `tests/artefacts/pages/`, which is not in git.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import Path
from typing import Any

from playwright.sync_api import Page

ARTEFACTS = Path(__file__).parents[1] / "artefacts" / "pages"
WIDTHS = (320, 390, 768, 1280, 1440, 1920)
PALETTES = {"light": "default", "dark": "slate"}


def brightness(page: Page) -> int:
    """Of the page's ground, from 0 to 255."""
    colour: str = page.evaluate("getComputedStyle(document.body).backgroundColor")
    return max(int(part) for part in re.findall(r"\d+", colour)[:3])


def test_pictures_of_each_page(
    page_type: Any,
    new_page: Callable[..., Page],
    site: str,
    kept: Callable[[Page], list[str]],
    named: list[str],
) -> None:
    ARTEFACTS.mkdir(parents=True, exist_ok=True)
    page = new_page(reduced_motion="reduce")
    page.goto(site + page_type.path)
    for width in WIDTHS:
        page.set_viewport_size({"width": width, "height": 900})
        assert page.evaluate("document.documentElement.scrollWidth") <= width
        for scheme, palette in PALETTES.items():
            # The theme looks for the reader's scheme when it is loaded, and no more.
            page.evaluate("(name) => { document.body.dataset.mdColorScheme = name }", palette)
            assert (brightness(page) > 128) is (scheme == "light")
            picture = ARTEFACTS / f"{page_type.name}-{width}-{scheme}.png"
            page.screenshot(path=picture)
            assert picture.stat().st_size > 1_000
    # No page needs a load of its own for this.
    assert set(kept(page)) <= set(named)
