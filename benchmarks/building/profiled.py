"""Where the time of a build goes: its parts, from Python's profiler, in one process.

python profiled.py CONFIGURATION SITE    prints the parts as JSON, in seconds of processor time
"""

from __future__ import annotations

import cProfile
import json
import logging
import sys
import time
from collections.abc import Mapping
from typing import Any
from unittest.mock import patch

from mkdocs.commands.build import build
from mkdocs.config import load_config

from postil.mkdocs import plugin
from postil.read.library import Reading, read_site

PARTS: Mapping[str, tuple[str, ...]] = {
    "reading what people wrote": ("read/library.py:read_site",),
    "Markdown of texts, by the host": ("mkdocs/rendering.py:render_apart",),
    "anchoring": ("site/explain.py:anchored_in",),
    "pages of texts": ("site/pages.py:page_of_text",),
    "pages of notes": ("filling/notes.py:add_notes",),
    "pages about all texts": ("filling/sheets.py:overview", "filling/sheets.py:index"),
    "files for machines": ("site/made.py:text_files", "filling/tasks.py:_files"),
    "the theme's template and search": ("mkdocs/finished.py:page",),
    "keys, and what is kept": ("site/digest.py:digest", "postil/kept.py:get", "postil/kept.py:put"),
    "writing and removing files": (
        "filling/delivery.py:write",
        "structure/files.py:copy_static_files",
        "utils/__init__.py:clean_directory",
    ),
}
"""Functions by the ends of their files' paths and their names. None calls another one of them, but
for what reading takes from an earlier build (see `reading`)."""

READ, KEPT = "reading what people wrote", "keys, and what is kept"


def parts_of(profile: cProfile.Profile) -> dict[str, float]:
    """Seconds of each part, and of the rest, so far."""
    found, all = dict.fromkeys(PARTS, 0.0), 0.0
    for entry in profile.getstats():
        all += entry.inlinetime
        if isinstance(entry.code, str):  # a function that is not of Python
            continue
        name = f"{entry.code.co_filename}:{entry.code.co_name}"
        for part, functions in PARTS.items():
            if name.endswith(functions):
                found[part] += entry.totaltime
    found["the rest: MkDocs, its theme, Python"] = all - sum(found.values())
    return found


def main(configuration: str, site: str) -> None:
    """Builds under the profiler."""
    config = load_config(configuration, site_dir=site)
    config.plugins["postil"].config["jobs"] = 1
    logging.disable(logging.CRITICAL)
    profile = cProfile.Profile(time.process_time)
    twice = 0.0

    def reading(*given: Any) -> Reading:
        """Reads, and notes what is of two parts: it counts as kept alone."""
        nonlocal twice
        before = parts_of(profile)[KEPT]
        found = read_site(*given)
        twice = parts_of(profile)[KEPT] - before
        return found

    with patch.object(plugin, "read_site", reading):
        profile.enable()
        config.plugins.on_startup(command="build", dirty=False)
        build(config)
        profile.disable()
    parts = parts_of(profile)
    rest = list(parts)[-1]
    print(json.dumps({**parts, READ: parts[READ] - twice, rest: parts[rest] + twice}))


if __name__ == "__main__":
    main(*sys.argv[1:])
