"""What every page of the site has around it, and what home shows, without a browser."""

from __future__ import annotations

import re
import struct
from collections.abc import Callable
from pathlib import Path
from typing import Any
from urllib.parse import urljoin, urlsplit

import pytest
import yaml
from justhtml import JustHTML

ABOUT = ("method", "corrections-policy", "privacy", "licence", "about")


@pytest.fixture(scope="module")
def pages(site_folder: Path) -> dict[str, str]:
    """Every page by its path below the root of the site."""
    return {
        path.relative_to(site_folder).as_posix(): path.read_text("utf-8")
        for path in site_folder.rglob("*.html")
    }


def elements(page: str, selector: str) -> list[Any]:
    return list(JustHTML(page, sanitize=False).query(selector))


def foot(page: str) -> list[str]:
    (nav,) = re.findall(r'<nav class="site-foot".*?</nav>', page, re.DOTALL)
    return re.findall(r'href="([^"]+)"', nav)


def test_every_page_leads_to_the_pages_about_the_site(pages: dict[str, str], site: str) -> None:
    assert len(pages) > 50
    for path, page in pages.items():
        here = f"{site}/{path}"
        targets = [urlsplit(urljoin(here, href)) for href in foot(page)]
        assert [target.path.strip("/") for target in targets] == [
            "about/corrections-policy",
            *(f"about/{name}" for name in ABOUT),
        ], path
    # An error is reported one click from each of them.
    policy = pages["about/corrections-policy/index.html"]
    assert targets[0].fragment == "report-an-error"
    assert f'id="{targets[0].fragment}"' in policy


def test_every_page_has_the_mark(pages: dict[str, str], site: str, site_folder: Path) -> None:
    for path, page in pages.items():
        (icon,) = re.findall(r'<link rel="icon" href="([^"]+)"', page)
        (touch,) = re.findall(r'<link rel="apple-touch-icon" href="([^"]+)"', page)
        for href in (icon, touch):
            assert (site_folder / urlsplit(urljoin(f"{site}/{path}", href)).path[1:]).is_file()
        assert page.count('viewBox="0 0 28 28"') == 2  # the masthead and the drawer


def test_the_mark_is_a_drawing_and_a_square_picture(root: Path) -> None:
    drawing = (root / "docs" / "assets" / "mark.svg").read_text("utf-8")
    assert len(drawing) < 500
    assert not re.search(r"<script|<style|href|url\(", drawing)
    picture = (root / "docs" / "assets" / "mark-180.png").read_bytes()
    assert struct.unpack(">II", picture[16:24]) == (180, 180)


def test_home_shows_a_note_as_it_is_written(pages: dict[str, str], root: Path) -> None:
    home = (root / "docs" / "index.md").read_text("utf-8")
    (text, id) = re.findall(r"<!-- postil: note (\S+)/(\S+) -->", home)[0]
    written = [
        note
        for path in (root / "annotations" / text).glob("*.yml")
        for note in [yaml.safe_load(path.read_text("utf-8"))]
        if note["id"] == id
    ]
    (exhibit,) = elements(pages["index.html"], ".postil-exhibit")
    shown = " ".join(exhibit.to_text(separator=" ").split())
    assert written[0]["title"] in shown
    # A Markdown body of plain words reads as it is written.
    assert " ".join(written[0]["body"].split()) in shown
    (mark,) = elements(pages["index.html"], ".postil-exhibit mark")
    target = written[0]["target"]
    assert mark.to_text() == (target if isinstance(target, str) else target["exact"])


def test_home_lists_every_explainer_with_its_evidence(pages: dict[str, str], root: Path) -> None:
    cards = elements(pages["index.html"], ".postil-cards .postil-card")
    texts = [path for path in (root / "content").rglob("*.md") if path.name != "README.md"]
    assert len(cards) == len(texts) > 1
    assert all(card.query(".postil-bar") for card in cards)
    assert elements(pages["index.html"], ".postil-latest li")
    assert elements(pages["index.html"], ".postil-missing a")


def test_a_lost_address_finds_help_at_any_depth(pages: dict[str, str], root: Path) -> None:
    page = pages["404.html"]
    (form,) = elements(page, "form.site-search")
    assert form.attrs["method"] == "get"
    assert elements(page, 'form.site-search input[name="q"]')
    (article,) = elements(page, "article")
    found = [form.attrs["action"], *(link.attrs["href"] for link in article.query("a"))]
    # It is shown for addresses of any depth, so it names others from the root.
    assert all(href.startswith("/") for href in found)
    links = {urlsplit(urljoin("https://host/", href)).path for href in found}
    texts = {path.stem for path in (root / "content").glob("*.md")}
    assert {"/", *(f"/explainers/{text}/" for text in texts)} <= links


@pytest.mark.usefixtures("searching")
def test_a_search_can_be_asked_for_by_its_address(new_page: Callable[..., Any], site: str) -> None:
    """The form of the page for lost addresses leads to such an address."""
    page = new_page(reduced_motion="reduce")
    page.goto(f"{site}/404.html")
    page.get_by_role("searchbox", name="Search the explainers and the manual").fill("citizens")
    page.get_by_role("button", name="Search", exact=True).click()
    page.locator(".md-search-result__link").first.wait_for()
    assert urlsplit(page.url).query == "q=citizens"
