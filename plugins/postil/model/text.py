"""An original document that is annotated."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from postil.model.pickled import quickly_pickled
from postil.model.place import Place


@quickly_pickled
@dataclass(frozen=True, slots=True)
class Provenance:
    """Where a text comes from, as its front matter says under `text:`.

    Dates are ISO 8601. An empty field was not shown by the origin. `relation` is `examined` (a
    text under examination, not the site's own voice) or `primary`. `reason` says why the text is
    shown, `remark` what there is to know of the copy. `direction` is `ltr`, `rtl`, or empty where
    it follows from `language`. `sha256` is the hash of the visible text as it was when it was
    annotated.
    """

    author: str = ""
    publisher: str = ""
    published: str = ""
    url: str = ""
    archive: str = ""
    retrieved: str = ""
    language: str = ""
    direction: str = ""
    rights: str = ""
    relation: str = "examined"
    reason: str = ""
    remark: str = ""
    sha256: str = ""


@quickly_pickled
@dataclass(frozen=True, slots=True)
class Text:
    """One Markdown file of `content/`.

    `slug` is its name in addresses and the name of its annotations. `markdown` is the file
    without its front matter, which ends before line `first_line`. `meta` is what the host may have
    of the front matter, as plain values. `files` are the paths of what lies beside it (pictures),
    relative to the root of the site. `trusted` says that its HTML and front matter are the
    publisher's own. `pinned_at` is where the hash of its words stands, None where it has none.
    """

    slug: str
    title: str
    markdown: str
    place: Place
    description: str = ""
    provenance: Provenance = field(default_factory=Provenance)
    first_line: int = 1
    meta: Mapping[str, Any] = field(default_factory=dict)
    files: tuple[str, ...] = ()
    trusted: bool = False
    pinned_at: Place | None = None
