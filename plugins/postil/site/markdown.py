"""Texts to HTML without the host, as the host does it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

import markdown


class TextRenderer:
    """Renders Markdown with the extensions of the site's configuration.

    MkDocs makes a new instance for each page; making one is slow, and `reset` gives the same
    HTML. What the host adds on its own (it rewrites links) never changes visible text.
    """

    def __init__(self, extensions: Sequence[str], configs: Mapping[str, Any]) -> None:
        self._markdown = markdown.Markdown(
            extensions=list(extensions), extension_configs=dict(configs)
        )

    def render(self, source: str) -> str:
        """The HTML of `source`, a text without its front matter."""
        self._markdown.reset()
        return self._markdown.convert(source)
