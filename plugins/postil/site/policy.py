"""The content security policy of a site: what its pages may run and load, and nothing else.

It is made from the pages that the publisher alone wrote. What else is inline in a page with
contributions gets no hash, so that the policy holds where everything before it has failed.
https://www.w3.org/TR/CSP3/
"""

from __future__ import annotations

import base64
import hashlib
import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from urllib.parse import urlsplit

from postil.render.tokens import attributes_of

_BASE: dict[str, tuple[str, ...]] = {
    "default-src": ("'self'",),
    "script-src": ("'self'",),
    "style-src": ("'self'",),
    "style-src-attr": (),
    # Material draws its icons from its stylesheet.
    "img-src": ("'self'", "data:"),
    "font-src": ("'self'",),
    "connect-src": ("'self'",),
    "media-src": ("'self'",),
    # The search.
    "worker-src": ("'self'",),
    "frame-src": ("'none'",),
    "object-src": ("'none'",),
    "base-uri": ("'none'",),
    "form-action": ("'self'",),
}
DIRECTIVES = tuple(_BASE)
"""What a site may add sources to."""

HEADERS = {
    "X-Content-Type-Options": "nosniff",
    "Referrer-Policy": "strict-origin-when-cross-origin",
    "Permissions-Policy": "camera=(), geolocation=(), microphone=(), payment=(), usb=()",
}
"""What else a host should say of each file."""

_ATTRIBUTE_HASHES = 40
"""Hashes of single `style` attributes; with more, the site is better off with the attribute."""

_TAG = re.compile(
    r"<(?=[silva])(script|style|link|img|iframe|video|audio|source)\b"
    r"((?:[^>\"']++|\"[^\"]*+\"|'[^']*+')*+)>",
    re.IGNORECASE,
)
_STYLED = re.compile(
    r"<[a-z](?=[^<>]*\sstyle=)((?:[^<>\"']++|\"[^\"]*+\"|'[^']*+')*+)>", re.IGNORECASE
)
_RUNS = frozenset(
    ("", "module", "importmap", "speculationrules", "text/javascript", "application/javascript")
)
_LOADED = {
    "script": "script-src",
    "img": "img-src",
    "iframe": "frame-src",
    "video": "media-src",
    "audio": "media-src",
    "source": "media-src",
}
# Where Material notes the depth of a page, unless the site sets `extra.scope`, and where the themes
# of MkDocs do.
_DEPTH = re.compile(r'((?:new URL\(|var base_url = )")[./]*(")')


@dataclass(frozen=True, slots=True)
class Inline:
    """What is inline in a page and would need a hash, and what it loads from other hosts."""

    scripts: frozenset[str] = frozenset()
    styles: frozenset[str] = frozenset()
    attributes: frozenset[str] = frozenset()
    loads: frozenset[tuple[str, str]] = frozenset()
    """Directive and origin."""


@dataclass(slots=True)
class Seen:
    """What was seen of a site's pages: in those of the publisher, and in those that hold
    contributions, by path."""

    own: list[Inline] = field(default_factory=list)
    others: dict[str, Inline] = field(default_factory=dict)


def inline_of(html: str) -> Inline:
    """What stands in a page."""
    scripts: set[str] = set()
    styles: set[str] = set()
    loads: set[tuple[str, str]] = set()
    for match in _TAG.finditer(html):
        name, attributes = match[1].lower(), attributes_of(match[2])
        if name in {"script", "style"} and "src" not in attributes:
            end = re.compile(f"</{name}", re.IGNORECASE).search(html, match.end())
            content = html[match.end() : end.start() if end else len(html)]
            if name == "style":
                styles.add(content)
            elif attributes.get("type", "").strip().lower() in _RUNS:
                scripts.add(content)
        elif name == "link":
            if "stylesheet" in attributes.get("rel", "").lower():
                loads |= {("style-src", one) for one in _origin(attributes.get("href", ""))}
        elif name in _LOADED:
            loads |= {(_LOADED[name], one) for one in _origin(attributes.get("src", ""))}
    tags = (attributes_of(match[1]) for match in _styled(html))
    # What only looks like one, within the value of another attribute, gets no hash.
    styled = {attributes["style"] for attributes in tags if "style" in attributes}
    return Inline(frozenset(scripts), frozenset(styles), frozenset(styled), frozenset(loads))


def _styled(html: str) -> Iterable[re.Match[str]]:
    """The tags that seem to have a `style` attribute."""
    # To look at each tag takes as long as all else, and few pages have one.
    before = html.encode("utf-8", "replace").lower().split(b"style=")[:-1]
    return _STYLED.finditer(html) if any(one[-1:].isspace() for one in before) else ()


def policy(
    seen: Seen, added: Mapping[str, Iterable[str]], *needed: Mapping[str, Iterable[str]]
) -> str:
    """The policy, as it stands in a `meta` element; in a header, `frame-ancestors` belongs to it.

    `added` are sources that the site's settings name, by directive, `needed` those that its theme
    and its search need as they are set.
    """
    parts = {name: list(sources) for name, sources in _BASE.items()}
    scripts, styles, attributes = _allowed(seen)
    parts["script-src"] += sorted(map(_hash, scripts))
    parts["style-src"] += sorted(map(_hash, styles))
    if len(attributes) > _ATTRIBUTE_HASHES:
        parts["style-src-attr"] = ["'unsafe-inline'"]
    elif attributes:
        parts["style-src-attr"] = ["'unsafe-hashes'", *sorted(map(_hash, attributes))]
    loads = sorted({load for page in seen.own for load in page.loads})
    for name, origin in loads:
        parts[name].append(origin)
    for more in (*needed, added):
        for name, sources in more.items():
            parts[name] += sources
    return "; ".join(
        f"{name} {' '.join(_without_none(sources))}" for name, sources in parts.items() if sources
    )


def strangers(seen: Seen) -> dict[str, list[str]]:
    """Inline scripts, by the path of the page, that stand only in pages with contributions; the
    policy keeps them from running."""
    allowed, _, _ = _allowed(seen)
    found = {path: sorted(page.scripts - allowed) for path, page in seen.others.items()}
    return {path: scripts for path, scripts in found.items() if scripts}


def headers_file(written: str) -> str:
    """The file `_headers`, which Netlify, Cloudflare Pages and others read."""
    lines = ["/*", f"  Content-Security-Policy: {written}; frame-ancestors 'self'"]
    lines += [f"  {name}: {value}" for name, value in HEADERS.items()]
    return "\n".join(lines) + "\n"


def _allowed(seen: Seen) -> tuple[set[str], set[str], set[str]]:
    """The scripts, styles and `style` attributes that get hashes."""
    scripts = {one for page in seen.own for one in page.scripts}
    forms = {_DEPTH.sub(r"\1\2", one) for one in scripts}
    for page in seen.others.values():
        scripts |= {one for one in page.scripts if _DEPTH.sub(r"\1\2", one) in forms}
    styles = {one for page in seen.own for one in page.styles}
    # No script stands in one, and those of contributions went through an allow-list.
    pages = (*seen.own, *seen.others.values())
    return scripts, styles, {one for page in pages for one in page.attributes}


def _hash(content: str) -> str:
    # As browsers do after they read the line ends of a file.
    digest = hashlib.sha256(content.replace("\r\n", "\n").replace("\r", "\n").encode()).digest()
    return f"'sha256-{base64.b64encode(digest).decode()}'"


def _origin(address: str) -> set[str]:
    try:
        parts = urlsplit(address.strip())
    except ValueError:
        return set()
    if not parts.netloc or any(sign in parts.netloc for sign in " ;,'\"@"):
        return set()
    return {f"{parts.scheme or 'https'}://{parts.netloc}"}


def _without_none(sources: Iterable[str]) -> list[str]:
    every = list(dict.fromkeys(sources))
    return [one for one in every if one != "'none'"] or every
