"""Where texts and notes stand, as seen from one of the pages about them all."""

from __future__ import annotations

from collections.abc import Iterator

from postil.model.annotation import Annotation
from postil.render.addresses import Address, addresses
from postil.render.context import RenderContext
from postil.render.note_link import NoteLink, TextLink, link_note, link_text
from postil.site.explain import Explained
from postil.site.uris import text_uri
from postil.site.whole import Whole


class Places:
    """Names the texts and notes of the whole site by their slugs and ids."""

    def __init__(self, whole: Whole, here: str, context: RenderContext) -> None:
        """`here` is the uri of the page that names them."""
        self._whole, self._here, self._context = whole, here, context
        self._texts: dict[str, TextLink] = {}

    @property
    def several(self) -> bool:
        """Whether there is more than one text, so that notes must name theirs."""
        return len(self._whole.explained) > 1

    def text(self, slug: str) -> TextLink:
        """A text and its page."""
        if slug not in self._texts:
            text = self._whole.by_slug[slug].explainer.text
            href = self._whole.href(text_uri(self._whole.settings, text), self._here)
            self._texts[slug] = link_text(text, href, self._context.language)
        return self._texts[slug]

    def note(self, slug: str, number: int) -> NoteLink:
        """Note `number` (from 1) of a text."""
        explained = self._whole.by_slug[slug]
        ids = self._whole.once(f"addresses of {slug}", lambda: _ids(explained))
        anchored = explained.explainer.annotations[number - 1]
        return link_note(
            anchored, number, ids[number - 1], explained.visible, self.text(slug), self._context
        )


def published(whole: Whole) -> Iterator[tuple[str, int, Annotation]]:
    """Every published annotation with the slug of its text and its number there, in the order of
    the index and of reading."""
    for explained in whole.explained:
        explainer = explained.explainer
        for number, anchored in enumerate(explainer.annotations, start=1):
            yield explainer.text.slug, number, anchored.annotation


def _ids(explained: Explained) -> tuple[Address, ...]:
    return addresses(explained.explainer.annotations, explained.visible.ids)
