"""The pages and files of one text, put where a whole build put them before."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from mkdocs.structure.files import Files

from postil.mkdocs.cards import card_file
from postil.mkdocs.content import page_facts
from postil.mkdocs.dates import date_pages
from postil.mkdocs.filling import Filled, deliver, put
from postil.mkdocs.host import Host
from postil.mkdocs.output import Output
from postil.model.library import Library
from postil.render.context import RenderContext
from postil.site.cards import explained_uris_again, pictures, pictures_again
from postil.site.changes import changes_of
from postil.site.explain import Explained
from postil.site.feeds import changes_by_text
from postil.site.modified import modified, modified_again
from postil.site.said import Said
from postil.site.whole import Whole

if TYPE_CHECKING:
    from mkdocs.structure.files import File


def cited_from(slug: str, *libraries: Library) -> set[str]:
    """The other texts that the notes of a text cite: what is cited there is to be found anew."""
    notes = (note for library in libraries for note in library.annotations[slug])
    return {citation.text for note in notes for citation in note.cited_passages} - {slug}


def rejoined(
    whole: Whole,
    slug: str,
    library: Library,
    explained: Mapping[str, Explained],
    said: Mapping[str, Said],
    context: RenderContext,
    files: Sequence[File],
) -> Whole:
    """The whole site after an edit of one text, the `files` of whose pages these are.

    What was made of the other texts is not made again.
    """
    changed = replace(
        whole,
        library=library,
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


def put_again(part: Filled, whole: Whole, host: Host, files: Sequence[File], cache: Path) -> None:
    """Gives the pages of a text their content, and writes its files; one that a person wrote
    stands."""
    own = Files(files)
    date_pages(own, modified(whole))
    put([deliver(host.config, host.files, Output().write)(part)], own)
    drawn = [pictures(whole).get(file.src_uri) for file in files]
    cards = {picture.path: picture.card for picture in drawn if picture}
    drawn_again = [card_file(host.config, path, card, cache) for path, card in cards.items()]
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
