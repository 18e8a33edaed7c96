"""The page of an explainer, whole."""

from __future__ import annotations

from dataclasses import replace

from markupsafe import escape

from postil.model.explainer import Explainer
from postil.model.text import Text
from postil.render.addresses import addresses
from postil.render.annotate import annotate_apart
from postil.render.context import RenderContext
from postil.render.direction import direction_of
from postil.render.header import render_header
from postil.render.later import later
from postil.render.map import lanes
from postil.render.visible import VisibleText

_LONG = 100
"""With more notes, browsers lay out only what is near the window: nobody waits for the rest."""


def render_explainer(
    explainer: Explainer, html: str, visible: VisibleText, context: RenderContext, files: str = ""
) -> str:
    """The head, the text with its marks and notes, the notes without a place, and its files.

    `html` is the text as the host rendered it, `visible` its visible text, and `files` the HTML
    that lists the files beside the page.
    """
    provenance = explainer.text.provenance
    context = replace(context, text_language=provenance.language, text_url=provenance.url)
    annotated = annotate_apart(html, visible, explainer.annotations, context)
    ids = addresses(explainer.annotations, visible.ids)
    map = lanes(explainer.annotations, ids, len(visible.text), context)
    head = render_header(explainer, context, map)
    text = _wrap(annotated.text, explainer.text, long=len(explainer.annotations) > _LONG)
    # Around it all, so that the style sheet can ask how much room there is, whatever the host.
    slug = explainer.text.slug
    quoted = later("quoted", slug, "-") if (slug, "") in context.cited else ""
    whole = f"{head}\n{text}\n{annotated.unplaced}{quoted}{files}"
    return f'<div data-postil class="postil-explainer">\n{whole}</div>'


def _wrap(html: str, text: Text, *, long: bool) -> str:
    """The text in an element of its own, which says its language, and to search engines that a
    text under examination is not to be quoted in their results."""
    provenance = text.provenance
    attributes = [f'data-postil class="postil-text{" postil-long" if long else ""}"']
    if provenance.language:
        attributes.append(f'lang="{escape(provenance.language)}"')
    direction = provenance.direction or direction_of(provenance.language)
    if direction in ("ltr", "rtl", "auto"):
        attributes.append(f'dir="{direction}"')
    if provenance.relation == "examined":
        attributes.append("data-nosnippet")
    return f"<div {' '.join(attributes)}>\n{html}\n</div>"
