"""Whole targets: a section as scope, a target within a target."""

from __future__ import annotations

from postil.anchor import (
    Section,
    nearest_section,
    prepare,
    resolve,
    sections_named,
    unknown_section,
)
from postil.model.anchor import Anchor, Status
from postil.model.place import Place
from postil.model.target import Target, TextQuote

TEXT = "Aims We want peace. Means We want peace slowly. Aims We also want bread and peace."
PREPARED = prepare(TEXT)
HERE = Place("annotations/a.yml", 1, 1)


def _section(id: str, title: str, start: int, end: int) -> Section:
    return Section(id, title, start, end, start, start + len(title))


SECOND, THIRD = TEXT.index("Means"), TEXT.rindex("Aims")
SECTIONS = (
    _section("aims", "Aims", 0, SECOND),
    _section("means", "Means", SECOND, THIRD),
    _section("aims_1", "Aims", THIRD, len(TEXT)),
)


def _target(exact: str = "", section: str = "", within: Target | None = None) -> Target:
    return Target(HERE, TextQuote(exact) if exact else None, section, within)


def _resolve(target: Target) -> Anchor:
    return resolve(PREPARED, target, SECTIONS)


def test_a_quote_alone() -> None:
    assert _resolve(_target("peace slowly")).start == TEXT.index("peace slowly")
    assert _resolve(_target("want peace")).status is Status.AMBIGUOUS


def test_a_section_as_scope() -> None:
    assert _resolve(_target("want peace", "means")).start == TEXT.index("want peace slowly")
    # By its words, in any case, with the hash of a link; by id before words.
    assert _resolve(_target("want peace", "MEANS")).start == TEXT.index("want peace slowly")
    assert _resolve(_target("want peace", "#aims")).start == TEXT.index("want peace")


def test_a_section_alone_is_its_heading() -> None:
    anchor = _resolve(_target(section="means"))
    assert (anchor.status, anchor.start, anchor.end) == (Status.EXACT, SECOND, SECOND + 5)


def test_a_name_of_two_sections() -> None:
    assert [section.id for section in sections_named(SECTIONS, "Aims")] == ["aims", "aims_1"]
    assert _resolve(_target("bread", "Aims")).start == TEXT.index("bread")
    assert _resolve(_target("peace", "Aims")).status is Status.AMBIGUOUS
    assert _resolve(_target(section="Aims")).status is Status.AMBIGUOUS


def test_a_section_that_is_not_there() -> None:
    target = _target("peace", "meens")
    assert _resolve(target) == Anchor(Status.LOST)
    assert unknown_section(target, SECTIONS) == "meens"
    assert unknown_section(_target("peace", within=target), SECTIONS) == "meens"
    assert unknown_section(_target("peace", "means"), SECTIONS) is None
    nearest = nearest_section(SECTIONS, "meens")
    assert nearest is not None
    assert nearest.id == "means"
    assert nearest_section(SECTIONS, "xyz xyz xyz") is None
    assert nearest_section((), "means") is None


def test_within_a_wider_target() -> None:
    outer = _target("We want peace slowly.")
    anchor = _resolve(_target("peace", within=outer))
    assert (anchor.status, anchor.start) == (Status.EXACT, TEXT.index("peace slowly"))
    assert _resolve(_target("bread", within=outer)).status is Status.LOST
    assert _resolve(_target("peace", within=_target("no such words at all"))).status is Status.LOST
    deeper = _target("eac", within=_target("peace", within=outer))
    assert _resolve(deeper).start == TEXT.index("peace slowly") + 1


def test_within_an_ambiguous_target_the_words_may_decide() -> None:
    outer = _target("Aims")
    assert _resolve(_target("Aim", within=outer)).status is Status.AMBIGUOUS
    wide = Target(HERE, TextQuote("We want peace"))
    assert _resolve(_target("want", within=wide)).status is Status.AMBIGUOUS


def test_within_a_changed_target_nothing_is_exact() -> None:
    outer = _target("We want pease slowley.")
    anchor = _resolve(_target("peace", "means", outer))
    assert anchor.status is Status.CHANGED
    assert anchor.score < 1.0
    assert anchor.start == TEXT.index("peace slowly")


def test_of_two_sections_the_one_that_has_the_words_themselves() -> None:
    text = "Aims We want bread and peace for all. Aims We want bread and peas for all."
    cut = text.rindex("Aims")
    sections = [_section("a", "Aims", 0, cut), _section("b", "Aims", cut, len(text))]
    for quote, start in (("bread and peace for all", 13), ("bread and peas for all", cut + 13)):
        anchor = resolve(prepare(text), _target(quote, "Aims"), sections)
        assert (anchor.status, anchor.start) == (Status.EXACT, text.index(quote))
        assert anchor.start == start
