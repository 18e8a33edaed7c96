"""What is said of a target that is not exactly where its author put it."""

from __future__ import annotations

import pytest

from postil.model.annotation import Annotation
from postil.model.codes import CODES
from postil.model.library import Library
from postil.model.place import Place
from postil.model.target import Target, TextQuote
from postil.model.text import Text
from postil.site.explain import explain

HTML = """\
<h2 id="first-part">First part</h2>
<p>The committee met on Monday. The motion was carried.</p>
<h2 id="second-part">Second part</h2>
<p>The committee met on Tuesday. The motion was carried. Nobody objected to the long and
careful report. "Yes," the chair said to all who had come. "No,"
the chair said to all who had come.</p>
"""
PLACE = Place("annotations/minutes.yml", 4, 9)
TEXT = Text("minutes", "Minutes", "", Place("content/minutes.md", 1, 1))


def target(exact: str = "", **more: str) -> Target:
    quote = {key: more[key] for key in ("prefix", "suffix") if key in more}
    return Target(
        PLACE,
        quote=TextQuote(exact, **quote) if exact else None,
        section=more.get("section", ""),
    )


def messages(target: Target) -> list[str]:
    note = Annotation("a", "minutes", "context", "A", "b", (target,), PLACE, PLACE)
    library = Library({"minutes": TEXT}, {"minutes": (note,)}, {}, {})
    return [str(one) for one in explain(library, TEXT, HTML).diagnostics]


CASES = [
    # Nothing is said of what is exact, and white space and typography do not count.
    (target("Nobody objected to the long and careful report."), None),
    (target("The motion was carried.", section="first-part"), None),
    (target(section="Second part"), None),
    # Changed: both wordings and how alike they are.
    (
        target("Nobody objected to the long and careful reports."),
        "“Nobody objected to the long and careful reports.” is now “Nobody objected to the long "
        "and careful report.” in content/minutes.md, 97 % alike (if the note still holds, write "
        "the words as they are now) [anchor-changed]",
    ),
    # Ambiguous: what would tell the places apart.
    (
        target("The motion was carried."),
        "“The motion was carried.” fits 2 places of content/minutes.md equally well (say which "
        'one is meant: {suffix: " Second"}, or {suffix: " Nobody"}) [anchor-ambiguous]',
    ),
    # Where other words stand at these places, they belong to it.
    (
        target("the chair said to all who have come"),
        "“the chair said to all who have come” fits 2 places of content/minutes.md equally well "
        '(say which one is meant: {exact: "the chair said to all who had come", suffix: ". \\"No"}'
        ', or {exact: "the chair said to all who had come", prefix: "No,\\" "}) [anchor-ambiguous]',
    ),
    # A quotation mark of the text is no end of the hint's.
    (
        target("the chair said"),
        "“the chair said” fits 2 places of content/minutes.md equally well (say which one is "
        'meant: {prefix: "Yes,\\" "}, or {prefix: "No,\\" "}) [anchor-ambiguous]',
    ),
    # Lost: the nearest words, or that there are none.
    (
        target("Cabbages and kings were discussed at length by everybody."),
        "“Cabbages and kings were discussed at length by everybody.” is not in "
        "content/minutes.md (no words like it were found) [anchor-lost]",
    ),
    (
        target("Nobody objected", section="first-part"),
        "“Nobody objected” is not in the section of content/minutes.md (no words like it were "
        "found) [anchor-lost]",
    ),
    # A section that is not there: the nearest one, or all of them.
    (
        target("The motion was carried.", section="first-prt"),
        "content/minutes.md has no section “first-prt” (did you mean “first-part”?) "
        "[section-unknown]",
    ),
    (
        target(section="Appendix"),
        "content/minutes.md has no section “Appendix” (its sections are “first-part”, "
        "“second-part”) [section-unknown]",
    ),
]


@pytest.mark.parametrize(("target", "message"), CASES)
def test_messages(target: Target, message: str | None) -> None:
    expected = [f"annotations/minutes.yml:4:9: {message}"] if message else []
    assert messages(target) == expected


def test_every_code_of_anchoring_has_a_case() -> None:
    said = " ".join(message or "" for _, message in CASES)
    assert all(f"[{id}]" in said for id, code in CODES.items() if code.room == "anchor")
