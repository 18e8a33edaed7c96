"""The parts of anchoring that are no policy: words, sections, costs, occurrences, long quotes."""

from __future__ import annotations

import pytest

from postil.anchor import policy
from postil.anchor.fit import fit
from postil.anchor.loci import Locus, loci
from postil.anchor.long import long_place
from postil.anchor.occurrences import occurrences
from postil.anchor.pattern import patterns
from postil.anchor.prepared import PreparedText
from postil.anchor.runs import Run, chain, chained, common_runs
from postil.anchor.section import Section, nearest_section, sections_named, unknown_section
from postil.anchor.seeds import Seeds
from postil.anchor.words import end_words, in_word, information, is_word_edge
from postil.model.place import Place
from postil.model.target import Target, TextQuote

from .golden_texts import TEXTS


def test_costs_grow_with_the_logarithm() -> None:
    lengths = (0, 1, 2, 5, 20, 300)
    assert [round(policy.gap_cost(one), 2) for one in lengths] == [0, 1, 2, 5, 8.59, 14.35]
    assert [round(policy.insertion_cost(one), 2) for one in lengths] == [0, 1, 2, 4.23, 6.49, 18.73]
    assert [round(policy.deletion_cost(one), 2) for one in lengths] == [0, 1, 2, 5, 10.39, 70.23]


@pytest.mark.parametrize(
    ("part", "low", "high", "most", "found"),
    [
        ("aa", 0, 9, 9, [0, 1, 4, 5]),
        ("aa", 0, 9, 3, [0, 1, 4]),
        ("aa", 1, 6, 9, [1, 4]),
        ("b", 0, 9, 9, [3, 7]),
        ("c", 0, 9, 9, []),
    ],
)
def test_occurrences(part: str, low: int, high: int, most: int, found: list[int]) -> None:
    assert occurrences("aaabaaab", part, low, high, most) == found


@pytest.mark.parametrize(
    ("text", "edges"),
    [
        ("ab c", [0, 2, 3, 4]),
        ("a\u0301b", [0, 3]),
        (" \u0301a", [0, 3]),
        (" \u0300a", [0, 3]),
        ("中文a", [0, 1, 2, 3]),
        ("a中", [0, 1, 2]),
        ("", [0]),
    ],
)
def test_edges_of_words(text: str, edges: list[int]) -> None:
    assert [at for at in range(len(text) + 1) if is_word_edge(text, at)] == edges


def test_what_is_in_a_word() -> None:
    found = "".join(char for char in "a1é中\u0300\u0301\u0903 .-_\u00b7\u00b4" if in_word(char))
    assert found == "a1é中\u0300\u0301\u0903"


@pytest.mark.parametrize(
    ("text", "first", "last"),
    [
        ("one two three", "one", "three"),
        ("one", "one", "one"),
        ("“one” two.", "“one", "two."),
        ("“a b”", "“a", "b”"),
        ("...", "...", "..."),
        ("a b", "a", "b"),
        ("中文字", "中", "字"),
        ("x", "x", "x"),
    ],
)
def test_words_at_the_ends(text: str, first: str, last: str) -> None:
    assert end_words(text) == (first, last)


def test_information() -> None:
    assert [information(text) for text in ("", "a-b 1.", "中", "한", "ab中한", "힣가")] == [
        *(0, 3, 2.5, 2, 6.5, 4)
    ]


SECTIONS = [
    Section("vote", "Vote", 0, 20, 0, 4),
    Section("result", "The “Result”", 20, 40, 20, 30),
    Section("result_1", "the result", 40, 60, 40, 50),
]
HERE = Place("")


@pytest.mark.parametrize(
    ("name", "found"),
    [
        ("vote", ["vote"]),
        ("#vote", ["vote"]),
        ("VOTE", ["vote"]),
        ("## Vote ¶", ["vote"]),
        ("result", ["result"]),
        ('The "result"', ["result"]),
        ("The Result", ["result_1"]),
        ("", []),
        ("#", []),
        ("Other", []),
    ],
)
def test_sections_by_name(name: str, found: list[str]) -> None:
    assert [section.id for section in sections_named(SECTIONS, name)] == found


def test_the_section_that_is_not_there() -> None:
    quote = TextQuote("x")
    inner = Target(HERE, quote, "nowhere")
    assert unknown_section(Target(HERE, quote, "vote"), SECTIONS) is None
    assert unknown_section(inner, SECTIONS) == "nowhere"
    assert unknown_section(Target(HERE, quote, "vote", inner), SECTIONS) == "nowhere"
    assert unknown_section(Target(HERE, quote, "", Target(HERE, quote)), SECTIONS) is None
    for name, nearest in (("Vota", "vote"), ("results", "result"), ("zzzz", "")):
        found = nearest_section(SECTIONS, name)
        assert (found.id if found else "") == nearest
    assert nearest_section([], "vote") is None


def test_the_nearest_section_by_its_words_or_its_id() -> None:
    sections = [Section("s1", "Vote", 0, 9, 0, 4), Section("Annex", "Zzz", 9, 20, 9, 12)]
    for name, nearest in (("Vota", "s1"), ("anex", "Annex"), ("Zz", "Annex"), ("s2", "s1")):
        found = nearest_section(sections, name)
        assert found is not None
        assert found.id == nearest


def test_common_runs_and_their_chain() -> None:
    pattern, text = "one two three four", "xx one three two four yy"
    runs = common_runs(pattern, text, 0, len(text), 3)
    assert runs == [Run(0, 3, 5), Run(2, 11, 6), Run(7, 6, 7), Run(13, 16, 5)]
    assert common_runs(pattern, text, 5, 14, 3) == [Run(2, 5, 3), Run(2, 11, 3), Run(7, 6, 7)]
    # “ two” and “three ” have changed places, and a chain keeps one order.
    path = [Run(0, 3, 5), Run(13, 16, 5)]
    assert chain(runs) == chain(runs, before=Run(18, 13, 0)) == path
    assert chain(runs, after=Run(0, 9, 0)) == [Run(2, 11, 6)]
    assert (chained(path), chained(path, after=Run(0, 0, 0)), chained([])) == (10.0, 7.0, 0.0)
    assert round(chained(path, before=Run(18, 30, 0)), 4) == 3.0171


def test_what_recurs_often_starts_no_run() -> None:
    assert common_runs("ab" * 40 + "c", "ab" * 70, 0, 140, 3) == []
    assert len(common_runs("abc", "abc" * 60, 0, 180, 3)) == 60
    assert common_runs("abc", "abc" * 61, 0, 183, 3) == []
    # Nor does a run go on over it.
    text = "one two" + " xe ty" * 60
    assert common_runs("one two", text, 0, len(text), 3) == [Run(0, 0, 4), Run(3, 3, 4)]


def test_runs_of_a_chain_do_not_overlap() -> None:
    # Once in the pattern, and once in the text.
    assert chain([Run(0, 0, 10), Run(8, 11, 10)]) == [Run(0, 0, 10), Run(10, 13, 8)]
    assert chain([Run(0, 0, 10), Run(11, 8, 10)]) == [Run(0, 0, 10), Run(13, 10, 8)]
    assert chain([Run(0, 0, 10), Run(8, 11, 3)]) == [Run(0, 0, 10)]


def test_however_far_apart_runs_are_a_gap_costs_no_more() -> None:
    near, far = Run(0, 0, 40), Run(40, 9_000, 40)
    assert chain([near, far]) == [near, far]
    most = policy.gap_cost(4_095)
    assert chained([near, far]) == 80 - most
    assert chain([far], after=near) == chain([far], before=near) == [far]
    assert chained([far], after=Run(0, 0, 0)) == 40 - most


def test_a_chain_is_pinned_by_the_distance_in_pattern_and_text() -> None:
    # The first of the two stands where the pin says, though the other one is longer.
    runs = [Run(20, 30, 6), Run(20, 300, 9)]
    assert chain(runs) == [Run(20, 300, 9)]
    assert chain(runs, after=Run(10, 20, 0)) == chain(runs, before=Run(40, 50, 0)) == runs[:1]


WORDS = TEXTS["words"]


@pytest.mark.parametrize(
    ("cut", "low", "high", "found"),
    [
        (0, 0, 0, (500, 3_200)),
        (40, 60, 0, (560, 3_200)),
        (40, 0, 60, (500, 3_143)),
        (300, 9, 9, (500, 3_193)),
        # More than the place of one end tells of the other.
        (450, 0, 0, (500, 3_200)),
        (550, 60, 60, (560, 3_143)),
        # Nothing is left of one end.
        (0, 900, 0, None),
        (0, 0, 900, None),
    ],
)
def test_a_long_quote_is_placed_by_its_ends(
    cut: int, low: int, high: int, found: tuple[int, int] | None
) -> None:
    """The quote lacks `cut` characters of the middle, and has other words at its ends."""
    start, end = 500, 3_200
    middle = (start + end) // 2
    exact = WORDS[start:middle] + WORDS[middle + cut : end]
    exact = "x" * (low if low > 100 else min(low, 3)) + exact[low:]
    exact = exact[: len(exact) - high] + "y" * (high if high > 100 else min(high, 3))
    prefix = "" if low > 100 else WORDS[start - 30 : start]
    suffix = "" if high > 100 else WORDS[end : end + 30]
    quote = TextQuote(exact, prefix, suffix)
    _, pattern = patterns(quote)
    assert pattern is not None
    prepared = PreparedText(WORDS)
    voted = loci(prepared.bare.seeds, pattern.text, len(WORDS), 0, len(WORDS))
    assert long_place(pattern, WORDS, voted, voted[0]) == found


def _locus(diagonal: int, places: range) -> Locus:
    return Locus(diagonal, diagonal, len(places), tuple((i, diagonal + i) for i in places))


def test_a_long_quote_with_much_put_into_it() -> None:
    """Its halves stand apart by up to a quarter of its length; what stands further off is passed
    over."""
    exact = WORDS[500:2_500]
    _, pattern = patterns(TextQuote(exact))
    assert pattern is not None
    head, tail = _locus(10, range(0, 990, 5)), _locus(510, range(1_000, 1_990, 10))
    before, after = f"{'z' * 9} ", f" {'z' * 900}"
    text = f"{before}{exact[:1_000]}{'y' * 500}{exact[1_000:]}{after}"
    for locus in (head, tail):
        assert long_place(pattern, text, [head, tail], locus) == (10, 2_510)
    whole, far = _locus(10, range(0, 1_990, 10)), _locus(600, range(1_500, 1_990, 2))
    text = f"{before}{exact}{after}"
    assert long_place(pattern, text, [whole, far], whole) == (10, 2_010)


def test_places_that_seeds_vote_for() -> None:
    text = "one two three one two four"
    seeds = Seeds(text)
    found = loci(seeds, "one two four", len(text), 0, len(text))
    assert [(one.low, one.high, one.votes) for one in found] == [(0, 14, 8)]
    # The rarest first.
    twice = [(i, t) for i in range(4) for t in (i, 14 + i)]
    assert found[0].hits == (*((i, 14 + i) for i in range(4, 8)), *twice)
    # The first seed of “two f” stands at 18.
    spans = [(0, 18), (0, 19), (18, 26), (19, 26)]
    assert [len(loci(seeds, "two f", 26, low, high)) for low, high in spans] == [0, 1, 1, 0]
    assert loci(seeds, "nowhere", len(text), 0, len(text)) == []


def test_the_rarest_seeds_vote_first(monkeypatch: pytest.MonkeyPatch) -> None:
    text = "one two three one two four"
    monkeypatch.setattr(policy, "HITS", 5)
    (found,) = loci(Seeds(text), "one two four", len(text), 0, len(text))
    assert found.hits == ((4, 18), (5, 19), (6, 20), (7, 21), (0, 0))


def test_of_seeds_as_rare_as_one_another_some_from_each_part_vote(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """Every seed of the text stands there once, so nothing but the limit decides."""
    text = "".join(f"{chr(97 + at % 26)}{at:03}" for at in range(250))
    monkeypatch.setattr(policy, "HITS", 10)
    (found,) = loci(Seeds(text), text[200:300], len(text), 0, len(text))
    assert found.hits == tuple((i, 200 + i) for i in (0, 9, 19, 28, 38, 48, 57, 67, 76, 86))


def test_of_seeds_that_stand_twice_some_from_each_part_vote(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    half = "".join(f"{chr(97 + at % 26)}{at:03}" for at in range(60))
    text = f"{half}#{half}"
    monkeypatch.setattr(policy, "HITS", 9)
    found = loci(Seeds(text), half, len(text), 0, len(text))
    assert [locus.hits for locus in found] == [
        ((0, 0), (47, 47), (94, 94), (141, 141), (188, 188)),
        ((0, 241), (47, 288), (94, 335), (141, 382)),
    ]


@pytest.mark.parametrize(
    ("exact", "gram"),
    [
        ("one 中", policy.GRAM),
        ("中文ab", policy.GRAM),
        ("中文abc", policy.GRAM),
        ("中文a", policy.GRAM_CJK),
        # The first 400 characters tell.
        ("ab中文" * 100 + "中", policy.GRAM),
        ("ab中文" * 99 + "a中中文" + "ab" * 400, policy.GRAM_CJK),
    ],
)
def test_how_short_a_common_run_may_be(exact: str, gram: int) -> None:
    _, pattern = patterns(TextQuote(exact))
    assert pattern is not None
    assert pattern.gram == gram


def test_a_long_pattern_is_looked_up_in_part() -> None:
    pattern = WORDS[100:3_300]
    found = loci(PreparedText(WORDS).bare.seeds, pattern, len(WORDS), 0, len(WORDS))
    assert (found[0].low, found[0].high) == (100, 100)
    assert {i % 3 for i, _ in found[0].hits} == {0}
    assert min(found[0].hits) == (0, 100)


def shares(prefix: str, exact: str, suffix: str, text: str, start: int) -> list[float]:
    """How much of prefix and suffix stands around a place, without an alignment and with one."""
    _, pattern = patterns(TextQuote(exact, prefix, suffix))
    assert pattern is not None
    path = chain(common_runs(pattern.text, text, 0, len(text), pattern.gram))
    end = start + len(exact)
    fits = [fit(pattern, text, start, end), fit(pattern, text, start, end, path)]
    return [round(share, 4) for one in fits for share in (one.prefix, one.suffix)]


def test_context_that_an_insertion_moved_away_counts_less() -> None:
    quote = "nobody on the quay waved, ", "a dog barked", ", and the captain went below"
    put_in = "x7 " * 60
    before = f"{quote[0]}{put_in}{''.join(quote[1:])}"
    assert shares(*quote, before, before.index("a dog")) == [0.0, 1.0, 0.4904, 1.0]
    after = f"{''.join(quote[:2])} {put_in}{quote[2]}"
    assert shares(*quote, after, after.index("a dog")) == [1.0, 0.0, 1.0, 0.5264]


def test_context_at_the_begin_of_a_text() -> None:
    # It stands before the passage only as far as there is text.
    assert shares("aa", "ab", "", "aab", 1)[:2] == [0.0, 1.0]
    assert shares("abx", "def", "", "abcdef", 3)[:2] == [0.6667, 1.0]
    # What stands at the begin does not stand behind the passage.
    assert shares("", "def", "uvwxyz", "uvwxyz and def", 11)[:2] == [1.0, 0.0]
