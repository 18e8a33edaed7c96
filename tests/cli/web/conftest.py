"""A web of one server on this machine, whose paths misbehave in every way."""

from __future__ import annotations

import contextlib
import http.server
import socket
import threading
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from typing import Any

import pytest

from postil.cli.web.ask import Asker
from postil.cli.web.client import Client
from postil.cli.web.pace import Pace

# Path: status, and where it leads.
PAGES: dict[str, tuple[int, str]] = {
    "/ok": (200, ""),
    "/no-content": (204, ""),
    "/gone": (404, ""),
    "/really-gone": (410, ""),
    "/login": (401, ""),
    "/forbidden": (403, ""),
    "/legal": (451, ""),
    "/broken": (500, ""),
    "/busy": (503, ""),
    "/teapot": (418, ""),
    "/not-modified": (304, ""),
    "/moved": (301, "/ok"),
    "/moved-308": (308, "/ok"),
    "/moved-twice": (301, "/moved-308"),
    "/moved-with-part": (301, "/ok#part"),
    "/moved-oddly": (301, "/ok?\x7f\xe4"),
    "/moved-gone": (301, "/gone"),
    "/moved-forbidden": (301, "/forbidden"),
    "/found": (302, "/ok"),
    "/see-other": (303, "/ok"),
    "/temporary": (307, "/ok"),
    "/moved-then-found": (301, "/found"),
    "/found-then-moved": (302, "/moved"),
    "/found-gone": (302, "/gone"),
    "/nowhere": (302, ""),
    "/self": (301, "/self"),
    "/ping": (302, "/pong"),
    "/pong": (302, "/ping"),
    "/to-file": (301, "file:///etc/passwd"),
    "/to-script": (302, "javascript:alert(1)"),
    "/to-mail": (302, "mailto:a-reader@example.org"),
    "/to-brackets": (302, "http://[::1"),
    "/with-name": (301, "http://a-reader:secret@127.0.0.1/ok"),
    "/to-inside": (302, "http://10.1.2.3/ok"),
}


@dataclass
class Web:
    """The server: its address, what it was asked, and how many requests were open at most."""

    address: str = ""
    asked: list[tuple[str, str]] = field(default_factory=list)
    headers: list[dict[str, str]] = field(default_factory=list)
    retry_after: str = ""
    body: bytes = b"{}"
    open: int = 0
    most_open: int = 0
    guard: threading.Lock = field(default_factory=threading.Lock)
    meeting: threading.Barrier = field(default_factory=lambda: threading.Barrier(2, timeout=10))
    ended: threading.Event = field(default_factory=threading.Event)

    def count(self, path: str) -> int:
        return sum(asked == path for _, asked in self.asked)


class _Handler(http.server.BaseHTTPRequestHandler):
    web: Web

    def do_HEAD(self) -> None:
        self._serve()

    def do_GET(self) -> None:
        self._serve()

    def _serve(self) -> None:
        web = self.web
        path, _, _ = self.path.partition("?")
        with web.guard:
            web.asked.append((self.command, path))
            web.headers.append(dict(self.headers))
            web.open += 1
            web.most_open = max(web.most_open, web.open)
        try:
            special = getattr(self, f"_{path.strip('/').replace('-', '_')}", None)
            if special:
                special()
            elif path.startswith("/chain/"):
                self._answer(302, f"/chain/{int(path[7:]) + 1}")
            else:
                self._answer(*PAGES.get(path, (404, "")))
        finally:
            with web.guard:
                web.open -= 1

    def _answer(self, status: int, location: str = "", **headers: str) -> None:
        self.send_response(status)
        if location:
            self.send_header("Location", location)
        for name, value in headers.items():
            self.send_header(name.replace("_", "-"), value)
        self.end_headers()

    # Hosts that know no HEAD, in three ways.
    def _no_head(self) -> None:
        self._answer(405 if self.command == "HEAD" else 200)

    def _head_lies(self) -> None:
        self._answer(404 if self.command == "HEAD" else 200)

    def _head_hangs_up(self) -> None:
        if self.command == "GET":
            self._answer(200)

    # Hosts that work again later.
    def _flaky(self) -> None:
        self._answer(500 if self.web.count("/flaky") < 3 else 200)

    def _drops_once(self) -> None:
        if self.web.count("/drops-once") > 2:
            self._answer(200)

    def _later(self) -> None:
        late = self.web.count("/later") < 2
        self._answer(429 if late else 200, Retry_After=self.web.retry_after)

    def _much_later(self) -> None:
        self._answer(429, Retry_After=self.web.retry_after)

    # Answers that never end, or never come.
    def _huge(self) -> None:
        self._answer(405 if self.command == "HEAD" else 200)
        while self.command == "GET" and not self.web.ended.is_set():
            self.wfile.write(b"x" * 65536)

    def _drip(self) -> None:
        self.wfile.write(b"HTTP/1.1 200 OK\r\n")
        while not self.web.ended.wait(0.02):
            self.wfile.write(b"X-More: x\r\n")

    def _silent(self) -> None:
        self.web.ended.wait(60)

    def _garbage(self) -> None:
        self.wfile.write(b"\0\1\2 this is no HTTP\r\n\r\n")

    def _headers(self) -> None:
        self._answer(200, **{f"X-{number}": "x" for number in range(500)})

    # Others.
    def _meet(self) -> None:
        self.web.meeting.wait()
        self._answer(200)

    def _slowly(self) -> None:
        time.sleep(0.02)
        self._answer(200)

    def _copies(self) -> None:
        self._answer(200)
        self.wfile.write(self.web.body)

    def log_message(self, *_: Any) -> None:
        pass


class _Server(http.server.ThreadingHTTPServer):
    daemon_threads = True

    def handle_error(self, request: Any, client_address: Any) -> None:
        pass  # Most clients hang up before the end here, as they are to.


@pytest.fixture
def web() -> Iterator[Web]:
    """The server, for one test."""
    web = Web()
    handler = type("Handler", (_Handler,), {"web": web})
    with _Server(("127.0.0.1", 0), handler) as server:
        web.address = f"http://127.0.0.1:{server.server_port}"
        thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.02})
        thread.start()
        yield web
        web.ended.set()
        web.meeting.abort()
        server.shutdown()
        thread.join()


class NotedPace(Pace):
    """A pace that notes how long hosts are left alone, and does not wait."""

    def __init__(self) -> None:
        super().__init__(delay=1.0)
        self.rests: list[float] = []

    def rest(self, host: str, seconds: float) -> None:
        del host
        self.rests.append(seconds)


@pytest.fixture
def pace() -> NotedPace:
    return NotedPace()


@pytest.fixture
def asker(pace: NotedPace) -> Callable[..., Asker]:
    """Makes an asker for this machine: `asker(seconds=0.5, retries=2)`."""

    def make(seconds: float = 5.0, retries: int = 2, allow_private: bool = True) -> Asker:
        return Asker(Client("Test/1", seconds, allow_private), pace, retries)

    return make


@pytest.fixture
def closed_port() -> Iterator[int]:
    """A port of this machine at which nobody answers."""
    with contextlib.closing(socket.socket()) as taken:
        # Bound and not listening: a connection is refused, and nobody else takes it.
        taken.bind(("127.0.0.1", 0))
        yield taken.getsockname()[1]
