"""What tests of anchoring share."""

from __future__ import annotations

import pytest

from postil.anchor import lookup, seeds


@pytest.fixture
def indexed_at_once(monkeypatch: pytest.MonkeyPatch) -> None:
    """Texts are indexed at the first question, and not once there were many."""
    monkeypatch.setattr(lookup, "READINGS", -1)
    monkeypatch.setattr(seeds, "SINGLY", 0)
