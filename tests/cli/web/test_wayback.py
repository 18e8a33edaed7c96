"""Stored copies, asked of a server that answers as the Wayback Machine does."""

from __future__ import annotations

import json
from collections.abc import Callable
from typing import Any

import pytest

from postil.cli.web.ask import Asker
from postil.cli.web.client import NoAnswerError
from postil.cli.web.wayback import StoredCopy, find_copy

COPY = {
    "available": True,
    "status": "200",
    "url": "http://web.archive.org/web/20260102030405/https://example.org/a",
    "timestamp": "20260102030405",
}


def answer(**changes: Any) -> bytes:
    return json.dumps({"archived_snapshots": {"closest": {**COPY, **changes}}}).encode()


@pytest.fixture
def find(web: Any, asker: Callable[..., Asker]) -> Callable[[bytes], StoredCopy | None]:
    def find(body: bytes) -> StoredCopy | None:
        web.body = body
        return find_copy(asker(), f"{web.address}/copies", "https://example.org/a?b=c&d", "2026-01")

    return find


def test_a_copy_is_found_by_a_secure_address(find: Any, web: Any) -> None:
    address = "https://web.archive.org/web/20260102030405/https://example.org/a"
    assert find(answer()) == StoredCopy(address, "2026-01-02")
    assert web.asked == [("GET", "/copies")]


@pytest.mark.parametrize(
    "body",
    [
        # There is none, in the words of the archive.
        b'{"url": "example.org", "archived_snapshots": {}}',
        answer(available=False),
        answer(status="404"),
        # Nothing that can be used, or should.
        answer(url="javascript:alert(1)"),
        answer(url="https://a-reader:x@example.org/"),
        answer(url="https://example.org/\ud800"),
        answer(timestamp="20261399"),
        answer(timestamp=None),
        answer(available="yes"),
        b"",
        b"[]",
        b"null",
        b"<html>",
        b'{"archived_snapshots": []}',
        b"[" * 100_000,
    ],
)
def test_what_names_no_copy_is_none(find: Any, body: bytes) -> None:
    assert find(body) is None


def test_an_archive_that_fails_is_said(web: Any, asker: Callable[..., Asker]) -> None:
    with pytest.raises(NoAnswerError, match="the status 403"):
        find_copy(asker(), f"{web.address}/forbidden", "https://example.org/a")
