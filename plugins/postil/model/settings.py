"""What a site chooses."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from fnmatch import fnmatchcase

from postil.model.codes import CODES
from postil.model.diagnostic import Level
from postil.model.limits import Limits
from postil.model.publisher import Publisher
from postil.model.scale import KINDS, VERDICTS, Kind, Verdict

STYLES = ("postil",)
"""Citation styles that ship, by name; the first is the one that a site has unless it chooses."""


CARDS = ("auto", "all", "pages", "none")
"""Which pages have a social card; the first is what a site has unless it chooses."""


SEARCHES = ("auto", "material", "pagefind")
"""What searches a site; the first is what a site has unless it chooses."""


@dataclass(frozen=True, slots=True)
class Settings:
    """The options of the plugin, as values, by the names that they have there.

    `postil.model.fields.options` says what each one means. Folders are relative to the root of the
    site, and `path` to that of the published one. `words` has names of `postil.model.words`; no
    language replaces them.
    """

    content: str = "content"
    annotations: str = "annotations"
    path: str = "explainers"
    repository: str = ""
    branch: str = "main"
    forge: str = ""
    contact: str = ""
    form: bool = True
    kinds: tuple[Kind, ...] = KINDS
    verdicts: tuple[Verdict, ...] = VERDICTS
    levels: Mapping[str, Level] = field(default_factory=dict)
    note_pages: bool = True
    overviews: bool = True
    exports: bool = True
    search: str = SEARCHES[0]
    cards: str = CARDS[0]
    limits: Limits = field(default_factory=Limits)
    publisher: Publisher = field(default_factory=Publisher)
    words: Mapping[str, str] = field(default_factory=dict)
    style: str = "postil"
    trusted: tuple[str, ...] = ()
    csp: bool = True
    csp_also: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    jobs: int = 0
    cache: bool = True

    def level_of(self, code: str) -> Level:
        """The level that this site gives to the diagnostic `code`."""
        return self.levels.get(code, CODES[code].level)

    def trusts(self, slug: str) -> bool:
        """Whether the site trusts the text of that name as it trusts its own pages."""
        return any(fnmatchcase(slug, pattern) for pattern in self.trusted)

    def kind(self, id: str) -> Kind:
        """The kind of that id. Raises KeyError for one that the site does not have."""
        return {kind.id: kind for kind in self.kinds}[id]

    def verdict(self, id: str) -> Verdict | None:
        """The verdict of that id, or None for the empty id."""
        return {verdict.id: verdict for verdict in self.verdicts}[id] if id else None
