"""What became of targets, for a person or a program."""

from __future__ import annotations

import json
from collections.abc import Collection, Sequence
from typing import Any

from postil.model.anchor import Status
from postil.site.reanchor import Reanchored, count

_LABELS = {Status.CHANGED: "after", Status.LOST: "near"}


def as_text(found: Sequence[Reanchored], written: Collection[int], every: bool) -> str:
    """A few lines for each target that is not exact, or for `every` one; `written` are the numbers
    of those that were written into their files."""
    blocks = (
        _block(one, number in written)
        for number, one in enumerate(found)
        if every or one.status is not Status.EXACT
    )
    return "".join(blocks)


def _block(one: Reanchored, written: bool) -> str:
    facts = [one.status.value]
    if one.status is not Status.EXACT and one.after:
        facts.append(f"{_percent(one.score)} alike")
    if written:
        facts.append("written")
    lines = [f"{one.was.place}: {one.annotation.id}: {', '.join(facts)}"]
    lines.append(f"  before  {_line(one.before)}")
    if one.after and one.status in _LABELS:
        lines.append(f"  {_LABELS[one.status]:6}  {one.after}")
    lines += [f"  place   {place}" for place in one.places]
    return "".join(f"{line}\n" for line in lines)


def as_json(found: Sequence[Reanchored], written: Collection[int]) -> str:
    """One JSON object: `summary` with the counts, `targets` with one object each."""
    rows: list[dict[str, Any]] = [
        {
            "text": one.annotation.text,
            "id": one.annotation.id,
            "path": one.was.place.path,
            "line": one.was.place.line,
            "column": one.was.place.column,
            "status": one.status.value,
            "score": round(one.score, 4),
            "before": _line(one.before),
            "after": one.after,
            "places": list(one.places),
            "written": number in written,
        }
        for number, one in enumerate(found)
    ]
    report = {"summary": {"targets": len(found), **count(found)}, "targets": rows}
    return json.dumps(report, ensure_ascii=False, indent=2) + "\n"


def summary(found: Sequence[Reanchored], written: Collection[int] | None) -> str:
    """The counts in words, and what was written, or, for None, what could be."""
    counts = ", ".join(f"{number} {status}" for status, number in count(found).items())
    total = f"{len(found)} {'target' if len(found) == 1 else 'targets'}: {counts}"
    if written is not None:
        return f"{total}; {len(written)} written"
    ready = sum(one.target is not None for one in found)
    return f"{total}; --write would write {ready}" if ready else total


def _line(words: str) -> str:
    return " ".join(words.split())


def _percent(share: float) -> str:
    # Rounded down, so that nothing that differs is called 100 % alike.
    return f"{int(min(share, 0.99) * 100)} %"
