"""`postil reanchor`: new words for the first target of a file, and no other byte changed."""

from __future__ import annotations

from collections.abc import Iterator

from fuzz.inputs import parts
from fuzz.targets import fmt
from fuzz.targets.fmt import comments
from postil.model.place import Place
from postil.model.target import Target, TextQuote
from postil.publish.edits.paths import node_at
from postil.publish.edits.source import EditError, YamlSource, read_source
from postil.publish.edits.target import with_target
from postil.read.files import CONTROL
from postil.read.targets import read_target

PATH = fmt.PATH
LONGEST = 400
WORDS = fmt.WORDS


def seeds() -> Iterator[bytes]:
    """New words, new context, and a file."""
    for words, file in zip(
        (b"five days", b"five: days", b"five\0on \0 a"), fmt.seeds(), strict=False
    ):
        yield words + b"\0" * (3 - words.count(b"\0")) + file
    yield b"five\0on \0\0- id: a\n  target:  # which?\n  - exact: >\n      four\n      days\n"
    yield b"five\0\0 a\0target: [{exact: 'four', section: A}, other]  # one\n"


def check(data: bytes) -> None:
    """The file says the new words, and all else that it said and remarked."""
    *quote, file = parts(data, 4)
    exact, prefix, suffix = (one.decode("utf-8", "replace") for one in quote)
    try:
        source = read_source(file, PATH)
        remarks = comments(source)
    except EditError:
        return
    path = _first_target(source)
    node = node_at(source.document.root, path)
    old = read_target(source.document, node, []) if node is not None else None
    # What is quoted begins and ends with words.
    exact = exact.strip()
    if old is None or not exact or CONTROL.search(exact + prefix + suffix):
        return
    new = Target(Place(""), TextQuote(exact, prefix, suffix), old.section)
    try:
        edited = with_target(source, path, old, new)
    except EditError as error:
        assert str(error)
        return
    again = read_source(edited.bytes, PATH)
    assert comments(again) == remarks
    after = node_at(again.document.root, path)
    assert after is not None
    target = read_target(again.document, after, [])
    assert target is not None
    assert target.quote is not None
    assert target.quote.exact == exact
    assert not prefix or target.quote.prefix == prefix
    assert not suffix or target.quote.suffix == suffix


def _first_target(source: YamlSource) -> tuple[str | int, ...]:
    root = source.document.root
    path: tuple[str | int, ...] = ("target",) if node_at(root, ("target",)) else (0, "target")
    return (*path, 0) if node_at(root, (*path, 0)) else path
