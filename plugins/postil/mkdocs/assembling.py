"""All pages and files that come of the texts and their notes, once the host has read all pages."""

from __future__ import annotations

from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from mkdocs.plugins import get_plugin_logger

from postil.kept import Task
from postil.mkdocs.build import Assembled, Build
from postil.mkdocs.cards import CACHE, add_cards
from postil.mkdocs.compiled import keep_compiled
from postil.mkdocs.completing import completed
from postil.mkdocs.content import add_places, join
from postil.mkdocs.dates import date_pages
from postil.mkdocs.embedding import embed
from postil.mkdocs.filling.delivery import deliver
from postil.mkdocs.filling.filled import Filled
from postil.mkdocs.filling.put import cross, put
from postil.mkdocs.filling.tasks import Filling
from postil.mkdocs.finished import finishing, give_template
from postil.mkdocs.host import Host
from postil.mkdocs.hosted import OwnPage
from postil.mkdocs.language import language_of
from postil.mkdocs.note_pages import NotePages
from postil.mkdocs.others import stranger
from postil.mkdocs.searching import lighten, read_of
from postil.mkdocs.theme import Theme
from postil.programs import code
from postil.render.citation import cited_views, know_views
from postil.site.digest import digest
from postil.site.keys import sources_key
from postil.site.modified import modified
from postil.site.note_pages import SiteFacts
from postil.site.publisher import lost_places
from postil.site.whole import Whole

if TYPE_CHECKING:
    from jinja2 import Environment
    from mkdocs.config.defaults import MkDocsConfig
    from mkdocs.structure.files import Files
    from mkdocs.structure.nav import Navigation

log = get_plugin_logger(__name__)

_CITED = 32
"""Sources of which a task makes what is said of each: a site has thousands, and few change."""


def assemble(build: Build, env: Environment, nav: Navigation, files: Files) -> Assembled:
    """Anchors the notes of all texts, and gives pages their content. Raises SystemExit where this
    makes a shard."""
    config, theme = build.config, Theme(build.config, env, nav)
    keep_compiled(env, build.machine.kept, config)
    contents = [(text, page.content or "") for text, page in build.pages.of_texts()]
    build.anchoring.anchor(build.library, contents, build.machine, build.report)
    whole = _whole(build, files)
    _cite(build, whole)
    parts = _parts(build, whole, theme, files)
    alone = _is_alone(config)
    # Pagefind reads what pages hold.
    lean = alone and not build.search.chosen
    delivery = deliver(config, files, build.output.write, lean=lean)
    filled = put(build.machine.delivered(parts, delivery), files)
    _add(build, whole, filled, files)
    read = partial(read_of, build.pages, build.anchoring.explained, filled.searched)
    lighten(config, read)
    explained, kept = build.anchoring.explained, build.machine.kept
    filled.heads.update(build.search.read(files, build.pages, whole, explained, kept))
    notes = NotePages(
        theme,
        files,
        build.setup.settings,
        build.pages.front_matter,
        modified(whole),
        filled.notes,
        filled.odd,
        build.output.write,
    )
    if alone:
        _let_go(files)
    return Assembled(whole, filled, notes, Host(theme, files))


def _whole(build: Build, files: Files) -> Whole:
    """All texts with their notes, and where pages stand."""
    config, anchoring = build.config, build.anchoring
    facts = SiteFacts(config.site_name, language_of(config), config.site_description or "")
    whole = join(
        build.pages,
        anchoring.explained,
        build.library,
        build.setup.settings,
        facts,
        config,
        files,
        build.context,
    )
    whole.once("said", lambda: anchoring.said)
    build.machine.look_at(whole)
    return whole


def _cite(build: Build, whole: Whole) -> None:
    """Makes what texts and lists say of each source, once for all processes."""
    machine, context, sources = build.machine, whole.context, list(build.library.sources.values())
    if not machine.speaks:
        # A shard says it of few.
        return
    groups = [sources[start : start + _CITED] for start in range(0, len(sources), _CITED)]
    tasks = [
        Task(
            f"sources {number}",
            sources_key(whole, some, code()),
            partial(cited_views, some, context),
        )
        for number, some in enumerate(groups)
    ]
    for views in machine.done(tasks):
        know_views(views, context)


def _parts(build: Build, whole: Whole, theme: Theme, files: Files) -> list[Task[Filled]]:
    """What is to be made of the whole site."""
    pages, search = list(files.documentation_pages()), build.search
    key = digest(code(), search.root, search.chosen)
    finish = finishing(theme, pages, partial(completed, search), key)
    give_template(theme.env)
    keys, kept, preview = build.anchoring.keys, build.machine.kept, build.setup.serving
    return Filling(build.pages, whole, keys, finish, kept, preview).tasks()


def _add(build: Build, whole: Whole, filled: Filled, files: Files) -> None:
    """Adds what goes by the content of all pages: what they embed, pictures, dates."""
    setup, config = build.setup, build.config
    filled.heads.update(embed(files, build.pages, whole, setup.root, setup.tell))
    cross(files, build.pages, whole)
    add_places(config, build.pages, files, filled.ids)
    add_cards(config, whole, files, setup.root / CACHE)
    for lost in lost_places(setup.settings.publisher, partial(_stands, config, files)):
        log.warning("%s", lost)
    date_pages(files, modified(whole))


def _is_alone(config: MkDocsConfig) -> bool:
    """Whether nobody else could look at what pages hold."""
    return not (config.extra_templates or stranger(config, *config.plugins.events))


def _let_go(files: Files) -> None:
    """Frees what pages hold that stand in their files already."""
    for file in files.documentation_pages():
        if isinstance(page := file.page, OwnPage) and page.finished:
            page.content = page.markdown = ""
            page.rendered = None


def _stands(config: MkDocsConfig, files: Files, path: str) -> bool:
    """Whether a file of the site will stand there."""
    return path in files.src_uris or Path(config.site_dir, path).is_file()
