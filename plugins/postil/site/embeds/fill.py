"""The HTML of what a page embeds, in the place of the comments that ask for it."""

from __future__ import annotations

from postil.render.embeds import render_latest, render_open_parts, render_shown
from postil.render.index import render_cards
from postil.render.report import render_report
from postil.site.embeds.changes import latest
from postil.site.embeds.check import note_named, number_named
from postil.site.embeds.explainers import cards
from postil.site.embeds.find import Embed, embeds_in
from postil.site.embeds.notes import shown_note
from postil.site.embeds.open import open_parts
from postil.site.whole import Whole


def filled(html: str, whole: Whole, here: str) -> str:
    """The page `html`, whose uri is `here`, with what it embeds; a comment that has a diagnostic
    stays as it is."""
    parts: list[str] = []
    position = 0
    for embed in embeds_in(html):
        parts += (html[position : embed.start], _made(embed, whole, here))
        position = embed.end
    return "".join((*parts, html[position:])) if parts else html


def _made(embed: Embed, whole: Whole, here: str) -> str:
    number = number_named(embed.value)
    if embed.inline:
        return embed.written
    if embed.name == "note" and (named := note_named(embed.value, whole.library.annotations)):
        found = shown_note(whole, here, *named, embed.level)
        return render_shown(found, whole.context) if found else embed.written
    if embed.name == "explainers" and number:
        return render_cards(cards(whole, here)[:number], whole.context, embed.level)
    if embed.name == "changes" and number:
        return render_latest(*latest(whole, here, number), whole.context)
    if embed.name == "open" and not embed.value:
        return render_open_parts(open_parts(whole, here), whole.context)
    if embed.name == "contact" and not embed.value:
        return render_report(whole.context)
    return embed.written
