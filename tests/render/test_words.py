"""The words of the interface: every language has them all, and the right ones are found."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest
from babel import Locale

from postil.model.scale import KINDS, VERDICTS, Kind, Verdict
from postil.model.settings import Settings
from postil.model.words import (
    COUNTED,
    ENGLISH_WORDS,
    PLURAL_FORMS,
    english_of,
    placeholders,
    word_names,
)
from postil.read.settings import settings_from
from postil.render.languages import LANGUAGES
from postil.render.scale import translated
from postil.render.words import ENGLISH, count, say, words_for

COUNTS = {f"{name}-{form}" for name in COUNTED for form in PLURAL_FORMS}

languages = pytest.mark.parametrize("language", sorted(LANGUAGES))


def test_the_languages_that_are_promised() -> None:
    assert sorted(LANGUAGES) == ["ar", "bn", "de", "en", "es", "fr"]


@languages
def test_a_language_has_every_word(language: str) -> None:
    assert LANGUAGES[language].keys() - COUNTS == ENGLISH_WORDS.keys() - COUNTS


@languages
def test_a_language_has_the_plural_forms_that_are_its_own(language: str) -> None:
    forms = {*Locale.parse(language).plural_form.tags, "other"}
    expected = {f"{name}-{form}" for name in COUNTED for form in forms}
    assert LANGUAGES[language].keys() & COUNTS == expected


@languages
def test_words_are_filled_in_with_the_same_things(language: str) -> None:
    for name, text in LANGUAGES[language].items():
        english = english_of(name)
        assert english is not None, name
        assert text.strip(), name
        if name.endswith(("-zero", "-one", "-two")):
            # “A note”, “two notes” and “no notes” may do without the number.
            assert placeholders(text) <= {"count"}, name
        else:
            assert placeholders(text) == placeholders(english), name


@languages
def test_marks_between_words_keep_a_space(language: str) -> None:
    words = LANGUAGES[language]
    for name in ("comma", "semicolon", "colon", "stop"):
        assert words[name].endswith(" "), name
    for name, text in words.items():
        if name not in {"comma", "semicolon", "colon", "stop"}:
            assert text == text.strip(), name


@pytest.mark.parametrize(
    ("language", "foreign"),
    [
        # A language keeps to its own marks: Arabic commas, spaces before French colons, quotation
        # marks that are not English.
        ("ar", ",;?"),
        ("de", "“"),
        ("es", "“”"),
        ("fr", "“”'"),
        ("bn", "."),
    ],
)
def test_the_marks_are_those_of_the_language(language: str, foreign: str) -> None:
    written = " ".join(
        text for name, text in LANGUAGES[language].items() if name not in {"section"}
    )
    assert not set(foreign) & set(written)


def test_french_has_a_narrow_space_before_marks_of_two_parts() -> None:
    for name, text in LANGUAGES["fr"].items():
        for mark in ":;?!»%":
            assert text.count(mark) == text.count(f"\N{NARROW NO-BREAK SPACE}{mark}"), name


@pytest.mark.parametrize(
    ("tag", "notes", "locale", "direction"),
    [
        ("en", "Notes", "en_001", "ltr"),
        ("en-US", "Notes", "en_US", "ltr"),
        ("es", "Notas", "es", "ltr"),
        # A region, a script or what nobody knows goes back to the language.
        ("es-MX", "Notas", "es_MX", "ltr"),
        ("es_MX", "Notas", "es_MX", "ltr"),
        ("ES-mx", "Notas", "es_MX", "ltr"),
        ("fr-Latn-CA", "Notes", "fr_CA", "ltr"),
        ("de-x-old", "Anmerkungen", "de", "ltr"),
        ("de-QQ", "Anmerkungen", "de", "ltr"),
        ("ar-EG", "الملاحظات", "ar_EG", "rtl"),
        ("bn", "টীকা", "bn", "ltr"),
        # Without a translation it is English, in the direction of the notes.
        ("it", "Notes", "en_001", "ltr"),
        ("he", "Notes", "en_001", "rtl"),
        ("zh-Hant", "Notes", "en_001", "ltr"),
        ("nonesuch", "Notes", "en_001", "ltr"),
        ("", "Notes", "en_001", "ltr"),
        ("../es", "Notes", "en_001", "ltr"),
    ],
)
def test_a_tag_finds_its_language(tag: str, notes: str, locale: str, direction: str) -> None:
    words = words_for(tag)
    assert (words["notes"], str(words.locale), words["direction"]) == (notes, locale, direction)
    assert words.keys() >= ENGLISH.keys()


@pytest.mark.parametrize(
    ("language", "number", "words"),
    [
        ("en", 0, "0 notes"),
        ("en", 1, "1 note"),
        ("en", 2, "2 notes"),
        ("fr", 0, "0 note"),
        ("fr", 2, "2 notes"),
        ("fr", 1000000, "1000000 de notes"),
        ("es", 1, "1 nota"),
        ("es", 100, "100 notas"),
        ("de", 11, "11 Anmerkungen"),
        # Arabic has six forms.
        ("ar", 0, "لا ملاحظات"),
        ("ar", 1, "ملاحظة واحدة"),
        ("ar", 2, "ملاحظتان"),
        ("ar", 3, "3 ملاحظات"),
        ("ar", 11, "11 ملاحظة"),
        ("ar", 100, "100 ملاحظة"),
        # Digits are those of the region, or of the language.
        ("ar-SY", 11, "١١ ملاحظة"),
        ("bn", 0, "০টি টীকা"),
        ("bn", 48, "৪৮টি টীকা"),
        # English words have English forms.
        ("he", 2, "2 notes"),
    ],
)
def test_counts(language: str, number: int, words: str) -> None:
    assert count(words_for(language), "note-count", number) == words


@pytest.mark.parametrize(
    ("number", "words"),
    [
        (0, "لا مصادر"),
        (1, "مصدر واحد"),
        (2, "مصدران"),
        (3, "3 مصادر"),
        (11, "11 مصدرًا"),
        (100, "100 مصدر"),
    ],
)
def test_each_form_of_arabic(number: int, words: str) -> None:
    assert count(words_for("ar"), "source-count", number) == words


def test_words_of_the_site_come_first() -> None:
    words = words_for("es", {"sources": "Referencias", "note-count-other": "notas: {count}"})
    assert words["sources"] == "Referencias"
    assert words["notes"] == "Notas"
    assert count(words, "note-count", 2) == "notas: 2"
    assert say(words, "checked", date="2025") == "consulta: 2025"


def test_the_default_scale_is_translated() -> None:
    settings = translated(Settings(), words_for("es"))
    assert settings.kind("correction") == Kind("correction", "Corrección", "Correcciones", "double")
    assert settings.verdict("contradicted") == Verdict(
        "contradicted", "Contradicho", "Las pruebas dicen otra cosa.", "✕", 1
    )


def test_the_default_scale_in_english_is_the_model() -> None:
    settings = translated(Settings(), ENGLISH)
    assert (settings.kinds, settings.verdicts) == (KINDS, VERDICTS)


@pytest.mark.parametrize(
    ("options", "labels"),
    [
        ({"kinds": {"source": {"label": "Beleg"}}}, ("Beleg", "Beleg")),
        # What a site says in English is its own as well.
        ({"kinds": {"source": {"label": "Source"}}}, ("Source", "Sources")),
        ({"kinds": {"source": {"plural": "Belege"}}}, ("Fuente", "Belege")),
        ({"kinds": {"source": {"line": "wavy"}}}, ("Fuente", "Fuentes")),
        ({"words": {"kind-source": "Beleg"}}, ("Beleg", "Fuentes")),
    ],
)
def test_kinds_that_a_site_names_stay(
    options: dict[str, dict[str, str]], labels: tuple[str, str]
) -> None:
    settings, problems = settings_from(options)
    assert not problems
    kind = translated(settings, words_for("es", settings.words)).kind("source")
    assert (kind.label, kind.plural) == labels


def test_verdicts_that_a_site_names_stay() -> None:
    scale = {"supported": {"label": "Supported"}, "opinion": None, "holds": {"label": "Holds"}}
    settings, problems = settings_from({"verdicts": scale})
    assert not problems
    shown = translated(settings, words_for("es", settings.words)).verdicts
    assert [(verdict.label, verdict.meaning) for verdict in shown] == [
        ("Supported", "Las pruebas respaldan el pasaje."),
        ("Opinión", "Un juicio que las pruebas no pueden zanjar."),
        ("Holds", ""),
    ]


def test_every_name_of_a_word_is_known() -> None:
    assert all(english_of(name) for name in word_names())
    assert english_of("note-count-few") == "{count} notes"
    assert english_of("nonesuch") is None


@pytest.mark.parametrize(
    "text", ["{", "}", "{a", "{a!r}", "{a:>9}", "{}", "{0}", "{a.b}", "{a[0]}"]
)
def test_braces_hold_a_plain_name(text: str) -> None:
    with pytest.raises(ValueError, match=r"brace|Single|expected|plain"):
        placeholders(text)


def test_checking_does_without_the_languages(tmp_path: Path) -> None:
    """`postil check` shows no page, and starts sooner without Babel."""
    (tmp_path / "mkdocs.yml").write_text("site_name: A site\n", encoding="utf-8")
    (tmp_path / "content").mkdir()
    (tmp_path / "content" / "a.md").write_text("---\ntitle: A\n---\n\nA text.\n", encoding="utf-8")
    (tmp_path / "annotations").mkdir()
    code = (
        "import sys\nfrom postil.cli.main import main\n"
        "try: main(['check'])\nexcept SystemExit: pass\n"
        "print(*{name for name in sys.modules if name.split('.')[0] == 'babel'})"
    )
    ran = subprocess.run(
        [sys.executable, "-c", code], cwd=tmp_path, capture_output=True, text=True, check=True
    )
    assert "1 text" in ran.stderr
    assert ran.stdout.strip() == ""
