"""The IRIs by which exports name things."""

from __future__ import annotations

import re
import uuid
from urllib.parse import quote, urlsplit, urlunsplit

from postil.render.links import safe_link

# What may stand in each part of an address (RFC 3986, section 3); a percent sign stays, and one
# that begins no escape is written out first.
_PATH = "/:@!$&'()*+,;=~%"
_QUERY = f"{_PATH}?"
# What is a URI already, as most addresses of a site's own are.
_PLAIN = re.compile(
    r"https?://[A-Za-z0-9.-]+(?::[0-9]+)?(?:/[A-Za-z0-9/._~-]*)?(?:#[A-Za-z0-9/._~-]+)?", re.ASCII
)
_LOOSE_PERCENT = re.compile(r"%(?![0-9A-Fa-f]{2})")

# Names things of a site that does not know its own address. It was drawn once, at random.
_UNKNOWN_SITE = uuid.UUID("5a0f2c5e-6d0b-4f0e-9c53-0b8c8f3d7a16")


def site_iri(root: str, site: str, path: str) -> str:
    """The IRI of what stands at `path` below the absolute address `root` of a site.

    The Recommendation wants an IRI for each annotation, page and collection. A site that does not
    know its address gives none that could be opened; relative ones would be others wherever the
    file is copied to. So things get a UUID (version 5, RFC 9562) made from the name of the site
    and their path: the same at every build, and not the same for another site.
    """
    if root:
        return as_uri(root + path)
    return uuid.uuid5(_UNKNOWN_SITE, "\n".join((site, path))).urn


def web_uri(address: str) -> str:
    """An address of the web that a person wrote as a URI; empty if it is none."""
    link = safe_link(address)
    return as_uri(link) if link.startswith(("http://", "https://")) else ""


def as_uri(address: str) -> str:
    """An absolute IRI as URI: what RFC 3986 does not allow is written with percent signs.

    https://www.rfc-editor.org/rfc/rfc3987#section-3.1
    """
    if _PLAIN.fullmatch(address):
        return address
    parts = urlsplit(_LOOSE_PERCENT.sub("%25", address))
    host = parts.netloc
    if not host.isascii():
        try:
            host = host.encode("idna").decode("ascii")
        except UnicodeError:
            host = quote(host, safe=":@[]")
    return urlunsplit(
        (
            parts.scheme,
            quote(host, safe=":@[]!$&'()*+,;=~%"),
            quote(parts.path, safe=_PATH),
            quote(parts.query, safe=_QUERY),
            quote(parts.fragment, safe=_QUERY),
        )
    )
