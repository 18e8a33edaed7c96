"""A part of a site, as it is made."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from postil.mkdocs.finished import Finished
from postil.site.made_forms import MadeFile
from postil.site.note_parts import NotePack


@dataclass(slots=True)
class Filled:
    """Parts of a site: the content of pages, what is said of them, and what belongs into their
    heads, by their uris; files; by the slugs of texts, what the search reads of their notes; and
    finished pages, by their uris, with the `ids` of their entries where their content was let go;
    and notes whose pages the host does not make, those apart whose parts are `odd`.
    """

    content: dict[str, str] = field(default_factory=dict)
    descriptions: dict[str, str] = field(default_factory=dict)
    heads: dict[str, str] = field(default_factory=dict)
    files: list[MadeFile] = field(default_factory=list)
    searched: dict[str, str] = field(default_factory=dict)
    finished: dict[str, Finished] = field(default_factory=dict)
    ids: dict[str, Sequence[str]] = field(default_factory=dict)
    notes: list[NotePack] = field(default_factory=list)
    odd: list[NotePack] = field(default_factory=list)
