"""How far a site is: what each text has, how much of it has a note, and what is open."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from postil.model.anchor import Status
from postil.model.annotation import Annotation
from postil.model.library import Library
from postil.model.link import LinkState
from postil.model.place import Place
from postil.model.settings import Settings
from postil.render.note import tone
from postil.site.explain import Explained
from postil.site.overviews.sources import check_of

BAD_LINKS = (LinkState.DEAD, LinkState.MOVED)


@dataclass(frozen=True, slots=True)
class TextStanding:
    """The counts of one text.

    `kinds` and `verdicts` count the published notes by the ids of the site; a note without a
    verdict counts under the empty id. `anchors` counts them by their least sure passage.
    `paragraphs` are its blocks that hold words and are no headings, `covered` those of them in
    which a passage stands.
    """

    slug: str
    title: str
    kinds: dict[str, int]
    verdicts: dict[str, int]
    anchors: dict[str, int]
    drafts: int
    paragraphs: int
    covered: int

    @property
    def notes(self) -> int:
        """The published notes."""
        return sum(self.kinds.values())

    @property
    def share(self) -> float:
        """Of the paragraphs, how many have a note: from 0 to 1; 0 for a text without any."""
        return self.covered / self.paragraphs if self.paragraphs else 0.0


@dataclass(frozen=True, slots=True)
class OpenItem:
    """Something that is still to be done, and where."""

    place: Place
    id: str
    words: str


@dataclass(frozen=True, slots=True)
class Standing:
    """The texts, and what is open by its name: `unverified` (what is wanted for it may be
    said), `wanted` for other notes, `unopened`, `links` and `drafts`."""

    texts: tuple[TextStanding, ...]
    open: dict[str, tuple[OpenItem, ...]]


def standing(explained: Sequence[Explained], library: Library, settings: Settings) -> Standing:
    """How far these texts of a library are. Sources are those that their notes cite."""
    texts = tuple(_text(one, settings) for one in explained)
    written = [note for one in texts for note in library.annotations[one.slug]]
    published = [note for note in written if not note.draft]
    cited = dict.fromkeys(citation.source for note in written for citation in note.citations)
    sources = [library.sources[id] for id in cited if id in library.sources]
    unverified = [note for note in published if _could_not_be_checked(note, settings)]
    links = [(source, check) for source in sources if (check := check_of(source, library))]
    return Standing(
        texts,
        {
            "unverified": _notes(unverified),
            "wanted": _notes(note for note in published if note.wanted and note not in unverified),
            "unopened": tuple(
                OpenItem(one.place, one.id, one.title) for one in sources if not one.checked
            ),
            "links": tuple(
                OpenItem(source.place, source.id, f"{check.state.value}: {check.address}")
                for source, check in links
                if check.state in BAD_LINKS
            ),
            "drafts": _notes(note for note in written if note.draft),
        },
    )


def _text(explained: Explained, settings: Settings) -> TextStanding:
    explainer, visible = explained.explainer, explained.visible
    notes = explainer.annotations
    kinds = Counter(one.annotation.kind for one in notes)
    verdicts = Counter(one.annotation.verdict for one in notes)
    states = Counter(one.status for one in notes)
    headings = {heading.start for heading in visible.headings}
    blocks = [
        (start, end)
        for start, end in visible.blocks
        if start not in headings and visible.text[start:end].strip()
    ]
    passages = [anchor for one in notes for anchor in one.anchors if anchor.placed]
    covered = sum(
        any(anchor.start < end and start < anchor.end for anchor in passages)
        for start, end in blocks
    )
    return TextStanding(
        slug=explainer.text.slug,
        title=explainer.text.title,
        kinds={kind.id: kinds[kind.id] for kind in settings.kinds},
        verdicts={id: verdicts[id] for id in ("", *(one.id for one in settings.verdicts))},
        anchors={status.value: states[status] for status in Status},
        drafts=explainer.drafts,
        paragraphs=len(blocks),
        covered=covered,
    )


def _could_not_be_checked(note: Annotation, settings: Settings) -> bool:
    """A verdict that rates nothing, and is no opinion, says that the passage could not be."""
    return tone(settings.verdict(note.verdict)) == "postil-tone-open"


def _notes(notes: Iterable[Annotation]) -> tuple[OpenItem, ...]:
    return tuple(OpenItem(note.place, note.id, note.wanted or note.title) for note in notes)
