"""What the tests of rendering share: annotations in one line, and a way back to the host's HTML."""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import Any

import pytest

from postil.model.anchor import Anchor, Status
from postil.model.annotation import Annotation
from postil.model.explainer import AnchoredAnnotation
from postil.model.place import Place
from postil.model.target import Target, TextQuote

Annotate = Callable[..., AnchoredAnnotation]
Range = tuple[int, int]

PLACE = Place("annotations/text/note.yml", 1, 1)


@pytest.fixture(scope="session")
def note() -> Annotate:
    """Makes an annotation with a passage at each of the given ranges of a text."""
    return make_note


def make_note(id: str, text: str, *ranges: Range, **fields: Any) -> AnchoredAnnotation:
    values = {"kind": "context", "title": f"About {id}", "body": "What it says.", **fields}
    anchors = tuple(Anchor(Status.EXACT, start, end, 1.0) for start, end in ranges)
    targets = tuple(Target(PLACE, TextQuote(text[start:end])) for start, end in ranges)
    annotation = Annotation(
        id=id, text="text", targets=targets, place=PLACE, body_place=PLACE, **values
    )
    return AnchoredAnnotation(annotation, anchors)


@pytest.fixture(scope="session")
def original() -> Callable[[str], str]:
    """Takes marks, numbers and notes out of a page, and knows nothing of how they got in."""
    return take_out


_MARK = re.compile(
    r'<mark data-postil="[^"]*"[^>]*>(?:<a data-postil class="postil-words"[^>]*>(.*?)</a>|(.*?))'
    r"</mark>",
    re.DOTALL,
)
_NUMBERS = re.compile(r'<sup data-postil class="postil-refs"[^>]*>.*?</sup>', re.DOTALL)
_NOTES = '<div data-postil class="postil-notes'
_DIV = re.compile(r"<(/?)div\b")


def take_out(html: str) -> str:
    while (start := html.find(_NOTES)) >= 0:
        depth = 0
        for tag in _DIV.finditer(html, start):
            depth += -1 if tag[1] else 1
            if depth == 0:
                html = html[:start] + html[html.index(">", tag.start()) + 1 :]
                break
    html = _NUMBERS.sub("", html)
    return _MARK.sub(lambda mark: mark[1] if mark[1] is not None else mark[2], html)
