"""The plugins that make the navigation see the explainers, and may list them."""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import Any

import pytest


def links(page: str) -> list[str]:
    return re.findall(r'<a href="([^"]*)" class="md-nav__link', page)


def test_literate_nav(build: Callable[..., Any]) -> None:
    summary = "- [Home](index.md)\n- [The speech](explainers/speech.md)\n"
    site = build(
        ["literate-nav", "postil"], files={"docs/SUMMARY.md": summary}, exclude_docs="SUMMARY.md"
    )
    assert links(site.page("index.html")).count("explainers/speech/") == 1


def test_awesome_nav(build: Callable[..., Any]) -> None:
    nav = "nav:\n  - index.md\n  - explainers/index.md\n"
    site = build(["awesome-nav", "postil"], files={"docs/.nav.yml": nav})
    assert "explainers/" in links(site.page("index.html"))


def test_section_index(build: Callable[..., Any]) -> None:
    site = build(["section-index", "postil"])
    assert "The near one." in site.explainer
    assert "explainers/" in links(site.page("index.html"))


@pytest.mark.parametrize("order", [1, -1])
def test_the_order_of_plugins_does_not_matter(build: Callable[..., Any], order: int) -> None:
    site = build(["postil", "search", "section-index", "literate-nav"][::order])
    assert "The near one." in site.explainer
