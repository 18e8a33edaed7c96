"""What holds for every text: places are valid, variants are exact, damage lowers the score."""

from __future__ import annotations

import unicodedata
from itertools import pairwise

from hypothesis import given, settings
from hypothesis import strategies as st

from postil.anchor import describe, find, prepare
from postil.anchor.graphemes import edge_after, edge_before, is_edge
from postil.model.anchor import Status
from postil.model.target import TextQuote

# A machine that does other things as well must not fail a test.
UNHURRIED = settings(deadline=None)

# Anything that a string can hold, lone surrogates and NUL included, with what is troublesome
# more often than chance would have it.
ANY = st.text(
    st.one_of(
        st.characters(exclude_categories=()),
        st.sampled_from(
            "aab \n\r\t.\u0301\u200d\u00ad\u200b“\"'’-—…ﬁ中文한\u1112\u1161क्षि🇫🇷👍🏽\x00"
        ),
    ),
    max_size=60,
)
WORDS = st.lists(
    st.sampled_from(
        [
            "alpha",
            "beta",
            "gamma",
            "καλός",
            "δρόμος",
            "слово",
            "дело",
            "كتاب",
            "שלום",
            "भारत",
            "中文",
            "日本語",
            "한국",
            "café",
            "naïve",
            "12",
            "it’s",
            "“so”",
            "—",
            "end.",
        ]
    ),
    min_size=6,
    max_size=40,
).map(" ".join)


@UNHURRIED
@given(ANY, ANY, ANY, ANY)
def test_find_never_raises_and_places_are_valid(text: str, exact: str, pre: str, suf: str) -> None:
    anchor = find(prepare(text), TextQuote(exact, pre, suf))
    assert anchor == find(prepare(text), TextQuote(exact, pre, suf))
    if anchor.placed:
        assert 0 <= anchor.start < anchor.end <= len(text)
        assert is_edge(text, anchor.start)
        assert is_edge(text, anchor.end)
        assert anchor.status in (Status.EXACT, Status.CHANGED)
        assert (anchor.score == 1.0) == (anchor.status is Status.EXACT)
    else:
        assert (anchor.start, anchor.end) == (-1, -1)
    for candidate in anchor.candidates:
        assert 0 <= candidate.start < candidate.end <= len(text)
        assert 0.0 <= candidate.score <= 1.0


@UNHURRIED
@given(st.one_of(ANY, WORDS), st.data())
def test_what_is_described_is_found_again(text: str, data: st.DataObject) -> None:
    start = data.draw(st.integers(0, len(text)))
    end = data.draw(st.integers(start, len(text)))
    prepared = prepare(text)
    try:
        quote = describe(prepared, start, end)
    except ValueError:
        return
    anchor = find(prepared, quote)
    place = (edge_before(text, start), edge_after(text, end))
    assert (anchor.status, (anchor.start, anchor.end)) == (Status.EXACT, place)


@UNHURRIED
@given(
    WORDS, WORDS, WORDS, st.sampled_from(["NFC", "NFD"]), st.sampled_from(["\n", "  ", "\u00a0"])
)
def test_variants_of_a_text_are_exact(
    before: str, passage: str, after: str, form: str, space: str
) -> None:
    passage = f"start {passage} stop"
    table = str.maketrans({"“": '"', "”": '"', "’": "'", "—": "–"})
    variant = unicodedata.normalize(form, passage.translate(table)).replace(" ", space)
    text = f"{before} {variant} {after}"
    anchor = find(prepare(text), TextQuote(passage, f"{before} ", f" {after}"))
    if anchor.status is Status.EXACT:
        assert unicodedata.normalize("NFC", text[anchor.start : anchor.end]) == (
            unicodedata.normalize("NFC", variant)
        )
    else:
        # The same words with the same context more than once.
        assert anchor.status is Status.AMBIGUOUS


@settings(UNHURRIED, max_examples=40)
@given(st.randoms(use_true_random=False))
def test_more_damage_never_scores_higher(random: object) -> None:
    passage = "every member of the council signed the letter before the ship sailed for the north"
    words = passage.split()
    order = [1, 4, 9, 12, 6]
    random.shuffle(order)  # type: ignore[attr-defined]  # hypothesis types it as a plain object
    scores = []
    for count in range(len(order) + 1):
        damaged = [("xyzzy" if at in order[:count] else word) for at, word in enumerate(words)]
        text = f"In that year {' '.join(damaged)} and nothing more was heard."
        anchor = find(prepare(text), TextQuote(passage, "In that year ", " and nothing more"))
        scores.append(anchor.score)
    assert scores[0] == 1.0
    assert all(one > two for one, two in pairwise(scores))


@UNHURRIED
@given(WORDS, st.data())
def test_scope_is_kept(text: str, data: st.DataObject) -> None:
    low = data.draw(st.integers(0, len(text)))
    high = data.draw(st.integers(low, len(text)))
    word = data.draw(st.sampled_from(text.split()))
    anchor = find(prepare(text), TextQuote(word), scope=(low, high))
    if anchor.placed:
        assert low <= anchor.start < anchor.end <= high
