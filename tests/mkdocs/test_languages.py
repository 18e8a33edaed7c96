"""A site in the language of its theme, built whole."""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import Any

import pytest
from justhtml import JustHTML

from ..samples import SERMON, SERMON_NOTE

Build = Callable[..., Any]

CHECKED = (
    "- id: almanac\n  type: book\n  title: An almanac\n  author: [{family: One, given: A.}]\n"
    "  issued: 2025-10\n  checked: 2026-11-22\n  copy: own-page\n  seen: stored\n  extent: part\n"
)


@pytest.fixture
def build_in(build_site: Build) -> Callable[..., Any]:
    """Builds a site with a checked source, and an Arabic text beside the English one."""

    def run(language: str, **kwargs: Any) -> Any:
        files = {
            "annotations/sources.yml": CHECKED,
            "content/sermon.md": SERMON,
            "annotations/sermon.yml": SERMON_NOTE,
        }
        theme = {"name": "material", "font": False, "language": language}
        return build_site(files, strict=True, theme=theme, **kwargs)

    return run


def elements(page: str, selector: str) -> list[Any]:
    return list(JustHTML(page, sanitize=False).query(selector))


def text(page: str) -> str:
    """The words of the page's content, on one line."""
    (article,) = elements(page, "article")
    return " ".join(article.to_text(separator=" ").split())


def test_spanish(build_in: Build) -> None:
    built = build_in("es")
    assert built.warnings == []
    page = built.page("explainers/speech/index.html")
    for header in elements(page, ".postil-header, .postil-notes"):
        assert (header.attrs["lang"], header.attrs["dir"]) == ("es", "ltr")
    words = text(page)
    assert "Texto anotado · Texto sometido a examen" in words
    assert "2 notas, 1 fuente, consulta: 22 de noviembre de 2026" in words
    assert "Contradicho: Las pruebas dicen otra cosa." in words
    assert "octubre de 2025" in words
    assert "página propia; copia guardada, en parte; consulta: 22 de noviembre de 2026" in words
    assert 'aria-label="Nota 1, Contexto: Which moon"' in page
    assert "The evidence" not in page
    # The words of the text say their own language, and the number behind them that of its name.
    (original,) = elements(page, ".postil-text")
    assert (original.attrs["lang"], original.attrs["dir"]) == ("en", "ltr")
    assert {sup.attrs["lang"] for sup in elements(page, ".postil-refs")} == {"es"}
    assert '<q><bdi lang="en">to go to the moon</bdi></q>' in page
    index = built.page("explainers/index.html")
    assert "<title>Textos anotados - A site</title>" in index
    assert "2 notas" in index


def test_arabic(build_in: Build) -> None:
    built = build_in("ar")
    assert built.warnings == []
    page = built.page("explainers/speech/index.html")
    for header in elements(page, ".postil-header, .postil-notes"):
        assert (header.attrs["lang"], header.attrs["dir"]) == ("ar", "rtl")
    # An English text runs from left to right among Arabic notes.
    (original,) = elements(page, ".postil-text")
    assert (original.attrs["lang"], original.attrs["dir"]) == ("en", "ltr")
    words = text(page)
    assert "ملاحظتان، مصدر واحد، تاريخ الاطلاع: 22 نوفمبر 2026" in words
    assert (
        '<bdi dir="ltr">A. One</bdi>، <cite><bdi dir="ltr">An almanac</bdi></cite>، أكتوبر' in page
    )
    assert 'aria-label="الملاحظة 1، سياق: Which moon"' in page
    assert ">1</a></sup>" in page
    (sermon,) = elements(built.page("explainers/sermon/index.html"), ".postil-text")
    assert (sermon.attrs["lang"], sermon.attrs["dir"]) == ("ar", "rtl")


def test_an_arabic_text_on_an_english_site(build_in: Build) -> None:
    page = build_in("en").page("explainers/sermon/index.html")
    (original,) = elements(page, ".postil-text")
    assert (original.attrs["lang"], original.attrs["dir"]) == ("ar", "rtl")
    (notes,) = elements(page, ".postil-notes")
    assert (notes.attrs["lang"], notes.attrs["dir"]) == ("en", "ltr")
    assert '<dd><bdi dir="rtl">صحيفة المدينة</bdi>; author and date not shown</dd>' in page


def test_a_language_without_a_translation_has_english_words(build_in: Build) -> None:
    page = build_in("he").page("explainers/speech/index.html")
    (header,) = elements(page, ".postil-header")
    assert (header.attrs["lang"], header.attrs["dir"]) == ("he", "rtl")
    assert "2 notes, 1 source, checked 22 November 2026" in text(page)


def test_words_of_the_site(build_in: Build) -> None:
    built = build_in(
        "es",
        options={
            "words": {"explainers": "Documentos"},
            "kinds": {"context": {"label": "Trasfondo"}},
        },
    )
    assert "<title>Documentos - A site</title>" in built.page("explainers/index.html")
    kinds = re.findall(r'class="postil-kind">([^<]*)<', built.page("explainers/speech/index.html"))
    assert kinds == ["Trasfondo", "Corrección"]


def test_another_theme_has_its_locale(build_site: Build) -> None:
    page = build_site(theme={"name": "mkdocs", "locale": "pt_BR"}).page("explainers/index.html")
    (index,) = elements(page, ".postil-index")
    assert index.attrs["lang"] == "pt-BR"
