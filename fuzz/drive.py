"""One target under libFuzzer: `python -m fuzz.drive NAME FOLDER [options of libFuzzer]`.

What is found does not end the run: each failure is kept once for each place in the code, and told
by the command that called this one. A hang does, for nothing else ends it.
"""

from __future__ import annotations

import json
import sys
import time
import traceback
from pathlib import Path
from types import TracebackType

import atheris  # type: ignore[import-untyped,import-not-found,unused-ignore]  # it ships no types

from fuzz.json_mutator import mutate

MOST = 1.0
"""Seconds of the processor that one input may take: of the processor, for others use it too."""


def main() -> None:
    """Runs one target until libFuzzer's options say that it is enough."""
    name, folder = sys.argv[1], Path(sys.argv[2])
    with atheris.instrument_imports(include=["postil"]):
        from fuzz.targets import target

        one = target(name)
    findings = _Findings(folder / "findings")

    def run(data: bytes) -> None:
        begin = time.process_time()
        try:
            one.check(data)
        except Exception as error:
            findings.keep(data, error)
        taken = time.process_time() - begin
        if taken > MOST:
            findings.keep(data, TimeoutError(f"{taken:.1f} s"))

    (folder / "words").write_text("\n".join(map(_word, one.WORDS)) + "\n", encoding="ascii")
    options = [f"-max_len={one.LONGEST}", f"-dict={folder / 'words'}", *sys.argv[3:]]
    called = [sys.argv[0], *options, str(folder / "corpus"), str(folder / "seeds")]
    # Half of the changes are those of libFuzzer, which know nothing of forms.
    names = getattr(one, "JSON_WORDS", None)
    if names:

        def change(data: bytes, longest: int, seed: int) -> bytes:
            changed = mutate(data, longest, seed, names) if seed % 2 else None
            return changed or bytes(atheris.Mutate(data, longest))

        atheris.Setup(called, run, custom_mutator=change)
    else:
        atheris.Setup(called, run)
    atheris.Fuzz()


def _word(word: str) -> str:
    """A word as a dictionary of libFuzzer has it."""
    return '"' + "".join(f"\\x{byte:02x}" for byte in word.encode()) + '"'


class _Findings:
    """Keeps the first input for each failure at a place of the code."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.known: set[str] = set()
        folder.mkdir(exist_ok=True)

    def keep(self, data: bytes, error: Exception) -> None:
        where = f"{type(error).__name__} at {_place(error.__traceback__)}"
        if where in self.known:
            return
        self.known.add(where)
        path = self.folder / f"{len(self.known):03}.json"
        told = "".join(traceback.format_exception(error))
        finding = {"where": where, "input": data.decode("latin-1"), "told": told}
        path.write_text(json.dumps(finding, indent=1), encoding="utf-8")


def _place(trace: TracebackType | None) -> str:
    """The last place of ours in a traceback."""
    ours = [
        f"{Path(frame.filename).name}:{frame.lineno}"
        for frame in traceback.extract_tb(trace)
        if "/postil/" in frame.filename or "/fuzz/" in frame.filename
    ]
    return ours[-1] if ours else "an unknown place"


if __name__ == "__main__":
    main()
