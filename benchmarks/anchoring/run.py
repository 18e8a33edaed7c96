"""Run the benchmark and write its tables into README.md.

python benchmarks/anchoring/run.py             held-out texts and seed, with the peers
python benchmarks/anchoring/run.py --tuning    tuning texts and seed, this program only
"""

from __future__ import annotations

import argparse
import os
import platform
from collections import Counter, defaultdict
from collections.abc import Iterable
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import setup
from cases import Case, Document, documents
from programs import PEERS, Answers, Place, peer, postil
from speed import ROUNDS, Work, measure, parts, works
from texts import SOURCES

README = Path(__file__).parent / "README.md"
TUNING_SEED, SEED = 1, 77_003
CASES = 7
"""Cases of one kind of edit in one text."""
SLOW = frozenset({"reanchor 0.3.0"})
"""Peers that take minutes for a long text, and are asked about short ones only."""
SHORT = 25_000
"""Characters below which a text is short."""
WITHIN = 2
"""Characters by which each end may differ."""

Row = Iterable[object]


def verdict(case: Case, place: Place | str | None) -> str:
    """`right`, `edge` (the passage, but an end is off), `wrong`, `ambiguous` or `lost`."""
    if place is None or isinstance(place, str):
        if case.truth is None and place is None:
            return "right"
        return place or "lost"
    if case.truth is None:
        return "wrong"
    start, end = case.truth
    if abs(place[0] - start) <= WITHIN and abs(place[1] - end) <= WITHIN:
        return "right"
    shared = min(place[1], end) - max(place[0], start)
    return "edge" if 2 * shared > max(place[1] - place[0], end - start) else "wrong"


def counted(made: list[Document], answers: Answers) -> dict[str, Counter[tuple[bool, str]]]:
    """Verdicts, apart for passages that are there and gone: of all, by edit and by language."""
    counts: defaultdict[str, Counter[tuple[bool, str]]] = defaultdict(Counter)
    for document, places in zip(made, answers.places, strict=True):
        for case, place in zip(document.cases, places, strict=True):
            entry = (case.truth is not None, verdict(case, place))
            for key in ("all", f"edit {case.edit}", f"language {case.language}"):
                counts[key][entry] += 1
    return counts


def figures(counts: Counter[tuple[bool, str]]) -> list[str]:
    """Placed exactly (of those there), wrong (of all), recognised as gone (of those gone)."""
    there = sum(count for (is_there, _), count in counts.items() if is_there)
    gone = counts.total() - there
    wrong = counts[True, "wrong"] + counts[False, "wrong"]
    return [
        f"{100 * counts[True, 'right'] / there:.1f}" if there else "",
        f"{100 * wrong / counts.total():.2f}",
        f"{100 * counts[False, 'right'] / gone:.1f}" if gone else "",
    ]


def table(head: Row, rows: Iterable[Row], words: int = 1) -> str:
    """Markdown; all columns but the first ones, which hold words, are of numbers."""
    lines = [list(map(str, head)), *(list(map(str, row)) for row in rows)]
    lines.insert(1, ["---"] * words + ["--:"] * (len(lines[0]) - words))
    return "\n".join("| " + " | ".join(line) + " |" for line in lines)


def quality(made: list[Document], *, peers: bool) -> str:
    """The tables of quality."""
    own = counted(made, postil(made))
    rows = [["Postil", *figures(own["all"])]]
    if peers:
        short = [document for document in made if len(document.text) < SHORT]
        asked = {name: short if name in SLOW else made for name in PEERS}
        with ThreadPoolExecutor() as pool:
            found = pool.map(lambda name: peer(PEERS[name], asked[name]), PEERS)
            for name, theirs in zip(PEERS, found, strict=True):
                label = f"{name}, short texts" if name in SLOW else name
                rows.append([label, *figures(counted(asked[name], theirs)["all"])])
        rows.append(["Postil, short texts", *figures(counted(short, postil(short))["all"])])
    head = ["program", "placed exactly, %", "wrong place, % of all", "deleted reported lost, %"]
    parts = [table(head, rows)]
    for group in ("edit", "language"):
        names = [key for key in own if key.startswith(group + " ")]
        lines = [
            [key.removeprefix(group + " "), own[key].total(), *figures(own[key])] for key in names
        ]
        parts.append(f"Postil by {group}:\n\n" + table([group, "cases", *head[1:]], lines))
    return "\n\n".join(parts)


def speed(short: Work, long: Work) -> str:
    """The table of speed."""
    head = ["text", "targets", "program", "ms a target", "ns a target and character"]
    rows = [
        [
            one.work.name,
            f"{len(one.quotes):,}, {one.sort}",
            one.program,
            f"{one.a_target:.3f}",
            f"{one.a_character:.3g}",
        ]
        for one in measure(short, long)
    ]
    return table(head, rows, words=3)


def ratios(made: Iterable[Work]) -> str:
    """The table of what anchoring takes beside reading the text."""
    head = ["text", "reading, ms", "normalising, ms", "exact anchoring, ms", "ratio"]
    rows = []
    for each in made:
        *times, ratio = parts(each)
        name = f"{each.name}, {len(each.exact):,} targets"
        rows.append([name, *(f"{time:.1f}" for time in times), f"{ratio:.2f}"])
    return table(head, rows)


def write(name: str, content: str) -> None:
    """Put a table between its marks in the README."""
    text = README.read_text("utf-8")
    start, end = f"<!-- {name} -->\n", f"\n<!-- end of {name} -->"
    before, rest = text.split(start)
    after = rest.split(end)[1]
    README.write_text(before + start + content + end + after, "utf-8")


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--tuning", action="store_true")
    parser.add_argument("--seed", type=int)
    parser.add_argument("--only", choices=("quality", "speed"), help="write only these tables")
    options = parser.parse_args()
    setup.main()
    seed = options.seed or (TUNING_SEED if options.tuning else SEED)
    if options.tuning or options.only != "speed":
        sources = [source for source in SOURCES if source.tuning == options.tuning]
        made = [each for source in sources for each in documents(source, seed, CASES)]
        tables = quality(made, peers=not options.tuning)
        if options.tuning:
            print(tables)
            return
        count = sum(len(document.cases) for document in made)
        line = (
            f"{count:,} cases with known truth, {len(sources)} texts in "
            f"{len({source.language for source in sources})} languages, seed {seed}.\n\n"
        )
        write("quality", line + tables)
    if options.only != "quality":
        machine = f"{platform.system()} {platform.machine()}, {os.cpu_count()} cores"
        said = (
            f"Processor time, medians of {ROUNDS} rounds, with Python "
            f"{platform.python_version()} on {machine}.\n\n"
        )
        made_works = works(SEED)
        write("speed", said + speed(*made_works) + "\n\n" + ratios(made_works))


if __name__ == "__main__":
    main()
