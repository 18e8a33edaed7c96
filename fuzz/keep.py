"""Inputs of the corpora, kept as tests: `python -m fuzz --keep`."""

from __future__ import annotations

from collections.abc import Iterable

from fuzz.inputs import ROOT
from fuzz.run import FOLDER

KEPT = ROOT / "tests" / "fuzz" / "corpus"
_MOST = 24
_HEAD = "# Written by `python -m fuzz --keep`: inputs of which each reached what none had before.\n"


def keep(names: Iterable[str]) -> None:
    """Writes a file for each target, with a share of its corpus, from the shortest to the longest.

    The corpus of libFuzzer has only inputs that reached something new when they were found.
    """
    KEPT.mkdir(parents=True, exist_ok=True)
    for name in names:
        found = {path.read_bytes() for path in (FOLDER / name / "corpus").glob("*")}
        inputs = sorted(found, key=lambda one: (len(one), one))
        step = max(1, len(inputs) // _MOST)
        lines = [f"{data!r}\n" for data in inputs[step - 1 :: step][:_MOST]]
        (KEPT / f"{name}.txt").write_text(_HEAD + "".join(lines), encoding="utf-8")
