"""What a search reads of the page of a text."""

from __future__ import annotations

from markupsafe import escape

from postil.render.addresses import addresses
from postil.render.body import render_body
from postil.render.searched import searched
from postil.site.explain import Explained

_END_OF_HEAD = "</header>"


def searched_explainer(page: str, explained: Explained, notes: str) -> str:
    """The head of an explainer's page, its text without marks, and its notes as `searched_notes`
    gives them."""
    head, end, _ = page.partition(_END_OF_HEAD)
    return f"{searched(head + end)}\n{explained.html}\n{notes}"


def searched_notes(explained: Explained) -> str:
    """The notes of a text as a search reads them.

    Each note is a section under its own address, so that a search leads to it. Its sources and its
    passages are left out: they would give many notes for one word.
    """
    annotations = explained.explainer.annotations
    return "".join(
        f'<aside><h2 id="{escape(address.note)}">{escape(one.annotation.title)}</h2>\n'
        f"{render_body(one.annotation.body)}</aside>\n"
        for address, one in zip(
            addresses(annotations, explained.visible.ids), annotations, strict=True
        )
    )
