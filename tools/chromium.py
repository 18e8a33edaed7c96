"""Find a Chromium for the browser tests, and install one where there is none.

Prints the path of the browser. With `--install`, installs what is missing: the browser, as Debian's
package where apt can be used and else as Playwright's own build, and the one library that
Playwright's driver needs and a small Debian lacks.
"""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path

from playwright._impl._driver import compute_driver_executable

# The one without windows comes first: it opens a page in a fifth of the time.
NAMES = (
    "chromium-headless-shell",
    "chromium",
    "chromium-browser",
    "google-chrome-stable",
    "google-chrome",
)
MAC = (
    Path("/Applications/Chromium.app/Contents/MacOS/Chromium"),
    Path("/Applications/Google Chrome.app/Contents/MacOS/Google Chrome"),
)
# Where Playwright keeps the browsers that it downloads, and the program in each of them.
CACHES = (".cache/ms-playwright", "Library/Caches/ms-playwright")
PROGRAMS = ("chrome-linux*/chrome", "chrome-mac*/*.app/Contents/MacOS/*")

NO_BROWSER = (
    "The browser tests need Chromium, and none was found: install it (on Debian: apt-get install"
    " chromium), or set CHROMIUM to the path of a Chromium or Chrome."
)
NO_DRIVER = (
    "The browser tests need Playwright's driver, and it does not run: install what it misses (on"
    " Debian: apt-get install libatomic1)."
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
    for path in (*MAC, *_of_playwright()):
        if path.exists():
            return str(path)
    return None


def _of_playwright() -> list[Path]:
    """The builds that Playwright downloaded, newest first."""
    chosen = os.environ.get("PLAYWRIGHT_BROWSERS_PATH")
    folders = [Path(chosen)] if chosen else [Path.home() / cache for cache in CACHES]
    found = [
        path
        for folder in folders
        for program in PROGRAMS
        for path in folder.glob(f"chromium-*/{program}")
    ]
    return sorted(found, reverse=True)


def driver_runs() -> bool:
    """Whether the driver of Playwright, a Node.js that comes with it, finds its libraries."""
    program, _ = compute_driver_executable()
    return subprocess.run([program, "--version"], capture_output=True).returncode == 0


def _as_root() -> list[str] | None:
    """What to put before a command so that root runs it without being asked, or None."""
    if os.geteuid() == 0:
        return []
    sudo = shutil.which("sudo")
    if sudo and subprocess.run([sudo, "-n", "true"], capture_output=True).returncode == 0:
        return [sudo, "-n"]
    return None


def install() -> None:
    """Install what is missing, saying how. Whether it worked is told by looking again."""
    root = _as_root()
    if (find() is None or not driver_runs()) and shutil.which("apt-get") and root is not None:
        _say("Installing Chromium with apt-get, for the browser tests …")
        quiet = [*root, "env", "DEBIAN_FRONTEND=noninteractive", "apt-get", "-qq"]
        install = [*quiet, "install", "--yes", "--no-install-recommends"]
        if _run([*quiet, "update"]):
            if not driver_runs():
                _run([*install, "libatomic1"])
            # Older releases have it with windows only.
            if find() is None and not _run([*install, "chromium-headless-shell"]):
                _run([*install, "chromium"])
    if find() is None and driver_runs():
        _say("Downloading Playwright's build of Chromium, for the browser tests …")
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
    if "--install" in sys.argv[1:]:
        install()
    path = find()
    if path is None:
        raise SystemExit(NO_BROWSER)
    if not driver_runs():
        raise SystemExit(NO_DRIVER)
    print(path)


if __name__ == "__main__":
    main()
