"""The explainer on paper: printed to PDF and read back, nothing is missing."""

from __future__ import annotations

import io
import itertools
import re
import unicodedata
from pathlib import Path

import pypdf
from playwright.sync_api import Page

from postil.model.settings import Settings
from postil.read.library import read_library

SLUG = "mayoral-campaign-groups"


def bare(words: str) -> str:
    """Words without white space and ligatures, which paper sets as it needs them."""
    return re.sub(r"[\s\u00ad\u200b]+", "", unicodedata.normalize("NFKC", words))


def printed(page: Page) -> list[str]:
    """The bare words of each sheet of paper, in the order in which they are drawn."""
    reader = pypdf.PdfReader(io.BytesIO(page.pdf(format="A4")))
    return [bare(sheet.extract_text()) for sheet in reader.pages]


def is_printed(words: str, sheets: list[str]) -> bool:
    """Whether the bare words stand on one sheet, or begin on one and go on over the next.

    What is drawn last on a sheet, such as the heads of notes, comes after the words that are broken
    there, so the sheets cannot just be joined.
    """
    if any(words in sheet for sheet in sheets):
        return True
    return any(
        words[:cut] in sheet and words[cut:] in after
        for sheet, after in itertools.pairwise(sheets)
        for cut in range(1, len(words))
    )


def words_of(page: Page, selector: str) -> list[str]:
    words: list[str] = page.locator(selector).evaluate_all("all => all.map(one => one.textContent)")
    return words


def test_paper_holds_every_note_and_address(page: Page, site: str, root: Path) -> None:
    page.goto(f"{site}/explainers/{SLUG}/")
    sheets = printed(page)

    blocks = words_of(page, ".postil-body > *")
    assert len(blocks) >= page.locator(".postil-body").count() > 0
    assert [words for words in blocks if not is_printed(bare(words), sheets)] == []

    # Each note has its number before its title, and stands after the note before it.
    titles = words_of(page, "details.postil-note .postil-title")
    paper = "".join(sheets)
    at = 0
    for number, title in enumerate(titles, 1):
        head = re.compile(rf"{number}\D{{0,30}}?{re.escape(bare(title))}").search(paper, at)
        assert head, f"{number} {title}"
        at = head.end()
    assert len(titles) == page.locator("details.postil-note").count()

    library = read_library(root, Settings())
    cited = {citation.source for note in library.annotations[SLUG] for citation in note.citations}
    addresses = {library.sources[id].url for id in cited} - {""}
    assert len(addresses) > 50
    assert sorted(address for address in addresses if not is_printed(bare(address), sheets)) == []
