"""The language of the site's pages, as its theme has it."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from mkdocs.config.defaults import MkDocsConfig


def language_of(config: MkDocsConfig) -> str:
    """The tag of the language (BCP 47): Material's `language`, or MkDocs' own `locale`.

    It is asked for each page, because plugins for sites in several languages change it.
    """
    return str(config.theme.get("language") or config.theme.locale).replace("_", "-")
