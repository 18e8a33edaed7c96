"""YAML text to nodes that know where they stand.

PyYAML parses (in C where it can); values are built here, so that every key and value keeps its
line and column, and scalars can follow YAML 1.2 where PyYAML follows 1.1 (see `scalars`).
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any, NamedTuple, TypeAlias

import yaml
from yaml.events import (
    AliasEvent,
    DocumentStartEvent,
    MappingEndEvent,
    ScalarEvent,
    SequenceEndEvent,
    SequenceStartEvent,
    StreamEndEvent,
)

from postil.model.diagnostic import Diagnostic
from postil.model.place import Place
from postil.read import limits
from postil.read.words import shown
from postil.read.yaml_syntax import explain

LOADER: type[yaml.SafeLoader] = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
"""The parser. The one in pure Python gives the same nodes, many times slower."""


class Scalar(NamedTuple):
    """One value as written. `style` is empty for a plain one, or the sign that begins it: a
    quotation mark, | or >. Lines and columns count from 1; the end is exclusive."""

    value: str
    style: str
    line: int
    column: int
    end_line: int
    end_column: int


class Items(NamedTuple):
    """A list of nodes."""

    items: list[Node]
    line: int
    column: int


class Entries(NamedTuple):
    """A list of `key: value` lines: the nodes of key and value by key."""

    entries: dict[str, tuple[Scalar, Node]]
    line: int
    column: int


Node: TypeAlias = Scalar | Items | Entries


@dataclass(frozen=True, slots=True)
class Document:
    """A YAML file, or the front matter of a text: its lines as written, and its root, which is
    None where it holds nothing."""

    path: str
    lines: list[str]
    root: Node | None

    def place(self, node: Node) -> Place:
        """Where a node begins."""
        return Place(self.path, node.line, node.column)


class _RefusedError(Exception):
    """What a contributed file may not hold; `diagnostic` says it."""

    def __init__(self, code: str, message: str, place: Place, hint: str) -> None:
        super().__init__(message)
        self.diagnostic = Diagnostic(code, message, place, hint)


class _Composer:
    """Builds nodes from the events of the parser, one pass, within the limits."""

    def __init__(self, text: str, path: str) -> None:
        # PyYAML's events have no types that say which of them carry what.
        self.loader: Any = LOADER(text)
        self.path = path
        self.count = 0
        self.problems: list[Diagnostic] = []

    def compose(self) -> Node | None:
        get = self.loader.get_event
        get()  # the start of the stream
        if type(get()) is StreamEndEvent:
            return None
        root = self.node(get(), 0)
        get()  # the end of the document
        event = get()
        if type(event) is DocumentStartEvent:
            raise _RefusedError(
                "yaml-documents",
                "a second document begins with “---”",
                self.place(event),
                "write several annotations as a list, each beginning with “- ”,"
                " or put them in files of their own",
            )
        return root

    def node(self, event: Any, depth: int) -> Node:
        self.count += 1
        if self.count > limits.NODES:
            raise _RefusedError(
                "yaml-limits",
                f"the file holds more than {limits.NODES} values",
                self.place(event),
                "split it into several files",
            )
        if type(event) is AliasEvent or event.anchor is not None:
            self.refuse_alias(event)
        if event.tag is not None:
            self.refuse_tag(event)
        if type(event) is ScalarEvent:
            return _scalar(event)
        if depth >= limits.DEPTH:
            raise _RefusedError(
                "yaml-limits",
                f"lists stand within lists more than {limits.DEPTH} deep",
                self.place(event),
                "no field needs that",
            )
        if type(event) is SequenceStartEvent:
            return self.items(event, depth + 1)
        return self.entries(event, depth + 1)

    def items(self, start: Any, depth: int) -> Items:
        get = self.loader.get_event
        items: list[Node] = []
        while type(event := get()) is not SequenceEndEvent:
            items.append(self.node(event, depth))
        return Items(items, start.start_mark.line + 1, start.start_mark.column + 1)

    def entries(self, start: Any, depth: int) -> Entries:
        get = self.loader.get_event
        entries: dict[str, tuple[Scalar, Node]] = {}
        while type(event := get()) is not MappingEndEvent:
            key = self.node(event, depth)
            value = self.node(get(), depth)
            if type(key) is not Scalar:
                self.problem("yaml-key", "a list stands where the name of a field should", key)
            elif key.value in entries:
                first = entries[key.value][0]
                self.problem(
                    "field-twice",
                    f"{shown(key.value)} stands a second time; the first is in line {first.line}",
                    key,
                    "keep one of the two",
                )
            else:
                entries[key.value] = (key, value)
        return Entries(entries, start.start_mark.line + 1, start.start_mark.column + 1)

    def refuse_alias(self, event: Any) -> None:
        sign = "*" if type(event) is AliasEvent else "&"
        raise _RefusedError(
            "yaml-alias",
            f"“{sign}{event.anchor}” has a special meaning in YAML (anchors and aliases),"
            " which is not allowed here",
            self.place(event),
            f"if the {sign} belongs to the text, put the whole value in quotation marks:"
            f" '{sign}{event.anchor} …'; if not, write the value out",
        )

    def refuse_tag(self, event: Any) -> None:
        raise _RefusedError(
            "yaml-sign",
            "the value begins with “!”, which has a special meaning in YAML",
            self.place(event),
            "put the whole value in quotation marks: '! …'",
        )

    def problem(self, code: str, message: str, node: Node, hint: str = "") -> None:
        place = Place(self.path, node.line, node.column)
        self.problems.append(Diagnostic(code, message, place, hint))

    def place(self, event: Any) -> Place:
        return Place(self.path, event.start_mark.line + 1, event.start_mark.column + 1)


def _scalar(event: Any) -> Scalar:
    start, end = event.start_mark, event.end_mark
    # The parser in C says "" for the style of plain scalars, the one in Python None.
    style = event.style or ""
    return Scalar(
        event.value, style, start.line + 1, start.column + 1, end.line + 1, end.column + 1
    )


def compose(text: str, path: str, lines: list[str]) -> tuple[Document | None, list[Diagnostic]]:
    """The document in `text`, or None where it cannot be parsed, and what is wrong with it.

    `lines` are the lines of the file; `text` is the YAML in it, at the same lines.
    """
    try:
        composer = _Composer(text, path)
        try:
            root = composer.compose()
        finally:
            composer.loader.dispose()
    except _RefusedError as refused:
        return None, [*composer.problems, refused.diagnostic]
    except yaml.MarkedYAMLError as error:
        return None, [*composer.problems, explain(error, path, lines)]
    return Document(path, lines, root), composer.problems
