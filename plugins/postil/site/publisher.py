"""What the home page says of the site and its publisher."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from functools import partial

from postil.model.publisher import Publisher
from postil.publish.iri import as_uri
from postil.publish.publisher import site_data
from postil.publish.script import json_ld
from postil.site.whole import Whole


def publisher_head(whole: Whole, uri: str) -> str:
    """The data of the site and its publisher, on the home page of a site that knows its address."""
    if not whole.root or not whole.is_home(uri):
        return ""
    facts = whole.facts
    return json_ld(
        site_data(
            whole.settings.publisher,
            facts.name,
            as_uri(whole.root),
            facts.language,
            partial(_address, whole),
        )
    )


def lost_places(publisher: Publisher, exists: Callable[[str], bool]) -> Iterator[str]:
    """What is wrong with the files that the publisher's settings name: those that are not there."""
    for name, place in publisher.places.items():
        if place and ":" not in place and not exists(place):
            yield f"publisher.{name}: there is no file {place} below the folder of documents"


def _address(whole: Whole, place: str) -> str:
    return as_uri(place if ":" in place else whole.address(place))
