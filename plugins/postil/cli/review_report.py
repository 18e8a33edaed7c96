"""A review as Markdown for a forge."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from postil.model.anchor import Anchor, Status
from postil.model.annotation import Annotation, Citation
from postil.model.diagnostic import Diagnostic
from postil.model.target import Target
from postil.publish.forge_markdown import code, inline
from postil.render.citation import cite
from postil.render.context import RenderContext
from postil.render.surroundings import surroundings
from postil.site.explain import Explained
from postil.site.forge_difference import changed_words
from postil.site.review import Fate, Review, Reviewed, target_words

_LONGEST = 60_000
"""Characters of a report: forges take comments of some 65,000."""
_LISTED, _NAMED = 50, 100
"""Findings and sources that are listed in one place, and annotations that are only named."""
_TITLES = {Fate.NEW: "New", Fate.CHANGED: "Changed", Fate.REMOVED: "Removed"}


@dataclass(frozen=True, slots=True)
class Whereabouts:
    """What a report needs to know besides the review: the explainers as they are, by slug, what
    rendering knows of the site, and what the revision was called."""

    explained: Mapping[str, Explained]
    context: RenderContext
    ref: str


def review_markdown(found: Review, about: Whereabouts) -> str:
    """The report, ending with a line feed."""
    parts = [f"## {_summary(found, about.ref)}"]
    left = _LONGEST
    named: list[str] = []
    for note in found.notes:
        section = "\n\n".join(_note(note, about))
        left -= len(section) + 2
        if left < 0:
            named.append(f"- {_TITLES[note.fate]}: {_heading(note.annotation)}")
        else:
            parts.append(section)
    if named:
        parts.append("The report would be too long with these, which are named only:")
        parts.append("\n".join(named[:_NAMED]) + _more(len(named), _NAMED))
    if found.sources:
        parts.append("### Sources")
        lines = (_source(source.id, fate, about) for source, fate in found.sources[:_LISTED])
        parts.append("\n".join(lines) + _more(len(found.sources), _LISTED))
    if found.diagnostics:
        parts += ["### Other findings", _findings(found.diagnostics, about.context)]
    return "\n\n".join(parts) + "\n"


def _summary(found: Review, ref: str) -> str:
    counts = [
        f"{count} {fate.value}"
        for fate in Fate
        if (count := sum(one.fate is fate for one in found.notes))
    ]
    since = f"since {inline(ref)}"
    return (
        f"Annotations: {', '.join(counts)} {since}" if counts else f"No annotation changed {since}"
    )


def _heading(note: Annotation) -> str:
    return f"{inline(note.title)} ({inline(note.text)}, {inline(note.id)})"


def _note(one: Reviewed, about: Whereabouts) -> Iterator[str]:
    note, context = one.annotation, about.context
    yield f"### {_TITLES[one.fate]}: {_heading(note)}"
    verdict = context.verdict(note.verdict)
    facts = [str(note.place), context.kind(note.kind).label]
    facts += [verdict.label] if verdict else ["no verdict"]
    facts += ["draft"] if note.draft else []
    yield " · ".join(map(inline, facts))
    if one.fate is Fate.REMOVED:
        yield "It stood there, and is gone or cannot be read."
        return
    yield from _passages(note, about)
    yield code(note.body, "markdown") if note.body.strip() else "It says nothing yet."
    if note.citations:
        yield "**Sources**\n\n" + "\n".join(_citation(each, context) for each in note.citations)
    else:
        yield "It cites no source."
    if note.wanted:
        yield f"**Wanted**: {inline(note.wanted)}"
    if one.was is not None:
        yield "**What changed**\n\n" + "\n".join(_changes(one, one.was))
    if one.diagnostics:
        yield "**Findings**\n\n" + _findings(one.diagnostics, context)


def _passages(note: Annotation, about: Whereabouts) -> Iterator[str]:
    explained = about.explained[note.text]
    anchored = next(
        (each for each in explained.explainer.annotations if each.annotation.id == note.id), None
    )
    for number, target in enumerate(note.targets):
        yield _passage(target, anchored.anchors[number] if anchored else None, explained)


def _passage(target: Target, anchor: Anchor | None, explained: Explained) -> str:
    if anchor is None or not anchor.placed:
        why = "is not looked for, because the note is a draft" if anchor is None else "is not found"
        if anchor is not None and anchor.status is Status.AMBIGUOUS:
            why = "could be in several places"
        return f"> {inline(target_words(target))}\n\nThis passage {why}."
    around = surroundings(explained.visible, anchor.start, anchor.end)
    before, after = inline(around.before), inline(around.after)
    open_ = " " if around.before[-1:].isspace() else ""
    close = " " if around.after[:1].isspace() else ""
    return f"> {before}{open_}<strong>{inline(around.words)}</strong>{close}{after}"


def _citation(one: Citation, context: RenderContext) -> str:
    view = cite(one, context)
    line = f"- {inline(view.reference.striptags())}"
    line += f", {inline(one.locator)}" if one.locator else ""
    line += f" — {inline(', '.join(view.checks))}" if view.checks else ""
    line += f"<br>supports: {inline(one.supports)}" if one.supports else ""
    return line + (f"\n  > {inline(one.quote)}" if one.quote else "")


def _changes(one: Reviewed, was: Annotation) -> Iterator[str]:
    for change in one.changes:
        yield f"- {change.name}: {changed_words(change.before, change.after)}"
    if was.body != one.annotation.body:
        same = was.body.split() == one.annotation.body.split()
        words = changed_words(was.body, one.annotation.body)
        yield "- body: only its line breaks" if same else f"- body: {words}"
    for revision in one.revisions:
        said = f"{revision.date}, {revision.kind}: {revision.summary}"
        yield f"- a new revision: {inline(said)}"


def _source(id: str, fate: Fate, about: Whereabouts) -> str:
    source = about.context.sources[id]
    citation = _citation(Citation(id, source.place), about.context)
    return f"- {fate.value}, {inline(str(source.place))}, {inline(id)}:\n  {citation}"


def _findings(found: Sequence[Diagnostic], context: RenderContext) -> str:
    lines = (
        f"- {context.settings.level_of(one.code).value}: {inline(str(one))}"
        for one in found[:_LISTED]
    )
    return "\n".join(lines) + _more(len(found), _LISTED)


def _more(count: int, listed: int) -> str:
    return f"\n- … and {count - listed} more" if count > listed else ""
