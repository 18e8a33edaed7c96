"""A built site as a browser gets it, whole or with less around each page."""

from __future__ import annotations

import functools
import http.server
import json
import re
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

# The stylesheets and scripts of the theme and of Postil, as they stand in each page.
_PARTS = re.compile(
    rb'<link rel="stylesheet" href="(?:\.\./)*assets/[a-z0-9/.]+">'
    rb'|<script(?: type="module")? src="(?:\.\./)*assets/[a-z0-9/.]+"></script>'
)
_EMPTY = json.dumps(
    {
        "config": {"lang": ["en"], "separator": "[\\s]+", "pipeline": [], "fields": {}},
        "docs": [],
    }
).encode()


class _Handler(http.server.SimpleHTTPRequestHandler):
    protocol_version = "HTTP/1.1"

    def __init__(self, *arguments: Any, bare: bool, searched: bool, **options: Any) -> None:
        self._bare, self._searched = bare, searched
        super().__init__(*arguments, **options)

    def do_GET(self) -> None:
        path = urlsplit(self.path).path
        if path == "/bare/":
            self._answer(b"<!doctype html><title>Frames</title>", "text/html")
        elif path.endswith("/search_index.json") and not self._searched:
            # Every page would read it, and only a search shows what it holds.
            self._answer(_EMPTY, "application/json")
        elif self._bare and path.endswith("/"):
            page = Path(self.translate_path(path), "index.html")
            self._answer(_PARTS.sub(b"", page.read_bytes()), "text/html; charset=utf-8")
        else:
            super().do_GET()

    def _answer(self, content: bytes, type: str) -> None:
        self.send_response(200)
        self.send_header("Content-Type", type)
        self.send_header("Content-Length", str(len(content)))
        self.end_headers()
        self.wfile.write(content)

    def end_headers(self) -> None:
        if self.path.startswith("/assets/"):
            self.send_header("Cache-Control", "max-age=3600")
        super().end_headers()

    def log_message(self, *_arguments: Any) -> None:
        pass


class _Server(http.server.ThreadingHTTPServer):
    daemon_threads = True

    def handle_error(self, request: Any, client_address: Any) -> None:
        pass  # A browser that closes a connection while a file is sent.


@contextmanager
def served(folder: Path, bare: bool = False, searched: bool = False) -> Iterator[str]:
    """Where `folder` is served, without a slash at the end.

    `bare` pages come without the scripts and stylesheets of the theme and of Postil. With
    `searched` the search has its index.
    """
    handler = functools.partial(_Handler, directory=str(folder), bare=bare, searched=searched)
    server = _Server(("127.0.0.1", 0), handler)
    thread = threading.Thread(target=server.serve_forever, args=(0.05,), daemon=True)
    thread.start()
    try:
        yield f"http://127.0.0.1:{server.server_port}"
    finally:
        server.shutdown()
        server.server_close()
        thread.join()
