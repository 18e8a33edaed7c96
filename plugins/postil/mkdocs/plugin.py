"""The MkDocs plugin. It only adapts: what it publishes is made by `postil.site`, and what one event
hands on to the next stands in a `Build` (`postil.mkdocs.build`).

The events that it answers, in the order in which MkDocs sends them:

1. `on_startup`   keeps the instance between rebuilds, and tells whether this is `mkdocs serve`.
2. `on_config`    takes the options, watches the folders, adds the stylesheet and the script.
3. `on_pre_build` puts the files of an earlier build aside.
4. `on_files`     reads everything that people wrote, adds a page for each text and each note,
                  and the index.
5. `on_page_read_source`, `on_page_markdown`   give a text's Markdown and front matter from memory.
6. `on_page_content`   takes out of the HTML of a text what it may not hold.
7. `on_env`       anchors the notes in their texts, as all plugins left them, and makes all pages of
                  ours, what others embed, and the files for machines.
8. `on_post_page`, `on_post_template`   say in the head of a page what it looks like when it is
                  shared, and mend what the theme lacks.
9. `on_post_build`     writes the pages of notes and the content security policy, and prints the
                  summary.

Once, in `mkdocs serve` and after the first build: `on_serve` puts a preview between the server and
its builder (`postil.mkdocs.preview`), which has `renew` make the pages of one edited text.
"""

from __future__ import annotations

import atexit
import gc
from pathlib import Path
from typing import TYPE_CHECKING, Literal

from mkdocs.exceptions import Abort
from mkdocs.plugins import BasePlugin, CombinedEvent, event_priority, get_plugin_logger

from postil.mkdocs import completing
from postil.mkdocs.assembling import assemble
from postil.mkdocs.build import Build, begun
from postil.mkdocs.clock import Clock
from postil.mkdocs.edited import edited_texts
from postil.mkdocs.faults import refused
from postil.mkdocs.hosted import OwnPage, own
from postil.mkdocs.machine import Machine
from postil.mkdocs.options import PostilOptions
from postil.mkdocs.output import Output
from postil.mkdocs.preview import Preview, previews
from postil.mkdocs.rendering import render_texts, renders_apart
from postil.mkdocs.renewing import renew
from postil.mkdocs.setup import Setup, add_to, set_up
from postil.mkdocs.site_search import SiteSearch
from postil.mkdocs.turn import Turn
from postil.model.forge import edit_address
from postil.read.library import read_site
from postil.site.summary import summarise

if TYPE_CHECKING:
    from collections.abc import Callable

    from jinja2 import Environment
    from mkdocs.config.defaults import MkDocsConfig
    from mkdocs.livereload import LiveReloadServer
    from mkdocs.structure.files import Files
    from mkdocs.structure.nav import Navigation
    from mkdocs.structure.pages import Page
    from mkdocs.utils.templates import TemplateContext

log = get_plugin_logger(__name__)


class PostilPlugin(BasePlugin[PostilOptions]):
    """Publishes the texts of `content/` with the annotations of `annotations/`."""

    _build: Build

    def __init__(self) -> None:
        self._setup = Setup()
        self._search = SiteSearch(serving=False)
        self._output = Output()
        self._turn = Turn()
        self._clock = Clock()
        self._serving = self._cleans = self._to_render = False
        self._machine: Machine | None = None
        self._preview: Preview | None = None

    def on_startup(self, *, command: Literal["build", "gh-deploy", "serve"], dirty: bool) -> None:
        """Keeps this instance alive between rebuilds; MkDocs makes a new one otherwise."""
        self._serving = command == "serve"
        self._cleans = not (self._serving or dirty)
        if not self._serving:
            # What is left ends with the process: looking through it would take long.
            atexit.register(gc.freeze)
        self._search = SiteSearch(self._serving)
        if self._serving and not dirty:
            self._preview = Preview(self._edited, lambda slug: renew(self._build, slug))

    def follow_preview(self, index: Path) -> None:
        """Builds for a preview of another process, whose index of the search is kept there."""
        self._search.kept = index

    def on_serve(
        self, server: LiveReloadServer, *, config: MkDocsConfig, builder: Callable[..., None]
    ) -> LiveReloadServer:
        """Has an edit of a text show before the whole site is built again."""
        # A build that is strict fails at a warning, wherever it is.
        if self._preview and self._search.kept and not config.strict and previews(config):
            self._preview.begin(server, config, self._setup.folders, self._search.kept)
        return server

    def _edited(self, paths: set[Path]) -> list[str] | None:
        setup = self._setup
        return edited_texts(paths, setup.root, setup.settings, self._build.library)

    def on_shutdown(self) -> None:
        """Removes what the preview kept, and a shard that was not made."""
        self._output.end()
        if self._preview:
            self._preview.end()
        self._search.close()
        if self._machine is not None:
            self._machine.cancel()

    def on_config(self, config: MkDocsConfig) -> MkDocsConfig:
        """Takes the options and prepares one build."""
        self._setup = set_up(config, dict(self.config), serving=self._serving)
        self._clock = Clock()
        add_to(config, self._setup)
        return config

    # Last, for the host removes then what is still there.
    @event_priority(-100)
    def on_pre_build(self, *, config: MkDocsConfig) -> None:
        """Puts the files of an earlier build aside."""
        if self._cleans and self._setup.settings.cache:
            self._output.begin(self._setup.root, config)

    # Early, so that plugins that make the navigation see the pages of texts.
    @event_priority(50)
    def on_files(self, files: Files, *, config: MkDocsConfig) -> Files:
        """Reads texts and annotations once, and adds the pages made from them."""
        setup, search = self._setup, self._search
        with self._clock:
            self._machine = machine = Machine(setup, config)
            reading = read_site(machine.read_notes, setup.root, setup.settings, machine.keep)
            if not self._serving:
                # It stays to the end: looking through it for what nobody needs would take long, and
                # copy it for each process.
                gc.freeze()
            machine.begin(reading.library)
            self._build = build = begun(
                setup, config, machine, reading, search, self._output, self._turn
            )
            build.report(build.library.diagnostics)
            build.add_to(files)
        return files

    # Last, so that it is the navigation that the pages have.
    @event_priority(-100)
    def on_nav(self, nav: Navigation, *, config: MkDocsConfig, files: Files) -> Navigation:
        """Keeps the navigation, and prepares our pages for being rendered by several processes."""
        self._nav, self._to_render = nav, renders_apart(config)
        own(file.page for file in files if self._build.pages.owns(file.src_uri))
        return nav

    def on_pre_page(self, page: Page, *, config: MkDocsConfig, files: Files) -> Page:
        """Sets the address at which a text is edited, in the content folder and not in docs."""
        build, settings = self._build, self._setup.settings
        if text := build.pages.text(page):
            if self._to_render:
                self._to_render = False
                with self._clock:
                    render_texts(build.pages, build.machine, config, files, settings.limits.seconds)
            page.edit_url = edit_address(settings, text.place.path) or None
        return page

    def on_page_read_source(self, *, page: Page, config: MkDocsConfig) -> str | None:
        """Gives a text's Markdown from memory; its file was read once."""
        text = self._build.pages.text(page)
        if text is None:
            return None
        # An empty front matter, so that a text that begins with a rule is not taken for one.
        return f"---\n{{}}\n---\n{text.markdown if self._build.machine.needs(text) else ''}"

    def on_page_markdown(
        self, markdown: str, *, page: Page, config: MkDocsConfig, files: Files
    ) -> str:
        """Gives a page its front matter, as Postil read it."""
        pages = self._build.pages
        page.meta.update(pages.front_matter(page.file.src_uri))
        text = pages.text(page)
        if text is not None and not (isinstance(page, OwnPage) and page.rendered):
            self._turn.begin(text, self._setup.settings.limits.seconds)
        return markdown

    def on_page_content(self, html: str, *, page: Page, config: MkDocsConfig, files: Files) -> str:
        """Takes out of the HTML of a text what it may not hold, before others see it."""
        text = self._build.pages.text(page)
        if text is None:
            return html
        with self._clock:
            known = page.rendered if isinstance(page, OwnPage) else None
            html = self._build.anchoring.clean(text, html, known)
            self._turn.end()
        return html

    def on_env(self, env: Environment, *, config: MkDocsConfig, files: Files) -> Environment:
        """Anchors the notes in their texts, and makes the pages and files that come of it."""
        with self._clock:
            self._build.assembled = assemble(self._build, env, self._nav, files)
        return env

    def on_page_context(
        self, context: TemplateContext, *, page: Page, config: MkDocsConfig, nav: Navigation
    ) -> TemplateContext:
        """Names all pages to a template, those of notes as well."""
        return self._listing(context)

    def on_template_context(
        self, context: TemplateContext, *, template_name: str, config: MkDocsConfig
    ) -> TemplateContext:
        """Names all pages to the site map."""
        return self._listing(context)

    def _listing(self, context: TemplateContext) -> TemplateContext:
        if self._build.assembled is not None:
            context["pages"] = self._build.assembled.notes.listed
        return context

    def _complete(self, output: str, *, page: Page, config: MkDocsConfig) -> str:
        """Says in the head of a page what it looks like when it is shared, and mends the rest."""
        return completing.complete(self._build, page, output)

    def _complete_template(
        self, output_content: str, *, template_name: str, config: MkDocsConfig
    ) -> str:
        """Mends the page for addresses that do not exist."""
        return completing.complete_template(self._build, template_name, output_content)

    # Last, so that other plugins change no script after its hash was taken.
    @event_priority(-100)
    def _restrict(self, output: str, *, page: Page, config: MkDocsConfig) -> str:
        """Makes place for the policy in a page."""
        return completing.restrict(self._build, page, output)

    @event_priority(-100)
    def _restrict_template(
        self, output_content: str, *, template_name: str, config: MkDocsConfig
    ) -> str:
        """Makes place for the policy in a page that is no document."""
        return completing.restrict_template(self._build, template_name, output_content)

    on_post_page = CombinedEvent(_complete, _restrict)
    on_post_template = CombinedEvent(_complete_template, _restrict_template)

    @event_priority(-100)
    def on_post_build(self, *, config: MkDocsConfig) -> None:
        """Writes the policy and the index of the search, and prints what was read and what became
        of it."""
        gc.unfreeze()
        build = self._build
        build.machine.end()
        self._search.write(Path(config.site_dir), self._output.write)
        with self._clock:
            for kept in completing.finish(build):
                log.warning("%s", kept)
            self._output.end()
        explainers = [explained.explainer for explained in build.anchoring.explained.values()]
        log.info("%s; %.2f s", summarise(build.library, explainers), self._clock.seconds)

    def on_build_error(self, *, error: Exception) -> None:
        """Says in one line which text no host can render, or which file the system refuses."""
        self._search.cancel()
        self._output.end()
        if (problem := self._turn.blamed(error)) is not None:
            self._setup.tell([problem])
            raise Abort("The build ends here: a text cannot be rendered") from None
        if (refusal := refused(error, self._setup.root)) is not None:
            log.debug("It was raised here:", exc_info=error)
            raise Abort(f"The build ends here: {refusal}") from None
