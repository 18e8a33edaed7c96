"""What follows from the findings of all texts together."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from postil.model.annotation import PassageCitation
from postil.model.diagnostic import Diagnostic
from postil.model.target import Target
from postil.read.known_passages import Cited, known_passages
from postil.read.unused import text_unknown, unused_contributors, unused_sources
from postil.site.checking.facts import NoteName, TextFacts
from postil.site.checking.record import Record
from postil.site.summary import Summary


@dataclass(frozen=True, slots=True)
class Joined:
    """What was read of a site, in the order in which a library has it.

    `names` has the annotations of each text by slug, and `cited` what published ones cite from
    it by its words. `problems` are those of all files.
    """

    texts: Mapping[str, TextFacts]
    names: Mapping[str, Sequence[NoteName]]
    cited: Mapping[str, tuple[Target, ...]]
    rejected: int
    problems: tuple[Diagnostic, ...]


class _Names(Mapping[str, Sequence[NoteName]]):
    """The annotations of each text. Few are asked for."""

    def __init__(self, texts: Mapping[str, TextFacts]) -> None:
        self._texts, self._made = texts, dict[str, Sequence[NoteName]]()

    def __getitem__(self, slug: str) -> Sequence[NoteName]:
        if slug not in self._made:
            self._made[slug] = self._texts[slug].names
        return self._made[slug]

    def __iter__(self) -> Iterator[str]:
        return iter(self._texts)

    def __len__(self) -> int:
        return len(self._texts)


def joined(record: Record) -> Joined:
    """What was read of the site of which a record holds the findings."""
    files = record.files
    found = {slug: record.texts[slug] for slug in files.texts}
    texts = {slug: facts for slug, facts in found.items() if facts.readable}
    unread = {*files.refused, *(slug for slug in found if slug not in texts)}
    problems = [*files.of_texts]
    for facts in found.values():
        problems += facts.text_problems
    problems += files.of_annotations
    for of_all in (record.sources, record.contributors, record.style):
        problems += of_all.problems
    rejected = files.rejected
    for slug, paths in files.notes.items():
        facts = record.texts[slug]
        problems += facts.note_problems
        rejected += facts.left_out
        if slug not in texts:
            rejected += len(facts.ids)
            if slug not in unread:
                problems.append(text_unknown(slug, paths, texts))
    names = _Names(texts)
    partly = {slug for slug, facts in texts.items() if facts.left_out}
    cited: dict[str, list[Target]] = {}
    for citation in _published(texts, Cited(names, unread, partly), problems):
        if citation.target:
            cited.setdefault(citation.text, []).append(citation.target)
    if not rejected:  # what was left out may have named them
        used = {id for facts in texts.values() for id in facts.sources}
        problems += unused_sources(record.sources.listed, used)
        named = {id for facts in texts.values() for id in facts.contributors}
        problems += unused_contributors(record.contributors.listed, named)
    problems += record.links.problems
    targets = {slug: tuple(of_text) for slug, of_text in cited.items()}
    return Joined(texts, names, targets, rejected, tuple(problems))


def _published(
    texts: Mapping[str, TextFacts], cited: Cited, problems: list[Diagnostic]
) -> Iterator[PassageCitation]:
    """What published notes cite from texts; of what they cannot cite, it notes why."""
    for slug, facts in texts.items():
        for at, written in facts.passages:
            by = NoteName(facts.ids[at], at in facts.drafts)
            known = known_passages(written, slug, by, cited, problems)
            if not by.draft:
                yield from known


def summary_of(read: Joined, rendered: Iterable[TextFacts], sources: int) -> Summary:
    """The counts of a site, of whose texts these could be rendered."""
    rendered = tuple(rendered)
    exact, changed, ambiguous, lost = (
        sum(facts.counts[status] for facts in rendered) for status in range(4)
    )
    notes = sum(len(facts.ids) for facts in read.texts.values())
    drafts = sum(len(facts.drafts) for facts in read.texts.values())
    placed = sum(len(facts.ids) - len(facts.drafts) for facts in rendered)
    return Summary(
        texts=len(rendered),
        annotations=notes + read.rejected,
        exact=exact,
        changed=changed,
        ambiguous=ambiguous,
        # Notes whose text cannot be rendered have no place.
        lost=lost + notes - drafts - placed,
        drafts=drafts,
        rejected=read.rejected,
        sources=sources,
    )
