"""The texts of the golden edits, and what is noted of each search."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from postil.anchor import find, prepare
from postil.anchor.changed import search
from postil.anchor.fit import Fit
from postil.anchor.pattern import patterns
from postil.anchor.prepared import PreparedText
from postil.model.target import TextQuote

STORY = (
    "The ferry left the harbour at six in the morning, and nobody on the quay waved. "
    "A dog barked twice. The captain had been told to wait for the doctor, who never came. "
    "By noon the island was out of sight, and the sea lay flat and grey as slate. "
    "A dog barked again somewhere below the deck. The cook counted the plates and found one short. "
    "Nobody spoke of it, although “everybody” knew – and the ferry’s bell rang at 12:30, "
    "as it had rung on every other day of that long, hot and windless summer."
)
ARTICLES = "\n".join(
    f"Article {number}. The council elects {officer} for {years} years. "
    f"{officer.capitalize()} reports to the council every {month}."
    for number, officer, years, month in (
        (11, "a treasurer", 2, "May"),
        (12, "a secretary", 2, "May"),
        (13, "a secretary of works", 3, "June"),
        (14, "an auditor", 3, "May"),
    )
)
CHINESE = (
    "城里的人在五月投票。结果非常接近，差距只有三百票。委员会在第二天重新计算了所有的选票，"
    "没有发现任何错误。市长感谢了所有的志愿者，并且宣布图书馆将在秋天重新开放。"
    "图书馆关闭了两年，因为屋顶漏水。城里的人在六月再次投票。"
)
KOREAN = (
    "도시의 주민들은 오월에 투표했다. 결과는 매우 비슷했고 차이는 삼백 표였다. "
    "위원회는 다음 날 모든 표를 다시 세었다."
)
MARKUP = (
    "# Vote\nThe *town* voted in **May**, and the [result](x) was close.\n\n## Result\n"
    "It was counted twice; the *margin* was 300 votes.\n<b>Nobody</b> complained & all went home.\n"
)


def _words(count: int) -> str:
    """Words without a pattern, the same each time (a linear congruential generator)."""
    number, found = 7, []
    for _ in range(count):
        number = (1_103_515_245 * number + 12_345) % 2**31
        found.append(f"{'abcdefghijklmnop'[number >> 8 & 15]}{number >> 12 & 1023}")
    return " ".join(found)


_SENTENCES = STORY.split(". ")
MOVED = ". ".join([_SENTENCES[0], *_SENTENCES[2:4], _SENTENCES[1], *_SENTENCES[4:]])
"""The second sentence was taken out where it stood, and stands further on."""


TEXTS = {
    "story": STORY,
    "articles": ARTICLES,
    "chinese": CHINESE,
    "korean": KOREAN,
    "markup": MARKUP,
    "twins": f"{STORY}\n{STORY.replace('dog', 'cat').replace('twice', 'once')}",
    "moved": MOVED,
    "moved far": f"{MOVED.replace(_SENTENCES[1], 'A bell rang')} {_words(260)} {_SENTENCES[1]}.",
    "words": _words(900),
}
PREPARED = {name: prepare(text) for name, text in TEXTS.items()}


def outcome(case: dict[str, Any], texts: Mapping[str, PreparedText] = PREPARED) -> dict[str, Any]:
    """What is found for a case, and how each place that was looked at was weighed.

    The text is one of `TEXTS`, by its name, or stands in the case itself.
    """
    prepared = texts.get(case["text"]) or prepare(case["text"])
    quote = TextQuote(case["exact"], case.get("prefix", ""), case.get("suffix", ""))
    scope = tuple(case["scope"]) if "scope" in case else None
    anchor = find(prepared, quote, scope)
    return {
        "status": anchor.status.value,
        "found": prepared.text[anchor.start : anchor.end] if anchor.placed else "",
        "score": round(anchor.score, 4),
        "candidates": [[one.start, one.end, round(one.score, 4)] for one in anchor.candidates],
        **_weighed(prepared, quote, scope),
    }


def _weighed(
    prepared: PreparedText, quote: TextQuote, scope: tuple[int, ...] | None
) -> dict[str, Any]:
    _, bare = patterns(quote)
    if bare is None:
        return {}
    form = prepared.folded
    low, high = scope or (0, len(prepared.text))
    result = search(bare, prepared.bare, form.back(low), form.back(high))
    return {
        "taken": _numbers(result.taken) if result.taken else [],
        "tied": [[one.start, one.end] for one in result.tied],
        "weighed": [_numbers(one) for one in result.weighed],
    }


def _numbers(fit: Fit) -> list[float]:
    shares = (fit.quote, fit.prefix, fit.suffix, fit.cost)
    return [fit.start, fit.end, *(round(one, 4) for one in shares), fit.gentle, fit.framed]
