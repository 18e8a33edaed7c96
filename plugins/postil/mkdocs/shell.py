"""The page of the theme around a note, made once for all notes.

The theme makes a page as any other, with marks (see `postil.mkdocs.marks`) in the place of what
differs from note to note.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from markupsafe import escape
from mkdocs.structure.files import File
from mkdocs.structure.pages import Page
from mkdocs.structure.toc import get_toc

from postil.mkdocs.marks import Written, is_marked, mark, sign, slots, watched
from postil.mkdocs.theme import Theme
from postil.site.note_parts import NoteParts
from postil.site.policy import inline_of

if TYPE_CHECKING:
    from mkdocs.config.defaults import MkDocsConfig

_ABOVE = re.compile(r"\.\./([a-z0-9-]+)")


def note_page(theme: Theme, file: File, meta: dict[str, Any], content: str) -> Page:
    """The page of a note, as the host would have read it."""
    page = Page(None, file, theme.config)
    page.markdown, page.content = "", content
    page.toc, page.meta = get_toc([]), meta
    return page


class _Shown(Page):
    """A page that is none of the host's, for a template: it stands nowhere in the navigation."""

    url = ""
    is_homepage = False
    is_index = False
    __hash__ = object.__hash__

    def __eq__(self, other: object) -> bool:
        return self is other


@dataclass(frozen=True, slots=True)
class Shell:
    """The page around notes in parts: HTML, and the names of values with what writes them."""

    parts: tuple[str | tuple[str, Written], ...]

    @property
    def above(self) -> frozenset[str]:
        """The names of folders and files that the page leads to in the folders above its own: from
        a page in one of these, the address would be shorter."""
        return frozenset(
            name for part in self.parts if isinstance(part, str) for name in _ABOVE.findall(part)
        )

    def around(self, note: NoteParts) -> str:
        """The page of a note."""
        values = {
            "id": note.id,
            "slug": note.slug,
            # As the host and its theme get them from Postil.
            "title": str(escape(note.title)),
            "description": str(escape(note.description)),
            "content": note.content,
            "head": note.head,
        }
        return "".join(
            part if isinstance(part, str) else part[1](values[part[0]]) for part in self.parts
        )

    def replaced(self, change: Callable[[str], str]) -> Shell:
        """The same with another text around the values."""
        return Shell(tuple(change(part) if isinstance(part, str) else part for part in self.parts))


def shell(
    theme: Theme,
    file: File,
    meta: dict[str, Any],
    real: File,
    pages: Sequence[Any],
    heads: dict[str, str],
) -> Shell:
    """The page around the notes of any text, or of one: as the address of `file` has it (see
    `marked`). `real` is the page of one of them, with the front matter `meta`; `pages` are those
    of the whole site.

    What belongs into the head of the page is put into `heads` by its uri. Raises ValueError where
    the theme does more than to write down what differs.
    """
    asked: list[str] = []
    signs = {**meta, "title": sign("title"), "description": sign("description")}
    plain = note_page(theme, file, signs, sign("content"))
    # Should something be wrong with it, a page is named that people find.
    file.abs_dest_path = real.abs_dest_path
    heads[file.src_uri] = sign("head")
    with watched(theme.env, asked, plain):
        html = theme.render(plain, pages, shown=_shown(theme, plain, asked))
    if asked:
        raise ValueError(f"its templates look at values ({', '.join(dict.fromkeys(asked))})")
    if any(is_marked(script) for script in inline_of(html).scripts):
        # The policy of the site goes by what stands in each.
        raise ValueError("it has a script for each page")
    return Shell(tuple(slots(html, theme.env)))


def marked(config: MkDocsConfig, uri: str) -> File:
    """The file of a page that notes share, by its uri."""
    file = File(uri, None, config.site_dir, config.use_directory_urls)
    # So that nobody is sent to edit it.
    file.generated_by = "postil"
    return file


def _shown(theme: Theme, plain: Page, asked: list[str]) -> Page:
    file = marked(theme.config, plain.file.src_uri)
    meta = {
        name: mark(value, asked) if isinstance(value, str) else value
        for name, value in plain.meta.items()
    }
    page = _Shown(None, file, theme.config)
    page.markdown, page.toc, page.meta = "", plain.toc, meta
    page.content = mark(plain.content or "", asked, "<h1")
    page.url = mark(plain.url, asked)
    for name in ("canonical_url", "abs_url"):
        if value := getattr(plain, name):
            setattr(page, name, mark(value, asked))
    for name in ("url", "src_uri", "dest_uri", "name"):
        setattr(file, name, mark(getattr(file, name), asked))
    return page
