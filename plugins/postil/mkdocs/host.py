"""What MkDocs does with one page of a build, done again for that page alone."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from mkdocs.structure.files import InclusionLevel
from mkdocs.structure.pages import Page

from postil.mkdocs.theme import Theme, write_page

if TYPE_CHECKING:
    from mkdocs.structure.files import File, Files


@dataclass(frozen=True, slots=True)
class Host:
    """What MkDocs built a site from."""

    theme: Theme
    files: Files

    def lists(self, file: File) -> bool:
        """Whether the navigation has the page, or whether MkDocs shows it as a draft."""
        return file.inclusion.is_excluded() or any(file.page is one for one in self.theme.nav.pages)

    def read(self, file: File) -> Page:
        """The page of a file, read anew and rendered; other plugins take part as in a build."""
        config, files = self.theme.config, self.files
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
            write_page(self.theme.render(page, every), page.file)
        for page in pages:
            level = self.theme.config.validation.links.anchors
            page.validate_anchor_links(files=self.files, log_level=level)
