"""What came of each change, kept for the next run, and told in tables."""

from __future__ import annotations

import json
import tomllib
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from tools.mutation.changes import Change, difference

EXPLAINED = Path(__file__).parents[1] / "mutation.toml"
_LEAST = 0.9
"""Share of the changes that tests must notice."""


@dataclass(frozen=True, slots=True)
class Outcomes:
    """What is known of every change, in a file."""

    file: Path
    changes: tuple[Change, ...]
    noticed: dict[str, bool]

    @classmethod
    def read(cls, file: Path, changes: Sequence[Change]) -> Outcomes:
        """What was found out of functions that are still the same."""
        known = json.loads(file.read_text(encoding="utf-8")) if file.exists() else {}
        kept = {
            one.name: known[one.name][1]
            for one in changes
            if one.name in known and known[one.name][0] == one.function_hash
        }
        return cls(file, tuple(changes), kept)

    def is_noticed(self, change: Change) -> bool | None:
        """Whether a test failed; None where the change was not tried."""
        return self.noticed.get(change.name)

    def is_settled(self, change: Change) -> bool:
        """Whether trying the change again would tell nothing: it was noticed, or is explained."""
        noticed = self.is_noticed(change)
        return noticed is True or (noticed is False and change.name in _explained())

    def note(self, change: Change, *, noticed: bool) -> None:
        """Keeps what was found out, until `write`."""
        self.noticed[change.name] = noticed

    def write(self) -> None:
        """Writes all that is known."""
        known = {
            one.name: [one.function_hash, self.noticed[one.name]]
            for one in self.changes
            if one.name in self.noticed
        }
        self.file.parent.mkdir(parents=True, exist_ok=True)
        self.file.write_text(json.dumps(known, indent=0), encoding="utf-8")


@dataclass(slots=True)
class _Counts:
    all: int = 0
    tried: int = 0
    noticed: int = 0
    explained: int = 0

    def share(self) -> float:
        return self.noticed / max(1, self.tried)


def is_enough(changes: Sequence[Change], outcomes: Outcomes) -> bool:
    """Whether tests notice nine of ten changes."""
    return _count(changes, outcomes)[1].share() >= _LEAST


def report(changes: Sequence[Change], outcomes: Outcomes, folder: Path) -> str:
    """How many changes of each module were noticed, and those that neither were nor are explained.

    The folder is that of the package with its changes.
    """
    modules, together = _count(changes, outcomes)
    explained = _explained()
    lines = [
        f"{name:28} {one.tried:5} changes, {one.noticed:5} noticed ({one.share():.0%})"
        for name, one in [*modules.items(), ("together", together)]
    ]
    lines += [
        f"not noticed: {one.name}\n{difference(folder, one)}"
        for one in changes
        if outcomes.is_noticed(one) is False and one.name not in explained
    ]
    return "\n".join(lines)


def table(outcomes: Outcomes) -> str:
    """Every module that was changed, with what came of it, in Markdown."""
    modules, together = _count(outcomes.changes, outcomes)
    lines = ["| Module | Changes | Tried | Noticed | Explained |", "|---|--:|--:|--:|--:|"]
    lines += [
        f"| `{name}` | {one.all:,} | {one.tried:,} | {one.noticed:,} ({one.share():.0%}) "
        f"| {one.explained:,} |"
        for name, one in modules.items()
    ]
    lines.append(
        f"| **Together** | **{together.all:,}** | **{together.tried:,}** "
        f"| **{together.noticed:,} ({together.share():.1%})** | **{together.explained:,}** |"
    )
    return "\n".join(lines) + "\n"


def _count(changes: Sequence[Change], outcomes: Outcomes) -> tuple[dict[str, _Counts], _Counts]:
    explained = _explained()
    modules: dict[str, _Counts] = {}
    together = _Counts()
    for change in changes:
        noticed = outcomes.is_noticed(change)
        for counts in (modules.setdefault(change.module, _Counts()), together):
            counts.all += 1
            counts.tried += noticed is not None
            counts.noticed += noticed is True
            counts.explained += noticed is False and change.name in explained
    return modules, together


@cache
def _explained() -> frozenset[str]:
    """The changes that no test can notice, as a person found."""
    groups = tomllib.loads(EXPLAINED.read_text(encoding="utf-8"))["explained"]
    return frozenset(one for group in groups for one in group["changes"])
