"""Requests to the interface of a forge, with a token that only the forge gets."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from typing import Any
from urllib.parse import urlencode, urlsplit

import urllib3
from urllib3.exceptions import HTTPError

from postil import __version__

_SECONDS = 30.0
_PAGE, _PAGES = 100, 50
_ANSWER = 20_000_000
_CHUNK = 64 * 1024
_MOVED = frozenset({301, 302, 303, 307, 308})


class ForgeError(Exception):
    """The forge did not do what it was asked; the message says what it answered."""


class Api:
    """The interface at `base`, asked with `headers`, which hold the token.

    Raises ForgeError from every method.
    """

    def __init__(self, base: str, headers: Mapping[str, str]) -> None:
        self._base = base.rstrip("/")
        self._headers = {"User-Agent": f"Postil/{__version__}", **headers}
        self._pool = urllib3.PoolManager(timeout=urllib3.Timeout(_SECONDS), retries=False)

    def get(self, path: str, **query: str | int) -> Any:
        """What the forge says, read from JSON."""
        return self._read("GET", f"{path}?{urlencode(query)}" if query else path)

    def every(self, path: str, **query: str | int) -> Iterator[Any]:
        """Each entry of a list, page by page."""
        for page in range(1, _PAGES + 1):
            entries = self.get(path, **query, per_page=_PAGE, page=page)
            yield from entries
            if len(entries) < _PAGE:
                return

    def send(self, method: str, path: str, values: Mapping[str, str]) -> Any:
        """Writes something; what the forge answers."""
        return self._read(method, path, json.dumps(values).encode())

    def download(self, path: str, most: int) -> bytes:
        """A file, which the forge may keep elsewhere: there the token is not sent.

        Raises ForgeError for one of more than `most` bytes.
        """
        address, headers = f"{self._base}{path}", self._headers
        for _ in range(3):
            status, place, content = self._ask("GET", address, headers, b"", most)
            if status not in _MOVED:
                return content
            if urlsplit(place).scheme != urlsplit(self._base).scheme:
                raise ForgeError("the file is kept where it is not read from")
            address, headers = place, {"User-Agent": self._headers["User-Agent"]}
        raise ForgeError("the file is kept nowhere")

    def _read(self, method: str, path: str, body: bytes = b"") -> Any:
        _, _, content = self._ask(method, f"{self._base}{path}", self._headers, body, _ANSWER)
        try:
            return json.loads(content or b"null")
        except ValueError:
            raise ForgeError(f"{method} {path}: the answer is no JSON") from None

    def _ask(
        self, method: str, address: str, headers: Mapping[str, str], body: bytes, most: int
    ) -> tuple[int, str, bytes]:
        """The status, where the answer is kept instead, and its content."""
        what = f"{method} {urlsplit(address).path}"
        sent = {**headers, "Content-Type": "application/json"} if body else headers
        try:
            response = self._pool.request(
                method,
                address,
                body=body or None,
                headers=sent,
                redirect=False,
                preload_content=False,
            )
            try:
                content = response.read(most + 1)
            finally:
                response.close()
        except (HTTPError, OSError) as error:
            raise ForgeError(f"{what}: no answer ({type(error).__name__})") from None
        if response.status >= 400:
            raise ForgeError(f"{what}: status {response.status}")
        if len(content) > most:
            raise ForgeError(f"{what}: the answer has more than {most} bytes")
        return response.status, response.headers.get("Location", ""), content
