"""What an annotation said at each time, told from its body and from what its revisions keep."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache

from postil.anchor import find, prepare
from postil.model.anchor import Candidate
from postil.model.annotation import Annotation
from postil.model.target import TextQuote
from postil.render.body import render_body
from postil.render.visible import read_visible
from postil.site.sentences import counterpart, ends_sentence, sentence_around

# A `before` that begins or ends where the note does is all of it only if it is this share of it.
_SHARE = 0.5
# Similarity of a part of a sentence to the words that it became, and their lead over others.
_ALIKE = 0.6
_LEAD = 0.1
# Revisions of one note whose words are looked for, the latest ones: more than anybody reads.
_MOST = 50


@dataclass(frozen=True, slots=True)
class Step:
    """What a revision changed: words before and after it, as a reader saw them, to the same
    extent. Either is empty where it is not on record."""

    before: str
    after: str


@lru_cache(maxsize=1 << 15)
def plain(markdown: str) -> str:
    """What a reader sees of a body."""
    # Each piece of what is marked as HTML would be marked so, too.
    return read_visible(str(render_body(markdown))).text


def versions(annotation: Annotation) -> tuple[str, tuple[Step, ...]]:
    """What the annotation said when it was first published, and a step for each revision, in
    their order.

    It is told from the end. What stands after the last revision is the body; what stands after
    another one is what stood before the next. The `before` of a revision is what the note said,
    or a part of it, which is looked for in what the note says after. A revision without
    `before`, or one whose words cannot be found again, leaves unknown what the note said until
    then. Nothing is guessed: what is unknown is empty.
    """
    said = plain(annotation.body).strip()
    steps: list[Step] = []
    for age, revision in enumerate(reversed(annotation.revisions)):
        step, said = _back(plain(revision.before).strip(), said if age < _MOST else "")
        steps.append(step)
    return said, tuple(reversed(steps))


def _back(before: str, after: str) -> tuple[Step, str]:
    """The step to `after`, and the whole of what was said before it."""
    if not before or not after:
        return Step(before, after), ""
    place = counterpart(before, after) if ends_sentence(before) else _fragment(before, after)
    if place is None:
        return Step(before, ""), ""
    low, high = place
    reaches = (low == 0) + (high == len(after))
    if reaches == 2 or (reaches and len(before) >= _SHARE * len(after)):
        return Step(before, after), before
    if after[low:high] == before:
        # Nothing changed in these words; what is new stands around them.
        return Step(before, after), before
    # The sentences that the words stand in, so that they can be understood.
    start, end = sentence_around(after, low, high)
    opening, closing = "… " if start else "", " …" if end < len(after) else ""
    was = f"{opening}{after[start:low]}{before}{after[high:end]}{closing}"
    return (
        Step(was, f"{opening}{after[start:end]}{closing}"),
        after[:low] + before + after[high:],
    )


def _fragment(before: str, after: str) -> tuple[int, int] | None:
    """Where a later version of a part of a sentence stands in `after`.

    It is looked for as a passage of a text is. That passage would be lost where as little as a
    number is another; but that is what revisions are about.
    """
    anchor = find(prepare(after), TextQuote(before))
    best, *others = anchor.candidates or (Candidate(-1, -1, 0.0),)
    rival = max((one.score for one in others), default=0.0)
    if best.score < _ALIKE or rival > best.score - _LEAD:
        return None
    if after[best.start : best.end] == before:
        # Words that are still there are not those that changed.
        return None
    return best.start, best.end
