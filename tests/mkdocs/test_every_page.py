"""What the head of every page says, on this site and on sites in other languages."""

from __future__ import annotations

import struct
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any
from urllib.parse import unquote

import pytest
from lxml import html as lxml_html  # type: ignore[import-untyped]  # it ships no types

from postil.render.direction import direction_in, direction_of

from ..samples import SERMON, SERMON_NOTE


@dataclass(frozen=True, slots=True)
class Audited:
    """A page as it was built: its path below the site, and its elements."""

    path: str
    root: Any

    def only(self, selector: str) -> Any:
        found = self.root.xpath(selector)
        assert len(found) == 1, f"{self.path}: {len(found)} times {selector}"
        return found[0]

    def said(self, selector: str) -> str:
        """The one thing that a page says of itself there, which is something."""
        words = str(self.only(selector)).strip()
        assert words, f"{self.path}: nothing in {selector}"
        return words

    def property(self, name: str) -> str:
        return self.said(f'/html/head/meta[@property="{name}"]/@content')


def pages(folder: Path) -> Iterator[Audited]:
    for path in sorted(folder.rglob("*.html")):
        root = lxml_html.document_fromstring(path.read_bytes(), parser=_PARSER)
        yield Audited(path.relative_to(folder).as_posix(), root)


_PARSER = lxml_html.HTMLParser(encoding="utf-8")


def audit(folder: Path, address: str, language: str, name: str) -> list[str]:
    """Holds every page of a site to what its head must say; gives their paths.

    `address` is that of the site, without a slash at its end.
    """
    audited = []
    for page in pages(folder):
        assert name in page.said("/html/head/title/text()"), page.path
        assert page.only("//h1").text_content().strip(), page.path
        assert page.said("/html/@lang") == language, page.path
        assert page.said("/html/body/@dir") == direction_of(language), page.path
        directions(page)
        audited.append(page.path)
        if page.path == "404.html":
            continue
        page.said('/html/head/meta[@name="description"]/@content')
        url = f"{address}/{page.path.removesuffix('index.html')}"
        assert unquote(page.said('/html/head/link[@rel="canonical"]/@href')) == url
        assert page.property("og:url") == url
        assert page.property("og:site_name") == name
        title = page.property("og:title")
        if page.path != "index.html":
            assert page.said("/html/head/title/text()").startswith(title), page.path
        assert page.property("og:description")
        picture(page, folder, address)
    return audited


def picture(page: Audited, folder: Path, address: str) -> None:
    """The picture of a page is there, as large as the page says, and has words."""
    image = page.property("og:image")
    assert image.startswith(f"{address}/cards/"), page.path
    file = folder / unquote(image.removeprefix(f"{address}/"))
    size = tuple(int(page.property(f"og:image:{side}")) for side in ("width", "height"))
    assert size == struct.unpack(">II", file.read_bytes()[16:24]), page.path
    assert page.property("og:image:alt")
    card = page.said('/html/head/meta[@name="twitter:card"]/@content')
    assert card == "summary_large_image", page.path


def directions(page: Audited) -> None:
    """Words of a language run as it does: the direction is said with it or around it. Numbers run
    one way in all of them."""
    for element in page.root.xpath("//body//*[@lang]"):
        if not direction_in(element.text_content()):
            continue
        wanted = direction_of(element.get("lang"))
        said = element.xpath("(ancestor-or-self::*[@dir])[last()]/@dir")
        assert wanted in {"", said[0]} or said[0] == "auto", (
            f"{page.path}: {element.tag} in {element.get('lang')} runs {said[0]}"
        )


@pytest.fixture
def build_in(build_site: Callable[..., Any]) -> Callable[..., Any]:
    def run(language: str) -> Any:
        files = {"content/sermon.md": SERMON, "annotations/sermon.yml": SERMON_NOTE}
        theme = {"name": "material", "font": False, "language": language}
        return build_site(
            files,
            strict=True,
            theme=theme,
            site_url="https://site.example/",
            site_description="Texts, and what the evidence says of them.",
        )

    return run


def test_every_page_of_this_site(built: tuple[Path, str]) -> None:
    paths = audit(*built, language="en", name="Annotated explainers")
    assert len(paths) > 100
    assert {"index.html", "404.html", "explainers/index.html", "sources/index.html"} <= {*paths}


@pytest.mark.parametrize("language", ["ar", "bn"])
def test_every_page_of_a_site_in_another_language(
    build_in: Callable[..., Any], language: str
) -> None:
    built = build_in(language)
    assert built.warnings == []
    paths = audit(built.root / "site", "https://site.example", language, "A site")
    assert "explainers/sermon/notes/qamar/index.html" in paths


def test_what_is_held_can_fail(tmp_path: Path) -> None:
    page = (
        '<html lang="en"><head><title>A page - A site</title></head><body dir="ltr">'
        '<h1>A page</h1><p lang="ar">{}</p></body></html>'
    )
    file = tmp_path / "404.html"
    file.write_text(page.format("words"), encoding="utf-8")
    with pytest.raises(AssertionError, match="p in ar runs ltr"):
        audit(tmp_path, "", "en", "A site")
    file.write_text(page.format("words").replace("<p lang", '<p dir="rtl" lang'), encoding="utf-8")
    assert audit(tmp_path, "", "en", "A site") == ["404.html"]
    file.rename(tmp_path / "other.html")
    with pytest.raises(AssertionError, match=r"0 times .*description"):
        audit(tmp_path, "", "en", "A site")
