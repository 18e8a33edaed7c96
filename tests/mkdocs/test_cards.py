"""Each page has a picture for where it is shared, which is drawn once and kept."""

from __future__ import annotations

import re
import struct
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from postil.mkdocs import cards
from postil.mkdocs.cards import CACHE, key
from postil.render.cards import fingerprint
from postil.render.cards.card import SocialCard
from postil.site import cards as site_cards

Build = Callable[..., Any]

SITE_URL = "https://site.example/"
TEXT = "explainers/speech/index.html"
NOTE = "explainers/speech/notes/easy/index.html"


def picture(page: str) -> dict[str, str]:
    """What a page says of its picture."""
    head = page[: page.index("</head>")]
    return dict(re.findall(r'<meta property="og:image:?(\w*)" content="([^"]*)">', head))


def drawn(built: Any) -> dict[str, bytes]:
    folder = built.root / "site"
    return {
        str(path.relative_to(folder)): path.read_bytes() for path in (folder / "cards").rglob("*")
        if path.is_file()
    }  # fmt: skip


def test_every_page_has_its_own(build_site: Build) -> None:
    built = build_site(site_url=SITE_URL, strict=True)
    assert built.warnings == []
    pages = {
        "index.html": ("index", "A site"),
        TEXT: (
            "explainers/speech",
            "Annotated text · Text under examination: A speech. 2 notes, 1 source. A site",
        ),
        NOTE: ("explainers/speech/notes/easy", "Contradicted: It was easy. A speech. A site"),
        "explainers/speech/notes/the-moon/index.html": (
            "explainers/speech/notes/the-moon",
            "Context: Which moon. A speech. A site",
        ),
        "explainers/index.html": ("explainers/index", "Explainers. A site"),
        "sources/index.html": ("sources", "Sources. A site"),
    }
    for path, (name, alt) in pages.items():
        page = built.page(path)
        assert picture(page) == {
            "": f"{SITE_URL}cards/{name}.png",
            "width": "1200",
            "height": "630",
            "alt": alt,
        }
        assert '<meta name="twitter:card" content="summary_large_image">' in page
        png = (built.root / "site" / "cards" / f"{name}.png").read_bytes()
        assert struct.unpack(">II", png[16:24]) == (1200, 630)
    # Every other page says what it is, too.
    home = built.page("index.html")
    assert '<meta property="og:type" content="website">' in home
    assert '<meta property="og:title" content="A site">' in home
    assert '<meta property="og:title" content="Sources">' in built.page("sources/index.html")
    assert home.count("og:title") == built.page(NOTE).count("og:title") == 1


def test_what_was_drawn_is_kept(build_site: Build, monkeypatch: pytest.MonkeyPatch) -> None:
    first = drawn(build_site(site_url=SITE_URL))
    assert len(first) > 5

    def no_drawing(card: SocialCard) -> bytes:
        raise AssertionError(f"drawn again: {card.title}")

    monkeypatch.setattr(cards, "draw", no_drawing)
    assert drawn(build_site(site_url=SITE_URL)) == first


def test_a_folder_that_cannot_be_written_changes_nothing(
    build_site: Build, monkeypatch: pytest.MonkeyPatch
) -> None:
    first = drawn(build_site(site_url=SITE_URL))

    # A file stands where the folder would.
    monkeypatch.setattr("postil.mkdocs.assembling.CACHE", Path("mkdocs.yml", "cards"))
    built = build_site(site_url=SITE_URL, strict=True)
    assert built.warnings == []
    assert drawn(built) == first


def test_a_card_is_kept_by_all_that_it_depends_on(monkeypatch: pytest.MonkeyPatch) -> None:
    card = SocialCard("A title", "A site")
    others = [
        SocialCard("A title", "A site", tone="1"),
        SocialCard("A title", "A site", direction="rtl"),
        SocialCard("A title", "A site", bar=(("1", 1),)),
    ]
    assert len({key(card), *map(key, others)}) == 4
    assert key(card) == key(SocialCard("A title", "A site"))
    before = key(card)
    monkeypatch.setattr(cards, "fingerprint", lambda: "another way to draw")
    assert key(card) != before


def test_the_way_to_draw_is_known_by_code_fonts_and_libraries(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    whole = fingerprint.fingerprint.__wrapped__
    before = whole()
    assert whole() == before
    monkeypatch.setattr(fingerprint, "__version__", "9.9")
    assert whole() != before
    monkeypatch.undo()
    monkeypatch.setattr(fingerprint, "FONTS", Path("no-fonts"))
    assert whole() != before


def test_notes_can_show_the_picture_of_their_text(
    build_site: Build, monkeypatch: pytest.MonkeyPatch
) -> None:
    built = build_site(options={"cards": "pages"}, site_url=SITE_URL)
    assert picture(built.page(NOTE)) == picture(built.page(TEXT))
    assert not [path for path in drawn(built) if "/notes/" in path]
    # So they do of themselves where there are very many.
    monkeypatch.setattr(site_cards, "MOST_NOTES", 1)
    many = build_site(options={}, site_url=SITE_URL)
    assert picture(many.page(NOTE)) == picture(many.page(TEXT))
    asked = build_site(options={"cards": "all"}, site_url=SITE_URL)
    assert picture(asked.page(NOTE)) != picture(asked.page(TEXT))


@pytest.mark.parametrize(
    "chosen", [{"options": {"cards": "none"}, "site_url": SITE_URL}, {"options": {}}]
)
def test_a_site_may_have_none(build_site: Build, chosen: dict[str, Any]) -> None:
    built = build_site(**chosen)
    assert drawn(built) == {}
    assert not (built.root / CACHE).exists()
    for path in ("index.html", TEXT, NOTE):
        page = built.page(path)
        assert picture(page) == {}
        assert '<meta name="twitter:card" content="summary">' in page


def test_a_picture_that_a_person_made_stands(build_site: Build) -> None:
    built = build_site({"docs/cards/index.png": "my own"}, site_url=SITE_URL)
    assert drawn(built)["cards/index.png"] == b"my own"


def test_a_title_that_no_font_can_write_leaves_the_card_of_the_site(
    build_site: Build, site: dict[str, str]
) -> None:
    notes = site["annotations/speech.yml"].replace("title: It was easy", "title: 並不容易")
    built = build_site({"annotations/speech.yml": notes}, site_url=SITE_URL)
    assert picture(built.page(NOTE))["alt"] == "A site"
    shown = drawn(built)
    assert shown["cards/explainers/speech/notes/easy.png"] == shown["cards/index.png"]
    # In words the head says it all the same.
    assert '<meta property="og:title" content="並不容易">' in built.page(NOTE)
    nothing = build_site({"annotations/speech.yml": notes}, site_url=SITE_URL, site_name="網站")
    assert picture(nothing.page(NOTE)) == {}


def test_words_are_plain_and_escaped(build_site: Build) -> None:
    docs = {"docs/a.md": '---\ndescription: Some "words" & more\n---\n# A *fine* `<page>`\n'}
    page = build_site(docs, site_url=SITE_URL).page("a/index.html")
    assert '<meta property="og:title" content="A fine &lt;page&gt;">' in page
    assert '<meta property="og:description" content="Some &#34;words&#34; &amp; more">' in page
    assert picture(page)["alt"] == "A fine &lt;page&gt;. A site"
