"""Prose of any length, like that of this repository: its words, sentences and paragraphs."""

from __future__ import annotations

import random
import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

_SENTENCE = re.compile(r"(?<=[.?!])[”’\"')]*\s+(?=[“‘\"'(]*[A-Z0-9])")
_MARKUP = re.compile(r"<[^>]*>|\[\^?[^\]]*\]|\([^)\s]*\)|[`*_|#>{}\\]|&\w+;")
_FENCE = re.compile(r"^(?:```|~~~).*?^(?:```|~~~)$", re.MULTILINE | re.DOTALL)


@dataclass
class Prose:
    """What is known of a corpus: which words follow a pair of words, how many words a sentence has
    and how many sentences a paragraph."""

    after: dict[tuple[str, str], list[str]] = field(default_factory=dict)
    first: list[tuple[str, str]] = field(default_factory=list)
    sentences: list[int] = field(default_factory=list)
    paragraphs: list[int] = field(default_factory=list)

    def learn(self, markdown: str) -> None:
        """Takes the prose of a page in: no front matter, no code, no lists and tables."""
        body = _FENCE.sub("", re.sub(r"\A---\n.*?\n---\n", "", markdown, flags=re.DOTALL))
        for block in re.split(r"\n\s*\n", body):
            if re.match(r"\s*(?:[#|<>:]|[-*+] |\d+\. |!!!|===)", block):
                continue
            sentences = _SENTENCE.split(_MARKUP.sub(" ", block).strip())
            count = 0
            for sentence in sentences:
                words = sentence.split()
                if len(words) < 4 or not words[0][:1].isupper() or sentence[-1:] not in ".?!":
                    continue
                count += 1
                self.sentences.append(len(words))
                self.first.append((words[0], words[1]))
                for one, two, three in zip(words, words[1:], words[2:], strict=False):
                    self.after.setdefault((one, two), []).append(three)
            if count:
                self.paragraphs.append(count)

    def sentence(self, chance: random.Random) -> str:
        """A sentence about as long as one of the corpus."""
        wanted = chance.choice(self.sentences)
        words = list(chance.choice(self.first))
        while len(words) < wanted:
            following = self.after.get((words[-2], words[-1]))
            if following is None:
                words += chance.choice(self.first)
            else:
                words.append(chance.choice(following))
        inner = (word.rstrip(".?!;:") for word in words[:-1])
        return " ".join([*inner, words[-1].rstrip(".?!,;:")]) + "."

    def paragraph(self, chance: random.Random) -> str:
        """A paragraph, in one line."""
        count = chance.choice(self.paragraphs)
        return " ".join(self.sentence(chance) for _ in range(count))

    def text(self, words: int, chance: random.Random) -> Iterator[str]:
        """Paragraphs of about so many words, with a heading now and then, as Markdown blocks."""
        made = since = 0
        while made < words:
            if since > 450:
                heading = " ".join(self.sentence(chance).split()[:6]).rstrip(".,;:")
                yield f"## {heading}"
                since = 0
            paragraph = self.paragraph(chance)
            count = paragraph.count(" ") + 1
            made, since = made + count, since + count
            yield paragraph


def learnt(root: Path) -> Prose:
    """The prose of the texts and the manual below `root`."""
    prose = Prose()
    for folder in ("content", "docs"):
        for page in sorted((root / folder).rglob("*.md")):
            # The reference says the same of many things.
            if "reference" not in page.parts:
                prose.learn(page.read_text(encoding="utf-8"))
    return prose
