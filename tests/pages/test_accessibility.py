"""axe-core finds nothing: on each kind of page, light and dark, phone and desktop."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Page

# What axe could not decide counts as well where the element is ours.
RUN = """async () => {
  const result = await axe.run(document, {resultTypes: ["violations", "incomplete"]});
  const list = (rules) => rules.flatMap(({id, nodes}) => nodes.map((node) =>
    ({rule: id, html: node.html, target: node.target[0], words: node.failureSummary})));
  const isOurs = ({target}) =>
    document.querySelector(target)?.closest("[class*=postil], [data-postil]");
  return [...list(result.violations), ...list(result.incomplete).filter(isOurs)];
}"""


WIDTHS = (390, 1440)


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_axe_finds_nothing(
    page_type: Any,
    scheme: str,
    new_page: Callable[..., Page],
    site: str,
    checkers: Path,
    finding: Any,
    exemptions: Any,
) -> None:
    page = new_page(
        viewport={"width": WIDTHS[0], "height": 900},
        color_scheme=scheme,
        # A colour on its way to another has a contrast of its own.
        reduced_motion="reduce",
    )
    page.goto(site + page_type.path)
    page.evaluate((checkers / "axe-core" / "axe.min.js").read_text(encoding="utf-8"))
    notes = page.locator("details.postil-note")
    for width in WIDTHS:
        page.set_viewport_size({"width": width, "height": 900})
        notes.evaluate_all("all => all.forEach(note => note.open = false)")
        found = page.evaluate(RUN)
        if page_type.has_notes:
            notes.evaluate_all("all => all.forEach(note => note.open = true)")
            assert notes.last.locator(".postil-body").is_visible()
            found += page.evaluate(RUN)
        exemptions.check(
            "axe",
            [
                finding(one["rule"], one["html"], f"{one['words']} ({one['target']}, {width})")
                for one in found
            ],
            page=page_type.name,
            scheme=scheme,
        )
