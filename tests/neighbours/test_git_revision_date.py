"""The date of a text's last change is that of its own file."""

from collections.abc import Callable
from typing import Any


def test_a_text_has_its_date(build: Callable[..., Any]) -> None:
    plugin = {"git-revision-date-localized": {"type": "iso_date"}}
    site = build([plugin, "postil"], git=True)
    assert "git-revision-date-localized-plugin" in site.explainer
