"""The hostile site and the harmless one beside it, built once."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import pytest

from .hostile_site import GROUP, HARMLESS, write_site
from .payloads import corpus, share

FAST = 48
"""Payloads that `make test` tries; `make trust` tries all."""
PARTS = 8
"""Pairs of sites that all of them are divided into, so that several are tried at once."""


@dataclass(frozen=True, slots=True)
class Sites:
    """Two sites that differ in the words of their fields alone, as they were built."""

    payloads: list[str]
    hostile: Path
    harmless: Path


def build(root: Path) -> Path:
    """Builds the site below `root`; the folder with its pages."""
    built = subprocess.run(
        [sys.executable, "-m", "mkdocs", "build", "--quiet"],
        cwd=root,
        capture_output=True,
        text=True,
        env={**os.environ, "NO_MKDOCS_2_WARNING": "1"},
    )
    assert built.returncode == 0, built.stderr[-2000:]
    return root / "site"


@pytest.fixture(
    scope="session",
    params=[
        "share",
        *(pytest.param(part, marks=pytest.mark.trust, id=f"part-{part}") for part in range(PARTS)),
    ],
)
def sites(
    request: pytest.FixtureRequest,
    tmp_path_factory: pytest.TempPathFactory,
) -> Sites:
    """Both sites, with a share of the payloads or with a part of all of them."""
    every = share(FAST) if request.param == "share" else corpus()[request.param :: PARTS]
    payloads = every + every[: -len(every) % GROUP]
    folder = tmp_path_factory.mktemp("sites")
    write_site(folder / "hostile", payloads)
    write_site(folder / "harmless", [HARMLESS] * len(payloads))
    return Sites(payloads, build(folder / "hostile"), build(folder / "harmless"))


@pytest.fixture(scope="session")
def hostile_site(sites: Sites, serve: Callable[..., str]) -> str:
    """Where the hostile site is served."""
    return serve(sites.hostile)


@pytest.fixture(scope="session")
def harmless_site(sites: Sites, serve: Callable[..., str]) -> str:
    """Where the harmless site is served."""
    return serve(sites.harmless)
