"""What a change of texts does to annotations, for a person, a pull request or a program."""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping, Sequence

from postil.cli.table import shortened
from postil.publish import forge_markdown as markdown
from postil.site.forge_difference import changed_words
from postil.site.impact import Effect, TextImpact

Report = Callable[[Sequence[TextImpact], str], str]

_SHOWN = 160
_WHY = {
    Effect.GONE: "its text is gone",
    Effect.LOST: "its passage is not found",
    Effect.AMBIGUOUS: "its passage fits several places",
    Effect.CHANGED: "its passage changed",
    Effect.REWORDED: "changed together with its passage",
    Effect.AROUND: "the words around it changed",
}


def as_text(found: Sequence[TextImpact], ref: str) -> str:
    """For each text, a few lines for each annotation that something happened to."""
    del ref
    lines: list[str] = []
    for text in found:
        lines.append(f"{text.path}: {_counted(text)}")
        for one in text.touched:
            lines.append(f"  {one.effect.value:9}  {one.annotation.place}: {one.annotation.id}")
            lines += [
                f"             {label:6}  {shortened(words, _SHOWN)}"
                for label, words in (("before", one.before), ("after", one.after))
                if words
            ]
    return "".join(f"{line}\n" for line in lines)


def as_markdown(found: Sequence[TextImpact], ref: str) -> str:
    """A heading and a table for each text; words that are gone are struck out, new ones marked."""
    if not found:
        return f"No text changed since {markdown.inline(ref)}.\n"
    parts = ["## What the change of texts touches"]
    for text in found:
        parts.append(f"### {markdown.inline(text.path)}")
        parts.append(f"{_counted(text)[0].upper()}{_counted(text)[1:]}.")
        rows = [
            (
                _WHY[one.effect],
                f"{markdown.inline(one.annotation.id)}<br>{markdown.inline(str(one.annotation.place))}",
                changed_words(one.before, one.after),
            )
            for one in text.touched
        ]
        if rows:
            parts.append(markdown.table(("what", "annotation", "words"), rows))
    return "\n\n".join(parts) + "\n"


def as_json(found: Sequence[TextImpact], ref: str) -> str:
    """One JSON object: `against` is the revision, `texts` holds one object each."""
    texts = [
        {
            "text": text.slug,
            "path": text.path,
            "counts": text.counts,
            "annotations": [
                {
                    "id": one.annotation.id,
                    "path": one.annotation.place.path,
                    "line": one.annotation.place.line,
                    "effect": one.effect.value,
                    "before": one.before,
                    "after": one.after,
                }
                for one in text.touched
            ],
        }
        for text in found
    ]
    return json.dumps({"against": ref, "texts": texts}, ensure_ascii=False, indent=2) + "\n"


def summary(found: Sequence[TextImpact], ref: str) -> str:
    """The counts in words."""
    touched = sum(len(text.touched) for text in found)
    if not found:
        return f"no text changed since {ref}"
    texts = "1 text" if len(found) == 1 else f"{len(found)} texts"
    notes = "1 annotation" if touched == 1 else f"{touched} annotations"
    return f"{texts} changed since {ref}; {notes} touched"


def _counted(text: TextImpact) -> str:
    if not text.impacts:
        return "it has no annotations"
    counts = ", ".join(f"{count} {effect}" for effect, count in text.counts.items() if count)
    total = len(text.impacts)
    return f"{total} {'annotation' if total == 1 else 'annotations'}: {counts}"


IMPACT_REPORTS: Mapping[str, Report] = {
    "text": as_text,
    "markdown": as_markdown,
    "json": as_json,
}
