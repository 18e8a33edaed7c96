"""Pagefind, in a process of its own, which makes an index while the host makes pages.

Its package for Python sleeps a tenth of a second after each page
(https://pypi.org/project/pagefind/), so this speaks with the program itself: each request and each
answer is a line of JSON, in base64, that ends with a comma.
"""

from __future__ import annotations

import base64
import json
import os
import subprocess
from collections.abc import Iterable, Mapping
from importlib.util import find_spec
from pathlib import Path
from queue import SimpleQueue
from threading import Thread
from typing import Any

from postil.site.search_records import EXCLUDED, Record

KEPT = ("pagefind.js", "pagefind-entry.json", "*.pf_meta", "*.pagefind", "index/*", "fragment/*")
"""What readers load of all that it writes."""


class PagefindError(Exception):
    """It could not make an index, and says why."""


def installed() -> bool:
    """Whether it can be run: `postil[pagefind]` brings it."""
    return find_spec("pagefind") is not None and _program() is not None


def _program() -> Path | None:
    # It is no dependency, and slow to import.
    from pagefind.service import get_executable

    return get_executable()


class Pagefind:
    """One index in the making. Pages are sent to it while others are made, in the order given: the
    same pages in the same order give the same bytes."""

    def __init__(self, language: str) -> None:
        """Starts the program; words are taken for those of that language (BCP 47)."""
        self._requests: SimpleQueue[Mapping[str, Any] | None] = SimpleQueue()
        self._error = ""
        self._process = subprocess.Popen(  # noqa: S603 - the program of the package
            [str(_program()), "--service"],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
        )
        self._thread = Thread(target=self._work, daemon=True)
        self._thread.start()
        config = {"force_language": language.lower(), "exclude_selectors": list(EXCLUDED)}
        self._requests.put({"type": "NewIndex", "config": config})

    def add(self, records: Iterable[Record]) -> None:
        """Sends records, and does not wait for what comes of it."""
        for record in records:
            self._requests.put(
                {
                    "type": "AddFile",
                    "index_id": 0,
                    "url": record.url,
                    "file_contents": record.html,
                    "file_path": None,
                }
            )

    def write(self, folder: Path) -> None:
        """Waits for the index, writes it into `folder`, and ends. Raises PagefindError."""
        self._requests.put(
            {"type": "WriteFiles", "index_id": 0, "output_path": str(folder.resolve())}
        )
        self.end()
        if self._error:
            raise PagefindError(self._error)
        kept = {path for pattern in KEPT for path in folder.glob(pattern)}
        entry = json.loads((folder / "pagefind-entry.json").read_bytes())
        used = {f"wasm.{one['wasm'] or 'unknown'}.pagefind" for one in entry["languages"].values()}
        for path in folder.rglob("*"):
            if path.is_file() and (
                path not in kept or (path.suffix == ".pagefind" and path.name not in used)
            ):
                path.unlink()

    def end(self) -> None:
        """Ends when everything is done that was asked for."""
        self._requests.put(None)
        self._thread.join()

    def cancel(self) -> None:
        """Ends at once, and makes nothing."""
        self._process.kill()
        self.end()

    def _work(self) -> None:
        with self._process as process:
            try:
                while (request := self._requests.get()) is not None:
                    answer = self._ask(process, request)
                    if answer.get("type") == "Error":
                        self._error = self._error or str(answer.get("message"))
            except (OSError, ValueError) as error:
                self._error = self._error or f"it ended early ({error})"
                process.kill()

    @staticmethod
    def _ask(process: subprocess.Popen[bytes], payload: Mapping[str, Any]) -> Mapping[str, Any]:
        if process.stdin is None or process.stdout is None:
            raise OSError("it has no pipes")
        message = json.dumps({"message_id": 1, "payload": payload}).encode()
        process.stdin.write(base64.b64encode(message) + b",")
        process.stdin.flush()
        answer = bytearray()
        while not answer.endswith(b","):
            part = os.read(process.stdout.fileno(), 1 << 16)
            if not part:
                raise OSError("no answer")
            answer += part
        found: Mapping[str, Any] = json.loads(base64.b64decode(answer[:-1]))["payload"]
        return found
