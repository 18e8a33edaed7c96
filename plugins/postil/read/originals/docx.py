"""A document of Word (DOCX) as an original, read by mammoth."""

from __future__ import annotations

import re
from collections.abc import Iterable
from io import BytesIO
from typing import Any

from postil.read.originals.clean import clean
from postil.read.originals.original import Original, OriginalError
from postil.read.originals.package import Package

_STYLES = """
p[style-name='Title'] => h1:fresh
p[style-name='Quote'] => blockquote > p:fresh
p[style-name='Intense Quote'] => blockquote > p:fresh
p[style-name='Block Text'] => blockquote > p:fresh
br[type='page'] =>
"""
"""Styles of Word beyond those that mammoth knows of its own."""

_SAID = 120
"""Characters of what another program's error says."""

_PART = "{http://purl.org/dc/elements/1.1/}"
_MARK = re.compile(r'(<a href="#footnote-ref-[^"]*">)↑(</a>)')


def docx(data: bytes) -> Original:
    """The original in a document. Raises OriginalError for one that cannot be read."""
    # Slow to load, and only this needs it.
    import mammoth  # type: ignore[import-untyped]  # it ships no types

    package = Package(data)
    if "word/document.xml" not in package.names:
        raise OriginalError("it holds no text of Word")
    try:
        result = mammoth.convert_to_html(
            BytesIO(package.packed()),
            style_map=_STYLES,
            convert_image=mammoth.images.img_element(lambda _: {"src": ""}),
        )
    except RecursionError:
        raise OriginalError("its elements stand one within the other too deeply") from None
    except Exception as error:  # a damaged document may make it raise anything
        raise OriginalError(
            f"it cannot be read ({type(error).__name__}: {str(error)[:_SAID]})"
        ) from None
    core = package.tree("docProps/core.xml")
    return Original(
        html=clean(_numbered(_MARK.sub(r"\1\2", result.value))),
        title=_fact(core, "title"),
        language=_fact(core, "language"),
        remarks=tuple(_remarks(result.value, package)),
    )


def _numbered(html: str) -> str:
    """The HTML with its notes numbered in the order of their marks."""
    numbers: dict[str, str] = {}
    for id in re.findall(r'href="#footnote-(\d+)"', html):
        numbers.setdefault(id, str(len(numbers) + 1))
    return re.sub(
        r"(?<=footnote-)((?:ref-)?)(\d+)\"",
        lambda found: f'{found[1]}{numbers.get(found[2], found[2])}"',
        html,
    )


def _fact(core: Any, name: str) -> str:
    found = None if core is None else core.find(f"{_PART}{name}")
    return "" if found is None else " ".join((found.text or "").split())


def _remarks(html: str, package: Package) -> Iterable[str]:
    pictures = html.count("<img ")
    if pictures:
        yield f"{pictures} pictures were left out" if pictures > 1 else "a picture was left out"
    if re.search(rb"<w:(?:ins|del|moveFrom|moveTo) ", package.part("word/document.xml")):
        yield "it holds tracked changes, which are taken as accepted"
    if b"<w:comment " in package.part("word/comments.xml"):
        yield "comments in its margin were left out"
    if re.search(r"<ol[ >]", html):
        yield "numbers of lists are made anew: compare them with the original"
