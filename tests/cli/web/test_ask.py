"""What addresses lead to, asked of a server that misbehaves in every way."""

from __future__ import annotations

import email.utils
import socket
import ssl
import threading
import time
from collections.abc import Callable
from typing import Any

import pytest
import trustme

from postil.cli.web import guard
from postil.cli.web.ask import Asker
from postil.cli.web.client import Client, NoAnswerError
from postil.cli.web.pace import Pace
from postil.model.link import LinkState

OK, MOVED, DEAD, UNKNOWN = LinkState.OK, LinkState.MOVED, LinkState.DEAD, LinkState.UNKNOWN

Askers = Callable[..., Asker]

# Path: state, the status that says so, and where the page is now.
OUTCOMES = {
    # The page is there.
    "/ok": (OK, 200, ""),
    "/no-content": (OK, 204, ""),
    "/no-head": (OK, 200, ""),
    "/head-lies": (OK, 200, ""),
    "/head-hangs-up": (OK, 200, ""),
    "/huge": (OK, 200, ""),
    # It is gone.
    "/gone": (DEAD, 404, ""),
    "/really-gone": (DEAD, 410, ""),
    "/moved-gone": (DEAD, 404, ""),
    "/found-gone": (DEAD, 404, ""),
    # The host does not say.
    "/login": (UNKNOWN, 401, ""),
    "/forbidden": (UNKNOWN, 403, ""),
    "/moved-forbidden": (UNKNOWN, 403, ""),
    "/legal": (UNKNOWN, 451, ""),
    "/teapot": (UNKNOWN, 418, ""),
    "/broken": (UNKNOWN, 500, ""),
    "/busy": (UNKNOWN, 503, ""),
    "/not-modified": (UNKNOWN, 304, ""),
    "/nowhere": (UNKNOWN, 302, ""),
    "/garbage": (UNKNOWN, 0, ""),
    "/headers": (UNKNOWN, 0, ""),
    # Redirects: those for good, as far as they are the first ones, tell the new address.
    "/moved": (MOVED, 301, "/ok"),
    "/moved-308": (MOVED, 308, "/ok"),
    "/moved-twice": (MOVED, 308, "/ok"),
    "/moved-with-part": (MOVED, 301, "/ok#part"),
    "/moved-oddly": (MOVED, 301, "/ok?%7F%C3%A4"),
    "/moved-then-found": (MOVED, 301, "/found"),
    "/found": (OK, 200, ""),
    "/see-other": (OK, 200, ""),
    "/temporary": (OK, 200, ""),
    "/found-then-moved": (OK, 200, ""),
    # Redirects to nowhere.
    "/self": (UNKNOWN, 301, ""),
    "/ping": (UNKNOWN, 302, ""),
    "/chain/0": (UNKNOWN, 0, ""),
    "/to-file": (UNKNOWN, 0, ""),
    "/to-script": (UNKNOWN, 0, ""),
    "/to-mail": (UNKNOWN, 0, ""),
    "/to-brackets": (UNKNOWN, 302, ""),
    "/with-name": (UNKNOWN, 0, ""),
}


@pytest.mark.parametrize("path", OUTCOMES)
def test_each_address_is_judged(web: Any, asker: Askers, path: str) -> None:
    state, status, moved = OUTCOMES[path]
    outcome = asker().ask(web.address + path)
    assert (outcome.state, outcome.status) == (state, status)
    assert outcome.moved_to == (web.address + moved if moved else "")
    assert status or outcome.reason


def test_the_part_of_a_page_is_not_asked_for_and_not_lost(web: Any, asker: Askers) -> None:
    assert asker().ask(f"{web.address}/ok#words").state is OK
    assert web.asked == [("HEAD", "/ok")]
    assert asker().ask(f"{web.address}/moved#words").moved_to == f"{web.address}/ok#words"
    # One that no address may hold is left out.
    assert asker().ask(f"{web.address}/moved#a\\b").moved_to == f"{web.address}/ok"


def test_a_good_answer_to_head_is_enough(web: Any, asker: Askers) -> None:
    asker().ask(f"{web.address}/ok")
    asker().ask(f"{web.address}/gone")
    assert web.asked == [("HEAD", "/ok"), ("HEAD", "/gone"), ("GET", "/gone")]


def test_no_cookie_no_credentials_and_a_name(web: Any, asker: Askers) -> None:
    asker().ask(f"{web.address}/moved")
    for headers in web.headers:
        assert headers.keys() == {"Host", "User-Agent", "Accept", "Accept-Encoding"}
        assert headers["User-Agent"] == "Test/1"


# Hosts that work again later.


def test_a_broken_page_is_asked_again(web: Any, asker: Askers, pace: Any) -> None:
    assert asker().ask(f"{web.address}/flaky").state is OK
    # HEAD once, then GET with a growing pause; after each request the usual one.
    assert web.asked == [("HEAD", "/flaky"), ("GET", "/flaky"), ("GET", "/flaky")]
    assert pace.rests == [1.0, 1.0, 1.0, 1.0]


def test_a_host_that_hangs_up_is_asked_again(web: Any, asker: Askers) -> None:
    assert asker().ask(f"{web.address}/drops-once").state is OK


def test_retries_end(web: Any, asker: Askers, pace: Any) -> None:
    assert asker(retries=3).ask(f"{web.address}/broken").status == 500
    assert web.count("/broken") == 1 + 4
    assert [rest for rest in pace.rests if rest > 1] == [2.0, 4.0]


@pytest.mark.parametrize("seconds", [7, 60])
def test_a_host_says_when_to_come_back(web: Any, asker: Askers, pace: Any, seconds: int) -> None:
    web.retry_after = str(seconds)
    assert asker().ask(f"{web.address}/later").state is OK
    assert web.asked == [("HEAD", "/later"), ("HEAD", "/later")]
    assert float(seconds) in pace.rests


def test_a_host_says_the_time_at_which_to_come_back(web: Any, asker: Askers, pace: Any) -> None:
    web.retry_after = email.utils.formatdate(time.time() + 30, usegmt=True)
    assert asker().ask(f"{web.address}/later").state is OK
    assert 1 < max(pace.rests) <= 30


@pytest.mark.parametrize("said", ["", "soon", "-5", "Sun, 06 Nov 1994 08:49:37 GMT", "1e9"])
def test_a_host_that_says_nothing_useful_gets_the_usual_pause(
    web: Any, asker: Askers, pace: Any, said: str
) -> None:
    web.retry_after = said
    assert asker().ask(f"{web.address}/later").state is OK
    assert set(pace.rests) == {1.0}


def test_a_host_that_wants_long_to_be_left_alone_is(web: Any, asker: Askers) -> None:
    web.retry_after = "3600"
    one = asker()
    assert one.ask(f"{web.address}/much-later").status == 429
    after = one.ask(f"{web.address}/ok")
    assert after.state is UNKNOWN
    assert "left alone" in after.reason
    assert web.asked == [("HEAD", "/much-later")]


# Time and size.


@pytest.mark.parametrize("path", ["/silent", "/drip"])
def test_no_host_holds_the_command_for_ever(web: Any, asker: Askers, path: str) -> None:
    outcome = asker(seconds=0.1, retries=0).ask(web.address + path)
    assert outcome.state is UNKNOWN
    assert outcome.reason


def test_a_drip_is_told_from_silence(web: Any, asker: Askers) -> None:
    outcome = asker(seconds=0.1, retries=0).ask(f"{web.address}/drip")
    assert outcome.reason == "no whole answer within 0.3 seconds"


def test_of_a_huge_page_only_so_much_is_read(web: Any) -> None:
    answer = Client("Test/1", allow_private=True).ask("GET", f"{web.address}/huge", 1000)
    assert answer.body == b"x" * 1000


def test_a_silent_host_does_not_hold_up_its_other_addresses(web: Any, asker: Askers) -> None:
    one = asker(seconds=0.1, retries=0)
    for _ in range(2):
        assert one.ask(f"{web.address}/silent").state is UNKNOWN
    asked = len(web.asked)
    assert "gave no answer for other addresses" in one.ask(f"{web.address}/silent").reason
    assert len(web.asked) == asked


# Hosts that are not there.


def test_a_refused_connection_says_nothing_of_the_page(asker: Askers, closed_port: int) -> None:
    outcome = asker().ask(f"http://127.0.0.1:{closed_port}/")
    assert (outcome.state, outcome.status) == (UNKNOWN, 0)
    assert "refused" in outcome.reason


@pytest.mark.parametrize(
    ("number", "state"), [(socket.EAI_NONAME, DEAD), (socket.EAI_AGAIN, UNKNOWN)]
)
def test_a_name_that_is_gone_is_not_one_that_cannot_be_looked_up(
    asker: Askers, monkeypatch: pytest.MonkeyPatch, number: int, state: LinkState
) -> None:
    def fail(*_: Any, **__: Any) -> None:
        raise socket.gaierror(number, "no")

    monkeypatch.setattr(socket, "getaddrinfo", fail)
    outcome = asker().ask("https://example.org/a")
    assert (outcome.state, outcome.reason) == (state, "there is no such host")


@pytest.mark.parametrize("address", ["http://[::1/", "ftp://example.org/", "https:///x", "x"])
def test_what_is_no_address_of_the_web_is_not_asked(asker: Askers, address: str) -> None:
    assert asker().ask(address).state is UNKNOWN


# Private machines.


def test_private_machines_are_not_asked(web: Any, asker: Askers) -> None:
    outcome = asker(allow_private=False).ask(f"{web.address}/ok")
    assert outcome.state is UNKNOWN
    assert outcome.reason == "it leads to 127.0.0.1, which is not on the public internet"
    assert web.asked == []


def test_a_redirect_leads_to_no_private_machine(
    web: Any, asker: Askers, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(guard, "is_public", lambda address: address == "127.0.0.1")
    outcome = asker(allow_private=False).ask(f"{web.address}/to-inside")
    assert outcome.reason == "it leads to 10.1.2.3, which is not on the public internet"


def test_what_was_checked_is_what_is_asked(web: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    """A name that leads elsewhere when it is looked up a second time (DNS rebinding)."""
    port = int(web.address.rpartition(":")[2])
    found = iter(["192.0.2.1", "127.0.0.1"])

    def look_up(*_: Any, **__: Any) -> list[Any]:
        return [(socket.AF_INET, socket.SOCK_STREAM, 6, "", (next(found), port))]

    connected: list[Any] = []

    def connect(_: socket.socket, where: Any) -> None:
        connected.append(where)
        raise ConnectionRefusedError("refused")

    monkeypatch.setattr(socket, "getaddrinfo", look_up)
    monkeypatch.setattr(guard, "is_public", lambda address: address == "192.0.2.1")
    monkeypatch.setattr(socket.socket, "connect", connect)
    with pytest.raises(NoAnswerError, match="refused"):
        Client("Test/1").ask("HEAD", f"http://example.org:{port}/ok")
    assert connected == [("192.0.2.1", port)]
    assert web.asked == []


# TLS.


@pytest.fixture
def secure(monkeypatch: pytest.MonkeyPatch) -> Any:
    """Starts a server that speaks TLS once, with a certificate for a name: its port."""
    authority = trustme.CA()
    trusting = ssl.create_default_context()
    authority.configure_trust(trusting)
    monkeypatch.setattr(ssl, "create_default_context", lambda: trusting)
    listening = socket.create_server(("127.0.0.1", 0))

    def start(name: str) -> int:
        context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
        authority.issue_cert(name).configure_cert(context)

        def serve() -> None:
            try:
                plain, _ = listening.accept()
                with context.wrap_socket(plain, server_side=True) as stream:
                    stream.recv(4096)
                    stream.sendall(b"HTTP/1.1 200 OK\r\nContent-Length: 0\r\n\r\n")
            except OSError:
                pass  # The client refused the certificate.

        threading.Thread(target=serve, daemon=True).start()
        return int(listening.getsockname()[1])

    yield start
    listening.close()


def test_a_secure_page_is_asked(secure: Any) -> None:
    port = secure("localhost")
    answer = Client("Test/1", allow_private=True).ask("HEAD", f"https://localhost:{port}/")
    assert answer.status == 200


def test_a_wrong_certificate_says_nothing_of_the_page(secure: Any) -> None:
    port = secure("example.org")
    one = Asker(Client("Test/1", 0.5, allow_private=True), Pace(0), retries=0)
    outcome = one.ask(f"https://localhost:{port}/")
    assert (outcome.state, outcome.status) == (UNKNOWN, 0)
