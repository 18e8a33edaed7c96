"""What the host does with a page when all are read: the theme's template is filled, and written."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from mkdocs.commands.build import get_context
from mkdocs.utils import write_file

if TYPE_CHECKING:
    from jinja2 import Environment
    from mkdocs.config.defaults import MkDocsConfig
    from mkdocs.structure.files import File
    from mkdocs.structure.nav import Navigation
    from mkdocs.structure.pages import Page


@dataclass(frozen=True, slots=True)
class Theme:
    """What makes pages: the host, as it is when all pages are read."""

    config: MkDocsConfig
    env: Environment
    nav: Navigation

    def render(
        self,
        page: Page,
        pages: Sequence[Any],
        *,
        shown: Page | None = None,
        last: Callable[[str], str] | None = None,
    ) -> str:
        """The whole page among all `pages`, by the steps of MkDocs (`_build_page` of
        `mkdocs.commands.build`).

        The template is `shown` another page, where there is one, and `last` is done in the place of
        what plugins do to a page that is made.
        """
        plugins, config = self.config.plugins, self.config
        # The theme marks where a reader is.
        page.active = True
        try:
            context = get_context(self.nav, pages, config, page)
            template = self.env.get_template(page.meta.get("template", "main.html"))
            context = plugins.on_page_context(context, page=page, config=config, nav=self.nav)
            if shown is not None:
                context["page"] = shown
            output = template.render(context)
            if last is not None:
                return last(output)
            return plugins.on_post_page(output, page=page, config=config)
        finally:
            page.active = False


def write_page(output: str, file: File) -> None:
    """Writes a page as MkDocs does: one that plugins emptied is none."""
    if output.strip():
        write_file(output.encode("utf-8", "xmlcharrefreplace"), file.abs_dest_path)
