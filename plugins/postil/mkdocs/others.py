"""Which other plugins take part in what the host does with pages."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from mkdocs.config.defaults import MkDocsConfig

PAGES = (
    *("files", "nav", "env", "pre_page", "page_read_source", "page_markdown", "page_content"),
    *("page_context", "post_page", "post_build"),
)
"""The events that hand pages to plugins, or the folder that they were written into."""

_KNOWN = (
    "postil.mkdocs.",
    # It passes by pages that are kept out of the search, but for attributes that those of notes do
    # not have (see `postil.site.note_parts`).
    "material.plugins.search.",
    # It reads the index of the search alone.
    "material.plugins.offline.",
)
"""The modules of plugins of which it is known what they do with a page of ours."""

_INDEXING = "mkdocs.contrib.search."
"""Known as well, but it reads every page, and so has to be handed each."""


def stranger(config: MkDocsConfig, *events: str, handed: bool = True) -> str:
    """Another plugin, or a hook of the site, that answers one of these events, empty where there is
    none: what it does with one page may depend on others, or on the time, and it may do it once
    only. Pages are `handed` to plugins by the host, unless they are none of its pages."""
    known = (*_KNOWN, _INDEXING) if handed else _KNOWN
    for event in events:
        for method in config.plugins.events[event]:
            plugin = getattr(method, "__self__", None)
            if not f"{type(plugin).__module__}.".startswith(known):
                return str(getattr(method, "__module__", method))
    return ""
