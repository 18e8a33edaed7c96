"""A file in its canonical form, held against what it said before."""

from __future__ import annotations

from postil.publish.canonical.attach import attach
from postil.publish.canonical.order import Order
from postil.publish.canonical.scan import scan
from postil.publish.canonical.write import Writer
from postil.publish.edits.paths import says
from postil.publish.edits.source import EditError, YamlSource, read_source


def canonical(source: YamlSource, order: Order) -> bytes:
    """The file with its fields in order, two spaces a step, blocks for what has lines, and no mark
    that is not needed. Its line ends stay, a byte order mark goes.

    Every value is what it was, and every comment is there. Raises EditError where that would not be
    so.
    """
    found = scan(source)
    lines = Writer(source, attach(source, found)).lines(order)
    data = "".join(f"{line}{source.line_end}" for line in lines).encode("utf-8")
    again = read_source(data, source.path)
    if says(again.document.root) != says(source.document.root):
        raise EditError("it is written in an unusual way, and would say something else")
    words = sorted(comment.words for comment in found.comments)
    if sorted(comment.words for comment in scan(again).comments) != words:
        raise EditError("it is written in an unusual way, and would lose a comment")
    return data
