"""The notes of texts, anchored in the HTML that the host and other plugins left of these."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from functools import partial

from postil.kept import Task
from postil.mkdocs.hosted import Rendered
from postil.mkdocs.machine import Machine
from postil.mkdocs.turn import Turn
from postil.model.diagnostic import Diagnostic
from postil.model.library import Library
from postil.model.text import Text
from postil.programs import code
from postil.site.explain import Explained, anchored_in
from postil.site.keys import anchors_key
from postil.site.original import original
from postil.site.packed import Packed, packed, unpacked
from postil.site.said import Said, said_in
from postil.site.unanchored import unanchored


class Anchoring:
    """The texts of one build, by their slugs: `explained` has them with their notes, `said` what
    others quote of these, and `keys` a key of all that both were made from."""

    def __init__(self, turn: Turn, seconds: float) -> None:
        """Each text may take its `turn` of so many `seconds`."""
        self.turn, self._seconds = turn, seconds
        self.explained: dict[str, Explained] = {}
        self.said: dict[str, Said] = {}
        self.keys: dict[str, bytes] = {}
        self._cleaned: dict[str, tuple[str, tuple[Diagnostic, ...]]] = {}

    def clean(self, text: Text, html: str, known: Rendered | None) -> str:
        """The HTML of a text without what it may not hold; it may be `known` from before."""
        if known and known.html == html:
            found = known.cleaned, known.removed
        else:
            found = original(text, html)
        self._cleaned[text.slug] = found
        return found[0]

    def anchor(
        self,
        library: Library,
        pages: Sequence[tuple[Text, str]],
        machine: Machine,
        tell: Callable[[Iterable[Diagnostic]], None],
    ) -> None:
        """Anchors the notes of texts in what their pages hold, and `tell`s what is wrong."""
        # Of the others, a shard knows what their pages say of themselves, and no place.
        self.explained |= {
            text.slug: unanchored(library, text) for text, _ in pages if not machine.needs(text)
        }
        pages = [(text, html) for text, html in pages if machine.needs(text)]
        cleaned = [(text, *self._of_strangers(text, html)) for text, html in pages]
        tasks = [self._task(library, *one) for one in cleaned]
        self.keys = {text.slug: task.key for (text, _), task in zip(pages, tasks, strict=True)}
        for (text, html, _), (one, said) in zip(cleaned, machine.done(tasks), strict=True):
            tell(one.diagnostics)
            self.explained[text.slug] = unpacked(one, text, html, library)
            self.said[text.slug] = said

    def again(self, library: Library, text: Text, html: str) -> None:
        """Anchors the notes of one text anew."""
        html, removed = self._of_strangers(text, html)
        made, self.said[text.slug] = self._task(library, text, html, removed).make()
        self.explained[text.slug] = unpacked(made, text, html, library)

    def _of_strangers(self, text: Text, html: str) -> tuple[str, tuple[Diagnostic, ...]]:
        """The HTML that the page of a text holds without what it may not hold, and what was taken
        out."""
        cleaned, removed = self._cleaned.get(text.slug, ("", ()))
        if html != cleaned:
            # Of another plugin, which works on what strangers wrote.
            html, more = original(text, html)
            removed = (*removed, *more)
        return html, removed

    def _task(
        self, library: Library, text: Text, html: str, removed: tuple[Diagnostic, ...]
    ) -> Task[tuple[Packed, Said]]:
        """To anchor the notes of a text in its HTML, from which the things `removed` were taken."""
        key = anchors_key(library, text, html, removed, code())
        make = partial(self._anchored, library, text, html, removed)
        return Task(f"anchors {text.slug}", key, make)

    def _anchored(
        self, library: Library, text: Text, html: str, removed: tuple[Diagnostic, ...]
    ) -> tuple[Packed, Said]:
        self.turn.begin(text, self._seconds)
        explained = anchored_in(library, text, html, removed)
        made = packed(explained, library), said_in(explained)
        self.turn.end()
        return made
