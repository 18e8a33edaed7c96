"""Which other plugins take part in what the host does with a page."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from mkdocs.config.defaults import MkDocsConfig

_KNOWN = ("postil.mkdocs.", "material.plugins.search.", "mkdocs.contrib.search")
"""The modules of plugins of which it is known what they do with a page of ours."""


def take_part(config: MkDocsConfig, *events: str) -> bool:
    """Whether another plugin, or a hook of the site, answers one of these events: what it does
    with one page may depend on others, or on the time, and it may do it once only."""
    return any(_unknown(method) for event in events for method in config.plugins.events[event])


def _unknown(method: object) -> bool:
    plugin = getattr(method, "__self__", None)
    return plugin is None or not f"{type(plugin).__module__}.".startswith(_KNOWN)
