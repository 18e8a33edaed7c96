"""The explainers, on another page than their index."""

from __future__ import annotations

from postil.render.index import Card
from postil.site.uris import text_uri
from postil.site.whole import Whole


def cards(whole: Whole, here: str) -> list[Card]:
    """The explainers in the order of the index, for the page `here`."""
    explainers = (one.explainer for one in whole.explained)
    return [Card(one, whole.href(text_uri(whole.settings, one.text), here)) for one in explainers]
