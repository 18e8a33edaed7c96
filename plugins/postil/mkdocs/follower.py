"""The process that builds a whole site beside a preview; see `postil.mkdocs.following`."""

from __future__ import annotations

import json
import logging
import os
import sys
from pathlib import Path
from typing import Any

from mkdocs.commands.build import build
from mkdocs.config import load_config

from postil.mkdocs.following import DONE, SITE, differences
from postil.mkdocs.heard import Heard


def follow(order: dict[str, Any], heard: Heard) -> None:
    """Builds the site as `mkdocs serve` would, and leaves what is wrong with it beside it."""
    folder = Path(order["folder"])
    logger = logging.getLogger("mkdocs")
    logger.setLevel(order["level"])
    logger.addHandler(heard)
    options = {**order["options"], "site_dir": str(folder / SITE)}
    config = load_config(order["config_file"], **options)
    config.plugins.on_startup(command="serve", dirty=False)
    for plugin in config.plugins.values():
        if hasattr(plugin, "follow_preview"):
            plugin.follow_preview(Path(order["index"]))
    config.site_url = order["site_url"]
    try:
        build(config, serve_url=order["site_url"])
    finally:
        config.plugins.on_shutdown()
    # While the preview goes on: it need not compare them.
    other, gone = differences(folder / SITE, Path(order["site"]))
    done = {"told": heard.messages, "other": other, "gone": gone}
    (folder / DONE).write_text(json.dumps(done), encoding="utf-8")


def main() -> None:
    """Follows the order that is read, and ends with the reason where that fails."""
    if hasattr(os, "nice"):
        os.nice(5)  # the preview comes first
    heard = Heard()
    try:
        follow(json.load(sys.stdin), heard)
    except (Exception, SystemExit) as error:
        said = [one for one, level in heard.messages.items() if level >= logging.ERROR]
        sys.exit("\n".join([*said[-1:], str(error) or type(error).__name__]))


if __name__ == "__main__":
    main()
