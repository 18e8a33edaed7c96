"""Measure how long sites take to build, and write the tables into benchmarks/README.md.

python benchmarks/building/run.py                          100 and 1,000 texts, five runs
python benchmarks/building/run.py --texts 5000 --runs 2    that table alone; others stay
"""

from __future__ import annotations

import argparse
import json
import os
import platform
import re
import shutil
import statistics
import subprocess
import sys
import tempfile
from collections.abc import Mapping, Sequence
from pathlib import Path

from programs import Run, measured
from prose import learnt
from sites import Made, make_site
from variants import VARIANTS, prepare

from postil.model.settings import Settings

HERE = Path(__file__).resolve().parent
ROOT = HERE.parents[1]
README = HERE.parent / "README.md"
YARDSTICK = VARIANTS[0].name
PROFILED = 1000
"""Texts of the largest site that is built under a profiler, which takes several times as long."""
QUIET = {"NO_MKDOCS_2_WARNING": "1", "PYTHONHASHSEED": "0"}


def measure(site: Path, runs: int, only: str) -> tuple[dict[str, list[Run]], dict[str, int]]:
    """Every variant once a round, so that a busy minute of the machine meets them all; and the
    bytes of what they write."""
    chosen = [one for one in VARIANTS if one.name == YARDSTICK or re.search(only, one.name)]
    found: dict[str, list[Run]] = {one.name: [] for one in chosen}
    sizes: dict[str, int] = {}
    for number in range(runs):
        for one in chosen:
            one.before(site, number)
            run = measured(one.command, site / one.within, QUIET, one.allowed)
            found[one.name].append(run)
            if one.output:
                sizes[one.name] = size_of(site / one.output)
            print(f"  {one.name}: {run.clock:.2f} s, {run.processor:.2f} s", file=sys.stderr)
    return found, sizes


def table(made: Made, found: Mapping[str, Sequence[Run]], sizes: Mapping[str, int]) -> list[str]:
    """Markdown: medians, and ratios to the yardstick of the same round."""
    head = "| | clock, s | ratio | processor, s | ratio | memory, MB | ratio | output, MB |"
    lines = [
        f"{made.texts:,} texts have {made.notes:,} notes and {made.words:,} words.\n",
        head,
        "| --- | --: | --: | --: | --: | --: | --: | --: |",
    ]
    plain = found[YARDSTICK]
    for name, runs in found.items():
        cells = []
        for kind, form, scale in (
            ("clock", ".2f", 1),
            ("processor", ".2f", 1),
            ("memory", ".0f", 1e-6),
        ):
            values = [getattr(one, kind) for one in runs]
            ratios = [
                value / getattr(base, kind) for value, base in zip(values, plain, strict=True)
            ]
            cells += [
                format(statistics.median(values) * scale, form),
                format(statistics.median(ratios), ".2f"),
            ]
        size = f"{sizes[name] / 1e6:.0f}" if name in sizes else ""
        lines.append(f"| {name} | {' | '.join(cells)} | {size} |")
    return [*lines, ""]


def where_it_goes(site: Path) -> list[str]:
    """Markdown: the parts of a cold and of a warm build, in per cent of its processor time."""
    found = []
    for state in ("cold", "warm"):
        if state == "cold":
            shutil.rmtree(site / ".cache", ignore_errors=True)
        command = [sys.executable, str(HERE / "profiled.py"), "mkdocs.yml", "profiled"]
        done = subprocess.run(
            command, cwd=site, env={**os.environ, **QUIET}, capture_output=True, check=True
        )
        found.append(json.loads(done.stdout.splitlines()[-1]))
    totals = [sum(parts.values()) for parts in found]
    lines = ["| where the time goes | cold | warm |", "| --- | --: | --: |"]
    for part in found[0]:
        shares = [100 * parts[part] / total for parts, total in zip(found, totals, strict=True)]
        lines.append(f"| {part} | {shares[0]:.0f} % | {shares[1]:.0f} % |")
    return [*lines, ""]


def size_of(folder: Path) -> int:
    """The bytes of all files of a folder."""
    return sum(file.stat().st_size for file in folder.rglob("*") if file.is_file())


def main() -> None:
    """Measure and write."""
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0] if __doc__ else "")
    parser.add_argument("--texts", type=int, nargs="+", default=[100, 1000], metavar="N")
    parser.add_argument("--runs", type=int, default=5, metavar="N")
    parser.add_argument("--only", default="", metavar="PATTERN", help="of the names of what to run")
    parser.add_argument("--keep", type=Path, metavar="FOLDER", help="keep the sites there")
    arguments = parser.parse_args()
    verdicts = tuple(one.id for one in Settings().verdicts)
    prose = learnt(ROOT)
    with tempfile.TemporaryDirectory() as temporary:
        for texts in arguments.texts:
            site = (arguments.keep or Path(temporary)) / f"texts-{texts}"
            shutil.rmtree(site, ignore_errors=True)
            site.mkdir(parents=True)
            made = make_site(site, texts, prose, verdicts)
            prepare(site)
            print(f"{made}", file=sys.stderr)
            found, sizes = measure(site, arguments.runs, arguments.only)
            lines = table(made, found, sizes)
            if texts <= PROFILED and not arguments.only:
                lines += where_it_goes(site)
            if not arguments.keep:
                shutil.rmtree(site)
            written = "\n".join([_how(arguments.runs), *lines])
            print(written)
            if not arguments.only:
                _write(made.texts, written)


def _how(runs: int) -> str:
    machine = f"{platform.system()} {platform.machine()}, {os.cpu_count()} cores"
    return f"Medians of {runs} with Python {platform.python_version()} on {machine}.\n"


def _write(texts: int, written: str) -> None:
    """Writes what was found of sites of so many texts; what the page says of others stays."""
    text = README.read_text(encoding="utf-8")
    before, found, after = re.split(r"(?s)(?<=<!-- building -->\n)(.*)(?=<!-- end -->)", text)
    sections = {_texts_of(one): one for one in re.split(r"(?m)^(?=### )", found) if one.strip()}
    sections[texts] = f"### {texts:,} texts\n\n{written}\n"
    whole = "".join(sections[number] for number in sorted(sections))
    README.write_text(f"{before}{whole}{after}", encoding="utf-8")


def _texts_of(section: str) -> int:
    return int(section.split()[1].replace(",", ""))


if __name__ == "__main__":
    main()
