"""The programs that are compared: each gives its answers for documents, and its time."""

from __future__ import annotations

import json
import subprocess
from collections.abc import Iterator, Sequence
from dataclasses import asdict, dataclass
from pathlib import Path
from time import perf_counter

from cases import Document
from texts import CACHE

from postil.anchor import find, prepare
from postil.model.anchor import Status
from postil.model.target import TextQuote

HERE = Path(__file__).parent
Place = tuple[int, int]

PEERS: dict[str, tuple[str, ...]] = {
    "Hypothesis' matching (approx-string-match 2.0.0)": (
        "node",
        str(HERE / "peer_hypothesis.mjs"),
    ),
    "reanchor 0.3.0": (str(CACHE / "venv/bin/python"), str(HERE / "peer_python.py"), "reanchor"),
    "anchorpoint 0.8.2": (
        str(CACHE / "venv/bin/python"),
        str(HERE / "peer_python.py"),
        "anchorpoint",
    ),
}


@dataclass(frozen=True, slots=True)
class Answers:
    """What a program said: a place, None for lost, or `"ambiguous"`, for each case of each
    document; and how long it took for all, in milliseconds."""

    places: list[list[Place | str | None]]
    time: float


def postil(documents: Sequence[Document]) -> Answers:
    """The answers of this program."""
    places: list[list[Place | str | None]] = []
    time = 0.0
    for document in documents:
        start = perf_counter()
        prepared = prepare(document.text)
        anchors = [
            find(prepared, TextQuote(case.exact, case.prefix, case.suffix))
            for case in document.cases
        ]
        time += perf_counter() - start
        places.append(
            [
                (anchor.start, anchor.end)
                if anchor.placed
                else "ambiguous"
                if anchor.status is Status.AMBIGUOUS
                else None
                for anchor in anchors
            ]
        )
    return Answers(places, 1_000 * time)


def peer(command: Sequence[str], documents: Sequence[Document]) -> Answers:
    """The answers of another program."""
    done = subprocess.run(
        command, input="".join(_lines(documents)), capture_output=True, text=True, check=True
    )
    *lines, time = done.stdout.splitlines()
    places = [
        [tuple(place) if isinstance(place, list) else place for place in json.loads(line)]
        for line in lines
    ]
    return Answers(places, json.loads(time))


def _lines(documents: Sequence[Document]) -> Iterator[str]:
    for document in documents:
        cases = [asdict(case) for case in document.cases]
        yield json.dumps({"text": document.text, "cases": cases}) + "\n"
