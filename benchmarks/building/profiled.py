"""Where the time of a build goes: its parts, from Python's profiler, in one process.

python profiled.py CONFIGURATION SITE    prints the parts as JSON, in seconds of processor time
"""

from __future__ import annotations

import cProfile
import json
import logging
import pstats
import sys
import time
from collections.abc import Mapping

from mkdocs.commands.build import build
from mkdocs.config import load_config

PARTS: Mapping[str, tuple[str, ...]] = {
    "reading what people wrote": ("read/library.py:read_site",),
    "Markdown of texts, by the host": ("mkdocs/rendering.py:render_apart",),
    "anchoring": ("site/explain.py:anchored_in",),
    "pages of texts": ("site/pages.py:page_of_text",),
    "pages of notes": ("mkdocs/filling.py:_notes",),
    "pages about all texts": ("mkdocs/filling.py:_overview", "mkdocs/filling.py:_index"),
    "files for machines": ("site/made.py:text_files", "mkdocs/filling.py:_files"),
    "the theme's template and search": ("mkdocs/finished.py:page",),
    "keys, and what is kept": ("site/digest.py:digest", "postil/kept.py:get", "postil/kept.py:put"),
    "writing and removing files": (
        "mkdocs/filling.py:write",
        "structure/files.py:copy_static_files",
        "utils/__init__.py:clean_directory",
    ),
}
"""Functions by the ends of their files' paths and their names. None calls another one of them, but
for what reading takes from an earlier build: that is part of what is kept as well."""


def parts_of(stats: pstats.Stats) -> dict[str, float]:
    """Seconds of each part, and of the rest."""
    found = dict.fromkeys(PARTS, 0.0)
    # The types of the library leave out both tables.
    for (file, _, name), (_, _, _, seconds, _) in stats.stats.items():  # type: ignore[attr-defined]
        for part, functions in PARTS.items():
            if any(f"{file}:{name}".endswith(function) for function in functions):
                found[part] += seconds
    found["the rest: MkDocs, its theme, Python"] = stats.total_tt - sum(found.values())  # type: ignore[attr-defined]
    return found


def main(configuration: str, site: str) -> None:
    """Builds under the profiler."""
    config = load_config(configuration, site_dir=site)
    config.plugins["postil"].config["jobs"] = 1
    logging.disable(logging.CRITICAL)
    profile = cProfile.Profile(time.process_time)
    profile.enable()
    config.plugins.on_startup(command="build", dirty=False)
    build(config)
    profile.disable()
    print(json.dumps(parts_of(pstats.Stats(profile))))


if __name__ == "__main__":
    main(*sys.argv[1:])
