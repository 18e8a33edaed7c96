"""A minified page keeps its marks and notes."""

from collections.abc import Callable
from typing import Any


def test_notes_survive(build: Callable[..., Any]) -> None:
    site = build([{"minify": {"minify_html": True}}, "postil"])
    assert "The near one." in site.explainer
    assert "postil-mark" in site.explainer
