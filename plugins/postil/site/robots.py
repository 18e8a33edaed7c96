"""What crawlers are told: everything may be read, and where the list of all pages is."""

from __future__ import annotations

from collections.abc import Iterator

from postil.publish.iri import as_uri
from postil.site.made_forms import MadeFile
from postil.site.whole import Whole

PATH = "robots.txt"


def robots_file(whole: Whole) -> Iterator[MadeFile]:
    """`robots.txt` (RFC 9309). Crawlers ask for it at the root of a host alone; elsewhere it does
    no harm. The map of a site that does not know its address has no pages."""
    lines = ["User-agent: *", "Allow: /"]
    if whole.root:
        lines += ["", f"Sitemap: {as_uri(whole.root)}sitemap.xml"]
    yield MadeFile(PATH, ("\n".join(lines) + "\n").encode())
