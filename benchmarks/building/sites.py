"""Sites of any size, with annotations as people write them, always the same for one seed."""

from __future__ import annotations

import random
import re
from dataclasses import dataclass
from pathlib import Path

from prose import Prose

from postil.publish.yaml_scalar import scalar

SEED = 20261122
"""Of everything that is drawn."""

NOTES_A_TEXT = 20
"""On average; a text has 5 to 50."""

SOURCES_A_FILE = 1000
"""A file of sources may hold so many values, and no more."""

_VERDICTS = ("accurate", "mostly-accurate", "imprecise", "misleading", "false", "unverified")
_TYPES = ("report", "article-newspaper", "webpage", "legislation", "book")


@dataclass(frozen=True, slots=True)
class Made:
    """What a site holds."""

    texts: int
    notes: int
    words: int
    sources: int


def make_site(folder: Path, texts: int, prose: Prose, verdicts: tuple[str, ...]) -> Made:
    """Writes `content/` and `annotations/` for so many texts into an empty folder.

    Lengths are log-normal between 300 and 5,000 words. A tenth of the notes has a quotation that
    differs from the text by a word or a sign, and a tenth is about words that another note is
    about, too. Each note is a file of its own, as contributors add them, and cites one to three of
    the sources, of which few are cited often.
    """
    chance = random.Random(SEED)
    sources = _write_sources(folder / "annotations", max(20, texts * 2), prose, chance)
    notes = words = 0
    (folder / "content").mkdir(parents=True)
    for number in range(texts):
        slug = f"text-{number:05}"
        wanted = min(5000, max(300, int(chance.lognormvariate(7.0, 0.65))))
        blocks = list(prose.text(wanted, chance))
        title = " ".join(prose.sentence(chance).split()[:7]).rstrip(".,;:")
        head = f"---\ntitle: {scalar(title)}\ntext:\n  author: {scalar(_name(chance))}\n"
        head += (
            f"  published: {2000 + chance.randrange(25)}-{1 + chance.randrange(12):02}-15\n---\n"
        )
        body = "\n\n".join(blocks)
        (folder / "content" / f"{slug}.md").write_text(f"{head}\n{body}\n", encoding="utf-8")
        words += len(body.split())
        count = min(50, max(5, round(chance.lognormvariate(2.86, 0.55))))
        own = folder / "annotations" / slug
        own.mkdir()
        for note, passage in enumerate(_passages(blocks, count, chance)):
            text = _note(f"note-{note:02}", passage, sources, prose, chance, verdicts)
            (own / f"note-{note:02}.yml").write_text(text, encoding="utf-8")
            notes += 1
    return Made(texts, notes, words, len(sources))


def _passages(blocks: list[str], count: int, chance: random.Random) -> list[str]:
    """Quotations from the text, most of them as they stand there."""
    paragraphs = [block for block in blocks if not block.startswith("#")]
    found: list[str] = []
    for _ in range(count):
        if found and chance.random() < 0.1:
            words = chance.choice(found).split()
            cut = words[len(words) // 3 :] if len(words) > 5 else words
        else:
            words = chance.choice(paragraphs).split()
            length = min(len(words), max(3, int(chance.lognormvariate(2.3, 0.6))))
            begin = chance.randrange(len(words) - length + 1)
            cut = words[begin : begin + length]
        found.append(" ".join(cut))
    return [_changed(one, chance) if chance.random() < 0.1 else one for one in found]


def _changed(passage: str, chance: random.Random) -> str:
    """A quotation as it is after somebody mended the text, or copied it by hand."""
    words = passage.split()
    at = chance.randrange(len(words))
    way = chance.randrange(3)
    if way == 0:
        words[at] = words[at][:-1] + chance.choice("aeinst")
    elif way == 1 and len(words) > 4:
        del words[at]
    else:
        words.insert(at, chance.choice(("also", "the", "very")))
    return " ".join(words)


def _note(
    id: str,
    passage: str,
    sources: list[str],
    prose: Prose,
    chance: random.Random,
    verdicts: tuple[str, ...],
) -> str:
    kind = chance.choice(("context", "context", "source", "correction"))
    lines = [f"id: {id}", f"kind: {kind}", f"target: {scalar(passage)}"]
    title = " ".join(prose.sentence(chance).split()[:8]).rstrip(".,;:")
    lines.append(f"title: {scalar(title)}")
    if kind == "correction":
        lines.append(f"verdict: {chance.choice(verdicts)}")
    sentences = [prose.sentence(chance) for _ in range(2 + chance.randrange(4))]
    sentences[0] = re.sub(r"^(\S+ \S+)", r"**\1**", sentences[0])
    lines += ["body: |", *(f"  {one}" for one in sentences), "citations:"]
    cited: set[str] = set()
    for _ in range(1 + chance.randrange(3)):
        # Few sources are cited often, and most of them once or twice.
        cited.add(sources[int(len(sources) * chance.random() ** 3)])
    for one in sorted(cited):
        lines += [f"  - source: {one}", f"    locator: p. {1 + chance.randrange(200)}"]
    lines += ["contributors: [editors]", f"created: 2026-{1 + chance.randrange(10):02}-01"]
    return "\n".join(lines) + "\n"


def _write_sources(folder: Path, count: int, prose: Prose, chance: random.Random) -> list[str]:
    folder.mkdir(parents=True)
    (folder / "sources").mkdir()
    ids = [f"source-{number:05}" for number in range(count)]
    lines: list[str] = []
    for number, id in enumerate(ids, start=1):
        title = " ".join(prose.sentence(chance).split()[:9]).rstrip(".,;:")
        lines += [
            f"- id: {id}",
            f"  type: {chance.choice(_TYPES)}",
            f"  title: {scalar(title)}",
            "  author:",
            f"    - family: {scalar(chance.choice(prose.first)[0].strip('“”,.'))}",
            f"      given: {chr(65 + chance.randrange(26))}.",
            f"  issued: {1990 + chance.randrange(36)}-{1 + chance.randrange(12):02}",
            f"  URL: https://example.org/{id}",
            "  checked: 2026-10-01",
        ]
        if number % SOURCES_A_FILE == 0 or number == count:
            name = f"sources-{number // SOURCES_A_FILE:03}.yml"
            (folder / "sources" / name).write_text("\n".join(lines) + "\n", encoding="utf-8")
            lines.clear()
    (folder / "contributors.yml").write_text(
        "- id: editors\n  name: The editors\n  kind: organization\n", encoding="utf-8"
    )
    return ids


def _name(chance: random.Random) -> str:
    return f"{chr(65 + chance.randrange(26))}. {chr(65 + chance.randrange(26))}."
