"""Requests to a forge that answers in other ways than it should."""

from __future__ import annotations

import socket
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, HTTPServer
from threading import Thread
from typing import Any

import pytest

from postil.cli.forge.api import Api, ForgeError


@pytest.fixture
def odd() -> Iterator[str]:
    """A forge that answers with words, and keeps its files in other places."""

    class Handler(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            place = {"/loop": "/loop", "/file": "file:///etc/passwd", "/nowhere": ""}.get(self.path)
            self.send_response(200 if place is None else 302)
            if place:
                base = f"http://127.0.0.1:{self.server.server_address[1]}"
                self.send_header("Location", place if ":" in place else f"{base}{place}")
            self.send_header("Content-Length", "5")
            self.end_headers()
            self.wfile.write(b"words")

        def log_message(self, *_: Any) -> None:
            pass

    with HTTPServer(("127.0.0.1", 0), Handler) as server:
        thread = Thread(target=server.serve_forever, kwargs={"poll_interval": 0.02})
        thread.start()
        yield f"http://127.0.0.1:{server.server_port}"
        server.shutdown()
        thread.join()


def test_an_answer_that_is_no_json_is_told(odd: str) -> None:
    with pytest.raises(ForgeError, match="GET /a: the answer is no JSON"):
        Api(odd, {}).get("/a")


@pytest.mark.parametrize(
    ("path", "said"),
    [
        ("/loop", "is kept nowhere"),
        ("/file", "is kept where it is not read from"),
        ("/nowhere", "is kept where it is not read from"),
    ],
)
def test_a_file_is_read_from_the_web_alone(odd: str, path: str, said: str) -> None:
    with pytest.raises(ForgeError, match=said):
        Api(odd, {}).download(path, 100)


def test_a_file_that_is_kept_there_is_read(odd: str) -> None:
    assert Api(odd, {}).download("/a", 5) == b"words"
    with pytest.raises(ForgeError, match="more than 4 bytes"):
        Api(odd, {}).download("/a", 4)


def test_a_forge_that_is_not_there_is_told_without_its_token() -> None:
    with socket.socket() as closed:
        closed.bind(("127.0.0.1", 0))
        port = closed.getsockname()[1]
    with pytest.raises(ForgeError, match=r"GET /a: no answer \(\w+\)") as told:
        Api(f"http://127.0.0.1:{port}", {"Authorization": "Bearer secret"}).get("/a", page=1)
    assert "secret" not in str(told.value)
