"""What readers are told of an address that leads nowhere any more."""

from __future__ import annotations

import pytest

from postil.model.annotation import Citation
from postil.model.link import LinkCheck, LinkState
from postil.model.place import Place
from postil.model.source import Source
from postil.render.citation import cite
from postil.render.context import RenderContext
from postil.render.inside import citation
from postil.render.words import words_for

PLACE = Place("annotations/sources.yml", 1, 1)
ADDRESS = "https://example.org/a"
COPY = "https://archive.example.org/a"


def cited(check: LinkCheck | None = None, language: str = "en", **fields: object) -> str:
    """The words of a citation of a source at `ADDRESS`, as a note has them."""
    item = {"title": "T", "URL": ADDRESS}
    source = Source("a", item, PLACE, **fields)  # type: ignore[arg-type]
    context = RenderContext(
        sources={"a": source},
        links={check.address: check} if check else {},
        language=language,
        words=words_for(language),
    )
    view = cite(Citation("a", PLACE), context)
    return str(citation(view, context.words))


def check(state: LinkState, **fields: str) -> LinkCheck:
    return LinkCheck(ADDRESS, state, "2026-11-22", since="2026-11-20", **fields)  # type: ignore[arg-type]


def test_a_dead_address_says_since_when_and_has_a_copy() -> None:
    html = cited(check(LinkState.DEAD, archive=COPY, archived="2026-01-02"))
    assert '<span class="postil-link-dead">link dead since 20 November 2026</span>' in html
    assert f'<a href="{COPY}" rel="noopener noreferrer">archived copy of 2 January 2026</a>' in html


def test_a_copy_that_the_source_names_is_named_once() -> None:
    html = cited(check(LinkState.DEAD, archive="https://example.org/other"), archive=COPY)
    assert html.count(COPY) == 3  # the link, and the attributes of both links
    assert "example.org/other" not in html


def test_a_page_that_moved_has_its_new_address() -> None:
    html = cited(check(LinkState.MOVED, moved_to="https://example.org/b?c&d"))
    assert "page has moved" in html
    assert (
        '<a href="https://example.org/b?c&amp;d" rel="noopener noreferrer">new address</a>' in html
    )


@pytest.mark.parametrize("state", [None, LinkState.OK, LinkState.UNKNOWN])
def test_nothing_is_said_of_what_is_well_or_unknown(state: LinkState | None) -> None:
    html = cited(check(state, archive=COPY) if state else None)
    assert "postil-link" not in html
    assert COPY not in html


def test_an_address_that_must_not_be_linked_is_not_mentioned() -> None:
    html = cited(
        check(LinkState.DEAD, archive=f"https://archive.example.org/{ADDRESS}"), link=False
    )
    assert "dead" not in html
    assert "example.org" not in html


@pytest.mark.parametrize("address", ["javascript:alert(1)", "data:text/html,x", '"><script>'])
def test_a_record_that_was_tampered_with_runs_nothing(address: str) -> None:
    html = cited(check(LinkState.MOVED, moved_to=address, archive=address))
    assert "javascript" not in html
    assert "data:" not in html
    assert "<script" not in html


@pytest.mark.parametrize("language", ["es", "fr", "de", "ar", "bn"])
def test_every_language_says_it(language: str) -> None:
    html = cited(check(LinkState.DEAD), language)
    assert "postil-link-dead" in html
    assert "link dead" not in html
