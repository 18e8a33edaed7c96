"""`postil anchor`: places for quotes, one JSON line each."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any, BinaryIO

import click

from postil.anchor import PreparedText, find, prepare
from postil.model.anchor import Status
from postil.model.target import TextQuote

_STATUS = {
    Status.EXACT: "anchored",
    Status.CHANGED: "anchored",
    Status.AMBIGUOUS: "ambiguous",
    Status.LOST: "orphan",
}


@click.command("anchor")
@click.option("--jsonl", is_flag=True, required=True, help="Read and write JSON Lines.")
@click.argument("file", type=click.File("rb"), default="-")
@click.pass_context
def anchor_command(context: click.Context, file: BinaryIO, jsonl: bool) -> None:  # noqa: ARG001
    """Find the passages that quotes name in plain text files.

    Reads one JSON object a line from FILE, or from standard input:

    \b
      {"id": "a1", "doc": "essay.txt",
       "selector": {"exact": "the words", "prefix": "before ", "suffix": " after"},
       "position": {"start": 120, "end": 129}}

    `prefix`, `suffix` and `position` may be left out. Writes one line for each line read, in the
    same order:

    \b
      {"id": "a1", "status": "anchored", "start": 120, "end": 129,
       "score": 1.0, "quality": "exact"}

    `status` is `anchored`, `ambiguous` (several places are about as good) or `orphan` (no place is
    good enough). `quality` is `exact` or `changed`; it, `start` and `end` are null unless
    anchored. Offsets count Unicode code points of the file, end exclusive: the file is read as
    UTF-8 as it is, so that CR LF counts as two and a byte order mark as one.

    A line that cannot be used, or whose document cannot be read, gives an orphan with an `error`.

    \b
    Exit codes:
      0  every line was used
      1  some lines have an `error`
      2  the command was called wrongly

    \b
    Example:
      postil anchor --jsonl targets.jsonl > anchors.jsonl
    """
    failed = False
    texts: dict[str, PreparedText] = {}
    for line in file:
        result = _answer(line, texts)
        failed = failed or "error" in result
        click.echo(json.dumps(result))
    context.exit(1 if failed else 0)


def _answer(line: bytes, texts: dict[str, PreparedText]) -> dict[str, Any]:
    """The answer to one line; documents that were read stay in `texts`."""
    id = None
    try:
        query = json.loads(line)
        if not isinstance(query, dict):
            raise ValueError("the line is not a JSON object")
        id = query.get("id")
        quote, position = _quote(query), _position(query)
        path = query.get("doc")
        if not isinstance(path, str):
            raise ValueError("`doc` must be the path of a text file")
        if path not in texts:
            if len(texts) >= _KEPT:
                del texts[next(iter(texts))]
            texts[path] = prepare(Path(path).read_bytes().decode("utf-8"))
    except (ValueError, OSError, RecursionError) as error:
        return _line(id, "orphan") | {"error": str(error)}
    anchor = find(texts[path], quote, position=position)
    if not anchor.placed:
        return _line(id, _STATUS[anchor.status], score=anchor.score)
    return _line(
        id, "anchored", anchor.start, anchor.end, anchor.score, quality=anchor.status.value
    )


_KEPT = 8
"""Documents that are kept prepared: those of lines that stand together."""


def _line(
    id: Any,
    status: str,
    start: int | None = None,
    end: int | None = None,
    score: float = 0.0,
    quality: str | None = None,
) -> dict[str, Any]:
    return {
        "id": id,
        "status": status,
        "start": start,
        "end": end,
        "score": round(score, 4),
        "quality": quality,
    }


def _quote(query: dict[str, Any]) -> TextQuote:
    selector = query.get("selector")
    if not isinstance(selector, dict):
        raise ValueError("`selector` must be an object with `exact`")
    parts: dict[str, str] = {}
    for name in ("exact", "prefix", "suffix"):
        part = selector.get(name, None if name == "exact" else "")
        if part is None and name != "exact":
            part = ""
        if not isinstance(part, str):
            raise ValueError(f"`{name}` of `selector` must be a string")
        parts[name] = part
    return TextQuote(**parts)


def _position(query: dict[str, Any]) -> tuple[int, int] | None:
    position = query.get("position")
    if position is None:
        return None
    if not isinstance(position, dict):
        raise ValueError("`position` must be an object with `start` and `end`")
    start, end = position.get("start"), position.get("end")
    if not isinstance(start, int) or not isinstance(end, int):
        raise ValueError("`start` and `end` of `position` must be whole numbers")
    return start, end
