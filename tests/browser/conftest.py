"""The site of this repository, built and served once for all browser tests."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

EXPLAINER = "/explainers/mayoral-campaign-groups/"


@pytest.fixture(scope="session")
def site(root: Path, tmp_path_factory: pytest.TempPathFactory, serve: Callable[..., str]) -> str:
    """The address of the site, without a slash at its end."""
    folder = tmp_path_factory.mktemp("site")
    address = serve(folder)
    subprocess.run(
        [sys.executable, "-m", "mkdocs", "build", "--strict", "--quiet", "--site-dir", folder],
        cwd=root,
        check=True,
        # Instant navigation works only where the site knows its own address.
        env={**os.environ, "SITE_URL": f"{address}/", "NO_MKDOCS_2_WARNING": "1"},
    )
    return address


@pytest.fixture(scope="session")
def explainer(site: str) -> str:
    """The address of the first explainer."""
    return site + EXPLAINER
