"""Which text of the site a note of another program is about, and the words of that text."""

from __future__ import annotations

from dataclasses import dataclass
from urllib.parse import unquote, urljoin, urlsplit

from postil.anchor import PreparedText, prepare
from postil.model.library import Library
from postil.read.foreign.values import ForeignNote
from postil.read.settings import HostConfig
from postil.render.visible import VisibleText, read_visible
from postil.site.markdown import TextRenderer, rendered, renderer_of
from postil.site.original import original_html


@dataclass(frozen=True, slots=True)
class Words:
    """The words of a text as readers see them, prepared for looking up passages."""

    visible: VisibleText
    prepared: PreparedText


class Texts:
    """The texts of a site by their addresses; each is rendered once, when its words are needed."""

    def __init__(self, library: Library, host: HostConfig) -> None:
        """Know the texts of `library`."""
        self._library = library
        self._host = host
        self._renderer: TextRenderer | None = None
        self._words: dict[str, Words] = {}
        self._slugs: dict[str, str] = {}
        for slug, text in library.texts.items():
            addresses = [text.provenance.url, text.provenance.archive]
            if host.site_url:
                root = host.site_url.rstrip("/") + "/"
                addresses.append(urljoin(root, f"{host.settings.path}/{slug}/"))
            for address in filter(None, addresses):
                self._slugs.setdefault(_normal(address), slug)

    def words(self, slug: str) -> Words:
        """The words of the text of that slug."""
        if slug not in self._words:
            if self._renderer is None:
                host = self._host
                self._renderer = renderer_of(host)
            text = self._library.texts[slug]
            visible = read_visible(original_html(text, rendered(self._renderer, text)))
            self._words[slug] = Words(visible, prepare(visible.text))
        return self._words[slug]

    def slug_at(self, address: str) -> str:
        """The text with that address, or an empty string."""
        return self._slugs.get(_normal(address), "") if address else ""

    def slug_of(self, note: ForeignNote, wished: str = "") -> str:
        """The text that a note is about: the one that is `wished`, else the one that the note
        names, else the one at the address of its passages; empty where there is none."""
        if wished:
            return wished
        if note.text in self._library.texts:
            return note.text
        found = (self.slug_at(passage.source) for passage in note.passages)
        return next(filter(None, found), "")


def _normal(address: str) -> str:
    """An address without what makes no other page of it: scheme, `www.`, fragment, last slash."""
    try:
        parts = urlsplit(address.strip())
        host = (parts.hostname or "").removeprefix("www.")
    except ValueError:
        return address
    if not host:
        return address
    query = f"?{parts.query}" if parts.query else ""
    return f"{host}{unquote(parts.path).rstrip('/')}{query}"
