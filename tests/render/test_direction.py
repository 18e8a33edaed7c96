"""Words of one direction among words of the other."""

from __future__ import annotations

import pytest

from postil.render.direction import direction_in, direction_of, isolate


@pytest.mark.parametrize(
    ("language", "direction"),
    [
        *[("en", "ltr"), ("bn", "ltr"), ("zh-Hant", "ltr")],
        *[("ar", "rtl"), ("he-IL", "rtl"), ("fa_IR", "rtl"), ("az-Arab", "rtl"), ("ur-x-a", "rtl")],
        *[("", ""), ("xx", ""), ("x-y", ""), ('ar"><b', ""), ("../ar", "")],
    ],
)
def test_the_direction_of_a_language(language: str, direction: str) -> None:
    assert direction_of(language) == direction


@pytest.mark.parametrize(
    ("text", "direction"),
    [
        *[("A text", "ltr"), ("Élan", "ltr"), ("نص", "rtl"), ("שלום", "rtl")],
        # Most letters, not the first: a name of another script often stands first.
        ("DSA لم تنشر هذا القول", "rtl"),
        ("نص is a word", "ltr"),
        *[("", ""), ("5-102(1)", ""), ("§ 5 – …", "")],
    ],
)
def test_the_direction_of_words(text: str, direction: str) -> None:
    assert direction_in(text) == direction


@pytest.mark.parametrize(
    ("text", "around", "html"),
    [
        # What has nothing of the other direction stands as it is.
        ("A & B", "ltr", "A &amp; B"),
        ("§ 5-102(1)", "ltr", "§ 5-102(1)"),
        ("كاتب", "rtl", "كاتب"),
        ("", "rtl", ""),
        # Names, titles and numbers of the other direction keep to themselves.
        ("كاتب", "ltr", '<bdi dir="rtl">كاتب</bdi>'),
        ("A. Author", "rtl", '<bdi dir="ltr">A. Author</bdi>'),
        ("<b>", "rtl", '<bdi dir="ltr">&lt;b&gt;</bdi>'),
        ("§ 5-102(1)", "rtl", '<bdi dir="ltr">§ 5-102(1)</bdi>'),
        ("DSA لم تنشر", "rtl", '<bdi dir="rtl">DSA لم تنشر</bdi>'),
        ("What كاتب said", "ltr", '<bdi dir="ltr">What كاتب said</bdi>'),
        # What turns the direction ends with the words, whoever left it open.
        ("A \u202ename", "ltr", '<bdi dir="ltr">A \u202ename</bdi>'),
        ("\u2067A name", "ltr", '<bdi dir="ltr">\u2067A name</bdi>'),
    ],
)
def test_words_stand_among_others(text: str, around: str, html: str) -> None:
    assert isolate(text, around) == html


@pytest.mark.parametrize(
    ("text", "around", "language", "html"),
    [
        ("A text", "ltr", "en", '<bdi lang="en">A text</bdi>'),
        ("نص", "ltr", "ar", '<bdi lang="ar" dir="rtl">نص</bdi>'),
        # Without a letter the language tells.
        ("(48)", "rtl", "en", '<bdi lang="en" dir="ltr">(48)</bdi>'),
        ("(48)", "rtl", "ar", '<bdi lang="ar" dir="rtl">(48)</bdi>'),
        ("x", "ltr", '"><b', '<bdi lang="&#34;&gt;&lt;b">x</bdi>'),
    ],
)
def test_words_say_their_language(text: str, around: str, language: str, html: str) -> None:
    assert isolate(text, around, language) == html
