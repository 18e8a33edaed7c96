"""Pictures of each kind of page at each width, for people to look at; that nothing is too wide, and
nothing kept that the page on privacy does not name.

The pictures are written into `tests/artefacts/pages/`, which is not in git.
"""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

from playwright.sync_api import Page

ARTEFACTS = Path(__file__).parents[1] / "artefacts" / "pages"
WIDTHS = (320, 390, 768, 1280, 1440, 1920)


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
        for scheme in ("light", "dark"):
            page.emulate_media(color_scheme=scheme, reduced_motion="reduce")
            picture = ARTEFACTS / f"{page_type.name}-{width}-{scheme}.png"
            page.screenshot(path=picture)
            assert picture.stat().st_size > 1_000
    # No page needs a load of its own for this.
    assert set(kept(page)) <= set(named)
