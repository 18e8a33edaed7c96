"""The MkDocs plugin. It only adapts: what it publishes is made by `postil.site`.

The events that it answers, in the order in which MkDocs sends them:

1. `on_startup`   keeps the instance between rebuilds, and tells whether this is `mkdocs serve`.
2. `on_config`    takes the options, watches the folders, adds the stylesheet and the script.
3. `on_files`     reads everything that people wrote, adds a page for each text and each note,
                  and the index.
4. `on_page_read_source`, `on_page_markdown`   give a text's Markdown and front matter from memory.
5. `on_page_content`   anchors the notes of a text in its HTML and splices them in.
6. `on_env`       fills the pages of notes, the index and the pages about all explainers, and adds
                  the files for machines, when every explainer is known.
7. `on_post_page`, `on_post_template`   say in the head of a page what it looks like when it is
                  shared, and mend what the theme lacks.
8. `on_post_build`     prints the summary.
"""

from __future__ import annotations

import logging
import time
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Literal

from markupsafe import escape
from mkdocs.exceptions import ConfigurationError
from mkdocs.plugins import BasePlugin, event_priority, get_plugin_logger

from postil.mkdocs import files as added
from postil.mkdocs.dates import date_pages
from postil.mkdocs.language import language_of
from postil.mkdocs.material import mended
from postil.mkdocs.notes import fill_notes, note_files
from postil.mkdocs.options import PostilOptions
from postil.model.diagnostic import Diagnostic, Level
from postil.model.forge import edit_address
from postil.model.settings import STYLES
from postil.model.text import Text
from postil.read.library import read_library
from postil.read.settings import settings_from
from postil.render.assets import OVERVIEWS_SCRIPT, OVERVIEWS_STYLESHEET, SCRIPT, STYLESHEET
from postil.site.explain import Explained, explain
from postil.site.made import Overview, files_of, head_of, overview_title, overviews_of
from postil.site.modified import modified
from postil.site.note_pages import SiteFacts, explainer_head
from postil.site.overviews.entries import entries_of
from postil.site.pages import explainer_page, index_page, index_title
from postil.site.summary import summarise
from postil.site.uris import index_uri, note_uri, text_uri
from postil.site.whole import Whole, relative

if TYPE_CHECKING:
    from jinja2 import Environment
    from mkdocs.config.defaults import MkDocsConfig
    from mkdocs.structure.files import File, Files
    from mkdocs.structure.pages import Page

log = get_plugin_logger(__name__)

# Everything from a warning on makes `--strict` fail; an error is no more than that, because an
# exception would leave `mkdocs serve` hanging until the file is mended.
_LOG_LEVELS = {
    Level.ERROR: logging.ERROR,
    Level.WARNING: logging.WARNING,
    Level.INFO: logging.INFO,
}


class PostilPlugin(BasePlugin[PostilOptions]):
    """Publishes the texts of `content/` with the annotations of `annotations/`."""

    def __init__(self) -> None:
        self._serving = False

    def on_startup(self, *, command: Literal["build", "gh-deploy", "serve"], dirty: bool) -> None:
        """Keeps this instance alive between rebuilds; MkDocs makes a new one otherwise."""
        del dirty  # A dirty build renders fewer pages; each of them is made as always.
        self._serving = command == "serve"

    def on_config(self, config: MkDocsConfig) -> MkDocsConfig:
        """Takes the options and prepares one build."""
        self._settings, problems = settings_from(dict(self.config))
        if problems:
            raise ConfigurationError("; ".join(f"postil: {problem}" for problem in problems))
        self._root = Path(config.config_file_path or "mkdocs.yml").resolve().parent
        self._strict = config.strict
        self._seconds = 0.0
        self._texts: dict[str, Text] = {}
        self._explained: dict[str, Explained] = {}
        self._titles: dict[str, str] = {}
        self._overviews: dict[str, Overview] = {}
        self._whole: Whole | None = None
        self._heads: dict[str, str] = {}
        config.watch += [
            str(self._root / folder)
            for folder in (self._settings.content, self._settings.annotations)
        ]
        style = self._root / self._settings.style
        if self._settings.style not in STYLES and style.is_file():
            config.watch.append(str(style))
        # First, so that the site's own stylesheets win.
        config.extra_css.insert(0, added.asset_uri(STYLESHEET))
        config.extra_javascript.append(added.script(SCRIPT))
        return config

    # Early, so that plugins that make the navigation see the pages of texts.
    @event_priority(50)
    def on_files(self, files: Files, *, config: MkDocsConfig) -> Files:
        """Reads texts and annotations once, and adds the pages made from them."""
        began = time.perf_counter()
        self._library = read_library(self._root, self._settings)
        self._tell(self._library.diagnostics)
        for text in self._library.texts.values():
            uri = text_uri(self._settings, text)
            if (page := files.get_file_from_path(uri)) is not None:
                log.warning(
                    "%s: the page %s has the same address, and stands in its place "
                    "(give one of them another name)",
                    text.place.path,
                    page.src_path if page.generated_by else f"{config.docs_dir}/{page.src_path}",
                )
                continue
            self._texts[uri] = text
            files.append(added.text_file(config, self._settings, self._root, text))
            if self._settings.note_pages:
                for title, file in note_files(config, self._settings, self._library, text):
                    self._titles[file.src_uri] = title
                    files.append(file)
            for media in added.text_media(config, self._settings, self._root, text):
                files.append(media)
        # A page that a person wrote stands; the index never replaces it.
        if files.get_file_from_path(index_uri(self._settings)) is None:
            files.append(added.index_file(config, self._settings))
        for overview in overviews_of(self._library, self._settings):
            # A page that a person wrote stands here as well.
            if files.get_file_from_path(overview.uri) is None:
                self._overviews[overview.uri] = overview
                files.append(added.overview_file(config, overview.uri))
        self._entries = entries_of(self._library)
        for asset in added.asset_files(config):
            files.append(asset)
        self._seconds += time.perf_counter() - began
        return files

    def on_pre_page(self, page: Page, *, config: MkDocsConfig, files: Files) -> Page:
        """Sets the address at which a text is edited, in the content folder and not in docs."""
        text = self._texts.get(page.file.src_uri)
        if text is not None:
            page.edit_url = edit_address(self._settings, text.place.path) or None
        return page

    def on_page_read_source(self, *, page: Page, config: MkDocsConfig) -> str | None:
        """Gives a text's Markdown from memory; its file was read once."""
        text = self._texts.get(page.file.src_uri)
        # An empty front matter, so that a text that begins with a rule is not taken for one.
        return None if text is None else f"---\n{{}}\n---\n{text.markdown}"

    def on_page_markdown(
        self, markdown: str, *, page: Page, config: MkDocsConfig, files: Files
    ) -> str:
        """Gives a page its front matter, as Postil read it."""
        text = self._texts.get(page.file.src_uri)
        if text is not None:
            # The sidebars give way to the text, unless its front matter says otherwise.
            page.meta.update({"hide": ["navigation", "toc"], **text.meta})
            if text.description:
                # Material writes it into an attribute as it is.
                page.meta["description"] = str(escape(text.description))
        elif page.file.src_uri == index_uri(self._settings) and self._is_ours(page):
            title = index_title(self._settings, language_of(config))
            page.meta.update({"title": title, "hide": ["navigation", "toc"]})
        elif overview := self._overviews.get(page.file.src_uri):
            title = overview_title(overview, self._settings, language_of(config))
            page.meta.update({"title": title, "hide": ["navigation", "toc"]})
            if not overview.searched:
                page.meta["search"] = {"exclude": True}
        elif title := self._titles.get(page.file.src_uri, ""):
            # The search finds a note in its text.
            page.meta.update(
                {"title": title, "hide": ["navigation", "toc"], "search": {"exclude": True}}
            )
        return markdown

    def on_page_content(self, html: str, *, page: Page, config: MkDocsConfig, files: Files) -> str:
        """Anchors the notes of a text in its HTML, and splices marks and notes in."""
        text = self._texts.get(page.file.src_uri)
        if text is None:
            return html
        began = time.perf_counter()
        explained = explain(self._library, text, html)
        self._tell(explained.diagnostics)
        self._explained[text.slug] = explained
        problems = self._problems(explained, text) if self._serving else ()
        html = explainer_page(
            explained,
            self._library,
            self._settings,
            problems,
            language_of(config),
            partial(self._note_address, files, page.file, text),
            partial(relative, here=page.file.url),
            partial(self._entry_address, files, page.file),
        )
        self._seconds += time.perf_counter() - began
        return html

    def on_env(self, env: Environment, *, config: MkDocsConfig, files: Files) -> Environment:
        """Fills the pages of notes and the index, now that each explainer is known."""
        facts = SiteFacts(config.site_name, language_of(config))
        for uri, text in self._texts.items():
            explained = self._explained.get(text.slug)
            own = files.get_file_from_path(uri)
            if explained is None or own is None or own.page is None:
                continue
            self._heads[uri] = explainer_head(explained, facts, own.page.canonical_url or "")
            entry = partial(self._entry_address, files)
            for note, made in fill_notes(
                explained, uri, self._library, self._settings, facts, files, entry
            ):
                self._heads[note] = made.head
        file = files.get_file_from_path(index_uri(self._settings))
        if file is not None and file.page is not None and self._is_ours(file.page):
            addresses = {
                text.slug: uri_file.url_relative_to(file)
                for uri, text in self._texts.items()
                if (uri_file := files.get_file_from_path(uri)) is not None
            }
            file.page.content = index_page(
                list(self._explained.values()),
                addresses,
                self._library,
                self._settings,
                language_of(config),
            )
        whole = self._join(config, files, facts)
        self._fill_overviews(whole, config, files)
        date_pages(files, modified(whole))
        return env

    def on_post_page(self, output: str, *, page: Page, config: MkDocsConfig) -> str:
        """Says in the head of a page what it looks like when it is shared, and mends the rest."""
        uri = page.file.src_uri
        head = self._heads.get(uri, "") + (head_of(self._whole, uri) if self._whole else "")
        return mended(output.replace("</head>", f"{head}</head>", 1) if head else output)

    def on_post_template(
        self, output_content: str, *, template_name: str, config: MkDocsConfig
    ) -> str:
        """Mends the page for addresses that do not exist."""
        return mended(output_content) if template_name.endswith(".html") else output_content

    def on_post_build(self, *, config: MkDocsConfig) -> None:
        """Prints what was read and what became of it."""
        summary = summarise(
            self._library, [explained.explainer for explained in self._explained.values()]
        )
        log.info("%s; %.2f s", summary, self._seconds)

    def _join(self, config: MkDocsConfig, files: Files, facts: SiteFacts) -> Whole:
        """The whole site, for what is made from every explainer."""
        # By path, as the index lists them.
        explained = [self._explained.get(text.slug) for text in self._texts.values()]
        self._whole = Whole(
            explained=tuple(one for one in explained if one is not None),
            library=self._library,
            settings=self._settings,
            facts=facts,
            urls={file.src_uri: file.url for file in files.documentation_pages()},
            root=f"{config.site_url.rstrip('/')}/" if config.site_url else "",
        )
        return self._whole

    def _fill_overviews(self, whole: Whole, config: MkDocsConfig, files: Files) -> None:
        """Gives the pages about all explainers their content, and adds the files for machines."""
        for uri, overview in self._overviews.items():
            file = files.get_file_from_path(uri)
            if file is not None and file.page is not None:
                script = relative(added.asset_uri(OVERVIEWS_SCRIPT), file.url)
                # In the content, where Material's instant navigation runs it.
                file.page.content = (
                    f'{overview.make(whole)}<script type="module" src="{script}"></script>'
                )
                style = relative(added.asset_uri(OVERVIEWS_STYLESHEET), file.url)
                self._heads[uri] = f'<link rel="stylesheet" href="{style}">'
        for made in files_of(whole):
            if files.get_file_from_path(made.path) is None:
                files.append(added.made_file(config, made))

    def _note_address(self, files: Files, here: File, text: Text, id: str) -> str:
        """The address of a note's page, as seen from `here`; empty if it has none."""
        file = files.get_file_from_path(note_uri(self._settings, text, id))
        return "" if file is None else file.url_relative_to(here)

    def _entry_address(self, files: Files, here: File, what: str, id: str) -> str:
        """The address of a source or contributor among all of them; empty if it has none."""
        uri, fragment = self._entries.get((what, id), ("", ""))
        file = files.get_file_from_path(uri) if uri in self._overviews else None
        return "" if file is None else f"{file.url_relative_to(here)}#{fragment}"

    def _is_ours(self, page: Page) -> bool:
        return page.file.generated_by is not None and page.file.abs_src_path is None

    def _tell(self, diagnostics: tuple[Diagnostic, ...]) -> None:
        for diagnostic in diagnostics:
            level = self._settings.level_of(diagnostic.code)
            if level is not Level.OFF:
                log.log(self._loud(_LOG_LEVELS[level]), "%s", diagnostic)

    def _loud(self, level: int) -> int:
        """The level to log at. MkDocs' `--quiet` drops warnings before `--strict` counts them, and
        a strict build must fail all the same."""
        lost = level == logging.WARNING and not log.isEnabledFor(level)
        return logging.ERROR if self._strict and lost else level

    def _problems(self, explained: Explained, text: Text) -> tuple[Diagnostic, ...]:
        """What the preview shows on the page of `text`: its own problems and its notes'."""
        folder = f"{self._settings.annotations}/{text.slug}"
        own = (text.place.path, f"{folder}.yml", f"{folder}.yaml")
        read = tuple(
            diagnostic
            for diagnostic in self._library.diagnostics
            if diagnostic.place.path in own or diagnostic.place.path.startswith(f"{folder}/")
        )
        return tuple(
            diagnostic
            for diagnostic in (*read, *explained.diagnostics)
            if self._settings.level_of(diagnostic.code) is not Level.OFF
        )
