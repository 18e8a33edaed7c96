"""Sources in every form, and a style of the site's own, from files to pages."""

from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import Path
from typing import Any

Build = Callable[..., Any]

CITING = """\
id: the-moon
kind: context
title: Which moon
target: to go to the moon
body: The *nearest* one.
contributors: [editors]
citations: [almanac, {source: Bib.1, locator: p. 5, quote: its words}, json-1, hidden]
"""
BIBTEX = r"""
@string{paper = {The Paper}}
@article{Bib.1,
  author   = {Writer, Anna and {The Committee of <b>Towns</b>}},
  title    = {{\'E}tudes & <script>alert(1)</script> of the {MOON}},
  journal  = paper # { \& more},
  volume   = 12, number = 3, pages = {4--5}, date = {2025-10-27},
  url      = {https://example.org/bib?a=1&b=2},
  archive  = {https://archive.example/web/20261121093000/https://example.org/bib},
  checked  = {2026-11-22}, copy = {own-page}, seen = {stored}, extent = {part},
}
@misc{hidden, title = {Named only}, url = {https://hidden.example/x}, link = {false}}
"""
JSON = """
[{"id": "json-1", "type": "book", "title": "A book \\ud83c\\udf19",
  "author": [{"family": "Two", "given": "B."}], "publisher": "A firm", "publisher-place": "Town",
  "issued": {"date-parts": [["2024", 5]]}, "DOI": "10.1000/182", "ISBN": "978-0-306-40615-7",
  "custom": {"remark": "A remark."}}]
"""
FILES = {
    "annotations/speech.yml": CITING,
    "annotations/library.bib": BIBTEX,
    "annotations/sources/more.json": JSON,
}
HOUSE = Path(__file__).parents[1] / "render" / "styles" / "numeric.csl"


def citations(page: str) -> list[str]:
    """What a page says of each source, in one line."""
    (listed,) = re.findall(r'<ol class="postil-sources">(.*?)</ol>', page, re.DOTALL)
    return [" ".join(one.split()) for one in re.findall(r"<li>(.*?)</li>", listed, re.DOTALL)]


def test_sources_of_all_forms_are_cited(build_site: Build) -> None:
    built = build_site(FILES, strict=True)
    assert not built.aborted
    assert built.warnings == []
    almanac, bib, json, hidden = citations(built.page("explainers/speech/index.html"))
    assert almanac.startswith("<cite>An almanac</cite>. <span")
    robust = (
        ' data-originalurl="https://example.org/bib?a=1&amp;b=2"'
        ' data-versionurl="https://archive.example/web/20261121093000/https://example.org/bib"'
        ' data-versiondate="2026-11-21"'
    )
    assert bib.startswith(
        "Anna Writer, The Committee of &lt;b&gt;Towns&lt;/b&gt;, <cite>"
        f'<a href="https://example.org/bib?a=1&amp;b=2"{robust} rel="noopener noreferrer">'
        "Études &amp; &lt;script&gt;alert(1)&lt;/script&gt; of the MOON</a></cite>, "
        "The Paper &amp; more 12(3), 4–5, 27 October 2025, p. 5. "
    )
    assert bib.count(robust) == 2
    assert "own page; stored copy, in part; checked 22 November 2026" in bib
    assert json.startswith(
        'B. Two, <cite><a href="https://doi.org/10.1000/182" rel="noopener noreferrer">'
        "A book 🌙</a></cite>, A firm, May 2024. "
    )
    assert "A remark." in json
    assert hidden.startswith("<cite>Named only</cite>. ")
    for file in (built.root / "site").rglob("*.*"):
        assert file.is_dir() or b"hidden.example" not in file.read_bytes(), file


def test_a_style_of_the_site_and_another_language(build_site: Build) -> None:
    files = {**FILES, "styles/house.csl": HOUSE.read_text(encoding="utf-8")}
    theme = {"name": "material", "font": False, "language": "de"}
    built = build_site(files, {"style": "styles/house.csl"}, strict=True, theme=theme)
    assert not built.aborted
    _, bib, json, _ = citations(built.page("explainers/speech/index.html"))
    assert bib.startswith("Writer, A. &amp; The Committee of &lt;b&gt;Towns&lt;/b&gt;. <cite><a ")
    # The quotation marks and terms of the language, and the italics of the style.
    assert "„Études &amp; &lt;script&gt;" in bib
    assert "<i>The Paper &amp; more</i>, <b>12</b>(3), S. 4–5 (2025)" in bib
    assert "https://example.org/bib?a=1&amp;b=2, p. 5. <span" in bib
    assert "Town: A firm (2024). <span" in json


def test_a_style_that_cannot_be_used_is_reported_and_replaced(build_site: Build) -> None:
    files = {**FILES, "styles/house.csl": "<html/>"}
    built = build_site(files, {"style": "styles/house.csl"})
    assert [one for one in built.warnings if "style-form" in one] == [
        "postil: styles/house.csl:1:1: the file is XML, and no CSL style (styles are at"
        " https://citationstyles.org) [style-form]"
    ]
    assert "A firm, May 2024. " in citations(built.page("explainers/speech/index.html"))[2]
