"""A text of the site as a work that can be cited."""

from __future__ import annotations

from typing import Any

from postil.model.text import Text


def text_id(slug: str) -> str:
    """The name of a text among sources."""
    return f"text:{slug}"


def text_item(text: Text) -> dict[str, Any]:
    """The CSL item of a text, without an address: what its front matter says of it. Its id is that
    of no source, for those hold no colon."""
    provenance = text.provenance
    item: dict[str, Any] = {"id": text_id(text.slug), "type": "document", "title": text.title}
    if provenance.author:
        item["author"] = [{"literal": provenance.author}]
    if provenance.publisher:
        item["publisher"] = provenance.publisher
    if provenance.published:
        item["issued"] = provenance.published
    if provenance.language:
        item["language"] = provenance.language
    return item
