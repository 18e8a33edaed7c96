"""Pagefind, in a process of its own, which makes an index while the host makes pages.

Its package for Python sleeps a tenth of a second after each page, so this speaks with the program
itself, as that package does: each request and each answer is JSON in base64, and ends with a comma
(https://pagefind.app/docs/py-api/).
"""

from __future__ import annotations

import base64
import json
import os
import subprocess
from collections.abc import Iterable, Mapping
from fnmatch import fnmatchcase
from importlib.util import find_spec
from pathlib import Path
from queue import SimpleQueue
from threading import Thread
from typing import Any

from postil.site.search_records import EXCLUDED, Record

_KEPT = ("pagefind.js", "pagefind-entry.json", "*.pf_meta", "index/*", "fragment/*")
"""What readers load of all that it makes, besides the program for their language."""


class PagefindError(Exception):
    """It could not make an index, and says why."""


def installed() -> bool:
    """Whether it can be run: `postil[pagefind]` brings it."""
    return find_spec("pagefind") is not None and _program() is not None


def _program() -> Path | None:
    # It is no dependency, and slow to import.
    from pagefind.service import get_executable

    return get_executable()


def program_sign() -> tuple[str, int, int]:
    """Which program it is: its path, its size and when it was written. Raises PagefindError."""
    if (program := _program()) is None:
        raise PagefindError("its program is gone")
    found = program.stat()
    return str(program), found.st_size, found.st_mtime_ns


class Pagefind:
    """One index in the making. Pages are sent to it while others are made, in the order given: the
    same pages in the same order give the same bytes."""

    def __init__(self, language: str) -> None:
        """Starts the program; words are taken for those of that language (BCP 47)."""
        self._requests: SimpleQueue[Mapping[str, Any] | None] = SimpleQueue()
        self._error = ""
        self._made: Mapping[str, Any] = {}
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

    @property
    def running(self) -> bool:
        """Whether the program has not ended."""
        return self._process.poll() is None

    def add(self, records: Iterable[Record]) -> None:
        """Sends records, and does not wait for what comes of it."""
        for record in records:
            told = {"url": record.url, "file_contents": record.html, "file_path": None}
            self._requests.put({"type": "AddFile", "index_id": 0, **told})

    def files(self) -> dict[str, bytes]:
        """Waits for the index, and ends: what is in its files, by their paths. Raises
        PagefindError.

        It is fetched, to be written elsewhere: when the program says that it has written its
        files, they may still be empty.
        """
        self._requests.put({"type": "GetFiles", "index_id": 0})
        self._end()
        if self._error or not self._made:
            raise PagefindError(self._error)
        files = {one["path"]: base64.b64decode(one["content"]) for one in self._made["files"]}
        entry = json.loads(files["pagefind-entry.json"])
        wasm = (f"wasm.{one['wasm'] or 'unknown'}.pagefind" for one in entry["languages"].values())
        kept = (*_KEPT, *wasm)
        return {
            path: content
            for path, content in files.items()
            if any(fnmatchcase(path, pattern) for pattern in kept)
        }

    def cancel(self) -> None:
        """Ends at once, and makes nothing."""
        self._process.kill()
        self._end()

    def _end(self) -> None:
        self._requests.put(None)
        self._thread.join()

    def _work(self) -> None:
        try:
            # Its end closes the pipes, and waits for the program.
            with self._process as process:
                while (request := self._requests.get()) is not None:
                    self._made = self._ask(process, request)
                    if self._made.get("type") == "Error":
                        self._error = str(self._made.get("message"))
                        return
        except OSError:
            self._error = "the program ended early"

    @staticmethod
    def _ask(process: subprocess.Popen[bytes], payload: Mapping[str, Any]) -> Mapping[str, Any]:
        if process.stdin is None or process.stdout is None:
            raise BrokenPipeError
        message = json.dumps({"message_id": 1, "payload": payload}).encode()
        process.stdin.write(base64.b64encode(message) + b",")
        process.stdin.flush()
        answer = bytearray()
        while not answer.endswith(b","):
            part = os.read(process.stdout.fileno(), 1 << 16)
            if not part:
                raise BrokenPipeError
            answer += part
        found: Mapping[str, Any] = json.loads(base64.b64decode(answer[:-1]))["payload"]
        return found
