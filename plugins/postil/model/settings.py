"""What a site chooses."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from postil.model.codes import CODES
from postil.model.diagnostic import Level
from postil.model.publisher import Publisher
from postil.model.scale import KINDS, VERDICTS, Kind, Verdict

STYLES = ("postil",)
"""Citation styles that ship, by name; the first is the one that a site has unless it chooses."""


CARDS = ("auto", "all", "pages", "none")
"""Which pages have a social card; the first is what a site has unless it chooses."""


@dataclass(frozen=True, slots=True)
class Settings:
    """The options of the plugin, as values. See the reference for what each one does.

    `content` and `annotations` are folders relative to the root of the site; `path` is the
    folder of the explainers within the site; `repository` is the address of the repository on
    its forge, `branch` the branch that is edited there, and `forge` its software (`github`,
    `gitlab`, `gitea`) where the address does not tell. `contact` is the address, of the web or of
    e-mail, to which readers report errors. `note_pages` says whether each note has a
    page of its own, `overviews` whether the site has pages about all of them, such as the list of
    sources, and `exports` whether it has files for machines. `style` is how references are
    written: the name of a style that ships, or the path of a CSL file below the root of the site.
    `cards` is one of `CARDS`, `publisher` what search engines are told of the publisher.
    `words` are words of the interface that the site gives, by their names in
    `postil.model.words`; no language replaces them.
    """

    content: str = "content"
    annotations: str = "annotations"
    path: str = "explainers"
    repository: str = ""
    branch: str = "main"
    forge: str = ""
    contact: str = ""
    kinds: tuple[Kind, ...] = KINDS
    verdicts: tuple[Verdict, ...] = VERDICTS
    levels: Mapping[str, Level] = field(default_factory=dict)
    note_pages: bool = True
    overviews: bool = True
    exports: bool = True
    cards: str = CARDS[0]
    publisher: Publisher = field(default_factory=Publisher)
    words: Mapping[str, str] = field(default_factory=dict)
    style: str = "postil"

    def level_of(self, code: str) -> Level:
        """The level that this site gives to the diagnostic `code`."""
        return self.levels.get(code, CODES[code].level)

    def kind(self, id: str) -> Kind:
        """The kind of that id. Raises KeyError for one that the site does not have."""
        return {kind.id: kind for kind in self.kinds}[id]

    def verdict(self, id: str) -> Verdict | None:
        """The verdict of that id, or None for the empty id."""
        return {verdict.id: verdict for verdict in self.verdicts}[id] if id else None
