"""Whole targets, with sections and targets around them, to the last figure of what is found."""

from __future__ import annotations

import pytest

from postil.anchor import Section, describe, prepare, resolve
from postil.model.place import Place
from postil.model.target import Target, TextQuote

HERE = Place("")
TEXT = (
    "Vote\nThe town voted in May, and the result was close. A recount was asked for.\n"
    "Result\nThe town voted in May once more. It was counted twice in the hall.\n"
    "Vote\nNobody voted in June. The hall stayed shut, and the result stood.\n"
)
_HEADS = [at for at in range(len(TEXT)) if TEXT.startswith(("Vote\n", "Result\n"), at)]
SECTIONS = [
    Section(id, TEXT[at : TEXT.index("\n", at)], at, end, at, TEXT.index("\n", at))
    for id, at, end in zip(("v1", "r", "v2"), _HEADS, [*_HEADS[1:], len(TEXT)], strict=True)
]


def target(exact: str = "", section: str = "", within: Target | None = None) -> Target:
    return Target(HERE, TextQuote(exact) if exact else None, section, within)


TARGETS: dict[str, Target] = {
    # A section alone means its heading.
    "by its id": target(section="v2"),
    "by its id, as in an address": target(section="#v2"),
    "by its words": target(section="result"),
    "by words of two": target(section="Vote"),
    "unknown": target(section="Nowhere"),
    # A quote, in one section, in two, in none.
    "once": target("Nobody voted"),
    "twice": target("The town voted in May"),
    "twice, in a section": target("The town voted in May", "r"),
    "in one of two sections": target("the result was close", "Vote"),
    "in both sections": target("the result", "Vote"),
    "in neither section": target("It was counted twice", "Vote"),
    "in another section": target("It was counted twice", "v1"),
    "changed": target("It was counted thrice in the hall"),
    "changed, in a section": target("It was counted thrice in the hall", "r"),
    "changed, in one of two": target("The hall stayed shut and the results stood", "Vote"),
    "changed, in both": target("voted in May or June, as it was", "Vote"),
    "gone": target("Something else altogether, which nobody wrote"),
    "gone, in two sections": target("counted thrice in the hall once more", "Vote"),
    "gone, like both": target("the hall in May and the recount in June", "Vote"),
    # Within another.
    "within": target("hall", within=target("It was counted twice in the hall")),
    "within what stands twice": target("voted", within=target("The town voted in May")),
    "within what is gone": target("hall", within=target("Nothing of the kind was ever said here")),
    "within what changed": target("hall", within=target("It was counted thrice in the hall")),
    "changed within what changed": target(
        "counted twice in a hall", within=target("It was counted thrice in the hall")
    ),
    "within a section": target("hall", within=target(section="v2")),
    "within, in a section": target("voted in May", "v1", target("The town voted in May")),
    "within, in another section": target("hall", "v1", target("It was counted twice in the hall")),
    "within words of a section": target("hall", within=target("The hall stayed shut", "Vote")),
    "within within": target(
        "in", within=target("in the hall", within=target("counted twice in the hall"))
    ),
    "a section within": target(section="r", within=target("The town voted in May")),
}
OUTCOMES: dict[str, tuple[str, int, int, float, list[tuple[int, int, float]]]] = {
    "by its id": ("exact", 153, 157, 1.0, [(153, 157, 1.0)]),
    "by its id, as in an address": ("exact", 153, 157, 1.0, [(153, 157, 1.0)]),
    "by its words": ("exact", 79, 85, 1.0, [(79, 85, 1.0)]),
    "by words of two": ("ambiguous", -1, -1, 1.0, [(0, 4, 1.0), (153, 157, 1.0)]),
    "unknown": ("lost", -1, -1, 0.0, []),
    "once": ("exact", 158, 170, 1.0, [(158, 170, 1.0)]),
    "twice": ("ambiguous", -1, -1, 1.0, [(5, 26, 1.0), (86, 107, 1.0)]),
    "twice, in a section": ("exact", 86, 107, 1.0, [(86, 107, 1.0)]),
    "in one of two sections": ("exact", 32, 52, 1.0, [(32, 52, 1.0)]),
    "in both sections": ("ambiguous", -1, -1, 1.0, [(32, 42, 1.0), (206, 216, 1.0)]),
    "in neither section": ("lost", -1, -1, 0.0, []),
    "in another section": ("lost", -1, -1, 0.0, []),
    "changed": ("changed", 119, 151, 0.9394, [(119, 151, 0.9394)]),
    "changed, in a section": ("changed", 119, 151, 0.9394, [(119, 151, 0.9394)]),
    "changed, in one of two": ("changed", 180, 222, 0.9524, [(180, 222, 0.9524)]),
    "changed, in both": ("lost", -1, -1, 0.625, [(14, 46, 0.625)]),
    "gone": ("lost", -1, -1, 0.1978, [(158, 170, 0.1978)]),
    "gone, in two sections": ("lost", -1, -1, 0.3611, [(14, 35, 0.3611)]),
    "gone, like both": ("lost", -1, -1, 0.4615, [(20, 42, 0.4615), (180, 216, 0.4333)]),
    "within": ("exact", 147, 151, 1.0, [(147, 151, 1.0)]),
    "within what stands twice": ("ambiguous", -1, -1, 1.0, [(14, 19, 1.0), (95, 100, 1.0)]),
    "within what is gone": ("lost", -1, -1, 0.2105, []),
    "within what changed": ("changed", 147, 151, 0.9394, [(147, 151, 1.0)]),
    "changed within what changed": ("changed", 126, 151, 0.88, [(126, 151, 0.88)]),
    "within a section": ("lost", -1, -1, 0.0, []),
    "within, in a section": ("exact", 14, 26, 1.0, [(14, 26, 1.0)]),
    "within, in another section": ("lost", -1, -1, 0.0, []),
    "within words of a section": ("exact", 184, 188, 1.0, [(184, 188, 1.0)]),
    "within within": ("exact", 140, 142, 1.0, [(140, 142, 1.0)]),
    "a section within": ("lost", -1, -1, 0.0, []),
}


@pytest.mark.parametrize("name", TARGETS)
def test_targets(name: str) -> None:
    anchor = resolve(prepare(TEXT), TARGETS[name], SECTIONS)
    candidates = [(one.start, one.end, round(one.score, 4)) for one in anchor.candidates]
    found = (anchor.status.value, anchor.start, anchor.end, round(anchor.score, 4), candidates)
    assert found == OUTCOMES[name]


# Texts in which short passages recur; a row for each start, with the characters of prefix and
# suffix that tell a passage of one, two … characters apart, and - for what cannot be told.
REPEATING: dict[str, list[str]] = {
    "one two one, two one": [
        "0/3 0/2 0/4 0/0 0/0 0/0 0/0 0/0",
        "0/2 0/4 0/0 0/0 0/0 0/0 0/0 0/0",
        "0/4 0/0 0/0 0/0 0/0 0/0 0/0 0/0",
        "- 3/0 3/0 3/0 3/0 3/0 3/0 3/0",
        "4/0 4/0 4/0 4/0 4/0 4/0 0/5 0/0",
        "5/0 5/0 5/0 5/0 0/2 0/5 0/0 0/0",
        "6/0 6/0 0/3 0/2 0/5 0/0 0/0 0/0",
        "- 0/3 0/2 0/5 0/0 0/0 0/0 0/0",
        "8/0 8/0 4/5 0/0 0/0 0/0 0/0 0/0",
        "2/2 0/5 0/0 0/0 0/0 0/0 0/0 0/0",
        "0/5 0/0 0/0 0/0 0/0 0/0 0/0 0/0",
        "0/0 0/0 0/0 0/0 0/0 0/0 0/0 0/0",
        "- 4/0 4/0 4/0 4/0 4/0 4/0 4/0",
        "5/0 5/0 5/0 5/0 5/0 5/0 5/0",
        "3/0 3/0 3/0 3/0 3/0 3/0",
        "4/0 4/0 4/0 4/0 4/0",
        "- 5/0 5/0 5/0",
        "6/0 6/0 6/0",
        "7/0 7/0",
        "8/0",
    ],
    "aaaa aaab": [
        "0/3 0/2 0/1 0/0 0/0 0/0 0/0 0/0",
        "1/2 1/1 1/0 0/0 0/0 0/0 0/0 0/0",
        "2/1 0/5 0/0 0/0 0/0 0/0 0/0",
        "0/5 0/0 0/0 0/0 0/0 0/0",
        "- 0/0 0/0 0/0 0/0",
        "5/0 5/0 5/0 0/0",
        "2/0 2/0 0/0",
        "0/1 0/0",
        "0/0",
    ],
    "— a — a —— a": [
        "0/5 0/4 0/4 0/3 0/2 0/0 0/0 0/0",
        "- 0/4 0/3 0/2 0/0 0/0 0/0 0/0",
        "0/4 0/3 0/2 0/0 0/0 0/0 0/0 0/0",
        "- 0/2 0/0 0/0 0/0 0/0 0/0 0/0",
        "2/2 2/0 2/0 2/0 2/0 0/0 0/0 0/0",
        "- 3/0 3/0 0/3 0/0 0/0 0/0",
        "4/0 0/4 0/3 0/0 0/0 0/0",
        "- 0/3 0/0 0/0 0/0",
        "2/3 0/0 0/0 0/0",
        "3/0 3/0 3/0",
        "- 4/0",
        "5/0",
    ],
    "x" * 70 + " y " + "x" * 70: [
        "0/70 0/69 0/68 0/67 0/66 0/65 0/64 0/63",
        "11/59 11/58 11/57 11/56 11/55 11/54 11/53 11/52",
        "22/48 22/47 22/46 22/45 22/44 22/43 22/42 22/41",
        "33/37 33/36 33/35 33/34 33/33 0/32 0/31 0/30",
        "0/26 0/25 0/24 0/23 0/22 0/21 0/20 0/19",
        "0/15 0/14 0/13 0/12 0/11 0/10 0/9 0/8",
        "0/4 0/3 0/2 0/2 0/0 0/0 0/0 0/0",
        "5/0 5/0 5/0 5/0 5/0 5/0 5/0 5/0",
        "16/0 16/0 16/0 16/0 16/0 16/0 16/0 16/0",
        "27/0 27/0 27/0 27/0 27/0 27/0 27/0 27/0",
        "38/0 38/0 38/0 38/0 38/0 38/0 38/0 38/0",
        "49/0 49/0 49/0 49/0 49/0 49/0 49/0 49/0",
        "60/0 60/0 60/0 60/0 60/0 60/0 60/0 60/0",
    ],
    "中文字中文": [
        "0/2 0/1 0/0 0/0 0/0",
        "0/1 0/0 0/0 0/0",
        "0/0 0/0 0/0",
        "1/0 1/0",
        "2/0",
    ],
    "e\u0301 e e\u0301": [
        "0/2 0/2 0/0 0/0 0/0 0/0 0/0",
        "0/2 0/0 0/0 0/0 0/0 0/0",
        "- 2/0 0/0 0/0 0/0",
        "0/3 0/0 0/0 0/0",
        "- 0/0 0/0",
        "2/0 2/0",
        "2/0",
    ],
    "…!…!…": [
        "0/4 0/3 0/2 0/0 0/0",
        "0/3 0/2 0/0 0/0",
        "2/2 2/0 2/0",
        "3/0 3/0",
        "4/0",
    ],
}


def row(text: str, start: int) -> str:
    found = []
    prepared = prepare(text)
    for end in range(start + 1, min(len(text), start + 8) + 1):
        try:
            quote = describe(prepared, start, end)
        except ValueError:
            found.append("-")
        else:
            found.append(f"{len(quote.prefix)}/{len(quote.suffix)}")
    return " ".join(found)


@pytest.mark.parametrize("text", REPEATING)
def test_the_shortest_context_that_tells(text: str) -> None:
    starts = range(0, len(text), 1 if len(text) < 40 else 11)
    assert [row(text, start) for start in starts] == REPEATING[text]


def test_describing_nothing() -> None:
    prepared = prepare("One two")
    for start, end in ((0, 0), (-1, 2), (2, 1), (5, 8), (3, 4)):
        with pytest.raises(ValueError, match=r"no (passage|visible)|passage|range"):
            describe(prepared, start, end)
