"""Measure how texts with many notes read, and write the tables into README.md.

python benchmarks/reading/run.py                          1,000 and 10,000 notes, five runs
python benchmarks/reading/run.py --notes 1000 --runs 1    one run with 1,000, for a quick look
"""

from __future__ import annotations

import argparse
import functools
import http.server
import os
import platform
import re
import shutil
import statistics
import subprocess
import sys
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from loading import Loaded, load, settle, shift
from playwright.sync_api import Browser, sync_playwright
from thousand import PATH, Built, build
from tracing import Tasks, traced
from work import WORKS

HERE = Path(__file__).resolve().parent
README = HERE / "README.md"
CACHE = HERE / ".cache"
OURS = "/assets/postil/"
PATIENCE = 180_000
"""Milliseconds that a browser may take for anything."""
OPTIONS = ("--disable-background-networking", "--disable-component-update", "--no-first-run")


class _Quiet(http.server.SimpleHTTPRequestHandler):
    def log_message(self, *_arguments: Any) -> None:
        pass


@contextmanager
def served(folder: Path) -> Iterator[str]:
    """Serve a folder on this machine; gives its address."""
    handler = functools.partial(_Quiet, directory=str(folder))
    server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), handler)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    try:
        yield f"http://127.0.0.1:{server.server_port}"
    finally:
        server.shutdown()


def measure(browser: Browser, address: str) -> tuple[Loaded, dict[str, Tasks | None]]:
    """Load the page once in a browser without a cache, and once for each work."""
    context = browser.new_context(viewport={"width": 1440, "height": 900})
    context.set_default_timeout(PATIENCE)
    page = context.new_page()
    loaded = load(page, address)
    page.close()
    page = context.new_page()
    done: dict[str, Tasks | None] = {}
    for name, work in WORKS.items():
        page.goto("about:blank")
        settle(page, address)
        with traced(page) as tasks:
            there = work(page)
        done[name] = tasks if there else None
    context.close()
    return loaded, done


def shifts(browser: Browser, page: str, ids: tuple[str, ...]) -> dict[str, float]:
    """The layout shift at two widths, of the page as a whole and where an address leads to a note
    of it, the worst of these."""
    found = {}
    for width in (390, 1440):
        found[f"{width} px"] = shift(browser, page, width)
        found[f"{width} px, at a note"] = max(shift(browser, page + id, width) for id in ids)
    return found


def shift_table(texts: dict[str, dict[str, float]]) -> str:
    """The shifts of each text, as Markdown."""
    columns = list(next(iter(texts.values())))
    rows = [
        f"| {name} | {' | '.join(f'{found[column]:.3f}' for column in columns)} |"
        for name, found in texts.items()
    ]
    head = ["| layout shift while loading | " + " | ".join(columns) + " |"]
    return "\n".join([*head, "| --- |" + " --: |" * len(columns), *rows])


def tables(built: Built, runs: list[tuple[Loaded, dict[str, Tasks | None]]]) -> str:
    """The results, as Markdown."""
    loads = [loaded for loaded, _ in runs]
    one = loads[0]

    def weight(ending: str, ours: bool) -> str:
        sizes = (
            size
            for path, size in one.weights.items()
            if path.endswith(ending) and path.startswith(OURS) is ours
        )
        return f"{sum(sizes):,}"

    answers = _both([each.answer for each in loads])
    idles = _both([each.idle for each in loads])
    rows = [
        f"| the build, seconds by the clock (of the processor) | {built.clock:.1f} "
        f"({built.processor:.1f}) |",
        f"| the build, memory at most, MB | {built.memory / 1e6:,.0f} |",
        f"| the text in Markdown, bytes | {built.text:,} |",
        f"| the page, bytes | {built.page:,} |",
        f"| the page, bytes by gzip | {one.html:,} |",
        f"| from the end of loading until a key is answered, ms | {answers} |",
        f"| from the end of loading until nothing is left to do, ms | {idles} |",
        f"| from the request to the end of loading, ms | {_both([each.load for each in loads])} |",
        f"| style sheets, bytes by gzip: Postil's | {weight('.css', True)} |",
        f"| scripts, bytes by gzip: Postil's | {weight('.js', True)} |",
        f"| style sheets, bytes by gzip: the theme's | {weight('.css', False)} |",
        f"| scripts, bytes by gzip: the theme's | {weight('.js', False)} |",
        f"| requests | {one.requests} |",
        f"| requests to other hosts | {max(each.strangers for each in loads)} |",
    ]
    works = []
    for name in WORKS:
        found = [tasks for _, done in runs if (tasks := done[name])]
        if found:
            columns = [
                _both([tasks.longest for tasks in found]),
                _both([tasks.busiest for tasks in found]),
                _both([tasks.slowest for tasks in found]),
            ]
            works.append(f"| {name} | {' | '.join(columns)} |")
        else:
            works.append(f"| {name} | not there yet | | |")
    return "\n".join(
        [
            "| building and loading | median (worst) |",
            "| --- | --: |",
            *rows,
            "",
            "| work: median (worst) | longest task, ms | processor time, ms | slowest answer, ms |",
            "| --- | --: | --: | --: |",
            *works,
        ]
    )


def _both(values: list[float]) -> str:
    return f"{statistics.median(values):,.0f} ({max(values):,.0f})"


def machine(chromium: str, runs: int) -> str:
    """One sentence on what was measured with."""
    version = subprocess.run([chromium, "--version"], capture_output=True, text=True, check=True)
    name = re.sub(r" built on.*", "", version.stdout.strip().splitlines()[0])
    return (
        f"{runs} run{'s' * (runs > 1)} with {name} on {platform.system()} {platform.machine()},"
        f" {os.cpu_count()} cores, without a slowed processor or network."
    )


def measured(chromium: str, notes: int, runs: int) -> str:
    """Build a text with so many notes, read it, and tell how that went, as Markdown."""
    shutil.rmtree(CACHE, ignore_errors=True)
    folder = CACHE / "site"
    folder.mkdir(parents=True)
    with served(folder) as address, sync_playwright() as playwright:
        print(f"{notes:,} notes: the build …", file=sys.stderr)
        built = build(CACHE, address, notes)
        sandbox = ["--no-sandbox"] if os.geteuid() == 0 else []
        browser = playwright.chromium.launch(executable_path=chromium, args=[*OPTIONS, *sandbox])
        results: list[tuple[Loaded, dict[str, Tasks | None]]] = []
        for number in range(1, runs + 1):
            print(f"{notes:,} notes: run {number} of {runs} …", file=sys.stderr)
            results.append(measure(browser, address + PATH))
        at = tuple(f"#note-{int(notes * share)}" for share in (0.06, 0.333, 0.7))
        moved = {f"{notes:,} notes": shifts(browser, address + PATH, at)}
        browser.close()
    return f"{tables(built, results)}\n\n{shift_table(moved)}"


def main() -> None:
    """Measure and write."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--runs", type=int, default=5)
    parser.add_argument("--notes", type=int, nargs="+", default=[1_000, 10_000])
    arguments = parser.parse_args()
    chromium = os.environ["POSTIL_CHROMIUM"]
    sections = [machine(chromium, arguments.runs)]
    for notes in arguments.notes:
        sections += [f"## {notes:,} notes", measured(chromium, notes, arguments.runs)]
    found = "\n\n".join(sections)
    print(found)
    text = README.read_text(encoding="utf-8")
    marked = re.compile(r"(<!-- reading -->\n).*?(\n<!-- /reading -->)", re.DOTALL)
    README.write_text(marked.sub(lambda match: match[1] + found + match[2], text), encoding="utf-8")


if __name__ == "__main__":
    main()
