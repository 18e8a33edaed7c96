"""A site with one text of a thousand notes, or of more, built by the real plugin."""

from __future__ import annotations

import os
import random
import subprocess
import sys
import time
from dataclasses import dataclass
from pathlib import Path

import yaml

A_PARAGRAPH = 4
"""Notes of one paragraph."""
PATH = "/explainers/thousand/"

VOCABULARY = """
    council report figure answer letter harbour bridge winter market budget river station
    committee question record method season village company measure account survey station
    teacher hospital contract ferry granary orchard assembly printer library chapter
"""
WORDS = VOCABULARY.split()
KINDS = ("context", "source", "correction")
VERDICTS = (
    "supported",
    "partly-supported",
    "contradicted",
    "unsupported",
    "unverified",
    "opinion",
    None,
)
CONTRIBUTORS = ("editors", "a-reader", "a-teacher")

CONFIGURATION = {
    "site_name": "A thousand notes",
    "theme": {
        "name": "material",
        "font": False,
        "features": ["navigation.instant", "search.highlight"],
    },
    "plugins": ["search", {"postil": {"note_pages": False, "cards": "none"}}],
    "extra": {"generator": False},
}


@dataclass(frozen=True, slots=True)
class Built:
    """What the build took: seconds by the clock and of the processor, and bytes of memory at most;
    and the bytes of the text in Markdown and of its page."""

    clock: float
    processor: float
    memory: int
    text: int
    page: int


def build(folder: Path, address: str, count: int) -> Built:
    """Make the site with so many notes in `folder`, to be served at `address`."""
    text, notes = _text_and_notes(random.Random(1), count)
    sources = [
        {
            "id": f"source-{number}",
            "type": "report",
            "title": f"The {WORDS[number % len(WORDS)]} report, part {number}",
            "publisher": "The printing office",
            "issued": "2025-06-01",
            "URL": f"https://library.example/reports/{number}",
            "checked": "2026-11-22",
        }
        for number in range(count // 10)
    ]
    contributors = [
        {"id": id, "name": id.replace("-", " ").capitalize(), "kind": "organization"}
        for id in CONTRIBUTORS
    ]
    files = {
        "mkdocs.yml": _yaml({**CONFIGURATION, "site_url": f"{address}/"}),
        "docs/index.md": "# Home\n\nWords.\n",
        "content/thousand.md": f"---\ntitle: A text with many notes\n---\n\n{text}",
        "annotations/sources.yml": _yaml(sources),
        "annotations/contributors.yml": _yaml(contributors),
        **{
            f"annotations/thousand/{at:05}.yml": _yaml(notes[at : at + 100])
            for at in range(0, count, 100)
        },
    }
    for name, content in files.items():
        file = folder / name
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(content, encoding="utf-8")
    began = time.perf_counter()
    command = [sys.executable, "-m", "mkdocs", "build", "--strict", "--quiet"]
    process = subprocess.Popen(command, cwd=folder, env={**os.environ, "NO_MKDOCS_2_WARNING": "1"})
    _, status, used = os.wait4(process.pid, 0)
    if status:
        raise RuntimeError("the site was not built")
    page = folder / "site" / PATH.strip("/") / "index.html"
    return Built(
        clock=time.perf_counter() - began,
        processor=used.ru_utime + used.ru_stime,
        # Linux counts kilobytes.
        memory=used.ru_maxrss * (1 if sys.platform == "darwin" else 1024),
        text=len(text.encode()),
        page=page.stat().st_size,
    )


def _text_and_notes(chance: random.Random, count: int) -> tuple[str, list[dict[str, object]]]:
    """Paragraphs of about eighty words, and the annotations of their passages."""
    paragraphs: list[str] = []
    notes: list[dict[str, object]] = []
    while len(notes) < count:
        sentences = []
        for _ in range(A_PARAGRAPH):
            number = len(notes)
            passage = f"{_words(chance, 5)} number {number} {_words(chance, 3)}"
            sentences.append(f"The {_words(chance, 6)} {passage} {_words(chance, 4)}.")
            notes.append(_note(chance, number, passage))
        paragraphs.append(" ".join(sentences))
    return "\n\n".join(paragraphs) + "\n", notes


def _note(chance: random.Random, number: int, passage: str) -> dict[str, object]:
    verdict = VERDICTS[number % len(VERDICTS)]
    return {
        "id": f"note-{number}",
        "kind": KINDS[number % len(KINDS)],
        "title": f"What is known of {_words(chance, 3)}",
        "target": passage,
        **({"verdict": verdict} if verdict else {}),
        "body": f"{_words(chance, 20).capitalize()}. {_words(chance, 25).capitalize()}.",
        "citations": [{"source": f"source-{number // 10}", "locator": f"p. {number % 10 + 1}"}],
        "contributors": [CONTRIBUTORS[number % len(CONTRIBUTORS)]],
        "created": "2026-11-22",
    }


def _words(chance: random.Random, count: int) -> str:
    return " ".join(chance.choice(WORDS) for _ in range(count))


def _yaml(value: object) -> str:
    return yaml.safe_dump(value, sort_keys=False, allow_unicode=True)
