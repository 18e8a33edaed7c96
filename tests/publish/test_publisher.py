"""The publisher as data: only what the site says of itself."""

from __future__ import annotations

from postil.model.publisher import Publisher
from postil.publish.publisher import publisher_reference, site_data

ROOT = "https://site.example/sub/"


def address(place: str) -> str:
    return f"{ROOT}{place.removesuffix('.md')}/"


def test_a_site_that_says_nothing_of_its_publisher() -> None:
    assert site_data(Publisher(method="method.md"), "A site", ROOT, "en", address) == {
        "@context": "https://schema.org",
        "@graph": [
            {
                "@type": "WebSite",
                "@id": f"{ROOT}#website",
                "url": ROOT,
                "name": "A site",
                "inLanguage": "en",
            }
        ],
    }
    assert publisher_reference(Publisher(), ROOT) is None
    # Without an address there is nothing to name it by.
    assert publisher_reference(Publisher("A desk"), "") is None


def test_policies_are_those_of_the_organisation() -> None:
    publisher = Publisher("A desk", method="method.md", corrections="corrections.md")
    site, organisation = site_data(publisher, "A site", ROOT, "en", address)["@graph"]
    assert site["publisher"] == {"@id": f"{ROOT}#publisher"}
    assert organisation == {
        "@type": "Organization",
        "@id": f"{ROOT}#publisher",
        "name": "A desk",
        # Its own address is the site's, unless it gives another.
        "url": ROOT,
        "publishingPrinciples": f"{ROOT}method/",
        "correctionsPolicy": f"{ROOT}corrections/",
    }
    named = Publisher("A desk", "https://desk.example", logo="logo.png")
    _, organisation = site_data(named, "A site", ROOT, "en", address)["@graph"]
    assert organisation["url"] == "https://desk.example"
    assert organisation["logo"] == f"{ROOT}logo.png/"
    assert "correctionsPolicy" not in organisation
