"""What the pages weigh, as a server sends it."""

from __future__ import annotations

import gzip
from pathlib import Path

import pytest

from postil.render.joined import form_script, offer_script

LIMITS = {
    "postil.css": 6_000,
    "postil.js": 8_000,
    # On the pages about all explainers alone.
    "overviews.css": 3_000,
    "overviews.js": 3_000,
    # On pages that embed something alone.
    "embeds.css": 2_000,
    # On sites that Pagefind searches: on the page of the search, and on every page.
    "search.css": 1_000,
    "search.js": 4_000,
    "find.css": 700,
    "find.js": 800,
    # When words are selected.
    "form.css": 2_000,
}

# What is served of these are `form_script` and `offer_script`.
FORM = {"passage.js", "yaml.js", "form.js", "annotate.js"}


def test_all_that_ships_has_a_limit(root: Path) -> None:
    folder = root / "plugins" / "postil" / "render" / "assets"
    assert {path.name for path in folder.iterdir() if path.suffix in {".css", ".js"}} == {
        *LIMITS,
        *FORM,
    }


@pytest.mark.parametrize("name", LIMITS)
def test_what_ships_is_small(root: Path, name: str) -> None:
    path = root / "plugins" / "postil" / "render" / "assets" / name
    assert len(gzip.compress(path.read_bytes(), compresslevel=9)) <= LIMITS[name]


def test_the_form_is_small_and_what_offers_it_smaller() -> None:
    """The form is fetched when it is asked for; what offers it, with each explainer."""
    assert len(gzip.compress(form_script().encode(), compresslevel=9)) <= 8_000
    assert len(gzip.compress(offer_script().encode(), compresslevel=9)) <= 1_100
