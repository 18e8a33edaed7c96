"""Pages of ours among those of the host, for which some of its work was done already."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from mkdocs.structure.pages import Page

from postil.mkdocs.finished import Finished
from postil.mkdocs.told import Told, tell_again
from postil.model.diagnostic import Diagnostic

if TYPE_CHECKING:
    from mkdocs.config.defaults import MkDocsConfig
    from mkdocs.structure.files import Files
    from mkdocs.structure.toc import TableOfContents


@dataclass(frozen=True, slots=True)
class Rendered:
    """What the host makes of a text's Markdown.

    `cleaned` is the HTML as it may be published, and `removed` what was taken out of it; `links`
    has, by the uris of the files that the text links to, its links to anchors there.
    """

    html: str
    cleaned: str
    removed: tuple[Diagnostic, ...]
    toc: TableOfContents
    title: str | None
    anchors: tuple[str, ...]
    links: Mapping[str, Mapping[str, str]] | None
    told: tuple[Told, ...]


class OwnPage(Page):
    """A page of ours. Where `rendered` is set, the host renders nothing; where `finished` is, the
    page stands in its file already, as its theme made it."""

    rendered: Rendered | None = None
    finished: Finished | None = None

    def render(self, config: MkDocsConfig, files: Files) -> None:
        """Takes what was made of its Markdown before, or has the host make it now."""
        if (made := self.rendered) is None:
            super().render(config, files)
            return
        self.content, self.toc, self._title_from_render = made.html, made.toc, made.title
        self.present_anchor_ids = set(made.anchors)
        if made.links is not None:
            self.links_to_anchors = {
                file: dict(links)
                for uri, links in made.links.items()
                if (file := files.get_file_from_path(uri)) is not None
            }
        tell_again(made.told)

    @property
    def html(self) -> str:
        """The finished page, from its file."""
        return Path(self.file.abs_dest_path).read_bytes().decode()


def own(pages: Iterable[Page | None]) -> None:
    """Makes pages of the host into pages of ours, where they are: the navigation holds them."""
    for page in pages:
        if type(page) is Page:
            page.__class__ = OwnPage
