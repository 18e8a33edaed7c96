"""What MkDocs does with one page of a build, done again for that page alone."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from mkdocs.commands.build import get_context
from mkdocs.structure.files import InclusionLevel
from mkdocs.structure.pages import Page
from mkdocs.utils import write_file

if TYPE_CHECKING:
    from jinja2 import Environment
    from mkdocs.config.defaults import MkDocsConfig
    from mkdocs.structure.files import File, Files
    from mkdocs.structure.nav import Navigation


@dataclass(frozen=True, slots=True)
class Host:
    """What MkDocs built a site from."""

    config: MkDocsConfig
    files: Files
    nav: Navigation
    env: Environment

    def lists(self, file: File) -> bool:
        """Whether the navigation has the page, or whether MkDocs shows it as a draft."""
        return file.inclusion.is_excluded() or any(file.page is one for one in self.nav.pages)

    def read(self, file: File) -> Page:
        """The page of a file, read anew and rendered; other plugins take part as in a build."""
        config, files = self.config, self.files
        kind: type[Page] = Page if file.page is None else type(file.page)
        page = kind(None, file, config)
        page = config.plugins.on_pre_page(page, config=config, files=files)
        page.read_source(config)
        page.markdown = config.plugins.on_page_markdown(
            page.markdown or "", page=page, config=config, files=files
        )
        page.render(config, files)
        page.content = config.plugins.on_page_content(
            page.content or "", page=page, config=config, files=files
        )
        return page

    def publish(self, pages: Sequence[Page]) -> None:
        """Puts pages into the templates of the theme, and writes them."""
        every = self.files.documentation_pages(inclusion=InclusionLevel.is_in_serve)
        for page in pages:
            page.active = True
            try:
                output = self._output(page, every)
            finally:
                page.active = False
            if output.strip():
                write_file(output.encode("utf-8", "xmlcharrefreplace"), page.file.abs_dest_path)
        for page in pages:
            level = self.config.validation.links.anchors
            page.validate_anchor_links(files=self.files, log_level=level)

    def _output(self, page: Page, every: Sequence[File]) -> str:
        config, nav = self.config, self.nav
        context = get_context(nav, every, config, page)
        template = self.env.get_template(page.meta.get("template", "main.html"))
        context = config.plugins.on_page_context(context, page=page, config=config, nav=nav)
        output = template.render(context)
        return config.plugins.on_post_page(output, page=page, config=config)
