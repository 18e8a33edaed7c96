"""The first explainer of the site, which most browser tests read."""

from __future__ import annotations

import pytest

EXPLAINER = "/explainers/mayoral-campaign-groups/"


@pytest.fixture(scope="session")
def explainer(site: str) -> str:
    """The address of the first explainer."""
    return site + EXPLAINER
