"""Material's privacy plugin finds nothing to fetch in what Postil publishes."""

from collections.abc import Callable
from typing import Any


def test_nothing_external_is_left(build: Callable[..., Any]) -> None:
    # Material's own script names Mermaid at its maker's host, which the plugin would fetch.
    privacy = {"privacy": {"assets_exclude": ["unpkg.com/mermaid*"]}}
    site = build([privacy, "postil"])
    assert "The near one." in site.explainer
    assert not (site.folder / "assets" / "external").exists()
