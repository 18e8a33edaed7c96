"""Edits of a region of text around a passage, with the passage's new place known.

An edit takes a `Region` and a random generator and gives an `Edited`: the region as it was when
the passage was quoted (some edits need it prepared, such as by a phrase that recurs), the region
as it is now, and where the passage is in both. None as the new place means that it is gone.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable
from dataclasses import dataclass
from random import Random

Range = tuple[int, int]
_CJK = frozenset({"zh", "ja"})


@dataclass(frozen=True, slots=True)
class Region:
    """A stretch of a text, the passage in it, and words and sentences of the whole text."""

    text: str
    start: int
    end: int
    language: str
    words: tuple[str, ...]
    sentences: tuple[str, ...]

    @property
    def passage(self) -> str:
        return self.text[self.start : self.end]

    @property
    def parts(self) -> tuple[str, str, str]:
        return self.text[: self.start], self.passage, self.text[self.end :]


@dataclass(frozen=True, slots=True)
class Edited:
    """`elsewhere` is put into other places of the new text, `before` into other places of the old
    and the new one; `moved` is put elsewhere and holds the passage at the given range."""

    old: str
    old_range: Range
    new: str
    new_range: Range | None
    elsewhere: tuple[str, ...] = ()
    before: tuple[str, ...] = ()
    moved: tuple[str, Range] | None = None


Edit = Callable[[Region, Random], Edited | None]


def tokens(text: str, language: str) -> list[str]:
    """Words with the space after them; in Chinese and Japanese, pairs of characters."""
    if language in _CJK:
        return re.findall(r"[^\W_]{1,2}|[\W_]+", text)
    return re.findall(r"\S+\s*|\s+", text)


def _now(region: Region, passage: str, left: str | None = None, right: str | None = None) -> Edited:
    """The region with another passage, and perhaps other surroundings."""
    before, _, after = region.parts
    left = before if left is None else left
    right = after if right is None else right
    place = (len(left), len(left) + len(passage))
    return Edited(region.text, (region.start, region.end), left + passage + right, place)


def _replaced(region: Region, rng: Random, text: str, share: float, *, inner: bool = True) -> str:
    """A share of the words exchanged; the first and the last stay where `inner`."""
    parts = tokens(text, region.language)
    low, high = (1, len(parts) - 1) if inner else (0, len(parts))
    for _ in range(max(1, round(share * len(parts)))):
        if high > low:
            at = rng.randrange(low, high)
            parts[at] = _word_like(region, rng, parts[at])
    return "".join(parts)


def _word_like(region: Region, rng: Random, part: str) -> str:
    bare = part.rstrip()
    tail = "".join(char for char in bare[-1:] if not char.isalnum()) + part[len(bare) :]
    return rng.choice(region.words).strip('.,;:!?()[]«»"“”。、，；：') + tail


def _typos(rng: Random, text: str, count: int) -> str:
    chars = list(text)
    for _ in range(count):
        spots = [
            i for i in range(1, len(chars) - 2) if chars[i].isalpha() and chars[i + 1].isalpha()
        ]
        if not spots:
            break
        at, kind = rng.choice(spots), rng.randrange(4)
        if kind == 0:
            chars[at], chars[at + 1] = chars[at + 1], chars[at]
        elif kind == 1:
            del chars[at]
        elif kind == 2:
            chars.insert(at, chars[at])
        else:
            chars[at] = rng.choice(chars[at - 1 : at + 2])
    return "".join(chars)


def _some(region: Region, rng: Random, low: int, high: int) -> str:
    words = [rng.choice(region.words) for _ in range(rng.randint(low, high))]
    return "".join(words) if region.language in _CJK else " ".join(words) + " "


def unchanged(region: Region, rng: Random) -> Edited:  # noqa: ARG001
    return _now(region, region.passage)


def typos(region: Region, rng: Random) -> Edited:
    return _now(region, _typos(rng, region.passage, rng.randint(1, 4)))


def words_replaced(region: Region, rng: Random) -> Edited:
    return _now(region, _replaced(region, rng, region.passage, rng.uniform(0.05, 0.2)))


def words_inserted(region: Region, rng: Random) -> Edited:
    parts = tokens(region.passage, region.language)
    for _ in range(rng.randint(1, max(1, min(4, len(parts) // 4)))):
        parts.insert(rng.randint(1, max(1, len(parts) - 1)), _some(region, rng, 1, 2))
    return _now(region, "".join(parts))


def words_deleted(region: Region, rng: Random) -> Edited | None:
    parts = tokens(region.passage, region.language)
    if len(parts) < 6:
        return None
    for _ in range(max(1, round(len(parts) * rng.uniform(0.05, 0.2)))):
        del parts[rng.randrange(1, len(parts) - 1)]
    return _now(region, "".join(parts))


def sentence_inserted(region: Region, rng: Random) -> Edited | None:
    parts = tokens(region.passage, region.language)
    if len(parts) < 5 or len(region.passage) < (20 if region.language in _CJK else 40):
        return None
    parts.insert(rng.randint(2, len(parts) - 2), rng.choice(region.sentences) + " ")
    return _now(region, "".join(parts))


def sentence_moved(region: Region, rng: Random) -> Edited | None:  # noqa: ARG001
    left, passage, right = region.parts
    if not _whole(region) or len(passage) < (18 if region.language in _CJK else 40):
        return None
    old = (region.start, region.end)
    return Edited(region.text, old, left + right.lstrip(), None, moved=(passage, (0, len(passage))))


def block_moved(region: Region, rng: Random) -> Edited:
    reach = rng.randint(60, 250)
    low, high = max(0, region.start - reach), min(len(region.text), region.end + reach)
    block = region.text[low:high]
    place = (region.start - low, region.end - low)
    rest = region.text[:low] + region.text[high:]
    return Edited(region.text, (region.start, region.end), rest, None, moved=(block, place))


def paragraphs_around(region: Region, rng: Random) -> Edited:
    left, passage, right = region.parts
    one = " ".join(rng.sample(region.sentences, min(3, len(region.sentences))))
    two = " ".join(rng.sample(region.sentences, min(3, len(region.sentences))))
    if _whole(region) and len(passage) > 30:
        return _now(region, passage, left + one + "\n\n", "\n\n" + two + right)
    return _now(region, passage, one + "\n\n" + left, right + "\n\n" + two)


def sentence_beside(region: Region, rng: Random) -> Edited:
    """A sentence put directly before or after the passage."""
    left, passage, right = region.parts
    more = rng.choice(region.sentences)
    if rng.random() < 0.5:
        return _now(region, passage, left + more + " ")
    return _now(region, passage, None, " " + more + right)


def repeated_phrase(region: Region, rng: Random) -> Edited:
    """The same words recur elsewhere, in old and new; the words around the passage are edited."""
    left, passage, right = region.parts
    frames = [
        f"{rng.choice(region.sentences)} {passage} {rng.choice(region.sentences)}"
        for _ in range(rng.randint(2, 5))
    ]
    far = _replaced(region, rng, right[40:], 0.1, inner=False) if len(right) > 60 else right[40:]
    near = _typos(rng, right[:40], rng.randint(0, 2))
    edited = _now(region, passage, left, near + far)
    return _with(edited, before=tuple(frames))


def repeated_and_changed(region: Region, rng: Random) -> Edited:
    """The same words recur elsewhere, in old and new, and this occurrence gets typos."""
    frames = repeated_phrase(region, rng).before
    return _with(typos(region, rng), before=frames)


def heading_repeated(region: Region, rng: Random) -> Edited:
    """A short heading that stands in several places; what follows each of them is edited."""
    title = _some(region, rng, 1, 3).strip().capitalize()
    left, _, right = region.parts
    old = left.rstrip() + "\n\n" + title + "\n\n" + region.passage + right
    place = (old.index("\n\n" + title, len(left.rstrip())) + 2,) * 1
    start = place[0]
    passage = _replaced(region, rng, region.passage, 0.08)
    new = old[:start] + title + "\n\n" + passage + right
    frames = tuple(
        f"{rng.choice(region.sentences)}\n\n{title}\n\n{rng.choice(region.sentences)}"
        for _ in range(rng.randint(1, 3))
    )
    at = (start, start + len(title))
    return Edited(old, at, new, at, before=frames)


def decoys(region: Region, rng: Random) -> Edited:
    """Near-duplicates of the passage elsewhere; the passage itself is edited a little."""
    copies = tuple(
        f"{rng.choice(region.sentences)} "
        + _replaced(region, rng, region.passage, rng.uniform(0.08, 0.25), inner=False)
        + f" {rng.choice(region.sentences)}"
        for _ in range(rng.randint(1, 3))
    )
    return _with(words_replaced(region, rng), before=copies)


def copy_elsewhere(region: Region, rng: Random) -> Edited:
    """The passage gets typos while an exact copy of the old wording turns up elsewhere."""
    copy = f"{rng.choice(region.sentences)} {region.passage} {rng.choice(region.sentences)}"
    return _with(typos(region, rng), elsewhere=(copy,))


def boilerplate(region: Region, rng: Random) -> Edited:
    """Paragraphs that differ from the passage's in a few words; the passage gets a typo."""
    left, passage, right = region.parts
    copies = []
    for _ in range(rng.randint(1, 3)):
        near = _replaced(region, rng, left[-30:], 0.15) + _replaced(region, rng, passage, 0.12)
        copies.append(
            left[-90:-30] + near + _replaced(region, rng, right[:30], 0.15) + right[30:90]
        )
    return _with(_now(region, _typos(rng, passage, 1)), before=tuple(copies))


def deleted(region: Region, rng: Random) -> Edited:  # noqa: ARG001
    left, _, right = region.parts
    return _gone(region, left + right.lstrip())


def deleted_with_surroundings(region: Region, rng: Random) -> Edited:
    left, _, right = region.parts
    return _gone(region, left[: -rng.randint(20, 150)] + right[rng.randint(20, 150) :])


def deleted_similar_stays(region: Region, rng: Random) -> Edited:
    """The passage is cut; elsewhere stands, before and after, a sentence much like it."""
    like = _replaced(region, rng, region.passage, rng.uniform(0.15, 0.4), inner=False)
    frame = f"{rng.choice(region.sentences)} {like} {rng.choice(region.sentences)}"
    cut = deleted(region, rng) if rng.random() < 0.5 else deleted_with_surroundings(region, rng)
    return _with(cut, before=(frame,))


def repeated_deleted(region: Region, rng: Random) -> Edited | None:
    """A short phrase that recurs is cut with its surroundings; the others stay."""
    if len(region.passage) > (14 if region.language in _CJK else 36):
        return None
    frames = repeated_phrase(region, rng).before
    return _with(deleted_with_surroundings(region, rng), before=frames)


def repeated_cut(region: Region, rng: Random) -> Edited | None:
    """A short phrase that recurs is cut alone; the others stay."""
    if len(region.passage) > (14 if region.language in _CJK else 36):
        return None
    return _with(deleted(region, rng), before=repeated_phrase(region, rng).before)


def exchanged(region: Region, rng: Random) -> Edited:
    """Other sentences stand where the passage was."""
    left, _, right = region.parts
    other = ""
    while len(other) < len(region.passage):
        other += rng.choice(region.sentences) + " "
    return _gone(region, left + other + right)


def context_rewritten(region: Region, rng: Random) -> Edited | None:
    if len(region.passage) < (12 if region.language in _CJK else 25):
        return None
    left, passage, right = region.parts
    return _now(
        region,
        passage,
        _rewritten(region, rng, left, 90, at_end=True),
        _rewritten(region, rng, right, 90, at_end=False),
    )


def context_rewritten_and_typos(region: Region, rng: Random) -> Edited | None:
    if len(region.passage) < (20 if region.language in _CJK else 40):
        return None
    edited = context_rewritten(region, rng)
    if edited is None:
        return None
    left, right = edited.new_range or (0, 0)
    return _now(
        region,
        _typos(rng, region.passage, rng.randint(1, 3)),
        edited.new[:left],
        edited.new[right:],
    )


def one_side_rewritten(region: Region, rng: Random) -> Edited:
    left, passage, right = region.parts
    passage = _replaced(region, rng, passage, 0.08)
    if rng.random() < 0.5:
        return _now(region, passage, _rewritten(region, rng, left, 70, at_end=True))
    return _now(region, passage, None, _rewritten(region, rng, right, 70, at_end=False))


def _rewritten(region: Region, rng: Random, text: str, size: int, *, at_end: bool) -> str:
    other = ""
    while len(other) < size:
        other += _some(region, rng, 4, 8)
    return text[:-size] + " " + other if at_end else " " + other + text[size:]


def copy_edited(region: Region, rng: Random) -> Edited:
    """Each word of the paragraph may be exchanged, dropped, doubled or joined by another."""
    out = []
    for part in region.parts:
        words = []
        for word in tokens(part, region.language):
            dice = rng.random()
            if dice < 0.04:
                words.append(_word_like(region, rng, word))
            elif dice < 0.06:
                continue
            elif dice < 0.08:
                words += [word, _some(region, rng, 1, 1)]
            elif dice < 0.1:
                words.append(_typos(rng, word, 1))
            else:
                words.append(word)
        out.append("".join(words))
    # Keep the ends known: the first and the last word of the passage stay.
    parts = tokens(region.passage, region.language)
    inner = tokens(out[1], region.language)
    if len(parts) > 4 and len(inner) > 4:
        out[1] = parts[0] + "".join(inner[1:-1]) + parts[-1]
    else:
        out[1] = region.passage
    return _now(region, out[1], out[0], out[2])


def ends_changed(region: Region, rng: Random) -> Edited | None:
    parts = tokens(region.passage, region.language)
    if len(parts) < 5 or not parts[0][0].isalpha() or not parts[-1][0].isalpha():
        return None
    parts[0] = _word_like(region, rng, parts[0])
    parts[-1] = _word_like(region, rng, parts[-1])
    return _now(region, "".join(parts))


def other_form(region: Region, rng: Random) -> Edited:
    form = rng.choice(("NFD", "NFD", "NFKD" if region.language == "ko" else "NFD"))
    left, passage, right = (unicodedata.normalize(form, part) for part in region.parts)
    return _now(region, passage, left, right)


def rewrapped(region: Region, rng: Random) -> Edited:
    width = rng.choice((40, 60, 100, 1_000))
    left, passage, right = (_wrap(region, rng, part, width) for part in region.parts)
    return _now(region, passage, left, right)


def _wrap(region: Region, rng: Random, text: str, width: int) -> str:
    out, column = [], rng.randrange(width)
    for part in tokens(text, region.language):
        bare = part.rstrip()
        column += len(part)
        space = part[len(bare) :]
        if column > width and bare:
            column = 0
            space = "\n" if region.language in _CJK or space else space
        elif "\n\n" not in space and space:
            space = " "
        out.append(bare + space)
    result = "".join(out)
    return result[: len(result.rstrip())] + text[len(text.rstrip()) :]


def markup(region: Region, rng: Random) -> Edited:
    """Markdown emphasis and links around words; links on inner words, so that the ends are sure."""
    left, passage, right = region.parts
    parts = tokens(passage, region.language)
    at = rng.randrange(len(parts))
    parts[at] = _marked(parts[at], rng.choice(("**{}**", "*{}*", "`{}`")))
    if len(parts) > 3:
        at = rng.randrange(1, len(parts) - 1)
        target = rng.choice(("#n", "https://example.org/some/page"))
        parts[at] = _marked(parts[at], "[{}](" + target + ")")
    return _now(region, "".join(parts), left, right)


def _marked(part: str, frame: str) -> str:
    bare = part.rstrip()
    return frame.format(bare) + part[len(bare) :] if bare else part


def quotes_retyped(region: Region, rng: Random) -> Edited | None:
    parts = tokens(region.passage, region.language)
    if len(parts) < 6:
        return None
    at = rng.randrange(1, len(parts) - 3)
    space = "" if region.language in _CJK else " "
    styles = [('"', '"', " - "), ("“", "”", " — "), ("„", "“", " – "), ("«", "»", " – ")]
    old_style, new_style = rng.sample(styles, 2)
    both = []
    for first, last, dash in (old_style, new_style):
        words = [*parts[:at], first, parts[at].rstrip(), last, space, *parts[at + 1 :]]
        words.insert(at + 5, dash)
        both.append("".join(words))
    left, _, right = region.parts
    start = len(left)
    return Edited(
        left + both[0] + right,
        (start, start + len(both[0])),
        left + both[1] + right,
        (start, start + len(both[1])),
    )


def case_changed(region: Region, rng: Random) -> Edited:
    passage = region.passage
    other = passage.upper() if rng.random() < 0.4 else passage.title()
    return _now(region, other)


def invisible(region: Region, rng: Random) -> Edited:
    chars = list(region.passage)
    for _ in range(rng.randint(1, 6)):
        spots = [i for i in range(1, len(chars)) if chars[i].isalnum() and chars[i - 1].isalnum()]
        if spots:
            chars.insert(rng.choice(spots), rng.choice("\u00ad\u200b\u2060\ufeff\u200e"))
    return _now(region, "".join(chars))


def heavy(region: Region, rng: Random) -> Edited:
    """Words replaced, and typos, and one side of the context edited."""
    left, passage, right = region.parts
    passage = _typos(rng, _replaced(region, rng, passage, 0.12), 2)
    return _now(region, passage, left[:-30] + _replaced(region, rng, left[-30:], 0.2), right)


def _gone(region: Region, new: str) -> Edited:
    return Edited(region.text, (region.start, region.end), new, None)


def _with(edited: Edited, **more: tuple[str, ...]) -> Edited:
    return Edited(
        edited.old,
        edited.old_range,
        edited.new,
        edited.new_range,
        more.get("elsewhere", edited.elsewhere),
        more.get("before", edited.before),
        edited.moved,
    )


def _whole(region: Region) -> bool:
    """Whether the passage is a whole sentence."""
    return region.passage.rstrip()[-1:] in set(".!?。！？।:؟׃") and region.start > 0


EDITS: dict[str, Edit] = {
    edit.__name__.replace("_", " "): edit
    for edit in (
        unchanged,
        typos,
        words_replaced,
        words_inserted,
        words_deleted,
        sentence_inserted,
        sentence_moved,
        block_moved,
        paragraphs_around,
        sentence_beside,
        repeated_phrase,
        repeated_and_changed,
        heading_repeated,
        decoys,
        copy_elsewhere,
        boilerplate,
        deleted,
        deleted_with_surroundings,
        deleted_similar_stays,
        repeated_deleted,
        repeated_cut,
        exchanged,
        context_rewritten,
        context_rewritten_and_typos,
        one_side_rewritten,
        copy_edited,
        ends_changed,
        other_form,
        rewrapped,
        markup,
        quotes_retyped,
        case_changed,
        invisible,
        heavy,
    )
}
# Edits that leave nothing but context to tell the passage by: no selector without it.
NEED_CONTEXT = frozenset(
    {
        "repeated phrase",
        "repeated and changed",
        "heading repeated",
        "decoys",
        "copy elsewhere",
        "boilerplate",
        "deleted similar stays",
        "repeated deleted",
        "repeated cut",
        "ends changed",
    }
)
