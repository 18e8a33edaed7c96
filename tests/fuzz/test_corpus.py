"""What fuzzing found, and inputs that reach what others do not, tried again in every run.

A file has one input a line, as Python writes bytes; lines that begin with # tell of them. What is
mended gets a line in `findings` by hand; `corpus` is written by `python -m fuzz --keep`.
"""

from __future__ import annotations

import ast
from collections.abc import Iterator
from pathlib import Path

import pytest
from fuzz.targets import NAMES, target

HERE = Path(__file__).parent


def inputs(folder: str, name: str) -> Iterator[bytes]:
    file = HERE / folder / f"{name}.txt"
    for line in file.read_text(encoding="utf-8").splitlines() if file.exists() else ():
        if line and not line.startswith("#"):
            yield ast.literal_eval(line)


@pytest.mark.parametrize("name", NAMES)
def test_what_was_found_and_what_is_rare(name: str) -> None:
    one = target(name)
    found = [*inputs("findings", name), *inputs("corpus", name)]
    for data in [b"", b"\0", *found, *one.seeds()]:
        one.check(data)


def test_every_file_is_tried() -> None:
    files = {path.stem for path in HERE.glob("*/*.txt")}
    assert files <= set(NAMES)
