"""What is known of addresses, for a person or a program."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass

from postil.model.link import LinkCheck, LinkState
from postil.publish.forge_markdown import inline, table
from postil.publish.link_file import link_fields
from postil.site.addresses_used import Use

_TO_MEND = {
    LinkState.DEAD: "Addresses that are dead",
    LinkState.MOVED: "Addresses that have moved for good",
}
_LISTED = 100
"""Addresses of one state that an issue lists."""


@dataclass(frozen=True, slots=True)
class LinkRow:
    """An address in use. `reason` is why there was no status, in words, or empty."""

    link: LinkCheck
    uses: tuple[Use, ...]
    reason: str = ""


def as_text(rows: Sequence[LinkRow]) -> str:
    """A line for each address that is not well, at the first place where it is written."""
    found = [row for row in rows if row.link.state is not LinkState.OK]
    found.sort(key=lambda row: (row.uses[0].place, row.link.address))
    return "".join(f"{row.uses[0].place}: {_said(row)}\n" for row in found)


def as_json(rows: Sequence[LinkRow]) -> str:
    """One JSON object: `summary` with the counts, `links` with one object for each address."""
    links = [
        link_fields(row.link)
        | ({"reason": row.reason} if row.reason else {})
        | {"used": [str(use.place) for use in row.uses]}
        for row in rows
    ]
    report = {"summary": counts(rows), "links": links}
    return json.dumps(report, ensure_ascii=False, indent=2) + "\n"


def as_markdown(rows: Sequence[LinkRow]) -> str:
    """Tables of what is dead and what has moved, for an issue; empty where nothing is to be mended.

    What hosts and contributors wrote stands in it as words.
    """
    parts = []
    for state, title in _TO_MEND.items():
        found = [row for row in rows if row.link.state is state]
        if found:
            parts.append(f"## {title}")
            cells = (
                (inline(_said(row)), inline(", ".join(str(use.place) for use in row.uses)))
                for row in found[:_LISTED]
            )
            parts.append(table(("what", "where"), cells))
        if len(found) > _LISTED:
            parts.append(f"And {len(found) - _LISTED} more.")
    return "\n\n".join(parts) + "\n" if parts else ""


def counts(rows: Sequence[LinkRow]) -> dict[str, int]:
    """How many addresses there are, and how many of each state."""
    states = Counter(row.link.state for row in rows)
    return {"addresses": len(rows), **{state.value: states[state] for state in LinkState}}


def summary(rows: Sequence[LinkRow]) -> str:
    """The same in words."""
    total, *states = counts(rows).items()
    noun = "address" if total[1] == 1 else "addresses"
    return f"{total[1]} {noun}: " + ", ".join(f"{count} {state}" for state, count in states)


def _said(row: LinkRow) -> str:
    link = row.link
    why = row.reason or (f"status {link.status}" if link.status else "no status")
    if link.state is LinkState.MOVED:
        words = f"{link.address} has moved to {link.moved_to}"
    elif link.state is LinkState.DEAD:
        words = f"{link.address} is dead since {link.since or link.checked}: {why}"
    else:
        words = f"{link.address} gave no clear answer: {why}"
    return f"{words}; stored copy: {link.archive}" if link.archive else words


LINK_REPORTS: Mapping[str, Callable[[Sequence[LinkRow]], str]] = {
    "text": as_text,
    "json": as_json,
    "markdown": as_markdown,
}
