"""Items appended to a list in a YAML file, with no other byte of it changed."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from postil.read import limits
from postil.read.files import decode
from postil.read.nodes import Document, Entries, Items, Node
from postil.read.scalars import plain
from postil.read.yaml_nodes import compose


class AppendError(Exception):
    """Nothing can be appended for certain. The message says why, as the end of a sentence."""


def shared_path(root: Path, folder: str, name: str) -> str:
    """The path of a shared file of annotations, such as `annotations/sources.yml`."""
    other = f"{folder}/{name}.yaml"
    return other if (root / other).exists() else f"{folder}/{name}.yml"


def appended(file: Path, path: str, items: str) -> tuple[bytes, int]:
    """The bytes of a file with `items` after its list, and how many of them it held before; it
    need not be there yet.

    `items` are items of a YAML list, not indented. The list may stand under `references`, pandoc's
    form, if nothing stands after it. Raises AppendError where the result would not be the old list
    and the new items.
    """
    try:
        data = file.read_bytes() if file.exists() else b""
    except OSError as error:
        raise AppendError(f"{path} cannot be read: {error.strerror}") from None
    if len(data) > limits.SOURCES_BYTES:
        raise AppendError(f"{path} is larger than Postil reads")
    before = _document(data, path)
    indent = 0
    if before.root is not None:
        indent = _list(before.root, path).column - 1
    space = " " * indent
    lines = [f"{space}{line}" if line else "" for line in items.rstrip("\n").split("\n")]
    end = "" if not data or data.endswith(b"\n") else "\n"
    gap = "\n" if before.root is not None else ""
    new_line = "\r\n" if b"\r\n" in data else "\n"
    added = (end + gap + "\n".join(lines) + "\n").replace("\n", new_line)
    result = data + added.encode("utf-8")
    old = _values(before.root)
    whole = _values(_document(result, path).root)
    new = _values(_document(items.encode("utf-8"), path).root)
    # As they are written out, so that a value that is not equal to itself (.nan) compares.
    if _ids(old) & _ids(new):
        raise AppendError(f"{path} was changed meanwhile, and holds the same ids")
    if repr(whole) != repr([*old, *new]) or len(result) > limits.SOURCES_BYTES:
        raise AppendError(f"nothing can be appended to {path}")
    return result, len(data)


def _document(data: bytes, path: str) -> Document:
    text, problems = decode(data, path, yaml=True)
    document = None
    if text is not None:
        document, found = compose(text, path, text.split("\n"))
        problems += found
    if document is None or problems:
        raise AppendError(f"{path} has problems that must be mended first")
    return document


def _list(root: Node, path: str) -> Items:
    if isinstance(root, Entries) and "references" in root.entries:
        root = root.entries["references"][1]
    if not isinstance(root, Items):
        raise AppendError(f"{path} holds no list")
    return root


def _ids(items: list[Any]) -> set[str]:
    return {str(item["id"]) for item in items if isinstance(item, dict) and "id" in item}


def _values(root: Node | None) -> list[Any]:
    return [] if root is None else [plain(item) for item in _list(root, "").items]
