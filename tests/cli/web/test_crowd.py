"""Many addresses at once, and hosts that are asked one thing at a time."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

from postil.cli.web.ask import Asker
from postil.cli.web.client import Client
from postil.cli.web.crowd import ask_all
from postil.cli.web.pace import Pace, StoppedError
from postil.model.link import LinkState


def crowd(addresses: list[str], jobs: int = 8) -> dict[str, LinkState]:
    pace = Pace(0)
    asker = Asker(Client("Test/1", allow_private=True), pace)
    return {address: one.state for address, one in ask_all(addresses, asker.ask, pace, jobs)}


def test_every_address_has_an_answer(web: Any) -> None:
    paths = ["/ok", "/gone", "/moved", "/forbidden"]
    found = crowd([web.address + path for path in paths])
    states = [LinkState.OK, LinkState.DEAD, LinkState.MOVED, LinkState.UNKNOWN]
    assert [found[web.address + path] for path in paths] == states
    assert crowd([]) == {}


def test_a_host_is_asked_one_thing_at_a_time(web: Any) -> None:
    crowd([f"{web.address}/slowly?{number}" for number in range(10)])
    assert web.count("/slowly") == 10
    assert web.most_open == 1


def test_hosts_are_asked_at_the_same_time(web: Any) -> None:
    # Each of the two is answered only when both were asked.
    other = web.address.replace("127.0.0.1", "localhost")
    found = crowd([f"{web.address}/meet", f"{other}/meet"], jobs=2)
    assert set(found.values()) == {LinkState.OK}


def test_an_error_of_the_program_is_not_swallowed() -> None:
    def ask(_: str) -> None:
        raise ZeroDivisionError

    with pytest.raises(ZeroDivisionError):
        list(ask_all(["https://example.org/a", "https://example.org/b"], ask, Pace(0), 2))


def test_an_interruption_ends_all_waiting() -> None:
    pace = Pace(3600)
    asked: list[str] = []

    def ask(address: str) -> str:
        with pace.turn("one host"):
            asked.append(address)
        return address

    answers = ask_all(["https://example.org/a", "https://example.org/b"], ask, pace, 2)
    assert next(answers)[0] == "https://example.org/a"
    # The second waits for an hour now.
    answers.close()  # type: ignore[attr-defined]  # it is a generator
    assert asked == ["https://example.org/a"]
    with pytest.raises(StoppedError), pace.turn("another host"):
        pass


def test_a_pause_follows_each_request(asker: Callable[..., Asker], web: Any, pace: Any) -> None:
    asker().ask(f"{web.address}/ok")
    asker().ask(f"{web.address}/ok")
    assert pace.rests == [1.0, 1.0]
