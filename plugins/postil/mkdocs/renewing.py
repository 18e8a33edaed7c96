"""The pages and files of one text, made after an edit and put where a whole build put them."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from mkdocs.structure.files import Files

from postil.mkdocs.build import Assembled, Build
from postil.mkdocs.cards import CACHE, card_file
from postil.mkdocs.content import page_facts
from postil.mkdocs.dates import date_pages
from postil.mkdocs.filling.delivery import deliver
from postil.mkdocs.filling.filled import Filled
from postil.mkdocs.filling.put import put
from postil.mkdocs.filling.texts import part_of
from postil.mkdocs.host import Host
from postil.mkdocs.output import Output
from postil.model.library import Library
from postil.read.again import own_problems, read_again
from postil.site.cards import explained_uris_again, pictures, pictures_again
from postil.site.changes import changes_of
from postil.site.feeds import changes_by_text
from postil.site.modified import modified, modified_again
from postil.site.whole import Whole

if TYPE_CHECKING:
    from mkdocs.structure.files import File


def renew(build: Build, slug: str) -> bool:
    """Makes the pages and files of one text anew, of which nothing but its own files changed;
    False where all pages are to be made."""
    try:
        return build.assembled is not None and _renewed(build, build.assembled, slug)
    finally:
        build.anchoring.turn.give_up()


def _renewed(build: Build, assembled: Assembled, slug: str) -> bool:
    setup, anchoring, before = build.setup, build.anchoring, build.library
    reading, host = read_again(build.reading, setup.root, setup.settings, slug), assembled.host
    if reading is None:
        return False
    library, text = reading.library, reading.library.texts[slug]
    also = _cited_from(slug, before, library) & anchoring.explained.keys()
    files = build.pages.renew(text, library)
    if not files or slug not in anchoring.explained or any(map(host.lists, files)):
        return False
    build.take(reading)
    setup.tell(own_problems(library, text, setup.settings))
    pages = [host.read(file) for file in files if file.is_documentation_page()]
    anchoring.again(library, text, pages[0].content or "")
    for other in also:
        anchoring.again(library, library.texts[other], anchoring.explained[other].html)
    explained = anchoring.explained[slug]
    setup.tell(explained.diagnostics)
    assembled.whole = whole = _rejoined(build, assembled.whole, slug, files)
    part = part_of(build.pages, whole, explained)
    assembled.filled.heads.update(part.heads)
    assembled.filled.searched.update(part.searched)
    _put_again(part, whole, host, files, setup.root / CACHE)
    host.publish(pages)
    assembled.notes.write_again(slug, part.notes, part.odd)
    return True


def _cited_from(slug: str, *libraries: Library) -> set[str]:
    """The other texts that the notes of a text cite: what is cited there is to be found anew."""
    notes = (note for library in libraries for note in library.annotations[slug])
    return {citation.text for note in notes for citation in note.cited_passages} - {slug}


def _rejoined(build: Build, whole: Whole, slug: str, files: Sequence[File]) -> Whole:
    """The whole site after an edit of one text, the `files` of whose pages these are.

    What was made of the other texts is not made again.
    """
    explained, said, context = build.anchoring.explained, build.anchoring.said, build.context
    changed = replace(
        whole,
        library=build.library,
        explained=tuple(explained[one.explainer.text.slug] for one in whole.explained),
        urls={**whole.urls, **{file.src_uri: file.url for file in files}},
        pages={**whole.pages, **dict(page_facts(files))},
    )
    one = explained[slug]
    changed.once("context", lambda: context)
    changed.once("said", lambda: said)
    changed.once(
        "changes by text", lambda: {**changes_by_text(whole), slug: changes_of(changed, one)}
    )
    changed.once("modified", lambda: modified_again(changed, one, whole))
    changed.once("explained uris", lambda: explained_uris_again(changed, one, whole))
    changed.once("pictures", lambda: pictures_again(changed, one, pictures(whole)))
    return changed


def _put_again(part: Filled, whole: Whole, host: Host, files: Sequence[File], cache: Path) -> None:
    """Gives the pages of a text their content, and writes its files; one that a person wrote
    stands."""
    config, own = host.theme.config, Files(files)
    date_pages(own, modified(whole))
    put([deliver(config, host.files, Output().write)(part)], own)
    drawn = [pictures(whole).get(file.src_uri) for file in files]
    cards = {picture.path: picture.card for picture in drawn if picture}
    drawn_again = [card_file(config, path, card, cache) for path, card in cards.items()]
    _write(drawn_again, host)


def _write(made: Iterable[File], host: Host) -> None:
    for file in made:
        before = host.files.get_file_from_path(file.src_uri)
        if before is not None:
            if before.generated_by is None:  # a person wrote it
                continue
            host.files.remove(before)
        host.files.append(file)
        file.copy_file()
