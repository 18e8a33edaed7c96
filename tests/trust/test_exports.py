"""What machines read of the hostile site is well-formed, and holds nothing that a program runs."""

from __future__ import annotations

import csv
import io
import json
import re
from collections.abc import Iterator
from html.parser import HTMLParser
from pathlib import Path
from urllib.parse import urlsplit

import bibtexparser
import pytest
from lxml import etree  # type: ignore[import-untyped]  # it ships no types
from lxml import html as lxml_html
from markdown_it import MarkdownIt
from markdown_it.token import Token

from postil.render.safe.plain import is_plain

from ..trying import Tried
from .conftest import Sites

FORMATS = (".json", ".jsonld", ".csv", ".bib", ".md", ".txt", ".xml")
"""What the tests below read, beside what stands within pages."""
LINKED = frozenset(("", "http", "https", "mailto", "tel"))
HEADERS = {
    "  Content-Security-Policy",
    "  X-Content-Type-Options",
    "  Referrer-Policy",
    "  Permissions-Policy",
}
# What spreadsheets take for a formula, whatever is before it that they pass over.
FORMULA = re.compile(r"[\s\u200b\ufeff]*[=+\-@\uff1d\uff0b\uff0d\uff20]")


@pytest.fixture(autouse=True)
def checked(tried: Tried) -> None:
    tried("Rules for all files for programs that are made of these words", 1)


def files(folder: Path, ending: str) -> list[tuple[str, str]]:
    found = [
        (path.relative_to(folder).as_posix(), path.read_bytes().decode("utf-8-sig"))
        for path in sorted(folder.rglob(f"*{ending}"))
    ]
    assert found
    return found


def test_json_is_json(sites: Sites, tried: Tried) -> None:
    for ending in (".json", ".jsonld"):
        for path, content in files(sites.hostile, ending):
            if path.startswith("assets/"):
                continue
            json.loads(content.splitlines()[0] if path.endswith("annotations.jsonld") else content)
    made = [path for path in sites.hostile.rglob("*") if path.suffix in FORMATS]
    tried("Files for programs that are made of these words", len(made))


def test_data_in_pages_ends_where_it_should(sites: Sites) -> None:
    for path, content in files(sites.hostile, ".html"):
        page = lxml_html.document_fromstring(content)
        for script in page.iter("script"):
            if script.get("type") == "application/ld+json":
                data = json.loads(script.text)
                assert "@type" in data or "@graph" in data, path
                assert not re.search(r"</|<!--", script.text), path


def test_tables_have_no_formulas(sites: Sites) -> None:
    for path, content in files(sites.hostile, ".csv"):
        rows = list(csv.reader(io.StringIO(content, newline="")))
        assert len({len(row) for row in rows}) == 1, path
        wrong = [cell for row in rows for cell in row if FORMULA.match(cell)]
        assert not wrong, (path, wrong[:3])


def test_bibliographies_have_the_entries_of_the_site(sites: Sites) -> None:
    for path, content in files(sites.hostile, ".bib"):
        library = bibtexparser.parse_string(content)
        assert not library.failed_blocks, (path, library.failed_blocks[:1])
        keys = [entry.key for entry in library.entries]
        assert not [one for one in keys if not re.fullmatch(r"(?:[sbj]|text:text-)\d+", one)], path
        for entry in library.entries:
            assert not any(
                re.search(r"\\(?:input|write|href)", str(one.value)) for one in entry.fields
            )


def tokens(content: str) -> Iterator[Token]:
    for token in MarkdownIt("commonmark").enable("table").parse(content):
        yield token
        yield from token.children or ()


def test_markdown_has_no_html_and_leads_nowhere_else(sites: Sites) -> None:
    for path, content in files(sites.hostile, ".md"):
        for token in tokens(content):
            assert token.type not in {"html_block", "html_inline"}, (path, token.content)
            address = str(token.attrs.get("href", "") or token.attrs.get("src", ""))
            assert urlsplit(address.strip()).scheme.lower() in LINKED, (path, address)
            assert token.type != "image", (path, address)


def test_no_edition_controls_a_terminal(sites: Sites) -> None:
    for ending in (".txt", ".md"):
        for path, content in files(sites.hostile, ending):
            assert not re.search(r"[\x00-\x08\x0b\x0e-\x1f\x7f-\x9f]", content), path


class _Acts(HTMLParser):
    acts = False

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.acts = self.acts or tag in {"script", "iframe", "object", "embed", "base", "form"}
        self.acts = self.acts or any(name.startswith("on") for name, _ in attrs)


def test_feeds_are_well_formed_and_tame(sites: Sites) -> None:
    for path, content in files(sites.hostile, ".xml"):
        assert "<!DOCTYPE" not in content
        root = etree.fromstring(content.encode(), etree.XMLParser(resolve_entities=False))
        for element in root.iter():
            if element.get("type") == "html":
                assert is_plain(element.text or "") or not _acts(element.text or ""), path
            if element.get("href"):
                assert urlsplit(element.get("href")).scheme in LINKED, path


def _acts(markup: str) -> bool:
    reader = _Acts()
    reader.feed(markup)
    return reader.acts


def test_hosts_and_crawlers_read_no_words_of_strangers(sites: Sites) -> None:
    headers = (sites.hostile / "_headers").read_text(encoding="utf-8").splitlines()
    assert headers[0] == "/*"
    assert {line.partition(":")[0] for line in headers[1:]} == HEADERS
    directives = headers[1].partition(": ")[2].split("; ")
    for word in (word for one in directives for word in one.split()[1:]):
        assert re.fullmatch(r"'(?:self|none|unsafe-hashes|sha256-[\w+/]+=*)'|data:", word), word
    robots = (sites.hostile / "robots.txt").read_text(encoding="utf-8").splitlines()
    assert robots[:3] == ["User-agent: *", "Allow: /", ""]
    assert re.fullmatch(r"Sitemap: http[\w:/.]+/sitemap\.xml", robots[3])
    assert len(robots) == 4


def test_cards_are_pictures(sites: Sites) -> None:
    for path in (sites.hostile / "cards").rglob("*.png"):
        content = path.read_bytes()
        assert content.startswith(b"\x89PNG\r\n\x1a\n"), path
        assert content[16:24] == (1200).to_bytes(4, "big") + (630).to_bytes(4, "big"), path
