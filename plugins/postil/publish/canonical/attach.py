"""Which field or item each comment and empty line belongs to."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass, field

from postil.publish.canonical.scan import Comment, Scan
from postil.publish.canonical.slots import Slots
from postil.publish.edits.paths import Path
from postil.publish.edits.source import YamlSource


@dataclass(slots=True)
class Remarks:
    """Comments, by the path of the field or item that they belong to; an empty string is an empty
    line.

    `head` stands at the top of the file. `above` stands before a field or item, `beside` in its
    line, and `end` behind the last one of a list, by the path of that list.
    """

    head: list[str] = field(default_factory=list)
    above: defaultdict[Path, list[str]] = field(default_factory=lambda: defaultdict(list))
    beside: dict[Path, str] = field(default_factory=dict)
    end: defaultdict[Path, list[str]] = field(default_factory=lambda: defaultdict(list))


def attach(source: YamlSource, scan: Scan) -> Remarks:
    """Every comment of a file, once, and the empty lines between fields."""
    remarks, slots = Remarks(), Slots(source)
    beside: defaultdict[Path, list[str]] = defaultdict(list)
    inside: defaultdict[Path, list[str]] = defaultdict(list)
    own: dict[int, Comment] = {}
    for comment in scan.comments:
        owner = slots.last(comment.line)
        if comment.inside and owner is not None:
            inside[owner.path].append(comment.words)
        elif comment.beside and owner is not None:
            beside[owner.path].append(comment.words)
        else:
            own[comment.line] = comment
    _own_lines(source, scan, slots, own, remarks)
    for path, words in beside.items():
        if len(words) == 1 and path not in inside:
            remarks.beside[path] = words[0]
        else:
            remarks.above[path] += words
    for path, words in inside.items():
        remarks.above[path] += words
    for lines in (*remarks.above.values(), *remarks.end.values()):
        lines[:] = _single(lines)
    # What stands before the first field is about the file, or for the editor, which looks for it
    # there; it stays when the fields are put in order.
    if slots.all:
        remarks.head = remarks.above.pop(slots.all[0].path, [])
    else:
        remarks.head = remarks.end.pop((), [])
    return remarks


def _own_lines(
    source: YamlSource, scan: Scan, slots: Slots, own: Mapping[int, Comment], remarks: Remarks
) -> None:
    """Comments and empty lines in lines of their own, from one written line to the next."""
    waiting: list[str] = []
    written, settled = 0, False
    ended: Path | None = None
    for line, text in enumerate(source.document.lines, start=1):
        comment, after = own.get(line), slots.next(line)
        if comment is None and line in scan.written:
            here = slots.next(line - 1)
            if here is not None:
                remarks.above[here.path] += waiting
            waiting, written, settled, ended = [], line, False, None
        elif comment is None:
            waiting += [""] if not text.strip() else []
        else:
            place = None
            # Behind a hyphen, a comment is about what the hyphen begins.
            if not settled and line not in scan.written:
                place = slots.list_that_ends(written, comment.column, after)
            if place is None and after is not None:
                settled = True
                remarks.above[after.path] += [*waiting, comment.words]
            else:
                # A list that has ended does not go on.
                place = place or ()
                ended = place if ended is None or len(place) < len(ended) else ended
                remarks.end[ended] += [*waiting, comment.words]
            waiting = []


def _single(lines: list[str]) -> list[str]:
    """Lines without an empty one after another."""
    return [words for at, words in enumerate(lines) if words or not at or lines[at - 1]]
