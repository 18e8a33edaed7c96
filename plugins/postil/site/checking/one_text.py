"""What a check finds in the files of one text: it is read, rendered and anchored on its own."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from postil.anchor import prepare, resolve
from postil.model.anchor import Status
from postil.model.diagnostic import Diagnostic
from postil.model.library import Library
from postil.model.settings import Settings
from postil.model.target import Target
from postil.model.text import Text
from postil.read.annotations import Known
from postil.read.files import Content, content_of
from postil.read.one_text import Notes, notes_in, text_in
from postil.read.strings import Strings
from postil.read.text_folder import TextFile
from postil.render.visible import read_visible
from postil.site.checking.facts import CitedFacts, Digest, TextFacts
from postil.site.checking.jobs import CitedJob, Job
from postil.site.diagnose import diagnose
from postil.site.explain import explain
from postil.site.markdown import TextRenderer, UnrenderableError, rendered, sensible
from postil.site.original import original

_STATUSES = (Status.EXACT, Status.CHANGED, Status.AMBIGUOUS, Status.LOST)


@dataclass(frozen=True, slots=True)
class Finder:
    """Looks at the texts of the site below `root`. `key` is a digest of what is `known`."""

    root: Path
    settings: Settings
    known: Known
    key: bytes
    renderer: TextRenderer

    def facts(self, job: Job) -> TextFacts | None:
        """What is found in the files of a text; None where they hold what they did."""
        if job.digest and job.digest == self._digest(job):
            return None
        digest = Digest()
        text, wrong = None, list[Diagnostic]()
        if job.file:
            text, wrong = text_in(digest.add(self._text(job.file)), job.file, self.settings)
        notes = notes_in(
            job.slug,
            job.paths,
            lambda path: digest.add(self._notes(path)),
            self.known,
            self.settings.limits,
        )
        facts = replace(
            self._read(notes),
            digest=digest.value(),
            readable=bool(text),
            text_problems=tuple(wrong),
        )
        return self._anchored(facts, text, notes) if text else facts

    def cited(self, job: CitedJob) -> CitedFacts:
        """What is found of passages that notes cite."""
        text, _ = text_in(self._text(job.file), job.file, self.settings)
        if text is None:  # since it was read first
            return CitedFacts(b"", True, ())
        try:
            html = rendered(self.renderer, text)
            with sensible(self.renderer.seconds):
                return CitedFacts(job.digest, True, tuple(_cited(text, html, job.targets)))
        except UnrenderableError as error:
            return CitedFacts(b"", False, (_unrendered(text, error),))

    def _digest(self, job: Job) -> bytes:
        digest = Digest()
        if job.file:
            digest.add(self._text(job.file))
        for path in job.paths:
            digest.add(self._notes(path))
        return digest.value()

    def _text(self, file: TextFile) -> Content:
        return content_of(file.file, file.path, self.settings.limits.text * 1024)

    def _notes(self, path: str) -> Content:
        return content_of(self.root / path, path, self.settings.limits.annotations * 1024)

    def _read(self, notes: Notes) -> TextFacts:
        """What was found by reading the annotations."""
        lists = (self.known.sources, self.known.contributors)
        read = notes.annotations
        return TextFacts(
            digest=b"",
            known=self.key,
            # Of what was left out, or is wrong, nobody knows all that it names.
            closed=not (notes.left_out or notes.problems)
            and all(ids.written == ids.good for ids in lists),
            ids=Strings(one.id for one in read),
            drafts=frozenset(at for at, one in enumerate(read) if one.draft),
            left_out=notes.left_out,
            note_problems=notes.problems,
            sources=Strings(sorted({cited.source for one in read for cited in one.citations})),
            contributors=Strings(sorted({id for one in read for id in one.contributors})),
            passages=tuple(
                (at, one.cited_passages) for at, one in enumerate(read) if one.cited_passages
            ),
        )

    def _anchored(self, facts: TextFacts, text: Text, notes: Notes) -> TextFacts:
        """What was found in all, once the text is rendered."""
        # Whether what they cite is there, nobody knows yet.
        own = tuple(
            replace(one, cited_passages=()) if one.cited_passages else one
            for one in notes.annotations
        )
        library = Library({text.slug: text}, {text.slug: own}, {}, {})
        try:
            html = rendered(self.renderer, text)
            with sensible(self.renderer.seconds):
                found = explain(library, text, html)
        except UnrenderableError as error:
            # It may have taken too long because the machine had other things to do.
            return replace(facts, digest=b"", diagnostics=(_unrendered(text, error),))
        count = Counter(one.status for one in found.explainer.annotations)
        exact, changed, ambiguous, lost = (count[status] for status in _STATUSES)
        return replace(
            facts,
            rendered=True,
            counts=(exact, changed, ambiguous, lost),
            diagnostics=found.diagnostics,
        )


def _cited(text: Text, html: str, targets: Sequence[Target]) -> Iterator[Diagnostic]:
    visible = read_visible(original(text, html)[0])
    prepared = prepare(visible.text)
    for target in targets:
        anchor = resolve(prepared, target, visible.sections)
        yield from diagnose(text, prepared, target, anchor, visible.sections)


def _unrendered(text: Text, error: UnrenderableError) -> Diagnostic:
    return Diagnostic("text-unrendered", error.reason, text.place)
