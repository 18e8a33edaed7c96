"""A forge on this machine, which keeps what it is told and answers as GitHub and GitLab do."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from threading import Thread
from typing import Any
from urllib.parse import parse_qs, urlsplit

import pytest

US = {"login": "github-actions[bot]", "id": 7}
STRANGER = {"login": "a-reader", "id": 8}


class FakeForge:
    """What the forge holds, and what it was asked."""

    def __init__(self) -> None:
        self.address = ""
        self.asked: list[str] = []
        self.tokens: list[str] = []
        self.lists: dict[str, list[dict[str, Any]]] = {}
        """Lists by their path."""
        self.files: dict[str, bytes] = {}
        """Files by their path, kept elsewhere."""
        self.broken: set[str] = set()

    def answer(self, method: str, path: str, query: dict[str, str], sent: Any) -> tuple[int, Any]:
        self.asked.append(f"{method} {path}")
        if path in self.broken:
            return 403, {"message": "no"}
        if path == "/user":
            return 200, US
        if method == "POST":
            self.lists.setdefault(path, []).append(self._made(path, sent))
            return 201, {}
        if method in {"PATCH", "PUT"}:
            return self._change(path, sent)
        if path.endswith("/artifacts"):
            return 200, {"artifacts": self.lists.get(path, [])}
        page, many = int(query.get("page", 1)), int(query.get("per_page", 30))
        found = self.lists.get(path, [])
        return 200, found[(page - 1) * many : page * many]

    def _made(self, path: str, sent: dict[str, str]) -> dict[str, Any]:
        number = 1 + sum(map(len, self.lists.values()))
        gitlab = path.startswith("/projects")
        return {
            **({"id": number, "number": number, "iid": number}),
            **({"author": US} if gitlab else {"user": US}),
            **sent,
        }

    def _change(self, path: str, sent: dict[str, str]) -> tuple[int, Any]:
        number = int(path.rpartition("/")[2])
        for one in (one for found in self.lists.values() for one in found):
            if number in {one.get("id"), one.get("number"), one.get("iid")}:
                one.update(sent)
                return 200, one
        return 404, None


@pytest.fixture
def forge() -> Iterator[FakeForge]:
    """A forge that answers until the end of the test."""
    fake = FakeForge()

    class Handler(BaseHTTPRequestHandler):
        def _reply(self) -> None:
            url = urlsplit(self.path)
            token = self.headers.get("Authorization") or self.headers.get("PRIVATE-TOKEN") or ""
            fake.tokens.append(f"{url.path} {token}")
            if url.path.startswith("/kept/"):
                self._send(200, fake.files[url.path.removeprefix("/kept")])
            elif re.search(r"/artifacts/\d+/zip$", url.path):
                self.send_response(302)
                self.send_header("Location", f"{fake.address}/kept{url.path}")
                self.send_header("Content-Length", "0")
                self.end_headers()
            else:
                query = {name: values[0] for name, values in parse_qs(url.query).items()}
                length = int(self.headers.get("Content-Length") or 0)
                sent = json.loads(self.rfile.read(length) or b"null")
                status, value = fake.answer(self.command, url.path, query, sent)
                self._send(status, json.dumps(value).encode())

        do_GET = do_POST = do_PATCH = do_PUT = _reply  # noqa: N815 - names that the server calls

        def _send(self, status: int, content: bytes) -> None:
            self.send_response(status)
            self.send_header("Content-Length", str(len(content)))
            self.end_headers()
            self.wfile.write(content)

        def log_message(self, *_: Any) -> None:
            pass

    with ThreadingHTTPServer(("127.0.0.1", 0), Handler) as server:
        fake.address = f"http://127.0.0.1:{server.server_port}"
        thread = Thread(target=server.serve_forever, kwargs={"poll_interval": 0.02})
        thread.start()
        yield fake
        server.shutdown()
        thread.join()


@pytest.fixture
def github(forge: FakeForge, monkeypatch: pytest.MonkeyPatch) -> FakeForge:
    """The forge as a job of GitHub finds it."""
    monkeypatch.delenv("CI_API_V4_URL", raising=False)
    monkeypatch.setenv("GITHUB_API_URL", forge.address)
    monkeypatch.setenv("GITHUB_REPOSITORY", "owner/name")
    monkeypatch.setenv("GITHUB_TOKEN", "secret")
    return forge


@pytest.fixture
def gitlab(forge: FakeForge, monkeypatch: pytest.MonkeyPatch) -> FakeForge:
    """The forge as a job of GitLab finds it."""
    monkeypatch.setenv("CI_API_V4_URL", forge.address)
    monkeypatch.setenv("CI_PROJECT_ID", "5")
    monkeypatch.setenv("POSTIL_TOKEN", "secret")
    return forge
