"""`python -m fuzz`: every target for a time or a number of inputs, and a table of the outcome."""

from __future__ import annotations

import argparse
import sys

from fuzz.keep import keep
from fuzz.record import add, table, write_table
from fuzz.run import run_all
from fuzz.targets import NAMES


def main() -> int:
    """Runs the targets; 1 if anything was found."""
    parser = argparse.ArgumentParser(prog="python -m fuzz", description=__doc__)
    parser.add_argument("targets", nargs="*", choices=[[], *NAMES], help="all, where none is named")
    parser.add_argument("--time", type=int, default=0, help="seconds for each target")
    parser.add_argument("--runs", type=int, default=0, help="inputs for each target")
    parser.add_argument("--jobs", type=int, default=2, help="targets at a time")
    parser.add_argument(
        "--record", action="store_true", help="add the figures to those of the docs"
    )
    parser.add_argument("--keep", action="store_true", help="keep rare inputs as tests instead")
    wanted = parser.parse_args()
    names = wanted.targets or list(NAMES)
    if wanted.keep:
        keep(names)
        return 0
    limit = wanted.time or (0 if wanted.runs else 60)
    results = run_all(names, limit, wanted.runs, wanted.jobs)
    sys.stdout.write(table(results))
    found = [finding for one in results for finding in one.findings]
    for finding in found:
        sys.stderr.write(f"\n{finding}\n")
    if wanted.record:
        add(results)
        write_table()
    return 1 if found else 0


if __name__ == "__main__":
    raise SystemExit(main())
