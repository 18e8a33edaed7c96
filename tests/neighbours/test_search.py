"""Material's search finds the words of notes."""

import json
from collections.abc import Callable
from typing import Any


def test_notes_are_in_the_index(build: Callable[..., Any]) -> None:
    site = build(["search", "postil"])
    index = json.loads(site.page("search/search_index.json"))
    entries = {entry["location"]: entry["text"] for entry in index["docs"]}
    assert "The near one." in " ".join(
        text for location, text in entries.items() if location.startswith("explainers/speech/")
    )
