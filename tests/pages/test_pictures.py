"""Pictures of each kind of page at each width, for people to look at, and that nothing is too wide.

They are written into `tests/artefacts/pages/`, which is not in git.
"""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Page

ARTEFACTS = Path(__file__).parents[1] / "artefacts" / "pages"


@pytest.mark.parametrize("width", [320, 390, 768, 1280, 1440, 1920])
def test_a_picture_of_each_page(
    page_type: Any, width: int, new_page: Callable[..., Page], site: str
) -> None:
    ARTEFACTS.mkdir(parents=True, exist_ok=True)
    for scheme in ("light", "dark"):
        page = new_page(viewport={"width": width, "height": 900}, color_scheme=scheme)
        page.goto(site + page_type.path)
        assert page.evaluate("document.documentElement.scrollWidth") <= width
        picture = ARTEFACTS / f"{page_type.name}-{width}-{scheme}.png"
        page.screenshot(path=picture)
        assert picture.stat().st_size > 1_000
