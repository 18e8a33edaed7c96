"""An explainer as plain text: the text with the numbers of its notes, then the notes."""

from __future__ import annotations

from collections import deque
from collections.abc import Iterator, Sequence

from postil.model.explainer import Explainer
from postil.publish.edition import EditionNote, Line, edition_head, marks, printable
from postil.publish.wrap import WIDTH, wrapped, wrapped_markdown
from postil.render.context import RenderContext
from postil.render.visible import VisibleText

_NOTE = "    "


def plain_edition(
    explainer: Explainer,
    notes: Sequence[EditionNote],
    visible: VisibleText,
    context: RenderContext,
    address: str,
) -> str:
    """The edition in lines of about `WIDTH` characters.

    `notes` are those of the text in words; `address` is that of the page, or empty.
    """
    words = context.words
    parts = [f"{wrapped(explainer.text.title)}\n{'=' * WIDTH}"]
    if explainer.text.description:
        parts.append(wrapped(explainer.text.description))
    head = edition_head(explainer, context, address)
    parts.append("\n".join(wrapped(_line(line), "  ", "") for line in head))
    parts.append("-" * WIDTH)
    parts += _paragraphs(explainer, visible)
    if notes:
        parts.append(f"{words['notes']}\n{'=' * WIDTH}")
    parts += ["\n".join(_note(note, context)) for note in notes]
    return printable("\n\n".join(parts)) + "\n"


def _paragraphs(explainer: Explainer, visible: VisibleText) -> Iterator[str]:
    """The blocks of the text, with `[1]` after the passage of note 1; cells of a row together."""
    headings = {heading.start for heading in visible.headings}
    numbers = deque(marks(explainer))
    row: list[str] = []
    for start, end in visible.blocks:
        pieces, done = [], start
        while numbers and numbers[0][0] <= end:
            at, number = numbers.popleft()
            pieces += [visible.text[done:at], f"[{number}]"]
            done = max(at, done)
        row.append("".join((*pieces, visible.text[done:end])))
        if visible.text[end : end + 1] == "\t":
            continue
        block = "\n".join(map(_shortened, " | ".join(row).rstrip().split("\n")))
        row.clear()
        if block.strip():
            yield f"{block}\n{'-' * _width(block)}" if start in headings else block


def _shortened(line: str) -> str:
    return line if len(line) <= WIDTH else wrapped(line)


def _width(block: str) -> int:
    return min(max(map(len, block.split("\n"))), WIDTH)


def _note(note: EditionNote, context: RenderContext) -> Iterator[str]:
    words = context.words
    yield wrapped(note.title, _NOTE, f"[{note.number}] ")
    yield wrapped(note.finding, _NOTE)
    for passage in note.passages:
        yield wrapped(f"“{passage}”", f"{_NOTE}  ")
    for why in note.missing:
        yield wrapped(why, _NOTE)
    if note.body:
        yield f"\n{wrapped_markdown(note.body, _NOTE)}"
    if note.sources:
        yield f"\n{_NOTE}{words['sources']}"
    for source in note.sources:
        yield wrapped(source.words, f"{_NOTE}  ", f"{_NOTE}- ")
        for line in source.addresses:
            yield wrapped(_line(line), f"{_NOTE}  ")
    if note.facts:
        yield ""
    for fact in note.facts:
        yield wrapped(fact, f"{_NOTE}  ", _NOTE)


def _line(line: Line) -> str:
    return f"{line.words} {line.address}".strip()
