"""How what pages embed takes its room, in both directions. It needs no host, and no site."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from playwright.sync_api import Page

from postil.render.assets import EMBEDS_STYLESHEET, STYLESHEET
from postil.site.embeds.fill import filled
from postil.site.whole import Whole

PAGE = (
    "<!-- postil: note speech/easy --><!-- postil: explainers --><!-- postil: changes 5 -->"
    "<!-- postil: open -->"
)
# A title that nobody can break into lines.
LONG = "Donaudampfschifffahrtsgesellschaftskapitänswitwenversicherung" * 2


@pytest.mark.parametrize("language", ["en", "ar"])
def test_it_fits_and_uses_the_room(
    language: str, make_whole: Callable[..., Whole], page: Page
) -> None:
    notes = (
        f"id: easy\nkind: correction\ntitle: {LONG}\ntarget: it is easy\nverdict: contradicted\n"
        "body: It was not.\ncreated: 2026-01-01\nwanted: More.\n"
        "revisions: [{ date: 2026-02-01, kind: update, summary: More. }]\n"
    )
    whole = make_whole({"annotations/speech.yml": notes}, language=language)
    styles = "".join(path.read_text("utf-8") for path in (STYLESHEET, EMBEDS_STYLESHEET))
    direction = "rtl" if language == "ar" else "ltr"
    page.set_content(
        f'<!doctype html><html lang="{language}"><style>{styles}</style><body dir="{direction}">'
        f"<article>{filled(PAGE, whole, 'index.md')}</article>"
    )

    def box(selector: str) -> dict[str, float]:
        found = page.locator(selector).first.bounding_box()
        assert found is not None
        return dict(found)

    for width, beside in ((320, False), (1200, True)):
        page.set_viewport_size({"width": width, "height": 900})
        assert page.evaluate("document.documentElement.scrollWidth") <= width
        passage, note = box(".postil-quoted"), box(".postil-exhibit .postil-notes")
        first, second = (box(f".postil-card:nth-child({at})") for at in (1, 2))
        for one, other in ((passage, note), (first, second)):
            if beside:
                assert one["y"] == other["y"]
                assert (one["x"] < other["x"]) == (direction == "ltr")
            else:
                assert one["y"] + one["height"] <= other["y"]
                assert one["x"] == other["x"]
