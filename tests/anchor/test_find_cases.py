"""Golden cases: what is found where, in small texts that a person can check."""

from __future__ import annotations

from dataclasses import dataclass

import pytest

from postil.anchor import find, prepare
from postil.anchor.find import similarity
from postil.model.anchor import Status
from postil.model.target import TextQuote

EXACT, CHANGED, AMBIGUOUS, LOST = Status.EXACT, Status.CHANGED, Status.AMBIGUOUS, Status.LOST

STORY = (
    "The ferry left the harbour at six in the morning, and nobody on the quay waved. "
    "A dog barked twice. The captain had been told to wait for the doctor, who never came. "
    "By noon the island was out of sight, and the sea lay flat and grey as slate. "
    "A dog barked again somewhere below the deck. The cook counted the plates and found one short."
)


@dataclass(frozen=True)
class Golden:
    name: str
    text: str
    exact: str
    status: Status
    found: str | None = None
    prefix: str = ""
    suffix: str = ""


# Word for word.
VERBATIM = [
    Golden("one place", STORY, "nobody on the quay", EXACT, "nobody on the quay"),
    Golden("two places", STORY, "A dog barked", AMBIGUOUS),
    Golden("told apart by suffix", STORY, "A dog barked", EXACT, "A dog barked", suffix=" again"),
    Golden("told apart by prefix", STORY, "A dog", EXACT, "A dog", prefix="slate. "),
    Golden("the whole text", "All of it.", "All of it.", EXACT, "All of it."),
    Golden("nothing", STORY, "", LOST),
    Golden("white space alone", STORY, " \n\t", LOST),
    Golden("invisible alone", STORY, "\u200b\ufeff", LOST),
    Golden("an empty text", "", "word", LOST),
]

TWICE = (
    '"Yes," the chair said to all who had come. "No," the chair said to all who had come. '
    "Nobody else in that room had more to say of it."
)
SAID, WAS = "the chair said to all who had come", "the chair said to all who have come"

# Edited words that stand twice, so close that a stretch of the text holds both places.
NEAR_EACH_OTHER = [
    Golden("nothing tells them apart", TWICE, WAS, AMBIGUOUS),
    Golden("the first", TWICE, WAS, CHANGED, SAID, prefix='"Yes," '),
    Golden("the second", TWICE, WAS, CHANGED, SAID, prefix='"No," '),
    Golden("both stand after it", TWICE, WAS, AMBIGUOUS, prefix='," '),
    Golden("once only", TWICE.replace(SAID, "she said so", 1), WAS, CHANGED, SAID),
]

# YAML drops the space at the end of a plain value, and writers leave it out.
SPACES_LEFT_OUT = [
    Golden("before", STORY, "A dog", EXACT, "A dog", prefix="slate."),
    Golden("after", STORY, "A dog barked", EXACT, "A dog barked", suffix="again"),
    Golden("both", STORY, "the plates", EXACT, "the plates", prefix="counted", suffix="and"),
    Golden("a line end between", "one\ntwo, one three", "one", EXACT, "one", suffix="two"),
    Golden("as it is comes first", "a b, ab", "a", EXACT, "a", suffix="b"),
    Golden("and still in two places", "a b, a b", "a", AMBIGUOUS, suffix="b"),
    Golden("elsewhere", STORY, "A dog", LOST, prefix="nowhere"),
    Golden("single signs", "a b c", "b", EXACT, "b", prefix="a", suffix="c"),
]

# Differences that do not count.
NORMALISED = [
    Golden("wrapped lines", "one two\n   three", "one two three", EXACT, "one two\n   three"),
    Golden("unwrapped quote", "one two three", "two\nthree", EXACT, "two three"),
    Golden("CR LF", "one\r\ntwo", "one two", EXACT, "one\r\ntwo"),
    Golden("no-break space", "10\u00a0km away", "10 km", EXACT, "10\u00a0km"),
    Golden(
        "NFD text", "le cafe\u0301 ferme\u0301 ici", "café fermé", EXACT, "cafe\u0301 ferme\u0301"
    ),
    Golden("NFD grave", "voila\u0300 tout", "voilà", EXACT, "voila\u0300"),
    Golden("NFD quote", "le café fermé ici", "cafe\u0301 ferme\u0301", EXACT, "café fermé"),
    Golden(
        "NFD Korean",
        "\u1112\u1161\u11ab\u1100\u1173\u11af 시험",
        "한글",
        EXACT,
        "\u1112\u1161\u11ab\u1100\u1173\u11af",
    ),
    Golden("curly quotes", "she said “no” and left", 'said "no"', EXACT, "said “no”"),
    Golden("guillemets", "elle dit «non» ici", "dit „non“", EXACT, "dit «non»"),
    Golden("apostrophe", "it’s late", "it's", EXACT, "it’s"),
    Golden("corner brackets", "彼は「いいえ」と言った", "“いいえ”", EXACT, "「いいえ」"),
    Golden("dashes", "war—and peace", "war--and", EXACT, "war—and"),
    Golden("minus sign", "at −5 degrees", "-5 degrees", EXACT, "−5 degrees"),
    Golden("ellipsis", "and then… nothing", "then... nothing", EXACT, "then… nothing"),
    Golden("ligature", "the ﬁrst ofﬁce", "first office", EXACT, "ﬁrst ofﬁce"),
    Golden("soft hyphens", "a para\u00adgraph of it", "paragraph", EXACT, "para\u00adgraph"),
    Golden("zero width space", "long\u200bword here", "longword", EXACT, "long\u200bword"),
    Golden("byte order mark", "\ufeffBegin here", "Begin", EXACT, "Begin"),
    Golden(
        "direction marks",
        "the \u202bשלום\u202c word",
        "the שלום word",
        EXACT,
        "the \u202bשלום\u202c word",
    ),
    Golden("tatweel", "هذا كتـــاب قديم", "كتاب", EXACT, "كتـــاب"),
    Golden("Chinese line break", "自由和\n平等的权利", "自由和平等", EXACT, "自由和\n平等"),
    Golden("Japanese line break", "権利に\n  ついて", "権利について", EXACT, "権利に\n  ついて"),
    Golden("invisible at an edge", "one \u200btwo three", "two", EXACT, "two"),
]

# A text that was edited since.
EDITED = [
    Golden(
        "typo",
        STORY,
        "The captain had ben told to wiat for the doctor",
        CHANGED,
        "The captain had been told to wait for the doctor",
    ),
    Golden(
        "word replaced",
        STORY,
        "the sea lay quiet and grey as slate",
        CHANGED,
        "the sea lay flat and grey as slate",
        prefix="out of sight, and ",
    ),
    Golden(
        "word put in",
        STORY,
        "nobody on quay waved",
        CHANGED,
        "nobody on the quay waved",
        prefix="morning, and ",
        suffix=". A dog",
    ),
    Golden(
        "first and last word",
        STORY,
        "Our cook counted the plates and found two",
        CHANGED,
        "The cook counted the plates and found one",
        prefix="below the deck. ",
        suffix=" short.",
    ),
    Golden("case", STORY, "THE CAPTAIN HAD BEEN TOLD", CHANGED, "The captain had been told"),
    Golden(
        "markup",
        "It was **not** the [ferry](https://example.org/a) that left at six.",
        "not the ferry that left at six",
        CHANGED,
        "not** the [ferry](https://example.org/a) that left at six",
    ),
    Golden(
        "context rewritten",
        STORY,
        "By noon the island was out of sight",
        EXACT,
        "By noon the island was out of sight",
        prefix="quite another beginning ",
        suffix=" and another end",
    ),
    Golden(
        "another number",
        "Article 12. Everyone may go. Article 13. Everyone may stay.",
        "Article 19",
        LOST,
        prefix="without undue delay. ",
        suffix=". No one shall",
    ),
]

# Three traps, and deletions.
TRAPS = [
    Golden(
        "the old wording turned up elsewhere",
        STORY.replace("nobody on the quay waved", "nobody on teh quay waved")
        + " A sign said that nobody on the quay waved, in chalk.",
        "nobody on the quay waved",
        CHANGED,
        "nobody on teh quay waved",
        prefix="harbour at six in the morning, and ",
        suffix=". A dog barked twice. The captain",
    ),
    Golden(
        "cut, and a similar sentence stays",
        STORY.replace(" The captain had been told to wait for the doctor, who never came.", "")
        + " The captain had been asked to send for the doctor, who came late.",
        "The captain had been told to wait for the doctor, who never came.",
        LOST,
        prefix="waved. A dog barked twice. ",
        suffix=" By noon the island was out of",
    ),
    Golden(
        "a phrase that recurs, cut with its surroundings",
        STORY[STORY.index(" The captain") :],
        "A dog barked",
        LOST,
        prefix="nobody on the quay waved. ",
        suffix=" twice. The captain had been",
    ),
    Golden(
        "a sentence moved",
        "The cook counted the plates and found one short. "
        + STORY.replace(" The cook counted the plates and found one short.", ""),
        "The cook counted the plates and found one short.",
        EXACT,
        "The cook counted the plates and found one short.",
        prefix="barked again somewhere below the deck. ",
    ),
    Golden(
        "the words themselves, against words like them beside one side of the context",
        "He went out of the valley and the miller carried ten bags of flour, nobody knew why. "
        f"{STORY} It was said that the miller carried nine sacks of flour. That was all.",
        "the miller carried nine sacks of flour",
        EXACT,
        "the miller carried nine sacks of flour",
        prefix="out of the valley and ",
        suffix=" to the town before dusk",
    ),
    Golden(
        "two places that overlap",
        "He went left right left right left right home.",
        "left right left right",
        AMBIGUOUS,
        prefix="nobody ",
    ),
    Golden("nothing like it", STORY, "the parliament adopted the budget yesterday", LOST),
]

# No cut through a grapheme cluster.
CLUSTERS = [
    Golden("a letter of a cluster", "cafe\u0301", "cafe", LOST),
    Golden("a family", "a 👨\u200d👩\u200d👧 here", "👨", LOST),
    Golden(
        "a whole family",
        "a 👨\u200d👩\u200d👧 here",
        "👨\u200d👩\u200d👧",
        EXACT,
        "👨\u200d👩\u200d👧",
    ),
    Golden("half a flag", "🇫🇷🇩🇪", "🇷🇩", LOST),
    Golden("a skin tone", "ok 👍🏽 ok", "👍", LOST),
    Golden("a conjunct", "क्ष है", "क्", LOST),
]


@pytest.mark.parametrize(
    "case",
    [*VERBATIM, *SPACES_LEFT_OUT, *NORMALISED, *EDITED, *NEAR_EACH_OTHER, *TRAPS, *CLUSTERS],
    ids=lambda case: case.name,
)
def test_case(case: Golden) -> None:
    anchor = find(prepare(case.text), TextQuote(case.exact, case.prefix, case.suffix))
    found = case.text[anchor.start : anchor.end] if anchor.placed else None
    assert (anchor.status, found) == (case.status, case.found)
    assert (anchor.score == 1.0) == (anchor.status in (EXACT, AMBIGUOUS)) or not anchor.placed


@pytest.mark.usefixtures("indexed_at_once")
@pytest.mark.parametrize(
    "case",
    [*VERBATIM, *SPACES_LEFT_OUT, *NORMALISED, *EDITED, *NEAR_EACH_OTHER, *TRAPS, *CLUSTERS],
    ids=lambda case: case.name,
)
def test_case_by_the_indexes(case: Golden) -> None:
    test_case(case)


@pytest.mark.parametrize(("prefix", "number"), [('"Yes," ', 0), ('"No," ', 1)])
def test_what_stands_before_tells_edited_words_apart(prefix: str, number: int) -> None:
    anchor = find(prepare(TWICE), TextQuote(WAS, prefix))
    places = [TWICE.index(SAID), TWICE.rindex(SAID)]
    assert anchor.start == places[number]


def test_a_scope_with_one_of_the_places_has_no_other() -> None:
    end = TWICE.index('"No,"')
    anchor = find(prepare(TWICE), TextQuote(WAS), scope=(0, end))
    assert (anchor.status, anchor.start) == (CHANGED, TWICE.index(SAID))


def test_a_lost_anchor_names_the_nearest_text() -> None:
    text = STORY.replace("The captain had been told to wait", "The captain was ordered to wait")
    quote = TextQuote("The capitol had never been asked to await any doctor", "xx", "yy")
    anchor = find(prepare(text), quote)
    assert anchor.status is LOST
    nearest = anchor.candidates[0]
    assert "wait for the doctor" in text[nearest.start : nearest.end]
    assert 0.4 < nearest.score < 0.9


def test_position_decides_only_between_equal_places() -> None:
    text = "yes. yes. yes."
    assert find(prepare(text), TextQuote("yes"), position=(5, 8)).start == 5
    assert find(prepare(text), TextQuote("yes"), position=(4, 8)).status is AMBIGUOUS


def test_scope_limits_the_passage_and_not_its_context() -> None:
    prepared = prepare(STORY)
    second = STORY.index("A dog barked again")
    assert find(prepared, TextQuote("A dog barked"), scope=(second, len(STORY))).start == second
    inside = find(prepared, TextQuote("A dog", "slate. "), scope=(second, second + 5))
    assert (inside.start, inside.end) == (second, second + 5)
    assert find(prepared, TextQuote("The ferry"), scope=(10, 50)).status is LOST


@pytest.mark.parametrize("exact", ["yes it is", "yes\u00a0it is"])
def test_scope_comes_before_what_recurs_very_often(exact: str) -> None:
    """Of equal places 200 are looked at: those within the scope."""
    text = "yes it is. " * 300
    found = find(prepare(text), TextQuote(exact), scope=(11 * 280, 11 * 280 + 12))
    assert (found.status, found.start, found.end) == (EXACT, 11 * 280, 11 * 280 + 9)


def test_what_is_not_the_same_is_never_wholly_alike() -> None:
    assert similarity("a" * 20_000, "a" * 19_999 + "b") == 0.9999
    assert similarity("aB", "aB") == 1.0
    assert round(similarity("aB", "ab"), 4) == 0.95
    assert similarity("a", "b") == 0.0
    assert similarity("abcd", "ab") == 0.5


def test_scripts() -> None:
    # A word exchanged in the middle, in each script.
    pairs = [
        ("Все люди рождаются свободными и равными в своём достоинстве", "свободными", "вольными"),
        ("Όλοι οι άνθρωποι γεννιούνται ελεύθεροι και ίσοι στην αξιοπρέπεια", "ελεύθεροι", "άξιοι"),
        ("يولد جميع الناس أحرارا متساوين في الكرامة والحقوق", "أحرارا", "كراما"),
        ("כל בני אדם נולדו בני חורין ושווים בערכם ובזכויותיהם", "חורין", "מלכים"),
        ("सभी मनुष्यों को गौरव और अधिकारों के मामले में जन्मजात स्वतन्त्रता प्राप्त है", "गौरव", "सम्मान"),
        ("人人生而自由，在尊严和权利上一律平等，他们赋有理性和良心", "尊严", "名誉"),
        (
            "すべての人間は、生まれながらにして自由であり、かつ、尊厳と権利とについて平等である",
            "自由",
            "独立",
        ),
        ("모든 인간은 태어날 때부터 자유로우며 그 존엄과 권리에 있어 동등하다", "존엄과", "명예와"),
    ]
    for text, old, new in pairs:
        changed = f"— {text.replace(old, new)} —"
        anchor = find(prepare(changed), TextQuote(text))
        assert anchor.status is CHANGED, text
        assert (anchor.start, anchor.end) == (2, len(changed) - 2), text
