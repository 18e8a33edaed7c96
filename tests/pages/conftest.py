"""The pages that the checkers look at, and what they say of them that stands all the same."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path

import pytest
from playwright.sync_api import Page


@dataclass(frozen=True, slots=True)
class PageType:
    """One kind of page of the site, and where to look at one."""

    name: str
    path: str
    has_notes: bool = False


# Every kind of page has a line here, and every checker looks at it.
PAGES = (
    PageType("home", "/"),
    PageType("index", "/explainers/"),
    PageType("explainer", "/explainers/mayoral-campaign-groups/", has_notes=True),
    PageType("note", "/explainers/mayoral-campaign-groups/notes/only-citizens-vote-for-mayor/"),
    PageType("sources", "/sources/"),
    PageType("corrections", "/corrections/"),
    PageType("changes", "/changes/"),
    PageType("contributors", "/contributors/"),
    PageType("open", "/open/"),
    PageType("manual", "/how-to/write/"),
    PageType("missing", "/404.html"),
)


@dataclass(frozen=True, slots=True)
class Finding:
    """One thing that a checker said of one element."""

    rule: str
    html: str
    words: str

    def __str__(self) -> str:
        return f"{self.rule}: {self.words}\n    {self.html[:300]}"


@dataclass(frozen=True, slots=True)
class Exemption:
    """Findings that stand, with the reason; `exemptions.toml` explains the fields."""

    checkers: Sequence[str]
    rule: str
    html: str
    reason: str
    words: str = ""
    pages: Sequence[str] = ()
    scheme: str = ""

    def covers(self, finding: Finding) -> bool:
        return (
            finding.rule == self.rule and self.html in finding.html and self.words in finding.words
        )


class Exemptions:
    """The findings that stand."""

    def __init__(self, path: Path) -> None:
        listed = tomllib.loads(path.read_text(encoding="utf-8")).get("exemption", [])
        self._listed = [Exemption(**entry) for entry in listed]

    def check(
        self, checker: str, findings: list[Finding], *, page: str = "", scheme: str = ""
    ) -> None:
        """Fail where a finding is not exempted, and where an exemption covers none any more."""
        listed = [
            one
            for one in self._listed
            if checker in one.checkers
            and (not page or not one.pages or page in one.pages)
            and (not scheme or one.scheme in {"", scheme})
        ]
        wrong = {
            str(finding) for finding in findings if not any(one.covers(finding) for one in listed)
        }
        wrong |= {
            f"This exemption covers nothing any more; it can go: {one}"
            for one in listed
            if not any(one.covers(finding) for finding in findings)
        }
        if wrong:
            pytest.fail("\n".join([f"{checker}:", *sorted(wrong)]), pytrace=False)


@pytest.fixture(scope="session")
def exemptions() -> Exemptions:
    """What the checkers say and stands all the same."""
    return Exemptions(Path(__file__).parent / "exemptions.toml")


@pytest.fixture(scope="session")
def finding() -> type[Finding]:
    """The form that each checker's words are brought into."""
    return Finding


@pytest.fixture(params=PAGES, ids=lambda kind: kind.name)
def page_type(request: pytest.FixtureRequest) -> PageType:
    """Each kind of page."""
    kind: PageType = request.param
    return kind


# All that a browser can keep of a visit beside cookies, which fail any test: see `Visit`.
KEPT = """async () => [
    ...Object.keys(localStorage).map((name) => `local storage ${name}`),
    ...Object.keys(sessionStorage).map((name) => `session storage ${name}`),
    ...(await caches.keys()).map((name) => `cache ${name}`),
    ...(await indexedDB.databases()).map(({ name }) => `database ${name}`),
    ...(await navigator.serviceWorker.getRegistrations()).map(({ scope }) => `worker ${scope}`),
].sort()"""


@pytest.fixture(scope="session")
def kept() -> Callable[[Page], list[str]]:
    """What the pages keep in the browser: each thing by the place where it lies and its name."""

    def look(page: Page) -> list[str]:
        found: list[str] = page.evaluate(KEPT)
        return found

    return look


@pytest.fixture(scope="session")
def named(root: Path) -> list[str]:
    """What the page on privacy says is kept, in the same form."""
    page = (root / "docs" / "about" / "privacy.md").read_text(encoding="utf-8")
    rows = re.findall(r"^\| `([^`]+)` \| ([a-z ]+) \|", page, re.MULTILINE)
    return sorted(f"{place} {name}" for name, place in rows)
