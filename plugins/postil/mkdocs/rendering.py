"""The Markdown of texts, rendered by the host in several processes, or in an earlier build.

MkDocs reads one page after the other, each from the start. Where no other plugin takes part in
that, its own rendering of a text is a task like ours.
"""

from __future__ import annotations

import logging
import re
from functools import partial
from typing import TYPE_CHECKING

from mkdocs.structure.pages import Page

from postil.kept import Task
from postil.mkdocs.hosted import OwnPage, Rendered
from postil.mkdocs.machine import Machine
from postil.mkdocs.others import stranger
from postil.mkdocs.pages import SitePages
from postil.mkdocs.plain import NotPlainError, plain
from postil.mkdocs.told import listening
from postil.model.text import Text
from postil.programs import code
from postil.site.deadline import within
from postil.site.digest import as_bytes, digest
from postil.site.original import original

if TYPE_CHECKING:
    from mkdocs.config.defaults import MkDocsConfig
    from mkdocs.structure.files import Files

_PURE = re.compile(
    r"(markdown\.extensions\.)?(abbr|admonition|attr_list|codehilite|def_list|extra|fenced_code"
    r"|footnotes|legacy_attrs|legacy_em|md_in_html|meta|nl2br|sane_lists|smarty|tables|toc"
    r"|wikilinks)|pymdownx\.(?!snippets|b64)[\w.]+"
)
"""Extensions that make the same HTML of the same Markdown: they read no other files."""

_LINKS = re.compile(r"[\[<]")
"""Without one of these no Markdown has a link to another page."""


def renders_apart(config: MkDocsConfig) -> bool:
    """Whether the host's rendering of a text is nobody's business but the host's and ours."""
    return not stranger(config, "pre_page", "page_read_source", "page_markdown")


def render_texts(
    pages: SitePages, machine: Machine, config: MkDocsConfig, files: Files, seconds: float
) -> None:
    """Has the host render the texts that it would render one after the other, each in as many
    `seconds` at most."""
    keys = RenderKeys(config, files, code())
    found = [
        (page, text)
        for text, page in pages.of_texts()
        if isinstance(page, OwnPage) and machine.needs(text)
    ]
    tasks = [
        Task(
            f"html {text.slug}",
            keys.key(page, text),
            partial(render_apart, page, text, config, files, seconds),
        )
        for page, text in found
    ]
    made = machine.done(tasks, keep=keys.known)
    for (page, _), one in zip(found, made, strict=True):
        page.rendered = one


def render_apart(
    page: Page, text: Text, config: MkDocsConfig, files: Files, seconds: float
) -> Rendered | None:
    """What the host makes of the Markdown of a text, without a change of its page; None where that
    fails: what is wrong is said when its turn comes."""
    copy = Page(None, page.file, config)
    page.file.page = page
    try:
        with listening() as told, within(seconds):
            copy.read_source(config)
            copy.render(config, files)
            html = copy.content or ""
            cleaned, removed = original(text, html)
    except Exception:  # whatever the extensions of a site raise
        return None
    links = copy.links_to_anchors
    return Rendered(
        html,
        cleaned,
        removed,
        toc=copy.toc,
        title=copy._title_from_render,
        anchors=tuple(sorted(copy.present_anchor_ids or ())),
        links=None if links is None else {file.src_uri: found for file, found in links.items()},
        told=tuple(told),
    )


class RenderKeys:
    """Keys of what the host makes of texts in one build."""

    def __init__(self, config: MkDocsConfig, files: Files, code: bytes) -> None:
        self._files = digest([(one.src_uri, one.url, one.inclusion.name) for one in files])
        level = logging.getLogger("mkdocs.structure.pages").getEffectiveLevel()
        try:
            self._around: bytes | None = digest(
                code,
                config.markdown_extensions,
                plain(config.mdx_configs),
                plain(config.validation),
                config.use_directory_urls,
                level,
            )
        except NotPlainError:
            self._around = None
        if not all(_PURE.fullmatch(str(one)) for one in config.markdown_extensions):
            self._around = None

    @property
    def known(self) -> bool:
        """Whether what is made depends on nothing but what a key holds."""
        return self._around is not None

    def key(self, page: Page, text: Text) -> bytes:
        """Of the HTML of a text."""
        files = self._files if _LINKS.search(text.markdown) else b""
        where = (page.file.src_uri, page.file.url, page.file.inclusion.name)
        own = (as_bytes(text.markdown), text.trusted, text.place, text.first_line)
        return digest(self._around, files, where, own)
