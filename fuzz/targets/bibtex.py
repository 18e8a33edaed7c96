"""Sources in BibTeX."""

from __future__ import annotations

from collections.abc import Iterator

from fuzz.inputs import cases
from fuzz.rules import problems_have_places, sources_are_sound
from postil.read.bibtex_nodes import compose_bibtex
from postil.read.files import decode
from postil.read.sources import read_sources

PATH = "annotations/sources.bib"
LONGEST = 400
WORDS = (
    *("@book{one,", "@article{", "@misc{", "@string{", "@comment{", "@preamble{", "@xdata{"),
    *("title = {", "author = {", " and ", "others", "year = 2020", "month = feb", "date = {"),
    *("crossref = {", "url = {https://", "doi = {10.", "isbn = {", "howpublished = {\\url{"),
    *("},\n", "}\n", " # ", '"', "\\'e", '\\"{o}', "\\emph{", "\\v", "\\H", "{\\aa}", "$x^2$"),
    *("family=", "given=", "prefix=", ", Jr, ", "van der ", "--", "~", "\\&", "%", "\\\\", "\\c{"),
    *(
        "checked = {2026-11-22}",
        "copy = {",
        "subtitle = {",
        "eprint = {",
        "archiveprefix = {arXiv}",
    ),
)


def seeds() -> Iterator[bytes]:
    """The files of the test cases, and one entry with most fields."""
    yield (
        b"@inbook{one, title = {A \\emph{B}}, author = {Writer, Anna and {The Town}}, year = 2020,"
        b' month = feb, booktitle = "C" # jan, url = {https://example.org/a\\_b}, pages = {4--5}}\n'
    )
    yield from cases("annotations/*.bib")


def check(data: bytes) -> None:
    """Each problem has a place; each source is sound, and keeps no TeX that was known."""
    text, problems = decode(data, PATH)
    if text is None:
        assert problems
        return
    document, found = compose_bibtex(text, PATH)
    problems += found
    if document is not None:
        sources, _ = read_sources(document, problems)
        sources_are_sound(sources)
    problems_have_places(problems, text)
