"""What was found out about addresses, beside what was known of them."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import replace
from datetime import date

from postil.cli.web.ask import Outcome
from postil.cli.web.wayback import StoredCopy
from postil.model.link import LinkCheck, LinkState


def due(
    addresses: Iterable[str], links: Mapping[str, LinkCheck], max_age: int, today: date
) -> list[str]:
    """The addresses that are to be asked: never asked, without a clear answer the last time, or
    asked `max_age` days ago or longer."""
    return [
        address
        for address in addresses
        if (link := links.get(address)) is None
        or link.state is LinkState.UNKNOWN
        or not 0 <= (today - date.fromisoformat(link.checked)).days < max_age
    ]


def recorded(address: str, outcome: Outcome, old: LinkCheck | None, today: date) -> LinkCheck:
    """What is known of an address now that it was asked."""
    day = today.isoformat()
    same = old is not None and old.state is outcome.state
    return LinkCheck(
        address=address,
        state=outcome.state,
        checked=day,
        since=(old.since or old.checked) if old is not None and same else day,
        status=outcome.status,
        moved_to=outcome.moved_to,
        archive=old.archive if old else "",
        archived=old.archived if old else "",
    )


def with_copy(link: LinkCheck, copy: StoredCopy) -> LinkCheck:
    """The same, with a stored copy."""
    return replace(link, archive=copy.address, archived=copy.date)
