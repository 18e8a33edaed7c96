"""What an import did, for a person or a program."""

from __future__ import annotations

import json
from collections.abc import Iterable, Sequence
from typing import Any

from postil.read.foreign.values import Remark
from postil.site.imports.outcomes import Outcome, Plan, State

Plans = Sequence[tuple[str, Plan]]

_WORDS = {
    State.NEW: "written",
    State.SAME: "unchanged",
    State.CONFLICT: "in conflict",
    State.REFUSED: "refused",
}
_MOST = 100
"""Lines of the report about one note or source."""
_LONGEST = 300
"""Characters of what was written that a line of the report has."""


def as_text(plans: Plans, dry_run: bool) -> str:
    """A line for each note or source, and below it one for each thing that could not be kept."""
    lines: list[str] = []
    for name, plan in plans:
        lines += [f"{name}: {_said(remark)}" for remark in plan.remarks]
        for outcome in plan.outcomes:
            lines.append(_line(name, outcome, dry_run))
            if outcome.state is not State.SAME:  # what was said when it was written
                lines += [f"  {_said(remark)}" for remark in outcome.remarks[:_MOST]]
                if len(outcome.remarks) > _MOST:
                    lines.append(f"  and {len(outcome.remarks) - _MOST} more things of this kind")
        if dry_run:
            lines += _contents(plan)
        if plan.proposed:
            lines += ["People who are not listed in contributors.yml; to add them:", ""]
            lines += [f"  {line}".rstrip() for line in plan.proposed.splitlines()]
    return "".join(f"{_printable(line)}\n" for line in lines)


def as_json(plans: Plans, dry_run: bool) -> str:
    """One JSON object: `summary` with the counts, `files` with one object for each file."""
    report = {
        "dry_run": dry_run,
        "summary": {state.value: _count(plans, state) for state in State},
        "files": [
            {
                "file": name,
                "remarks": [_remark(remark) for remark in plan.remarks],
                "results": [_outcome(outcome) for outcome in plan.outcomes],
                "contributors": plan.proposed,
                **({"contents": _texts(plan)} if dry_run else {}),
            }
            for name, plan in plans
        ],
    }
    return json.dumps(report, ensure_ascii=False, indent=2) + "\n"


def summary(plans: Plans, dry_run: bool) -> str:
    """The counts in one line."""
    every = [outcome for _, plan in plans for outcome in plan.outcomes]
    new = [outcome for outcome in every if outcome.state is State.NEW]
    drafts = sum(outcome.draft for outcome in new)
    parts = [
        f"{count} {_word(state, dry_run)}"
        + (f" ({drafts} as draft{'s' * (drafts > 1)})" if state is State.NEW and drafts else "")
        for state in State
        if (count := _count(plans, state))
    ]
    return ", ".join(parts) or "nothing to import"


def _count(plans: Plans, state: State) -> int:
    return sum(plan.count(state) for _, plan in plans)


def _word(state: State, dry_run: bool) -> str:
    return "to write" if dry_run and state is State.NEW else _WORDS[state]


def _line(name: str, outcome: Outcome, dry_run: bool) -> str:
    place = f"{name}: {outcome.where}" if outcome.where else name
    origin = (
        f" ({_begin(outcome.origin)})" if outcome.origin and outcome.origin != outcome.id else ""
    )
    word = _word(outcome.state, dry_run)
    path = f": {outcome.path}" if outcome.path and outcome.state is not State.REFUSED else ""
    draft = ", a draft" if outcome.draft and outcome.state is State.NEW else ""
    return f"{place}{origin}: {word}{path}{draft}"


def _said(remark: Remark) -> str:
    written = f" “{_begin(remark.written)}”" if remark.written else ""
    head = f"{remark.field}{written}".strip()
    return f"{head}: {remark.why}" if head else remark.why


def _begin(written: str) -> str:
    """What was written, not all of it where it is long; a report for programs has the rest."""
    return written if len(written) <= _LONGEST else f"{written[:_LONGEST]} …"


def _printable(line: str) -> str:
    """A line without what could command the terminal that it is shown in."""
    return "".join(sign if sign.isprintable() else "\ufffd" for sign in line)


def _contents(plan: Plan) -> Iterable[str]:
    for path, text in _texts(plan).items():
        yield f"--- {path}"
        yield from text.rstrip("\n").split("\n")
        yield "---"


def _texts(plan: Plan) -> dict[str, str]:
    """What would be written, by path; of a file that is there, what would be added to it."""
    return {
        path: content[plan.appended.get(path, 0) :].decode("utf-8")
        for path, content in plan.files.items()
    }


def _remark(remark: Remark) -> dict[str, Any]:
    return {
        "field": remark.field,
        "written": remark.written,
        "why": remark.why,
        "fault": remark.fault,
    }


def _outcome(outcome: Outcome) -> dict[str, Any]:
    return {
        "where": outcome.where,
        "origin": outcome.origin,
        "state": outcome.state.value,
        "text": outcome.text,
        "id": outcome.id,
        "path": outcome.path,
        "draft": outcome.draft,
        "remarks": [_remark(remark) for remark in outcome.remarks],
    }
