"""What is mended in Material's pages, and what is left as it is."""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import Any

from postil.mkdocs.material import mended


def test_the_search_dialog_has_the_name_of_its_field() -> None:
    page = (
        '<div class="md-search" data-md-component="search" role="dialog">\n<form>'
        '<input type="text" class="md-search__input" aria-label="Suche" required></form></div>'
    )
    assert mended(page) == page.replace('role="dialog">', 'role="dialog" aria-label="Suche">')


def test_attributes_that_html_does_not_allow_there_are_gone() -> None:
    toggle = '<input class="md-toggle" data-md-toggle="drawer" type="checkbox" id="__drawer"{}>'
    label = '<label class="md-nav__link" for="__nav_2" id="__nav_2_label"{}>'
    assert mended(toggle.format(' autocomplete="off"')) == toggle.format("")
    assert mended(label.format(' tabindex=""')) == label.format("")


def test_a_label_is_for_a_switch_that_is_there() -> None:
    label = '<label class="md-nav__title" for="__toc">Contents</label>'
    assert mended(label) == label.replace(' for="__toc"', "")
    with_switch = f'<input class="md-nav__toggle" type="checkbox" id="__toc">{label}'
    assert mended(with_switch) == with_switch


def test_nothing_else_is_touched() -> None:
    page = (
        '<div role="dialog"></div><input autocomplete="off"><label tabindex=""></label>'
        "&lt;div class=&quot;md-search&quot; role=&quot;dialog&quot;&gt;"
    )
    assert mended(page) == page


def test_every_page_of_a_site_is_mended(build_site: Callable[..., Any]) -> None:
    built = build_site(plugins=["search"], strict=True)
    for path in ("index.html", "explainers/speech/index.html", "404.html"):
        page = built.page(path)
        assert re.search(r'<div class="md-search"[^>]*aria-label="Search"', page), path
        assert 'autocomplete="off"' not in re.sub(r'<input type="text".*?>', "", page), path
        assert 'tabindex=""' not in page, path
