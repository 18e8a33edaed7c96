"""A note of another program as an annotation of this site."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field

from postil.model.annotation import Annotation, Citation, PassageCitation, Revision
from postil.model.library import Library
from postil.model.place import Place
from postil.model.settings import Settings
from postil.model.target import Target
from postil.publish.yaml_file import Extra
from postil.read.foreign.values import ForeignNote, Passage, Remark
from postil.read.forms import id_from, id_problem
from postil.site.imports.kinds import kind_of, verdict_of
from postil.site.imports.passages import as_written, place
from postil.site.imports.people import People
from postil.site.imports.texts import Words
from postil.site.imports.titles import title_from

ORIGIN = "x-imported-from"
"""The field that tells a second import which note it was."""

_PLACE = Place("")
_UNTITLED = "Imported note"


@dataclass(frozen=True, slots=True)
class Wishes:
    """What the person who imports wants: the slug of the text, the kind of every note, whether all
    are drafts, who wrote them, and whether people who are not listed are added."""

    text: str = ""
    kind: str = ""
    drafts: bool = False
    contributor: str = ""
    add_contributors: bool = False


@dataclass(frozen=True, slots=True)
class Imported:
    """An annotation whose id is still to be given, and fields for its file beside it.

    `own` says that it came from an export of Postil's, with an id.
    """

    annotation: Annotation
    extras: dict[str, Extra] = field(default_factory=dict)
    remarks: tuple[Remark, ...] = ()
    own: bool = False


class Importer:
    """Turns notes into annotations of one site."""

    def __init__(self, library: Library, settings: Settings, wishes: Wishes) -> None:
        """Know the site, and what is wished."""
        self.library = library
        self.settings = settings
        self.wishes = wishes
        self.people = People(library.contributors)

    def imported(
        self,
        note: ForeignNote,
        slug: str,
        words: Callable[[], Words],
        answered: tuple[Passage, ...] | None = None,
    ) -> Imported | None:
        """The annotation that a note becomes on the text `slug`; None in a text without a word.

        `words` gives the words of that text, which are not always needed; `answered` are the
        passages of the note that it replies to.
        """
        one = _Note(note, self)
        own = bool(note.id and note.kind and note.title)
        if own:
            targets = tuple(filter(None, map(as_written, note.passages)))
        if not own or not targets:
            targets = one.targets(words(), answered)
        if not targets:
            return None
        quote = next((target.quote.exact for target in targets if target.quote), "")
        wish = self.wishes.kind
        kind = kind_of(note, self.settings, wish, one.remarks)
        verdict = verdict_of(note, self.settings, one.remarks)
        tags = tuple(tag for tag in note.tags if id_from(tag) not in {kind, verdict})
        by = one.contributors(own)
        body = note.body if own or not note.body.strip() else note.body.strip() + "\n"
        title = note.title or title_from(body, quote) or ", ".join(tags) or _UNTITLED
        annotation = Annotation(
            id=id_from(note.id) if note.id else "",
            text=slug,
            kind=kind,
            title=title if own else " ".join(title.split()),
            body=body,
            targets=targets,
            place=_PLACE,
            body_place=_PLACE,
            verdict=verdict,
            citations=tuple(one.citations()),
            cited_passages=tuple(one.cited_passages()),
            contributors=by,
            created=note.created,
            revisions=tuple(
                Revision(each.date, each.kind, each.summary, _PLACE, each.before)
                for each in note.revisions
            ),
            wanted=note.wanted,
            draft=one.is_draft(own) or (bool(note.kind) and kind not in (id_from(note.kind), wish)),
        )
        extras = {} if own else one.extras(tags)
        return Imported(annotation, extras, (*note.remarks, *one.remarks), own)


class _Note:
    """One note on its way; what is said of it on the way stands in `remarks`."""

    def __init__(self, note: ForeignNote, importer: Importer) -> None:
        self.note = note
        self.importer = importer
        self.settings = importer.settings
        self.remarks: list[Remark] = []
        self.left_out: list[str] = []
        self.certain = True

    def say(self, field: str, written: str, why: str) -> None:
        self.remarks.append(Remark(field, written, why))

    def targets(self, words: Words, answered: tuple[Passage, ...] | None) -> tuple[Target, ...]:
        note = self.note
        passages = note.passages
        if note.answers or "replying" in note.uses:
            self.certain = False
            if answered is None:
                why = "the note that it replies to is not in the file"
            else:
                why = (
                    "a reply: it stands as a note of its own, at the passage of the note before it"
                )
                passages = answered
            self.say("references", note.answers, why)
        placed = [found for passage in passages if (found := place(passage, words))]
        for one in placed:
            self.remarks += one.remarks
            self.certain = self.certain and one.certain
        # Two documents that are both about the whole of the text give the same target.
        return tuple(dict.fromkeys(one.target for one in placed))

    def citations(self) -> list[Citation]:
        found: list[Citation] = []
        for one in self.note.citations:
            if one.passage:
                continue
            if one.source in self.importer.library.sources:
                cited = Citation(one.source, _PLACE, one.locator, one.quote, one.supports)
                if cited not in found:
                    found.append(cited)
            else:
                self.say("citations", one.source, "this site has no source with that id")
        return found

    def cited_passages(self) -> list[PassageCitation]:
        """The passages of other texts; whether their notes are there is seen when the site is
        read, for they may be in the same file."""
        found: list[PassageCitation] = []
        for one in self.note.citations:
            text, note = (part.strip() for part in one.passage.partition("#")[::2])
            target = as_written(one.words) if one.words and not note else None
            cited = PassageCitation(text, _PLACE, note, target, one.locator, one.supports)
            if not one.passage or cited in found:
                continue
            if text in self.importer.library.texts and (target or (note and not id_problem(note))):
                found.append(cited)
            else:
                self.say("citations", one.passage, "this site has no such passage")
        return found

    def contributors(self, own: bool) -> tuple[str, ...]:
        if self.importer.wishes.contributor:
            self.left_out += [one.name or one.id for one in self.note.people]
            return (self.importer.wishes.contributor,)
        ids: list[str] = []
        for one in self.note.people:
            id, listed = self.importer.people.id_of(one, own)
            if id and (listed or self.importer.wishes.add_contributors):
                ids.append(id)
            elif id:
                self.left_out.append(one.name or one.id)
                self.say("contributors", one.name or one.id, "not listed among the contributors")
        return tuple(dict.fromkeys(ids))

    def is_draft(self, own: bool) -> bool:
        note = self.note
        if note.hidden:
            why = f"{note.hidden}; it stays a draft, and its file is as public as the repository"
            self.say("permissions", "", why)
        elif not own and not (note.body.strip() or note.citations):
            self.say("body", "", "the note says nothing; it stays a draft")
            return True
        return (
            self.importer.wishes.drafts
            or note.draft
            or bool(note.hidden)
            or (not own and not self.certain)
        )

    def extras(self, tags: tuple[str, ...]) -> dict[str, Extra]:
        note = self.note
        extras: dict[str, Extra] = {}
        if note.origin:
            extras[ORIGIN] = " ".join(note.origin.split())
        if note.answers:
            extras["x-answers"] = " ".join(note.answers.split())
        if self.left_out:
            extras["x-by"] = tuple(dict.fromkeys(self.left_out))
        if tags:
            extras["x-tags"] = tags
            self.say("tags", ", ".join(tags), "kept in the file as x-tags; Postil has no tags")
        return extras
