"""What the pages of a site embed, filled in when every explainer is known."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING

from postil.mkdocs.files import asset_uri
from postil.mkdocs.pages import SitePages
from postil.render.assets import EMBEDS_STYLESHEET
from postil.site.embeds.check import embed_problems
from postil.site.embeds.fill import filled
from postil.site.embeds.find import embeds_in
from postil.site.whole import Whole, relative

if TYPE_CHECKING:
    from mkdocs.structure.files import File, Files


def embed(
    files: Files, pages: SitePages, whole: Whole, root: Path, tell: Callable[..., None]
) -> Iterator[tuple[str, str]]:
    """Fills in what pages embed, and yields, by the uri of a page, what belongs into its head.

    Pages of Postil's own embed nothing: what stands in them came with a contribution. `root` is
    the folder of the configuration; problems are `tell`-ed.
    """
    for file in files.documentation_pages():
        page = file.page
        if page is None or not page.content or pages.owns(file.src_uri):
            continue
        if found := embeds_in(page.content):
            source = file.content_string
            tell(tuple(embed_problems(found, whole.library.annotations, source, _path(file, root))))
            page.content = filled(page.content, whole, file.src_uri)
            style = relative(asset_uri(EMBEDS_STYLESHEET), file.url)
            yield file.src_uri, f'<link rel="stylesheet" href="{style}">'


def _path(file: File, root: Path) -> str:
    """The path of a page's Markdown below the root of the site, or its uri if it has no file."""
    if file.abs_src_path is not None and (path := Path(file.abs_src_path)).is_relative_to(root):
        return path.relative_to(root).as_posix()
    return file.src_uri
