"""The content security policy, written into each page and into a file for the host."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import TYPE_CHECKING, Any
from urllib.parse import urlsplit

from markupsafe import escape

from postil.site.policy import Inline, Seen, headers_file, inline_of, policy, strangers

if TYPE_CHECKING:
    from mkdocs.config.defaults import MkDocsConfig

HEADERS = "_headers"

# The same on every page: Material's instant navigation keeps the policy of the first, and adds
# those of others to it. What it says is known when every page is.
_PLACE = "postil-policy"
_META = f'<meta http-equiv="Content-Security-Policy" content="{_PLACE}">'
_HEAD = re.compile(r"<head[^>]*>.*?<meta charset=[^>]*>|<head[^>]*>", re.IGNORECASE | re.DOTALL)

# By Google's guide to policies for its tags.
_GOOGLE = {
    "script-src": ["https://*.googletagmanager.com"],
    "img-src": ["https://*.google-analytics.com", "https://*.googletagmanager.com"],
    "connect-src": [
        "https://*.google-analytics.com",
        "https://*.analytics.google.com",
        "https://*.googletagmanager.com",
    ],
}
_FORGES = {"github.com": "https://api.github.com", "gitlab.com": "https://gitlab.com"}


class PagePolicies:
    """The policy of one build."""

    def __init__(self, added: Mapping[str, Iterable[str]]) -> None:
        self._added = added
        self._seen = Seen()
        self._written: list[Path] = []
        self._needs: Mapping[str, Iterable[str]] = {}
        self._told = ""

    def needs(self, sources: Mapping[str, Iterable[str]]) -> None:
        """What the site needs besides, by directive."""
        self._needs = sources

    def page(self, html: str, file: Path, own: bool, found: Inline | None = None) -> str:
        """A page with a place for the policy; `own` says that no contribution stands in it, and
        `found` what is inline in it, if that is known."""
        found = inline_of(html) if found is None else found
        if own:
            self._seen.own.append(found)
        else:
            self._seen.others[file.as_posix()] = found
        self._written.append(file)
        return _HEAD.sub(lambda head: f"{head[0]}{_META}", html, count=1)

    def said(self, html: str) -> str:
        """The beginning of a page with the policy, once all pages are known."""
        return html.replace(_PLACE, self._told, 1)

    def finish(self, config: MkDocsConfig) -> Iterable[str]:
        """Writes the policy into the pages and into a file for hosts, unless the site has one of
        its own; yields what it keeps from running."""
        written = policy(self._seen, self._added, self._needs, _needed(config))
        self._told = str(escape(written)).replace("&#39;", "'")
        for file in self._written:
            if file.is_file():
                page = file.read_bytes()
                file.write_bytes(page.replace(_PLACE.encode(), self._told.encode(), 1))
        if not Path(config.docs_dir, HEADERS).is_file():
            headers = Path(config.site_dir, HEADERS)
            headers.write_text(headers_file(written), encoding="utf-8", newline="\n")
        for path, scripts in strangers(self._seen).items():
            yield (
                f"{path}: an inline script stands on no page without contributions, and the policy"
                f" keeps it from running: {scripts[0].strip()[:60]!r} (move it to a file, or allow"
                " it under “csp_also”)"
            )


def _needed(config: MkDocsConfig) -> dict[str, list[str]]:
    """What Material fetches as it is set, and no page tells."""
    needed: dict[str, list[str]] = {}
    extra: Mapping[str, Any] = config.extra
    analytics = extra.get("analytics")
    if isinstance(analytics, Mapping) and analytics.get("provider") == "google":
        needed |= _GOOGLE
    if config.theme.name == "material" and config.theme.get("font", True) is not False:
        needed["font-src"] = ["https://fonts.gstatic.com"]
    host = urlsplit(config.repo_url or "").hostname or ""
    if host in _FORGES:
        needed["connect-src"] = [*needed.get("connect-src", []), _FORGES[host]]
    return needed
