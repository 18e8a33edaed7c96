"""YAML text to nodes.

PyYAML parses (in C where it can); nodes are built here from its events, so that every key and
value keeps its line and column, scalars can follow YAML 1.2 where PyYAML follows 1.1 (see
`scalars`), and what contributed files may not hold is refused before it costs anything.
"""

from __future__ import annotations

from typing import Any, NoReturn

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
from postil.read.files import CONTROL
from postil.read.nodes import Document, Entries, Items, Node, Scalar
from postil.read.words import shown
from postil.read.yaml_syntax import explain

LOADER: type[yaml.SafeLoader] = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
"""The parser. The one in pure Python gives the same nodes, many times slower."""


def compose(text: str, path: str, lines: list[str]) -> tuple[Document | None, list[Diagnostic]]:
    """The document in `text`, or None where it cannot be parsed, and what is wrong with it.

    `lines` are the lines of the file; `text` is the YAML in it, at the same lines.
    """
    composer = _Composer(text, path)
    problems = composer.problems
    try:
        return Document(path, lines, composer.compose()), problems
    except _RefusedError:
        return None, problems
    except yaml.MarkedYAMLError as error:
        failure = explain(error, path, lines)
        # What was noted in that line follows from the failure.
        before = [one for one in problems if one.place.line != failure.place.line]
        return None, [*before, failure]
    except (yaml.YAMLError, ValueError, OverflowError):
        # The parser in Python lets errors of `chr` through, for an escape such as "\UFFFFFFFF".
        message = "the file cannot be read as YAML"
        return None, [*problems, Diagnostic("yaml-syntax", message, Place(path))]
    finally:
        composer.loader.dispose()


class _RefusedError(Exception):
    """The file holds what no contributed file may hold; the diagnostic has been noted."""


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
            self.refuse(
                "yaml-documents",
                "a second document begins with “---”",
                event,
                "write several annotations as a list, each beginning with “- ”,"
                " or put them in files of their own",
            )
        # A file of comments, or of `---` alone, holds one empty value.
        empty = isinstance(root, Scalar) and not root.value and not root.style
        return None if empty else root

    def node(self, event: Any, depth: int) -> Node:
        self.count += 1
        if self.count > limits.NODES:
            message = f"the file holds more than {limits.NODES} values"
            self.refuse("yaml-limits", message, event, "split it into several files")
        if type(event) is AliasEvent or event.anchor is not None:
            self.refuse_alias(event)
        if event.tag is not None:
            self.refuse(
                "yaml-sign",
                "a value cannot begin with “!”, which has a special meaning in YAML",
                event,
                'put the whole value in quotation marks: "! …"',
            )
        if type(event) is ScalarEvent:
            return self.scalar(event)
        if depth >= limits.DEPTH:
            message = f"lists stand within lists more than {limits.DEPTH} deep"
            self.refuse("yaml-limits", message, event, "no field needs that")
        if type(event) is SequenceStartEvent:
            return self.items(event, depth + 1)
        return self.entries(event, depth + 1)

    def scalar(self, event: Any) -> Scalar:
        start, end = event.start_mark, event.end_mark
        # The parser in C says "" for the style of plain scalars, the one in Python None.
        style = event.style or ""
        if style == '"' and (found := CONTROL.search(event.value)):
            # Written as an escape, "\0", which the bytes of the file do not show.
            message = f"the value holds the invisible character U+{ord(found[0]):04X}"
            self.refuse("file-characters", message, event, "leave it out")
        if len(event.value) > limits.VALUE:
            message = f"the value is longer than {limits.VALUE} characters"
            self.refuse("yaml-limits", message, event, "no field needs that")
        return Scalar(
            event.value, style, start.line + 1, start.column + 1, end.line + 1, end.column + 1
        )

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
            if not isinstance(key, Scalar):
                self.note("yaml-key", "a list stands where the name of a field should", event)
            elif key.value == "<<" and not key.style:
                self.refuse(
                    "yaml-alias",
                    "“<<” has a special meaning in YAML (merge keys), which is not allowed here",
                    event,
                    "write the fields out",
                )
            elif first := entries.get(key.value):
                message = f"{shown(key.value)} stands a second time, after line {first[0].line}"
                self.note("field-twice", message, event, "keep one of the two")
            else:
                entries[key.value] = (key, value)
        return Entries(entries, start.start_mark.line + 1, start.start_mark.column + 1)

    def refuse_alias(self, event: Any) -> NoReturn:
        sign = "*" if type(event) is AliasEvent else "&"
        name = shown(event.anchor)[1:-1]
        self.refuse(
            "yaml-alias",
            f"“{sign}{name}” has a special meaning in YAML (anchors and aliases),"
            " which is not allowed here",
            event,
            f"if the {sign} belongs to the text, put the whole value in quotation marks:"
            f' "{sign}{name} …"; if not, write the value out',
        )

    def refuse(self, code: str, message: str, event: Any, hint: str) -> NoReturn:
        self.note(code, message, event, hint)
        raise _RefusedError

    def note(self, code: str, message: str, event: Any, hint: str = "") -> None:
        mark = event.start_mark
        place = Place(self.path, mark.line + 1, mark.column + 1)
        self.problems.append(Diagnostic(code, message, place, hint))
