"""What the head of each page says to those who share it."""

from __future__ import annotations

from postil.publish.iri import as_uri
from postil.render.cards.canvas import HEIGHT, WIDTH
from postil.render.head import Card, render_card, render_picture, shortened
from postil.site.cards import explained_uris, pictures
from postil.site.whole import Whole


def page_card(whole: Whole, uri: str) -> str:
    """The social card of a page that is neither that of a text nor of a note, which have theirs
    (see `postil.site.note_pages`)."""
    page = whole.pages.get(uri)
    if page is None or uri in explained_uris(whole):
        return ""
    facts, home = whole.facts, whole.is_home(uri)
    card = Card(
        facts.name if home else page.title,
        shortened(page.description or facts.description),
        facts.name,
        whole.address(uri),
        facts.language,
        "website",
    )
    return render_card(card)


def page_picture(whole: Whole, uri: str) -> str:
    """The picture of any page."""
    if uri not in whole.urls:
        return ""
    picture = pictures(whole).get(uri)
    if picture is None:
        return render_picture("", "", 0, 0)
    return render_picture(as_uri(whole.address(picture.path)), picture.alt, WIDTH, HEIGHT)
