"""Writes the pages of notes that are no pages of the host: each in the page of the theme, which is
made once for all (see `postil.mkdocs.shell`).

Where the theme does more with a note than to write it down, it makes the page of each.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import partial
from itertools import chain, islice
from typing import TYPE_CHECKING, Any

from markupsafe import escape
from mkdocs.plugins import get_plugin_logger

from postil.mkdocs.listed import listed
from postil.mkdocs.marks import ID, SLUG
from postil.mkdocs.shell import Shell, marked, note_page, shell
from postil.mkdocs.theme import Theme, write_page
from postil.model.settings import Settings
from postil.site.note_parts import NotePack, NoteParts, unpack
from postil.site.uris import note_uri_of
from postil.workers import Sharing

if TYPE_CHECKING:
    from mkdocs.structure.files import File, Files

log = get_plugin_logger(__name__)


@dataclass(slots=True)
class NotePages:
    """The pages of notes of one build.

    By the uri of a page, `meta` gives its front matter, and `dates` when it last changed. Those of
    `odd` notes are made by the theme. `heads` has what belongs into the heads of pages that it
    makes, by their uris; `put` writes the content of a file into its path.
    """

    theme: Theme
    files: Files
    settings: Settings
    meta: Callable[[str], dict[str, Any]]
    dates: Mapping[str, str]
    packs: Sequence[NotePack]
    odd: Sequence[NotePack]
    put: Callable[[bytes, str], None]
    heads: dict[str, str] = field(default_factory=dict)
    _shells: dict[str, Shell] = field(default_factory=dict)
    _listed: list[Any] = field(default_factory=list)

    @property
    def listed(self) -> list[Any]:
        """The files of all pages, for templates that list them."""
        self._listed = self._listed or listed(self.files, self.theme.config, self.meta, self.dates)
        return self._listed

    def prepare(self) -> None:
        """Makes the page of the theme, and writes those of notes that it is not the same for."""
        odd = self.odd
        try:
            self._shells = dict(self._around())
        except ValueError as reason:
            log.debug("the theme makes the page of each note: %s", reason)
            odd = (*odd, *self.packs)
            self.packs = ()
        self._write_whole(odd)

    def write(self, share: Sharing, said: Callable[[str], str]) -> None:
        """Writes the others; `said` puts into a page what is known when all pages are."""
        shells = {slug: one.replaced(said) for slug, one in self._shells.items()}
        for _ in share(partial(self._write, shells), self.packs):
            pass

    def write_again(self, slug: str, packs: Sequence[NotePack], odd: Sequence[NotePack]) -> None:
        """Writes those of one text that was edited since, for a preview: the page of the theme is
        the one that was made before, and what it says of other pages may be behind."""
        around = self._shells.get(slug) or self._shells.get("")
        if around is None or (slug not in self._shells and slug in around.above):
            odd, packs = (*odd, *packs), ()
        self._write_whole(odd)
        for packed in packs:
            self._write(self._shells, packed)

    def _write_whole(self, packs: Iterable[NotePack]) -> None:
        for note in chain.from_iterable(map(unpack, packs)):
            write_page(self._whole(note), self._file(note))

    def _write(self, shells: dict[str, Shell], packed: NotePack) -> None:
        around = shells.get(packed.slug) or shells[""]
        for note in unpack(packed):
            page = around.around(note).encode("utf-8", "xmlcharrefreplace")
            self.put(page, self._file(note).abs_dest_path)

    def _around(self) -> Iterator[tuple[str, Shell]]:
        """The page of the theme around the notes of a text by its slug; of most, by none."""
        if not self.packs:
            return
        around = self._shell(SLUG, self.packs[0])
        own = [one for one in self.packs if one.slug in around.above]
        others = [one for one in self.packs if one.slug not in around.above]
        if others:
            samples = [next(unpack(others[0])), *islice(unpack(others[-1]), 1, 2)]
            yield "", self._tried(around, samples)
        for one in own:
            yield one.slug, self._tried(self._shell(one.slug, one), [next(unpack(one))])

    def _shell(self, slug: str, packed: NotePack) -> Shell:
        """The page around the notes of a text, of which some are `packed`."""
        real = self._file(next(unpack(packed)))
        file = marked(self.theme.config, note_uri_of(self.settings, slug, ID))
        return shell(self.theme, file, self.meta(real.src_uri), real, self.listed, self.heads)

    def _tried(self, made: Shell, samples: Sequence[NoteParts]) -> Shell:
        """The page, held against what the theme makes of samples."""
        for note in samples:
            if self._whole(note) != made.around(note):
                raise ValueError(f"the page of {note.slug}#{note.id} is another one")
        return made

    def _whole(self, note: NoteParts) -> str:
        """The page of a note, made by the theme."""
        file = self._file(note)
        meta = {**self.meta(file.src_uri), "description": str(escape(note.description))}
        if not note.description:
            del meta["description"]
        self.heads[file.src_uri] = note.head
        page = note_page(self.theme, file, meta, note.content)
        html = self.theme.render(page, self.listed)
        # A preview goes on from here, and this is no page of the host.
        file.page = None
        return html

    def _file(self, note: NoteParts) -> File:
        uri = note_uri_of(self.settings, note.slug, note.id)
        file = self.files.get_file_from_path(uri)
        if file is None:
            raise KeyError(uri)
        return file
