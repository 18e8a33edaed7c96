"""One note on one or more passages of a text."""

from __future__ import annotations

from dataclasses import dataclass

from postil.model.pickled import quickly_pickled
from postil.model.place import Place
from postil.model.target import Target


@quickly_pickled
@dataclass(frozen=True, slots=True)
class Citation:
    """One use of a source: where in it, its words, and what they support."""

    source: str
    place: Place
    locator: str = ""
    quote: str = ""
    supports: str = ""


@quickly_pickled
@dataclass(frozen=True, slots=True)
class PassageCitation:
    """One use of a passage of a text of the same site: where a source would be, the text itself.

    `text` is the slug of that text. The passage is that of its `note`, by the id, or what `target`
    names in it: one of the two is set.
    """

    text: str
    place: Place
    note: str = ""
    target: Target | None = None
    locator: str = ""
    supports: str = ""

    @property
    def name(self) -> str:
        """The passage as the field `passage` of a citation names it: `text#note`, or `text`."""
        return f"{self.text}#{self.note}" if self.note else self.text


@quickly_pickled
@dataclass(frozen=True, slots=True)
class Revision:
    """A dated record that a published annotation changed.

    `kind` is `correction`, `clarification` or `update`; `before` is what the annotation said, or
    empty.
    """

    date: str
    kind: str
    summary: str
    place: Place
    before: str = ""


@quickly_pickled
@dataclass(frozen=True, slots=True)
class Annotation:
    """A note, as its author wrote it.

    `text` is the slug of the text that it is about; `id` is unique within that text and
    permanent, for it is the address of the note. `body` is Markdown and begins at `body_place`.
    `verdict` is the id of a verdict, or empty where the note only explains. `wanted` says which
    evidence is still wanted. Dates are ISO 8601. A draft is read and checked, and not published.
    `citations` are of sources, `cited_passages` of texts of the same site.
    """

    id: str
    text: str
    kind: str
    title: str
    body: str
    targets: tuple[Target, ...]
    place: Place
    body_place: Place
    verdict: str = ""
    citations: tuple[Citation, ...] = ()
    contributors: tuple[str, ...] = ()
    created: str = ""
    revisions: tuple[Revision, ...] = ()
    wanted: str = ""
    draft: bool = False
    cited_passages: tuple[PassageCitation, ...] = ()
