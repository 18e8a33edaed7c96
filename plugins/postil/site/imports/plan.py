"""Notes of other programs to files of annotations: which are written, and which are not and why."""

from __future__ import annotations

from dataclasses import replace
from functools import partial
from pathlib import Path

from postil.model.annotation import Annotation
from postil.model.diagnostic import Level
from postil.model.library import Library
from postil.publish.yaml_contributor import contributors_yaml
from postil.publish.yaml_file import annotation_yaml
from postil.read.annotations import Known, read_annotations
from postil.read.files import decode
from postil.read.foreign.values import Foreign, ForeignNote, Remark
from postil.read.settings import HostConfig
from postil.read.unique import Ids
from postil.read.yaml_nodes import compose
from postil.site.imports.append import AppendError, appended
from postil.site.imports.existing import origins, without_places
from postil.site.imports.notes import ORIGIN, Imported, Importer, Wishes
from postil.site.imports.outcomes import Outcome, Plan, State
from postil.site.imports.texts import Texts
from postil.site.imports.titles import unique_id


def plan_notes(
    foreign: Foreign, root: Path, library: Library, host: HostConfig, wishes: Wishes
) -> Plan:
    """What importing the notes of a file into the site below `root` would write.

    Each note becomes a file of its own, `annotations/<slug>/<id>.yml`. Nothing that is there
    already is changed, but that contributors may be appended to their list.
    """
    planner = _Planner(foreign, root, library, host, wishes)
    for refused in foreign.refused:
        planner.outcomes.append(
            Outcome(refused.where, refused.origin, State.REFUSED, remarks=refused.remarks)
        )
    for note in foreign.notes:
        planner.outcomes.append(planner.note(note))
    return planner.plan()


class _Planner:
    """One import on its way."""

    def __init__(
        self, foreign: Foreign, root: Path, library: Library, host: HostConfig, wishes: Wishes
    ) -> None:
        self.foreign = foreign
        self.root = root
        self.library = library
        self.settings = host.settings
        self.wishes = wishes
        self.texts = Texts(library, host)
        self.importer = Importer(library, host.settings, wishes)
        self.by_origin = {note.origin: note for note in foreign.notes if note.origin}
        self.there = origins(root, host.settings.annotations, ORIGIN)
        self.given: dict[tuple[str, str], str] = {}
        self.files: dict[str, bytes] = {}
        self.outcomes: list[Outcome] = []

    def note(self, note: ForeignNote) -> Outcome:
        root_note = self._answered(note)
        slug = self.texts.slug_of(root_note or note, self.wishes.text)
        refused = Outcome(note.where, note.origin, State.REFUSED, remarks=note.remarks)
        if not slug:
            return _with(refused, "text", _address(note), "no text of this site has this address")
        passages = root_note.passages if root_note else None
        imported = self.importer.imported(note, slug, partial(self.texts.words, slug), passages)
        if imported is None:
            return _with(refused, "target", "", "the text has no words that a note could be about")
        imported = self._with_id(imported, note)
        annotation = imported.annotation
        path = f"{self.settings.annotations}/{slug}/{annotation.id}.yml"
        outcome = Outcome(
            note.where,
            note.origin,
            State.NEW,
            annotation.id,
            slug,
            path,
            annotation.draft,
            imported.remarks,
        )
        content = annotation_yaml(annotation, imported.extras).encode("utf-8")
        faults = self._faults(content, path, annotation)
        if faults:
            return replace(outcome, state=State.REFUSED, remarks=(*outcome.remarks, *faults))
        return self._settled(outcome, content, imported)

    def plan(self) -> Plan:
        files, added = dict(self.files), dict[str, int]()
        proposed = contributors_yaml(self.importer.people.proposed.values())
        remarks = list(self.foreign.remarks)
        if proposed and self.wishes.add_contributors:
            path = f"{self.settings.annotations}/contributors.yml"
            try:
                files[path], added[path] = appended(self.root / path, path, proposed)
                proposed = ""
            except AppendError as error:
                remarks.append(Remark("contributors", path, f"{error}; add them by hand"))
        return Plan(files, added, tuple(self.outcomes), tuple(remarks), proposed)

    def _answered(self, note: ForeignNote) -> ForeignNote | None:
        """The note that began the conversation in which this one is a reply."""
        found: ForeignNote | None = None
        seen = {note.origin}
        while note.answers and (next_ := self.by_origin.get(note.answers)):
            if next_.origin in seen:
                break
            seen.add(next_.origin)
            found = note = next_
        return found

    def _with_id(self, imported: Imported, note: ForeignNote) -> Imported:
        """The note with the id that it has or had, or a new one that no other has."""
        annotation = imported.annotation
        if imported.own:
            return imported
        slug = annotation.text
        before = [id for (text, id), origin in self.there.items() if origin and text == slug]
        id = next((one for one in before if self.there[slug, one] == note.origin), "")
        if not id:
            quote = next((one.quote.exact for one in annotation.targets if one.quote), "")
            taken = {id for text, id in (*self.there, *self.given) if text == slug}
            id = unique_id(annotation.title, quote, taken - self._equal(imported))
        return replace(imported, annotation=replace(annotation, id=id))

    def _equal(self, imported: Imported) -> set[str]:
        """The ids of annotations that say the same and came from nowhere else."""
        slug = imported.annotation.text
        if ORIGIN in imported.extras:
            return set()
        wanted = without_places(imported.annotation)
        return {
            one.id
            for one in self.library.annotations.get(slug, ())
            if without_places(replace(one, id=wanted.id)) == wanted
            and (slug, one.id) not in self.given
        }

    def _settled(self, outcome: Outcome, content: bytes, imported: Imported) -> Outcome:
        """What becomes of a valid note, in the face of what is there already."""
        annotation = imported.annotation
        slug, id = annotation.text, annotation.id
        if first := self.given.get((slug, id)):
            return _conflict(outcome, "id", id, f"{first} of the same file has this id too")
        self.given[slug, id] = outcome.where
        file = self.root / outcome.path
        there = next((one for one in self.library.annotations[slug] if one.id == id), None)
        if there:
            outcome = replace(outcome, path=there.place.path)
            if without_places(there) == without_places(annotation):
                return replace(outcome, state=State.SAME)
            return _conflict(outcome, "id", id, f"{there.place.path} has another note of this id")
        if (slug, id) in self.there or file.exists() or file.is_symlink():
            same = file.is_file() and file.read_bytes() == content
            if same:
                return replace(outcome, state=State.SAME)
            return _conflict(outcome, "id", id, f"{outcome.path} is there already")
        self.files[outcome.path] = content
        return outcome

    def _faults(self, content: bytes, path: str, annotation: Annotation) -> list[Remark]:
        """What is wrong with a file by the rules for files that people write."""
        text, problems = decode(content, path, yaml=True)
        if text is not None:
            document, found = compose(text, path, text.split("\n"))
            problems += found
            known = Known(
                [kind.id for kind in self.settings.kinds],
                [verdict.id for verdict in self.settings.verdicts],
                Ids(frozenset(self.library.sources)),
                Ids(frozenset((*self.library.contributors, *annotation.contributors))),
            )
            if document:
                read, _ = read_annotations(document, annotation.text, known, problems)
                if not problems and [without_places(one) for one, _ in read] != [annotation]:
                    return [Remark("", "", "the note cannot be written so that it reads the same")]
        return [
            Remark(problem.code, "", problem.message)
            for problem in problems
            if self.settings.level_of(problem.code) is Level.ERROR
        ]


def _address(note: ForeignNote) -> str:
    return note.text or next((one.source for one in note.passages if one.source), "")


def _with(outcome: Outcome, field: str, written: str, why: str) -> Outcome:
    return replace(outcome, remarks=(*outcome.remarks, Remark(field, written, why)))


def _conflict(outcome: Outcome, field: str, written: str, why: str) -> Outcome:
    return _with(replace(outcome, state=State.CONFLICT), field, written, why)
