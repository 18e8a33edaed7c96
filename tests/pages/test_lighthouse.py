"""Lighthouse gives full marks for what does not depend on time."""

from __future__ import annotations

import json
import os
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

PATHS = {
    "home": "/",
    "index": "/explainers/",
    "examined": "/explainers/mayoral-campaign-groups/",
    "primary": "/explainers/washington-newport-letter/",
    "note": "/explainers/mayoral-campaign-groups/notes/only-citizens-vote-for-mayor/",
    "sources": "/sources/",
    "corrections": "/corrections/",
    "changes": "/changes/",
    "contributors": "/contributors/",
    "open": "/open/",
    "tutorial": "/tutorial/",
    "how-to": "/how-to/write/",
    "reference": "/reference/files/",
    "about": "/about/method/",
    "missing": "/404.html",
}
CATEGORIES = ("accessibility", "best-practices", "seo")


@pytest.mark.parametrize("name", PATHS)
def test_lighthouse_gives_full_marks(
    name: str,
    site: str,
    chromium_path: str,
    run_script: Callable[..., Any],
    finding: Any,
    exemptions: Any,
    tmp_path: Path,
) -> None:
    report = tmp_path / "report.json"
    sandbox = " --no-sandbox" if os.geteuid() == 0 else ""
    done = run_script(
        "lighthouse/cli/index.js",
        site + PATHS[name],
        "--output=json",
        f"--output-path={report}",
        f"--only-categories={','.join(CATEGORIES)}",
        f"--chrome-flags=--headless=new{sandbox}",
        # Nothing here is measured in time, and the pages are small: no slow network is imitated,
        # and no time is spent on waiting for Material's search to fall silent.
        "--throttling-method=provided",
        "--max-wait-for-load=4000",
        "--disable-full-page-screenshot",
        "--no-enable-error-reporting",
        "--quiet",
        env={**os.environ, "CHROME_PATH": chromium_path},
    )
    assert done.returncode == 0, done.stderr
    result = json.loads(report.read_bytes())
    assert result.get("runtimeError") is None
    found = []
    for category in CATEGORIES:
        for reference in result["categories"][category]["auditRefs"]:
            audit = result["audits"][reference["id"]]
            if reference["weight"] and audit["score"] is not None and audit["score"] < 1:
                items = audit.get("details", {}).get("items") or [{}]
                found += [finding(audit["id"], _html(item), audit["title"]) for item in items]
    exemptions.check("lighthouse", found, page=name)


def _html(item: Any) -> str:
    """The HTML of the element that an audit names, or all that it says."""
    snippet: str = item.get("node", {}).get("snippet") or json.dumps(item)
    return snippet
