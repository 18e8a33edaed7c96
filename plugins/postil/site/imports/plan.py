"""Notes of other programs to files of annotations: which are written, and which are not and why."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from functools import partial
from pathlib import Path

from postil.model.contributor import Contributor
from postil.model.library import Library
from postil.model.place import Place
from postil.publish.yaml_contributor import contributors_yaml
from postil.publish.yaml_file import annotation_yaml
from postil.read.folders import file_of
from postil.read.foreign.values import Foreign, ForeignNote, Remark
from postil.read.settings import HostConfig
from postil.site.imports.append import AppendError, appended, shared_path
from postil.site.imports.existing import origins, without_places
from postil.site.imports.ids import Ids
from postil.site.imports.notes import ORIGIN, Imported, Importer, Wishes
from postil.site.imports.outcomes import Outcome, Plan, State
from postil.site.imports.texts import Texts
from postil.site.imports.validity import Validity


def plan_notes(
    foreign: Foreign,
    root: Path,
    library: Library,
    host: HostConfig,
    wishes: Wishes,
    tell: Callable[[int], None] = lambda _: None,
) -> Plan:
    """What importing the notes of a file into the site below `root` would write.

    Each note becomes a file of its own, `annotations/<slug>/<id>.yml`. Nothing that is there
    already is changed, but that contributors may be appended to their list. `tell` hears how many
    notes were looked at.
    """
    remarks = list(foreign.remarks)
    path = shared_path(root, host.settings.annotations, "contributors")
    if wishes.add_contributors:
        try:
            # Nobody has this id: it holds a capital.
            appended(root / path, path, contributors_yaml([Contributor("A", "A", Place(""))]))
        except AppendError as error:
            remarks.append(Remark("contributors", path, f"{error}; add them by hand"))
            wishes = replace(wishes, add_contributors=False)
    planner = _Planner(foreign, root, library, host, wishes)
    outcomes = [
        Outcome(one.where, one.origin, State.REFUSED, remarks=one.remarks)
        for one in foreign.refused
    ]
    for number, note in enumerate(foreign.notes):
        tell(number)
        outcomes.append(planner.outcome(note))
    files, added = planner.files, dict[str, int]()
    proposed = contributors_yaml(planner.importer.people.proposed.values())
    if proposed and wishes.add_contributors:
        try:
            files[path], added[path] = appended(root / path, path, proposed)
            proposed = ""
        except AppendError as error:
            remarks.append(Remark("contributors", path, f"{error}; add them by hand"))
    return Plan(files, added, tuple(outcomes), tuple(remarks), proposed)


class _Planner:
    """One import on its way; `files` are those to write."""

    def __init__(
        self, foreign: Foreign, root: Path, library: Library, host: HostConfig, wishes: Wishes
    ) -> None:
        self.root = root
        self.folder = host.settings.annotations
        self.wished = wishes.text
        self.texts = Texts(library, host)
        self.importer = Importer(library, host.settings, wishes)
        self.validity = Validity(library, host.settings)
        self.ids = Ids(library, origins(root, self.folder, ORIGIN))
        self.by_origin = {note.origin: note for note in foreign.notes if note.origin}
        self.by_id = {
            (slug, one.id): one for slug, notes in library.annotations.items() for one in notes
        }
        self.files: dict[str, bytes] = {}

    def outcome(self, note: ForeignNote) -> Outcome:
        first = self._answered(note)
        slug = self.texts.slug_of(first or note, self.wished)
        refused = Outcome(note.where, note.origin, State.REFUSED, remarks=note.remarks)
        if not slug:
            return _with(refused, "text", _address(note), "no text of this site has this address")
        passages = first.passages if first else None
        imported = self.importer.imported(note, slug, partial(self.texts.words, slug), passages)
        if imported is None:
            return _with(refused, "target", "", "the text has no words that a note could be about")
        annotation = replace(imported.annotation, id=self.ids.id_for(imported))
        outcome = replace(
            refused,
            state=State.NEW,
            id=annotation.id,
            text=slug,
            path=f"{self.folder}/{slug}/{file_of(annotation.id)}",
            draft=annotation.draft,
            remarks=imported.remarks,
        )
        content = annotation_yaml(annotation, imported.extras).encode("utf-8")
        faults = self.validity.faults(content, outcome.path, annotation)
        if faults:
            return replace(outcome, state=State.REFUSED, remarks=(*outcome.remarks, *faults))
        return self._settled(outcome, content, replace(imported, annotation=annotation))

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

    def _settled(self, outcome: Outcome, content: bytes, imported: Imported) -> Outcome:
        """What becomes of a valid note, in the face of what is there already."""
        slug, id = outcome.text, outcome.id
        first = self.ids.give(slug, id, outcome.where)
        if there := self.by_id.get((slug, id)):
            outcome = replace(outcome, path=there.place.path)
            if without_places(there) == without_places(imported.annotation):
                return replace(outcome, state=State.SAME)
            return _conflict(outcome, f"{there.place.path} has another note of this id")
        if first:
            if self.files.get(outcome.path) == content:
                return replace(outcome, state=State.SAME)
            return _conflict(outcome, f"{first} of the same file has this id too")
        file = self.root / outcome.path
        if self.ids.stands(slug, id) or file.exists() or file.is_symlink():
            if file.is_file() and file.read_bytes() == content:
                return replace(outcome, state=State.SAME)
            return _conflict(outcome, f"{outcome.path} is there already")
        self.files[outcome.path] = content
        return outcome


def _address(note: ForeignNote) -> str:
    return note.text or next((one.source for one in note.passages if one.source), "")


def _with(outcome: Outcome, field: str, written: str, why: str) -> Outcome:
    return replace(outcome, remarks=(*outcome.remarks, Remark(field, written, why)))


def _conflict(outcome: Outcome, why: str) -> Outcome:
    return _with(replace(outcome, state=State.CONFLICT), "id", outcome.id, why)
