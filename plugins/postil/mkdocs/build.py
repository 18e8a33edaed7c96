"""One build, as far as it has come."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import TYPE_CHECKING

from mkdocs.plugins import get_plugin_logger

from postil.mkdocs.anchoring import Anchoring
from postil.mkdocs.filling.filled import Filled
from postil.mkdocs.host import Host
from postil.mkdocs.language import language_of
from postil.mkdocs.machine import Machine
from postil.mkdocs.note_pages import NotePages
from postil.mkdocs.output import Output
from postil.mkdocs.pages import SitePages
from postil.mkdocs.policy import PagePolicies
from postil.mkdocs.setup import Setup
from postil.mkdocs.site_search import SOURCES, SiteSearch
from postil.mkdocs.turn import Turn
from postil.model.diagnostic import Diagnostic
from postil.model.library import Library
from postil.read.library import Reading
from postil.render.context import RenderContext
from postil.site.made import head_of
from postil.site.pages import context_of
from postil.site.whole import Whole

if TYPE_CHECKING:
    from mkdocs.config.defaults import MkDocsConfig
    from mkdocs.structure.files import Files

log = get_plugin_logger(__name__)


@dataclass(slots=True)
class Assembled:
    """What came of all texts: the `whole` site, what pages are `filled` with, the pages of
    `notes`, and the `host` that makes one page again."""

    whole: Whole
    filled: Filled
    notes: NotePages
    host: Host

    def head(self, uri: str) -> str:
        """What belongs into the head of a page."""
        found = self.notes.heads.get(uri)
        if found is None:
            found = self.filled.heads.get(uri, "") + head_of(self.whole, uri)
        return found

    def adds_to(self, uri: str) -> bool:
        """Whether it put something into a page that is none of ours, or makes that of a note."""
        return uri in self.notes.heads or uri in self.filled.heads


@dataclass(slots=True)
class Build:
    """What was read, the pages that are made of it, and, once all are rendered, what is
    `assembled`. An edit that a preview shows changes what was read of one text."""

    setup: Setup
    config: MkDocsConfig
    machine: Machine
    reading: Reading
    context: RenderContext
    pages: SitePages
    anchoring: Anchoring
    search: SiteSearch
    output: Output
    policies: PagePolicies | None
    assembled: Assembled | None = None

    @property
    def library(self) -> Library:
        """What people wrote."""
        return self.reading.library

    def report(self, diagnostics: Iterable[Diagnostic]) -> None:
        """Says what is wrong, where it is this build that says it."""
        if self.machine.speaks:
            self.setup.tell(diagnostics)

    def add_to(self, files: Files) -> None:
        """Adds all pages to those of the host, and what searches them."""
        for in_the_way in self.pages.add_to(files):
            log.warning("%s", in_the_way)
        self.search.choose(self.config, files, self.pages, self.setup.settings, self.library)
        if self.search.chosen and self.policies is not None:
            self.policies.needs(SOURCES)

    def take(self, reading: Reading) -> None:
        """Goes on with what was read since."""
        self.reading = reading
        self.context = context_of(self.library, self.setup.settings, language_of(self.config))


def begun(
    setup: Setup,
    config: MkDocsConfig,
    machine: Machine,
    reading: Reading,
    search: SiteSearch,
    output: Output,
    turn: Turn,
) -> Build:
    """A build of what was read."""
    settings, library = setup.settings, reading.library
    # The preview adds a script of its own to each page.
    csp = settings.csp and not setup.serving
    return Build(
        setup,
        config,
        machine,
        reading,
        context_of(library, settings, language_of(config)),
        SitePages(config, settings, library, setup.root),
        Anchoring(turn, settings.limits.seconds),
        search,
        output,
        PagePolicies(settings.csp_also) if csp else None,
    )
