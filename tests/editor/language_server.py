"""A small client of the Language Server Protocol, for yaml-language-server as editors run it.

https://microsoft.github.io/language-server-protocol/specifications/lsp/3.17/specification/
"""

from __future__ import annotations

import json
import subprocess
from collections.abc import Mapping
from pathlib import Path
from threading import Timer
from types import TracebackType
from typing import Any, Self


class LanguageServer:
    """A running server for one folder. What it asks of its client is answered from `settings`,
    which are those of an editor: `{"yaml": {"schemas": {…}}}`."""

    def __init__(self, node: Path, script: Path, folder: Path, settings: Mapping[str, Any]) -> None:
        """Start the server and tell it the folder and the settings."""
        self.folder = folder
        self.settings = settings
        self.found: dict[str, list[dict[str, Any]]] = {}
        self.asked: list[str] = []
        """The addresses of files that the server wanted its client to fetch."""
        self._opened: set[str] = set()
        self._ready = False
        self._number = 0
        self._process = subprocess.Popen(
            [node, script, "--stdio"],
            cwd=folder,
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
        )
        # One that says nothing more would keep the tests waiting for ever.
        self._guard = Timer(300, self._process.kill)
        self._guard.daemon = True
        self._guard.start()
        uri = folder.as_uri()
        self.request(
            "initialize",
            processId=None,
            rootUri=uri,
            workspaceFolders=[{"uri": uri, "name": "site"}],
            capabilities={
                "workspace": {"configuration": True, "workspaceFolders": True},
                "textDocument": {
                    "hover": {"contentFormat": ["markdown"]},
                    "completion": {"completionItem": {"documentationFormat": ["markdown"]}},
                },
            },
        )
        self._send(method="initialized", params={})
        self._send(method="workspace/didChangeConfiguration", params={"settings": settings})

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self._guard.cancel()
        self._process.kill()
        self._process.communicate()

    def problems(self, path: str, text: str) -> list[tuple[int, int, str]]:
        """Line and column from 1, and message, of each problem of a file with that content."""
        uri = (self.folder / path).as_uri()
        if uri in self._opened:
            # It clears what it found, and says so.
            self._close(uri)
            self._wait(uri)
        self._open(uri, text)
        self._wait(uri)
        starts = [(one["range"]["start"], one["message"]) for one in self.found[uri]]
        return sorted((at["line"] + 1, at["character"] + 1, said) for at, said in starts)

    def hover(self, path: str, text: str) -> str:
        """What stands beside the pointer at the sign `¦`, as Markdown."""
        answer = self._at("textDocument/hover", path, text)
        return answer["contents"]["value"] if answer else ""

    def completion(self, path: str, text: str) -> dict[str, dict[str, Any]]:
        """What is offered at the sign `¦`, by label."""
        answer = self._at("textDocument/completion", path, text)
        return {one["label"]: one for one in answer["items"]}

    def request(self, method: str, **params: Any) -> Any:
        """The answer to a request. Raises AssertionError where it is an error."""
        self._number += 1
        number = self._number
        self._send(id=number, method=method, params=params)
        while True:
            message = self._take()
            if message.get("id") == number and "method" not in message:
                assert "error" not in message, message["error"]
                return message["result"]

    def _at(self, method: str, path: str, text: str) -> Any:
        before, sign, after = text.partition("¦")
        assert sign, "the text needs the sign ¦ where the cursor stands"
        # Under the other ending, so that no problems come late of which nobody asked.
        uri = (self.folder / path).with_suffix(".yaml").as_uri()
        if uri in self._opened:
            self._close(uri)
        self._open(uri, before + after)
        # Its answers are empty until it has read the schemas: when it first says what it found.
        if not self._ready:
            self._wait(uri)
        position = {
            "line": before.count("\n"),
            "character": len(before.rpartition("\n")[2].encode("utf-16-le")) // 2,
        }
        return self.request(method, textDocument={"uri": uri}, position=position)

    def _open(self, uri: str, text: str) -> None:
        # A server remembers what it read of a version.
        self._number += 1
        document = {"uri": uri, "languageId": "yaml", "version": self._number, "text": text}
        self._send(method="textDocument/didOpen", params={"textDocument": document})
        self._opened.add(uri)

    def _close(self, uri: str) -> None:
        self._send(method="textDocument/didClose", params={"textDocument": {"uri": uri}})
        self._opened.remove(uri)

    def _wait(self, uri: str) -> None:
        """Wait until it says what it found in a file."""
        self.found.pop(uri, None)
        while uri not in self.found:
            self._take()
        self._ready = True

    def _send(self, **message: Any) -> None:
        assert self._process.stdin
        body = json.dumps({"jsonrpc": "2.0", **message}).encode()
        self._process.stdin.write(b"Content-Length: %d\r\n\r\n%s" % (len(body), body))
        self._process.stdin.flush()

    def _take(self) -> dict[str, Any]:
        """The next message; what the server asks is answered."""
        message = self._read()
        if message.get("method") == "textDocument/publishDiagnostics":
            self.found[message["params"]["uri"]] = message["params"]["diagnostics"]
        elif "method" in message and "id" in message:
            self._send(id=message["id"], result=self._answer(message))
        return message

    def _answer(self, message: Mapping[str, Any]) -> Any:
        if message["method"] == "workspace/configuration":
            return [self.settings.get(one["section"]) for one in message["params"]["items"]]
        if message["method"] in ("vscode/content", "custom/schema/content"):
            self.asked.append(str(message["params"]))
        return None

    def _read(self) -> dict[str, Any]:
        assert self._process.stdout
        length = 0
        while line := self._process.stdout.readline().strip():
            name, _, value = line.partition(b":")
            if name.lower() == b"content-length":
                length = int(value)
        assert length, "the language server ended"
        message: dict[str, Any] = json.loads(self._process.stdout.read(length))
        return message
