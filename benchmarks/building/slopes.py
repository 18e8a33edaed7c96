"""Measure how builds on one machine and on several grow, and write what follows into the manual.

python benchmarks/building/slopes.py                     sites of 100 and 1,000 texts, three runs
python benchmarks/building/slopes.py --texts 50 200 --runs 1
"""

from __future__ import annotations

import argparse
import os
import platform
import re
import shutil
import statistics
import sys
import tempfile
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from programs import Run, measured
from prose import learnt
from run import QUIET, ROOT
from sites import Made, make_site
from variants import prepare

from postil.model.settings import Settings
from postil.shards import Shard

PAGE = ROOT / "docs" / "explanation" / "scale.md"
MOST = 1_000_000
SHARDS = (1, 8, 64, 256)
_OPTIONS = "jobs: 1\n      cache: false\n"
_POSTIL = [sys.executable, "-m", "postil"]
_WHOLE = [*_POSTIL, "build"]
_JOIN = [*_POSTIL, "join", "parts"]


@dataclass(frozen=True, slots=True)
class Size:
    """A site of one size: what one machine takes for it, what shards of a half and of an eighth of
    it take, each with the number of its texts, and what the join takes; in bytes and files, the
    site, and the files of the shards."""

    made: Made
    whole: Run
    half: tuple[int, Run]
    eighth: tuple[int, Run]
    join: Run
    site: int
    files: int
    parts: int


@dataclass(frozen=True, slots=True)
class Line:
    """What grows with the texts: `start + each * texts`."""

    start: float
    each: float

    def at(self, texts: float) -> float:
        """Its value for so many texts."""
        return self.start + self.each * texts


def line(small: tuple[float, float], large: tuple[float, float]) -> Line:
    """The line through two points, each of texts and a value."""
    each = (large[1] - small[1]) / (large[0] - small[0])
    return Line(small[1] - each * small[0], each)


@dataclass(frozen=True, slots=True)
class Shares:
    """What a shard takes: `start`, `every` for each text of the site, `own` for each of its own."""

    start: float
    every: float
    own: float

    def at(self, texts: float, shards: float) -> float:
        """Processor seconds of one shard."""
        return self.start + self.every * texts + self.own * texts / shards


def shares(small: Size, large: Size) -> Shares:
    """From three shards: an eighth and a half of the large site, and an eighth of the small one."""
    (few, one), (many, other) = large.eighth, large.half
    own = (other.processor - one.processor) / (many - few)
    rest = line(
        (small.made.texts, small.eighth[1].processor - own * small.eighth[0]),
        (large.made.texts, one.processor - own * few),
    )
    return Shares(rest.start, rest.each, own)


def measure(site: Path, made: Made, runs: int) -> Size:
    """Builds a site on one machine, and again from eight shards of it."""
    text = (site / "mkdocs.yml").read_text(encoding="utf-8")
    (site / "mkdocs.yml").write_text(f"{text.rstrip()}\n      {_OPTIONS}", encoding="utf-8")
    whole = median([_run(site, _WHOLE, "site") for _ in range(runs)])
    output = [path for path in (site / "site").rglob("*") if path.is_file()]
    size, files = sum(path.stat().st_size for path in output), len(output)
    eighths = [Shard(number, 8) for number in range(1, 9)]
    for shard in eighths[1:]:
        _run(site, _shard(shard))
    eighth = median([_run(site, _shard(eighths[0])) for _ in range(runs)])
    half = median([_run(site, _shard(Shard(1, 2))) for _ in range(runs)])
    (site / "parts" / Shard(1, 2).file_name).unlink()
    join = median([_run(site, _JOIN, "site") for _ in range(runs)])
    parts = sum(path.stat().st_size for path in (site / "parts").iterdir())
    own = {
        shard: sum(shard.takes(path.stem) for path in (site / "content").glob("*.md"))
        for shard in (Shard(1, 2), eighths[0])
    }
    found = Size(
        made,
        whole,
        (own[Shard(1, 2)], half),
        (own[eighths[0]], eighth),
        join,
        size,
        files,
        parts,
    )
    print(found, file=sys.stderr)
    return found


def _shard(shard: Shard) -> list[str]:
    return [*_POSTIL, "build", "--shard", str(shard), "--into", "parts"]


def _run(site: Path, command: Sequence[str], output: str = "") -> Run:
    if output:
        shutil.rmtree(site / output, ignore_errors=True)
    # The command waits for the host, whose time and memory are counted with its own.
    return measured(command, site, {**QUIET, "POSTIL_SHARD_SECRET": "x" * 32}, (0,))


def median(runs: Sequence[Run]) -> Run:
    """The median of each of the figures of several runs."""
    return Run(
        *(
            statistics.median(getattr(one, name) for one in runs)
            for name in ("clock", "processor", "memory")
        )
    )


def table(small: Size, large: Size) -> list[str]:
    """Markdown: what was measured, and what follows from it for as many texts as nobody has."""
    sizes = [(one.made.texts, one) for one in (small, large)]

    def grown(value: str) -> Line:
        first, last = ((texts, float(getattr(one, value))) for texts, one in sizes)
        return line(first, last)

    def of(run: str, value: str) -> Line:
        first, last = ((texts, getattr(getattr(one, run), value)) for texts, one in sizes)
        return line(first, last)

    whole, join = of("whole", "processor"), of("join", "processor")
    part = shares(small, large)
    memory, joined = of("whole", "memory"), of("join", "memory")
    shard = line(*((texts, one.eighth[1].memory) for texts, one in sizes))
    notes = large.made.notes / large.made.texts
    lines = [
        f"Of sites of {small.made.texts:,} and of {large.made.texts:,} texts, with"
        f" {notes:.0f} notes a text and no page for each note:\n",
        "| for each text | one machine | a shard, of all texts | a shard, of its own | the join |",
        "|---|--:|--:|--:|--:|",
        f"| processor, ms | {whole.each * 1e3:.1f} | {part.every * 1e3:.1f} | {part.own * 1e3:.1f}"
        f" | {join.each * 1e3:.1f} |",
        f"| memory, kB | {memory.each / 1e3:,.0f} | {shard.each / 1e3:,.0f} (of eight) | |"
        f" {joined.each / 1e3:,.0f} |",
        f"| on the disk, kB | {grown('site').each / 1e3:,.0f} | | {grown('parts').each / 1e3:,.0f}"
        f" | {grown('site').each / 1e3:,.0f} |",
        f"| files | {grown('files').each:.1f} | | | {grown('files').each:.1f} |",
        f"\nOn one processor each, that makes for {MOST:,} texts:\n",
        "| shards | hours of a shard | hours of the join | together | one machine alone |",
        "|--:|--:|--:|--:|--:|",
    ]
    for shards in SHARDS:
        one, last = part.at(MOST, shards) / 3600, join.at(MOST) / 3600
        alone = whole.at(MOST) / 3600
        lines.append(f"| {shards} | {one:.1f} | {last:.1f} | {one + last:.1f} | {alone:.1f} |")
    most = round((16e9 - joined.start) / joined.each, -3)
    lines += [
        f"\n| of {MOST:,} texts | |",
        "|---|--:|",
        f"| memory of the join | {joined.at(MOST) / 1e9:,.0f} GB |",
        f"| the site | {grown('site').at(MOST) / 1e9:,.0f} GB |",
        f"| its files | {grown('files').at(MOST) / 1e6:,.0f} million |",
        f"| the files of all shards | {grown('parts').at(MOST) / 1e9:,.0f} GB |",
        f"\nWith 16 GB of memory, a join ends at about {most:,.0f} texts.",
    ]
    return lines


def main() -> None:
    """Measures, prints the table, and puts it into its place in the manual."""
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0] if __doc__ else "")
    parser.add_argument("--texts", type=int, nargs=2, default=[100, 1000], metavar="N")
    parser.add_argument("--runs", type=int, default=3, metavar="N")
    arguments = parser.parse_args()
    verdicts = tuple(one.id for one in Settings().verdicts)
    prose, found = learnt(ROOT), []
    with tempfile.TemporaryDirectory() as temporary:
        for texts in sorted(arguments.texts):
            site = Path(temporary) / f"texts-{texts}"
            site.mkdir()
            made = make_site(site, texts, prose, verdicts)
            prepare(site)
            found.append(measure(site, made, arguments.runs))
            shutil.rmtree(site)
    machine = f"{platform.system()} {platform.machine()}, {os.cpu_count()} cores"
    said = f"Medians of {arguments.runs} with Python {platform.python_version()} on {machine}."
    whole = "\n".join([said, "", *table(*found)]) + "\n"
    print(whole)
    text = PAGE.read_text(encoding="utf-8")
    marks = r"(?s)(?<=<!-- slopes -->\n).*(?=<!-- end -->)"
    PAGE.write_text(re.sub(marks, lambda _: f"\n{whole}\n", text), encoding="utf-8")


if __name__ == "__main__":
    main()
