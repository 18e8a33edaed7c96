"""Who publishes a site, in the words of schema.org."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from postil.model.publisher import Publisher


def publisher_reference(publisher: Publisher, root: str) -> dict[str, Any] | None:
    """The publisher as other data name it; None where the site does not say who it is, or does not
    know its own address `root`, by which it is named."""
    if not publisher.name or not root:
        return None
    return {"@type": "Organization", "@id": f"{root}#publisher", "name": publisher.name}


def site_data(
    publisher: Publisher, name: str, root: str, language: str, address: Callable[[str], str]
) -> dict[str, Any]:
    """The site at `root` and its publisher, as far as they are known.

    `address` gives the absolute address of what `Publisher` names by a path. Only an organisation
    has a policy of corrections: https://schema.org/correctionsPolicy
    """
    site: dict[str, Any] = {
        "@type": "WebSite",
        "@id": f"{root}#website",
        "url": root,
        "name": name,
        "inLanguage": language,
    }
    graph = [site]
    if organisation := publisher_reference(publisher, root):
        site["publisher"] = {"@id": organisation["@id"]}
        organisation["url"] = publisher.url or root
        for term, place in (
            ("logo", publisher.logo),
            ("publishingPrinciples", publisher.method),
            ("correctionsPolicy", publisher.corrections),
        ):
            if place:
                organisation[term] = address(place)
        graph.append(organisation)
    return {"@context": "https://schema.org", "@graph": graph}
