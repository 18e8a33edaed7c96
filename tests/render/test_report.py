"""Where a reader reports an error."""

from __future__ import annotations

import pytest

from postil.model.settings import Settings
from postil.render.context import RenderContext
from postil.render.report import render_report
from postil.render.words import words_for


@pytest.mark.parametrize(
    ("contact", "href", "shown"),
    [
        ("mailto:desk@example.org", "mailto:desk@example.org", "desk@example.org"),
        # What a letter begins with is no part of the address that is read.
        ("mailto:a@b.example?subject=x&y", "mailto:a@b.example?subject=x&amp;y", "a@b.example"),
        ("https://example.org/errors", "https://example.org/errors", "example.org/errors"),
        # A query is a part of an address of the web.
        ("https://example.org/?to=us", "https://example.org/?to=us", "example.org/?to=us"),
    ],
)
def test_an_address_is_linked_and_can_be_read(contact: str, href: str, shown: str) -> None:
    html = render_report(RenderContext(Settings(contact=contact)))
    assert f'href="{href}"' in html
    assert f"{shown}</" in html
    assert html.startswith('<p class="postil-report">Report an error: <a ')


def test_a_site_without_an_address_says_so() -> None:
    html = render_report(RenderContext())
    assert "<a" not in html
    assert "names no address" in html


def test_what_could_run_script_is_no_address() -> None:
    """The configuration is refused before; this is the second lock."""
    html = render_report(RenderContext(Settings(contact="javascript:alert(1)")))
    assert "names no address" in html


def test_in_the_language_of_the_site() -> None:
    settings = Settings(contact="mailto:desk@example.org")
    html = render_report(RenderContext(settings, words=words_for("de")))
    assert "Einen Fehler melden: <a " in html
