"""Takes the pictures of the README: the first explainer, as the built site shows it."""

from __future__ import annotations

import functools
import http.server
import os
import sys
import threading
from pathlib import Path

from playwright.sync_api import ViewportSize, sync_playwright

ROOT = Path(__file__).resolve().parent.parent
PAGE = "/explainers/mayoral-campaign-groups/"
SIZE: ViewportSize = {"width": 1240, "height": 780}


def main() -> None:
    """Writes docs/assets/reading-light.png and -dark.png from the folder `site/`."""
    handler = functools.partial(http.server.SimpleHTTPRequestHandler, directory=ROOT / "site")
    server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), handler)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    for_root = ["--no-sandbox"] if os.geteuid() == 0 else []
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=sys.argv[1], args=for_root)
        for scheme in ("light", "dark"):
            page = browser.new_page(viewport=SIZE, color_scheme=scheme)
            page.goto(f"http://127.0.0.1:{server.server_port}{PAGE}", wait_until="networkidle")
            page.screenshot(path=ROOT / "docs" / "assets" / f"reading-{scheme}.png")
        browser.close()


if __name__ == "__main__":
    main()
