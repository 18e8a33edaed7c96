"""What tests tried, for the table that `make trust` writes into the manual.

A test that is marked `trust` takes the fixture and says, at its end, how many of what it tried:

    @pytest.mark.trust
    def test_every_sign(tried: Tried) -> None:
        …
        tried("Signs of Markdown, again and again", 248)

The same words in several tests, or in one with several parameters, make one line of the table, with
the sum. Only `make trust` writes; see `tools/tried.py`.
"""

from __future__ import annotations

import os
from collections import Counter
from collections.abc import Callable, Iterable

import pytest

Tried = Callable[[str, int], None]
RECORDING = "POSTIL_RECORD_TRIED"
"""Set by `make trust`."""
TRUST = pytest.StashKey[frozenset[str]]()
"""The functions that are marked `trust`, of the tests that were collected, as pytest names them."""


@pytest.fixture
def tried(request: pytest.FixtureRequest) -> Tried:
    """Notes how many of what a test tried."""

    def note(what: str, count: int) -> None:
        request.node.user_properties.append(("tried", [what, count]))

    return note


@pytest.hookimpl(tryfirst=True)
def pytest_collection_modifyitems(config: pytest.Config, items: Iterable[pytest.Item]) -> None:
    marked = (item.nodeid for item in items if item.get_closest_marker("trust"))
    config.stash[TRUST] = frozenset(name.partition("[")[0] for name in marked)


def pytest_configure(config: pytest.Config) -> None:
    if os.environ.get(RECORDING) and not hasattr(config, "workerinput"):
        config.pluginmanager.register(Recorder(config), "tried")


class Recorder:
    """Gathers what every test tried, those of other processes too, and writes it down."""

    def __init__(self, config: pytest.Config) -> None:
        some = config.option.keyword or config.option.maxfail
        self._whole = not some and config.args_source is pytest.Config.ArgsSource.TESTPATHS
        self.tried: dict[str, Counter[str]] = {}
        self.failed: set[str] = set()

    def pytest_runtest_logreport(self, report: pytest.TestReport) -> None:
        # The report of a test whose process died has no marks.
        if "trust" not in report.keywords and not report.failed:
            return
        counts = self.tried[report.nodeid] = Counter()
        for name, value in report.user_properties:
            if name == "tried":
                what, count = value  # type: ignore[misc]  # pytest takes any value
                counts[what] += count
        if report.failed:
            self.failed.add(report.nodeid)

    def pytest_sessionfinish(self, exitstatus: int) -> None:
        from tools.tried import Outcome, add

        ended = exitstatus in {pytest.ExitCode.OK, pytest.ExitCode.TESTS_FAILED}
        now = {
            name: Outcome(dict(counts), name in self.failed) for name, counts in self.tried.items()
        }
        if now:
            add(now, self._whole and ended)
