"""Find a Chromium for the browser tests, and install one where there is none.

Prints the path of the browser. With `--install`, installs one if none is found: as Debian's
package where apt can be used, else as Playwright's own build.
"""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path

NAMES = ("chromium", "chromium-browser", "google-chrome-stable", "google-chrome")
MAC = (
    Path("/Applications/Chromium.app/Contents/MacOS/Chromium"),
    Path("/Applications/Google Chrome.app/Contents/MacOS/Google Chrome"),
)
HELP = (
    "The browser tests need Chromium, and none was found: install it (on Debian: apt-get install"
    " chromium), or set CHROMIUM to the path of a Chromium or Chrome."
)


def find() -> str | None:
    """The path of a Chromium or Chrome, or None. `$CHROMIUM` goes before every other.

    Raises SystemExit where `$CHROMIUM` is set and is no program.
    """
    if wanted := os.environ.get("CHROMIUM"):
        found = shutil.which(wanted)
        if found is None:
            raise SystemExit(f"CHROMIUM is set to {wanted}, which is no program.")
        return found
    for name in NAMES:
        if found := shutil.which(name):
            return found
    for path in MAC:
        if path.exists():
            return str(path)
    return _of_playwright()


def _of_playwright() -> str | None:
    """The path of the build that Playwright installed, if it did."""
    from playwright.sync_api import sync_playwright

    with sync_playwright() as playwright:
        path = Path(playwright.chromium.executable_path)
    return str(path) if path.exists() else None


def _as_root() -> list[str] | None:
    """What to put before a command so that root runs it without being asked, or None."""
    if os.geteuid() == 0:
        return []
    sudo = shutil.which("sudo")
    if sudo and subprocess.run([sudo, "-n", "true"], capture_output=True).returncode == 0:
        return [sudo, "-n"]
    return None


def install() -> None:
    """Install a Chromium, saying how. Whether it worked is told by `find`."""
    root = _as_root()
    if shutil.which("apt-get") and root is not None:
        _say("No Chromium found: installing Debian's package with apt-get (some minutes) …")
        quiet = [*root, "env", "DEBIAN_FRONTEND=noninteractive", "apt-get", "-qq"]
        if _run([*quiet, "update"]):
            _run([*quiet, "install", "--yes", "--no-install-recommends", "chromium"])
        if find():
            return
    _say("No Chromium found: downloading Playwright's build into its cache (some minutes) …")
    _run([sys.executable, "-m", "playwright", "install", "chromium"])


def _run(command: list[str]) -> bool:
    """Run a command; show what it printed only if it failed."""
    done = subprocess.run(command, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True)
    if done.returncode:
        _say(f"{' '.join(command)}\n{done.stdout}")
    return done.returncode == 0


def _say(words: str) -> None:
    print(words, file=sys.stderr, flush=True)


def main() -> None:
    """Print the path of a Chromium; exit with one sentence on how to get one if there is none."""
    path = find()
    if path is None and "--install" in sys.argv[1:]:
        install()
        path = find()
    if path is None:
        raise SystemExit(HELP)
    print(path)


if __name__ == "__main__":
    main()
