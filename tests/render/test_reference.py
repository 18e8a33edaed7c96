"""Sources as references, by the style that ships and by another."""

from __future__ import annotations

import threading
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from justhtml import JustHTML
from markupsafe import Markup

from postil.read.style_schema import schema_problems
from postil.render.csl_style import prepare
from postil.render.reference import csl_locale, format_reference
from postil.render.styles import shipped_style
from postil.render.words import words_for

ENGLISH = words_for("en")
NUMERIC = (Path(__file__).parent / "styles" / "numeric.csl").read_text(encoding="utf-8")
ITEM = {
    "id": "a",
    "type": "article-journal",
    "title": "A study of towns",
    "author": [{"family": "Writer", "given": "Anna Maria"}, {"literal": "The Committee"}],
    "container-title": "Journal of Towns",
    "volume": 12,
    "issue": "3",
    "page": "4-5",
    "issued": "2025-10-27",
}
LINK = Markup(' href="https://example.org/a"')


def test_the_styles_are_valid() -> None:
    """By the schema of CSL."""
    assert schema_problems(shipped_style("postil")) == []
    assert schema_problems(NUMERIC) == []


@pytest.mark.parametrize(
    ("language", "reference"),
    [
        (
            "en",
            "Anna Maria Writer, The Committee, <cite>A study of towns</cite>, "
            "Journal of Towns 12(3), 4–5, 27 October 2025",
        ),
        (
            "es",
            "Anna Maria Writer, The Committee, <cite>A study of towns</cite>, "
            "Journal of Towns 12(3), 4-5, 27 de octubre de 2025",
        ),
        (
            "fr",
            "Anna Maria Writer, The Committee, <cite>A study of towns</cite>, "
            "Journal of Towns 12(3), 4‑5, 27 octobre 2025",
        ),
        (
            "de",
            "Anna Maria Writer, The Committee, <cite>A study of towns</cite>, "
            "Journal of Towns 12(3), 4–5, 27. Oktober 2025",
        ),
        # Words of the other direction keep to themselves.
        (
            "ar",
            '<bdi dir="ltr">Anna Maria Writer، The Committee</bdi>، '
            '<cite><bdi dir="ltr">A study of towns</bdi></cite>، '
            '<bdi dir="ltr">Journal of Towns 12(3)</bdi>، <bdi dir="ltr">4–5</bdi>، 27 أكتوبر 2025',
        ),
        # CSL has no locale for Bengali; Unicode CLDR has its dates.
        (
            "bn",
            "Anna Maria Writer, The Committee, <cite>A study of towns</cite>, "
            "Journal of Towns 12(3), 4–5, ২৭ অক্টোবর, ২০২৫",
        ),
    ],
)
def test_the_style_that_ships_in_each_language(language: str, reference: str) -> None:
    assert str(format_reference(ITEM, "", words_for(language))) == reference


@pytest.mark.parametrize(
    ("language", "locale"),
    [
        *(("en", "en-US"), ("en-GB", "en-GB"), ("fr-CA", "fr-CA"), ("es-419", "es-ES")),
        *(("ar", "ar"), ("bn", "en-US"), ("xx", "en-US"), ("pt", "en-US")),
    ],
)
def test_the_locale_of_a_language(language: str, locale: str) -> None:
    """English where the interface has no words of the language."""
    assert csl_locale(words_for(language)) == locale


@pytest.mark.parametrize(
    ("fields", "reference"),
    [
        (
            {},
            "Writer, A.M. & The Committee. <cite><a>“A Study of Towns”</a></cite>. "
            "<i>Journal of Towns</i>, <b>12</b>(3), pp. 4–5 (2025)",
        ),
        # Three authors are cut; a sign that ends the title and one that the style adds are one.
        (
            {"author": [{"family": name} for name in "ABC"], "title": "Which?", "accessed": "2026"},
            "A <i>et al.</i> <cite><a>“Which?”</a></cite>. "
            "<i>Journal of Towns</i>, <b>12</b>(3), pp. 4–5 (2025). Seen 2026",
        ),
        # Without authors the title leads, in bold, and stands once.
        (
            {"author": [], "issued": None, "URL": "https://example.org/<b>"},
            "<cite><a><b>A study of towns</b></a></cite>. "
            "<i>Journal of Towns</i>, <b>12</b>(3), pp. 4–5 https://example.org/&lt;b&gt;",
        ),
        (
            {"type": "book", "publisher": "A firm", "publisher-place": "T", "issued": "2020/2021"},
            "Writer, A.M. & The Committee. <cite><a>“A Study of Towns”</a></cite>. "
            "T: A firm (2020–2021)",
        ),
        ({"type": "map", "author": [], "issued": "2020-05/2020-07"},
         "<cite><a><b>A study of towns</b></a></cite>. (2020)"),
    ],
)  # fmt: skip
def test_another_style(fields: dict[str, Any], reference: str) -> None:
    item = {**ITEM, "language": "en", **fields}
    made = str(format_reference(item, NUMERIC, ENGLISH, LINK))
    assert made.replace(' href="https://example.org/a"', "").replace("&amp;", "&") == reference


def test_a_title_in_place_of_names_stands_once() -> None:
    """Also where a macro prints it, as in most styles."""
    macro = (
        '<macro name="what"><choose><if type="book" variable="title">'
        '<text variable="title" font-style="italic"/></if>'
        '<else><text variable="title"/></else></choose></macro><macro name="work">'
        '<text macro="what"/></macro>'
    )
    style = NUMERIC.replace('<macro name="who">', f'{macro}<macro name="who">')
    style = style.replace(
        '<text variable="title" font-weight="bold"/>', '<text macro="work" prefix="¶ "/>'
    )
    style = style.replace('<text variable="title" text-case="title"', '<text macro="work"')
    assert schema_problems(style) == []
    made = format_reference({**ITEM, "type": "book", "author": []}, style, ENGLISH)
    assert made == "¶ <cite><i>A study of towns</i></cite>. (2025)"


def test_a_style_without_the_title_links_the_whole_reference() -> None:
    style = NUMERIC.replace('variable="title"', 'variable="publisher"')
    made = format_reference({**ITEM, "publisher": "A firm"}, style, ENGLISH, LINK)
    assert made.startswith('<a href="https://example.org/a">')
    assert made.endswith("</a>")
    assert made.count("<a") == 1


def test_a_style_that_fails_at_an_item_gives_way() -> None:
    # Rendering a range of numbers as words, which the processor cannot.
    broken = NUMERIC.replace('name="year"/>', 'name="day" form="ordinal"/>')
    item = {**ITEM, "issued": {"date-parts": [[2025, 2, 1], [2026]]}, "volume": "twelve"}
    made = format_reference(item, broken, ENGLISH, LINK)
    assert "A study of towns" in made or "A Study of Towns" in made
    assert "<a" in made


@pytest.mark.parametrize(
    ("title", "shown"),
    [
        # What CSL's data may mark up, and nothing else.
        ("On <i>Homo</i> and H<sub>2</sub>O", "On <i>Homo</i> and H<sub>2</sub>O"),
        ('The <span class="nocase">DNA</span>', "The DNA"),
        ("<i>open", "&lt;i&gt;open"),
        ("<i onclick='x'>a</i>", "&lt;i onclick=&#39;x&#39;&gt;a&lt;/i&gt;"),
        ("<script>alert(1)</script>", "&lt;script&gt;alert(1)&lt;/script&gt;"),
        ("&lt;b&gt; & &amp;", "&amp;lt;b&amp;gt; &amp; &amp;amp;"),
        # Signs that stand for the begin and end of things are no part of a title.
        ("a\ue000b\ue005c", "abc"),
        ("Ends in a stop.", "Ends in a stop."),
    ],
)
def test_words_that_look_like_markup(title: str, shown: str) -> None:
    made = format_reference({"type": "book", "title": title}, "", ENGLISH)
    assert made == f"<cite>{shown}</cite>"


PARTS = [*"ab1. ,;:!?<>&\"'/\\%{}-–\ue000\ue001", "<i>", "</i>", "<sup>", "ابن"]
TEXTS = st.lists(st.sampled_from(PARTS), max_size=20).map("".join)
FIELDS = ("title", "container-title", "publisher", "volume", "issue", "page", "URL", "language")
NAMES = st.one_of(
    st.fixed_dictionaries({"literal": TEXTS}),
    st.fixed_dictionaries({"family": TEXTS}, optional={"given": TEXTS, "suffix": TEXTS}),
)
ITEMS = st.fixed_dictionaries(
    {"type": st.sampled_from(["book", "article-journal", "no-type", ""])},
    optional={
        **dict.fromkeys(FIELDS, TEXTS),
        "author": st.lists(NAMES, max_size=4),
        "director": st.lists(NAMES, max_size=2),
        "issued": st.one_of(
            TEXTS,
            st.sampled_from(["2020", "2020-05/2021", "2020~", "-050", "2020-13-45"]),
            st.fixed_dictionaries(
                {"date-parts": st.lists(st.lists(st.integers(-99, 9999), max_size=3))}
            ),
        ),
        "custom": st.just({"a": 1}),
        "categories": st.just(["a"]),
    },
)  # fmt: skip


@settings(max_examples=200, deadline=None)
@given(ITEMS, st.sampled_from(["", NUMERIC]), st.sampled_from(["en", "ar"]))
def test_any_item_gives_well_formed_html(item: dict[str, Any], style: str, language: str) -> None:
    made = str(format_reference(item, style, words_for(language), LINK))
    document = JustHTML(f"<!doctype html><title>.</title><p>{made}", sanitize=False)
    assert len(document.query("a")) == 1
    assert not any("\ue000" <= sign <= "\ue00f" for sign in made)
    # There are no other elements, and the parser had nothing to mend.
    count = sum(len(document.query(name)) for name in ("a", "bdi", "b", "cite", "i", "sub", "sup"))
    assert made.count("<") == 2 * count


@pytest.mark.parametrize("title", ["\ue000\ue000", "\ue000 \ue008", "", " "])
def test_a_title_without_a_character_is_none(title: str) -> None:
    made = format_reference({"type": "book", "title": title}, "", words_for("en"), LINK)
    assert made == Markup("<a{}>{}</a>").format(LINK, words_for("en")["no-title"])


def test_hostile_lengths() -> None:
    names = [{"family": f"Name {number}"} for number in range(20_000)]
    item = {"type": "book", "title": "a" * 1_000_000, "author": names, "page": "1-" * 100_000}
    for style in ("", NUMERIC):
        assert len(format_reference(item, style, ENGLISH)) < 20_000


def test_threads_do_not_disturb_each_other() -> None:
    made: dict[int, list[str]] = {}

    def work(number: int) -> None:
        style = NUMERIC if number % 2 else ""
        items = [{**ITEM, "title": f"Title {number} {index}"} for index in range(20)]
        made[number] = [str(format_reference(item, style, ENGLISH, LINK)) for item in items]

    threads = [threading.Thread(target=work, args=(number,)) for number in range(4)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    for number, references in made.items():
        assert all(f"Title {number} {index}<" in one or f"Title {number} {index}”<" in one
                   for index, one in enumerate(references))  # fmt: skip


def test_a_style_is_prepared_once() -> None:
    first = prepare(NUMERIC, ", ", "and others")
    assert prepare(NUMERIC, ", ", "and others") is first
    assert first.dates == {("accessed", "year-month-day")}
