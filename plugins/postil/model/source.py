"""A work that is cited."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from postil.model.pickled import quickly_pickled
from postil.model.place import Place


@quickly_pickled
@dataclass(frozen=True, slots=True)
class Source:
    """A CSL item, and how it was checked.

    `item` holds the fields of the CSL data model (https://docs.citationstyles.org) as they were
    written, `id` and `type` included, dates as written (ISO 8601, or CSL's `date-parts`).

    `archive` and `archived` are the address and the date of an archive copy. `checked` is the
    ISO date on which somebody opened it; empty means that it was not opened. `copy` says whose
    page was opened (`own-page`, `repost`, `secondary`), `seen` what was opened (`live`,
    `stored`, `paper`), `extent` how much of it (`whole`, `part`). `excerpt` is what it
    showed. `link` is False for an address that is named nowhere on the page.
    """

    id: str
    item: Mapping[str, Any]
    place: Place
    archive: str = ""
    archived: str = ""
    checked: str = ""
    copy: str = ""
    seen: str = ""
    extent: str = ""
    excerpt: str = ""
    remark: str = ""
    link: bool = True

    @property
    def title(self) -> str:
        """The title, or the id where the work has none."""
        return str(self.item.get("title") or self.id)

    @property
    def url(self) -> str:
        """The address of the work, empty where it has none or must not be linked."""
        return str(self.item.get("URL") or "") if self.link else ""
