"""Files for machines, from the files that people write to the published site."""

from __future__ import annotations

import gzip
import json
import re
from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any
from xml.etree import ElementTree

import pytest
from mkdocs.utils import get_build_date

Build = Callable[..., Any]

SITE_URL = "https://site.example/"
MAP = {"map": "http://www.sitemaps.org/schemas/sitemap/0.9"}


def dated(site: dict[str, str]) -> dict[str, str]:
    """The notes of the site with dates, one of them corrected."""
    notes = site["annotations/speech.yml"]
    first, second = notes.split("- id: easy")
    revision = "  - date: 2026-12-01\n    kind: correction\n    summary: A word.\n"
    return {
        "annotations/speech.yml": f"{first}  created: 2026-11-22\n- id: easy{second}"
        f"  created: 2026-11-23\n  revisions:\n{revision}"
    }


def site_map(built: Any) -> dict[str, str | None]:
    """The date of each page in the site map, by its address."""
    root = ElementTree.fromstring(built.page("sitemap.xml"))  # noqa: S314 - our own file
    return {
        str(one.findtext("map:loc", namespaces=MAP)).removeprefix(SITE_URL): one.findtext(
            "map:lastmod", namespaces=MAP
        )
        for one in root
    }


@pytest.mark.parametrize("use_directory_urls", [True, False])
def test_the_files_are_there_and_linked(build_site: Build, use_directory_urls: bool) -> None:
    built = build_site(strict=True, site_url=SITE_URL, use_directory_urls=use_directory_urls)
    assert built.warnings == []
    page = "explainers/speech/index.html" if use_directory_urls else "explainers/speech.html"
    html = built.page(page)
    (downloads,) = re.findall(r"<footer [^>]*postil-downloads.*?</footer>", html, re.DOTALL)
    links = re.findall(r'href="([^"]+)"', downloads)
    links += re.findall(
        r'<link rel="alternate describedby" type="application/ld[^>]*href="([^"]+)"', html
    )
    folder = built.root / "site" / Path(page).parent
    assert len(links) == 8
    for link in links:
        assert (folder / link).is_file(), link
    # Markdown is a file like the others, and no page of its own.
    assert "\\[1\\]" in built.page("explainers/speech/speech.md")
    assert not (built.root / "site/explainers/speech/speech/index.html").exists()


def test_a_note_is_found_from_its_page(build_site: Build) -> None:
    built = build_site(strict=True, site_url=SITE_URL)
    html = built.page("explainers/speech/notes/easy/index.html")
    (link,) = re.findall(
        r'<link rel="alternate describedby" type="application/ld[^>]*href="([^"]+)"', html
    )
    assert link == "../easy.jsonld"
    found = json.loads(built.page("explainers/speech/notes/easy.jsonld"))
    assert found["id"] == f"{SITE_URL}explainers/speech/notes/easy.jsonld"
    assert found["foaf:page"] == {"id": f"{SITE_URL}explainers/speech/notes/easy/"}
    assert found["target"]["source"] == f"{SITE_URL}explainers/speech/"
    assert found["target"]["selector"]["exact"] == "it is easy"
    collection = json.loads(built.page("exports/annotations.jsonld"))
    assert collection["total"] == 2
    assert collection["first"] == f"{SITE_URL}explainers/speech/speech.jsonld"


def test_a_corrected_note_says_so_as_data(build_site: Build, site: dict[str, str]) -> None:
    built = build_site(dated(site), strict=True, site_url=SITE_URL)
    (written,) = re.findall(
        r'<script type="application/ld\+json">(.*?)</script>',
        built.page("explainers/speech/notes/easy/index.html"),
        re.DOTALL,
    )
    assert json.loads(written)["correction"] == [
        {"@type": "CorrectionComment", "text": "A word.", "datePublished": "2026-12-01"}
    ]


def test_the_site_map_has_every_page_and_no_time_of_the_build(
    build_site: Build, site: dict[str, str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delenv("SOURCE_DATE_EPOCH", raising=False)
    built = build_site(dated(site), strict=True, site_url=SITE_URL)
    found = site_map(built)
    assert found["explainers/speech/notes/the-moon/"] == "2026-11-22"
    assert found["explainers/speech/notes/easy/"] == "2026-12-01"
    assert found["explainers/speech/"] == "2026-12-01"
    assert found["explainers/"] == "2026-12-01"
    # Nobody said when this page changed.
    assert found[""] is None
    assert found["sources/"] is None
    packed = (built.root / "site/sitemap.xml.gz").read_bytes()
    assert gzip.decompress(packed).decode() == built.page("sitemap.xml")


def test_a_publisher_may_set_the_time(
    build_site: Build, site: dict[str, str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1800000000")
    found = site_map(build_site(dated(site), strict=True, site_url=SITE_URL))
    assert found[""] == "2027-01-15"
    assert found["explainers/speech/notes/easy/"] == "2026-12-01"


def test_a_site_without_dates_has_a_map_without(
    build_site: Build, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delenv("SOURCE_DATE_EPOCH", raising=False)
    found = site_map(build_site(strict=True, site_url=SITE_URL))
    assert "explainers/speech/" in found
    assert set(found.values()) == {None}


def test_the_same_input_gives_the_same_bytes(
    build_site: Build, site: dict[str, str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delenv("SOURCE_DATE_EPOCH", raising=False)

    def build() -> dict[str, bytes]:
        folder = build_site(dated(site), strict=True, site_url=SITE_URL).root / "site"
        names = ("sitemap.xml", "sitemap.xml.gz")
        found = [folder / name for name in names] + sorted((folder / "exports").iterdir())
        found += sorted(path for path in (folder / "explainers").rglob("*") if path.is_file())
        return {path.relative_to(folder).as_posix(): path.read_bytes() for path in found}

    first = build()
    # Tomorrow.
    monkeypatch.setattr("mkdocs.utils.get_build_datetime", later(get_build_date()))
    assert build() == first


def later(today: str) -> Callable[[], Any]:
    moment = datetime.fromisoformat(today).replace(tzinfo=UTC) + timedelta(days=1)
    return lambda: moment


def test_a_site_may_do_without_files(build_site: Build) -> None:
    built = build_site(options={"exports": False}, strict=True)
    assert not (built.root / "site/exports").exists()
    assert not list((built.root / "site").rglob("*.jsonld"))
    assert "postil-downloads" not in built.page("explainers/speech/index.html")
