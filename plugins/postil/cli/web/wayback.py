"""Stored copies of pages, from the Wayback Machine.

https://archive.org/help/wayback_api.php
"""

from __future__ import annotations

import json
from dataclasses import dataclass
from typing import Any
from urllib.parse import urlencode

from postil.cli.web.ask import Asker
from postil.publish.iri import as_uri
from postil.read.dates import date_problem
from postil.read.forms import url_problem

API = "https://archive.org/wayback/available"
_SIZE = 64 * 1024
"""Bytes of an answer, which has about 300."""


@dataclass(frozen=True, slots=True)
class StoredCopy:
    """The address of a stored copy and its ISO date."""

    address: str
    date: str


def find_copy(asker: Asker, api: str, address: str, date: str = "") -> StoredCopy | None:
    """The stored copy of a page that is nearest to an ISO date, or the latest one; None where there
    is none.

    Raises NoAnswerError, RefusedError and StoppedError.
    """
    query = {"url": address, "timestamp": date.replace("-", "")}
    given = urlencode({key: value for key, value in query.items() if value})
    return _copy_in(asker.fetch(f"{api}{'&' if '?' in api else '?'}{given}", _SIZE))


def _copy_in(body: bytes) -> StoredCopy | None:
    """The copy that an answer names, if it says so as its documentation does."""
    try:
        answer = json.loads(body)
        closest: Any = answer["archived_snapshots"]["closest"]
        available, status = closest["available"], str(closest.get("status", "200"))
        address, timestamp = as_uri(str(closest["url"])), str(closest["timestamp"])
    except (ValueError, TypeError, KeyError, AttributeError, RecursionError):
        return None
    # It names its own copies by http, and answers by https.
    if address.startswith("http://web.archive.org/"):
        address = "https" + address.removeprefix("http")
    date = f"{timestamp[:4]}-{timestamp[4:6]}-{timestamp[6:8]}"
    good = available is True and status.startswith("2")
    if not good or url_problem(address) or date_problem(date, whole=True):
        return None
    return StoredCopy(address, date)
