"""The content of the pages without a file of their own, and the files for machines, which are made
when every explainer is known.

Each part is made of the whole site and changes nothing, so that several processes may share them.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, TypeAlias

from markupsafe import escape

from postil.kept import Keeping, Task, taken
from postil.mkdocs.files import asset_uri, form_uris
from postil.mkdocs.finished import TEMPLATE, Finished, Finishing
from postil.mkdocs.hosted import OwnPage
from postil.mkdocs.pages import SitePages
from postil.model.diagnostic import Diagnostic
from postil.publish.iri import as_uri
from postil.publish.publisher import publisher_reference
from postil.render.addresses import addresses
from postil.render.assets import OVERVIEWS_SCRIPT, OVERVIEWS_STYLESHEET
from postil.render.index import Some
from postil.render.searched import searched
from postil.site.changes import changes
from postil.site.crossing import crossing_of
from postil.site.crossing_pages import with_crossing
from postil.site.digest import digest
from postil.site.explain import Explained
from postil.site.feeds import changes_by_text
from postil.site.index_sheets import AT_ONCE
from postil.site.keys import site_key, text_key
from postil.site.made import files_of_one, head_of, site_exports, text_files
from postil.site.made_forms import MadeFile
from postil.site.note_pages import explainer_head, note_page
from postil.site.note_parts import NotePack, NoteParts, pack
from postil.site.overviews.sheets import sheets_from
from postil.site.overviews.sources import uses_of
from postil.site.pages import index_sheet, page_of_text
from postil.site.problems import problems_of
from postil.site.searched import searched_explainer, searched_notes
from postil.site.uris import note_uri, text_uri
from postil.site.whole import Whole, relative

if TYPE_CHECKING:
    from mkdocs.config.defaults import MkDocsConfig
    from mkdocs.structure.files import File, Files

Finish: TypeAlias = Callable[[str, str, str], Finished]
"""Makes a page as it is written, of its content, what belongs into its head, and what a search
reads of it."""


@dataclass(slots=True)
class Filled:
    """Parts of a site: the content of pages, what is said of them, and what belongs into their
    heads, by their uris; files; by the slugs of texts, what the search reads of their notes; and
    finished pages, by their uris; and notes whose pages the host does not make, those apart whose
    parts are `odd`.
    """

    content: dict[str, str] = field(default_factory=dict)
    descriptions: dict[str, str] = field(default_factory=dict)
    heads: dict[str, str] = field(default_factory=dict)
    files: list[MadeFile] = field(default_factory=list)
    searched: dict[str, str] = field(default_factory=dict)
    finished: dict[str, Finished] = field(default_factory=dict)
    notes: list[NotePack] = field(default_factory=list)
    odd: list[NotePack] = field(default_factory=list)


def filling(
    pages: SitePages,
    whole: Whole,
    texts: Mapping[str, bytes],
    finishing: Finishing | None,
    kept: Keeping | None,
    *,
    preview: bool,
) -> list[Task[Filled]]:
    """Everything that is made of the whole site, in an order that is always the same.

    `texts` has the keys of the anchors by the slugs of their texts; of one without, nothing is
    made. `finishing` makes pages as the theme does, where that can be done here; `kept` has those
    about all texts of which nothing that they show has changed. A `preview`
    shows the problems of a text on its page.
    """
    # What several parts are made of is made before processes part.
    for known in (crossing_of, changes, changes_by_text, uses_of):
        known(whole)
    key = site_key(whole, texts)
    sheets: dict[str, Callable[[], Filled]] = {
        **{
            uri: partial(_index, pages, whole, number)
            for number, uri in enumerate(pages.indexes, start=1)
        },
        **{uri: partial(_overview, pages, whole, uri) for uri in pages.overviews},
    }
    return [
        *(_sheet(pages, whole, key, uri, make, finishing, kept) for uri, make in sheets.items()),
        *(
            Task(make.__name__, key, partial(_files, whole, make))
            for make in site_exports(whole.settings)
        ),
        *(
            _task(pages, whole, texts, one, finishing, preview=preview)
            for one in whole.explained
            if one.explainer.text.slug in texts
        ),
    ]


def _task(
    pages: SitePages,
    whole: Whole,
    texts: Mapping[str, bytes],
    explained: Explained,
    finishing: Finishing | None,
    *,
    preview: bool,
) -> Task[Filled]:
    text = explained.explainer.text
    problems = problems_of(explained, whole.library, whole.settings) if preview else ()
    # Those of notes that the host makes, too.
    hosted = tuple(uri for uri in pages.notes(text) if pages.hosted(uri))
    key = text_key(whole, text.slug, texts, pages.entry, problems, hosted)
    key, finish = _with_finish(pages, whole, key, text_uri(whole.settings, text), finishing)
    return Task(f"text {text.slug}", key, partial(_text, pages, whole, explained, problems, finish))


def _sheet(
    pages: SitePages,
    whole: Whole,
    key: bytes,
    uri: str,
    make: Callable[[], Filled],
    finishing: Finishing | None,
    kept: Keeping | None,
) -> Task[Filled]:
    """The making of a page about all texts. Any edit may change one, and few edits do."""
    around, finish = _with_finish(pages, whole, b"", uri, finishing)

    def made() -> Filled:
        made = make()
        if finish and (content := made.content.get(uri)):
            head = made.heads.get(uri, "")
            task = Task(
                f"page {uri}",
                digest(around, content, head),
                lambda: finish(content, head, searched(content)),
            )
            made.finished[uri] = taken(task, kept)
        return made

    return Task(uri, digest(key, around), made)


def _with_finish(
    pages: SitePages, whole: Whole, key: bytes, uri: str, finishing: Finishing | None
) -> tuple[bytes, Finish | None]:
    """What finishes a page, where that can be done here, and the key of what comes of it."""
    file = pages.file(uri)
    if finishing is None or file is None or not isinstance(file.page, OwnPage):
        return key, None
    head = head_of(whole, uri)
    return digest(key, finishing.key(file.page, head)), partial(_finish, finishing, file.page, head)


def deliver(
    config: MkDocsConfig, files: Files, put: Callable[[bytes, str], None]
) -> Callable[[Filled], Filled]:
    """What writes the finished pages and the files of a part into the site by `put`, and leaves
    the rest; a file that a person wrote stands."""
    taken, site = frozenset(files.src_uris), Path(config.site_dir)
    paths = {file.src_uri: file.abs_dest_path for file in files.documentation_pages()}

    def write(made: Filled) -> Filled:
        for uri, page in made.finished.items():
            put(page.html.encode("utf-8", "xmlcharrefreplace"), paths[uri])
        for file in made.files:
            if file.path not in taken:
                content = file.content
                put(
                    content if isinstance(content, bytes) else content.encode(),
                    str(site / file.path),
                )
        finished = {uri: replace(one, html="") for uri, one in made.finished.items()}
        return replace(made, finished=finished, files=[])

    return write


def part_of(pages: SitePages, whole: Whole, explained: Explained) -> Filled:
    """What a preview has of one text."""
    problems = problems_of(explained, whole.library, whole.settings)
    made = _text(pages, whole, explained, problems, None)
    made.files += files_of_one(whole, explained)
    return made


def put(parts: Iterable[Filled], files: Files) -> Filled:
    """Gives the pages their content.

    Returns the rest: heads, and what the search reads.
    """
    rest = Filled()
    for part in parts:
        for uri, content in part.content.items():
            if (file := files.get_file_from_path(uri)) is not None and file.page is not None:
                file.page.content = content
        for uri, finished in part.finished.items():
            if (file := files.get_file_from_path(uri)) is not None:
                _put_finished(finished, file, part.content.get(uri, ""))
        for uri, description in part.descriptions.items():
            if (file := files.get_file_from_path(uri)) is not None and file.page is not None:
                # Material writes it into an attribute as it is.
                file.page.meta["description"] = str(escape(description))
        rest.heads.update(part.heads)
        rest.searched.update(part.searched)
        rest.notes += part.notes
        rest.odd += part.odd
    return rest


def cross(files: Files, pages: SitePages, whole: Whole) -> None:
    """Fills in what notes on pages of other people say of other texts."""
    for file in files.documentation_pages():
        if file.page is not None and file.page.content and not pages.owns(file.src_uri):
            file.page.content = with_crossing(file.page.content, whole, file.src_uri)


def _put_finished(finished: Finished, file: File, content: str) -> None:
    page = file.page
    if isinstance(page, OwnPage):
        page.finished = finished
        page.content = content
        page.meta["template"] = TEMPLATE


def _finish(
    finishing: Finishing, page: OwnPage, head: str, content: str, own: str, searched: str
) -> Finished:
    return finishing.page(page, content, own + head, searched)


def _text(
    pages: SitePages,
    whole: Whole,
    explained: Explained,
    problems: Sequence[Diagnostic],
    finish: Finish | None,
) -> Filled:
    """The page of a text, those of its notes, and its files."""
    made, settings, text = Filled(), whole.settings, explained.explainer.text
    uri = text_uri(settings, text)
    file = pages.file(uri)
    if file is None or file.page is None:
        return made
    address = file.page.canonical_url or ""
    page = page_of_text(
        explained,
        whole.library,
        whole.context,
        problems,
        partial(pages.note_address, file, text),
        partial(relative, here=file.url),
        partial(pages.entry_address, file),
        address,
        form_uris() if settings.form else None,
    )
    content, head = with_crossing(page, whole, uri), explainer_head(explained, whole.facts, address)
    notes = "".join(note.html for note in searched_notes(explained))
    if finish:
        made.finished[uri] = finish(content, head, searched_explainer(content, explained, notes))
    else:
        made.content[uri], made.heads[uri], made.searched[text.slug] = content, head, notes
    _notes(made, pages, whole, explained, uri)
    made.files += text_files(whole, (explained,))
    return made


def _notes(
    made: Filled, pages: SitePages, whole: Whole, explained: Explained, text_uri: str
) -> None:
    text = explained.explainer.text
    context = replace(whole.context, page_url=whole.address(text_uri))
    publisher = publisher_reference(whole.settings.publisher, as_uri(whole.root))
    ids = addresses(explained.explainer.annotations, explained.visible.ids)
    parts: list[NoteParts] = []
    for number, anchored in enumerate(explained.explainer.annotations, start=1):
        uri = note_uri(whole.settings, text, anchored.annotation.id)
        file = pages.file(uri)
        if file is None:
            continue

        def href(id: str, here: str = uri) -> str:
            to = note_uri(whole.settings, text, id) if id else text_uri
            return whole.href(to, here)

        page = note_page(
            explained,
            number,
            ids[number - 1],
            whole.library,
            whole.facts,
            replace(context, entry=partial(pages.entry_address, file)),
            href,
            whole.address(uri),
            publisher,
        )
        content = with_crossing(page.content, whole, uri)
        if pages.hosted(uri):
            made.content[uri] = content
            made.descriptions[uri] = page.description
            made.heads[uri] = page.head
            continue
        note, head = anchored.annotation, page.head + head_of(whole, uri)
        parts.append(NoteParts(text.slug, note.id, note.title, page.description, content, head))
    for some, packs in ((True, made.notes), (False, made.odd)):
        if chosen := [one for one in parts if one.plain is some]:
            packs.append(pack(text.slug, chosen))


def _index(pages: SitePages, whole: Whole, number: int) -> Filled:
    """Page `number` of the list of texts."""
    here, texts, count = pages.indexes[number - 1], list(pages.texts.items()), len(pages.indexes)
    file = pages.file(here)
    if file is None:
        return Filled()
    start = (number - 1) * AT_ONCE
    own = texts[start : start + AT_ONCE]
    addresses = {text.slug: whole.href(uri, here) for uri, text in own}
    hrefs = {to: whole.href(uri, here) for to, uri in enumerate(pages.indexes, start=1)}
    sheets = sheets_from(number, count, hrefs.__getitem__)
    some = Some(start + 1, start + len(own), len(texts), number, sheets) if count > 1 else None
    found = [whole.by_slug[slug] for slug in addresses if slug in whole.by_slug]
    page = index_sheet(found, addresses, whole.context, some)
    style = relative(asset_uri(OVERVIEWS_STYLESHEET), file.url)
    return Filled(
        content={here: with_crossing(page, whole, here)},
        heads={here: f'<link rel="stylesheet" href="{style}">'} if some else {},
    )


def _overview(pages: SitePages, whole: Whole, uri: str) -> Filled:
    file = pages.file(uri)
    if file is None:
        return Filled()
    page = with_crossing(pages.overviews[uri].make(whole), whole, uri)
    script = relative(asset_uri(OVERVIEWS_SCRIPT), file.url)
    style = relative(asset_uri(OVERVIEWS_STYLESHEET), file.url)
    return Filled(
        # In the content, where Material's instant navigation runs it.
        content={uri: f'{page}<script type="module" src="{script}"></script>'},
        heads={uri: f'<link rel="stylesheet" href="{style}">'},
    )


def _files(whole: Whole, make: Callable[[Whole], Iterable[MadeFile]]) -> Filled:
    return Filled(files=list(make(whole)))
