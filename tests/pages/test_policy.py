"""Every kind of page works under the content security policy that the site ships with."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from playwright.sync_api import Page

from ..waiting import until

TELL = """document.addEventListener('securitypolicyviolation', (event) =>
  violated(`${location.pathname}: ${event.violatedDirective} ${event.blockedURI} ${event.sample}`));
"""
EXPLAINER = "explainers/mayoral-campaign-groups/"
PAGES = (
    *("", "explainers/", EXPLAINER, f"{EXPLAINER}notes/only-citizens-vote-for-mayor/", "sources/"),
    *("corrections/", "changes/", "contributors/", "open/", "how-to/write/", "404.html"),
    *("reference/configuration/", "explanation/design/"),
)


def directives(policy: str) -> dict[str, str]:
    pairs = (one.strip().partition(" ") for one in policy.split(";"))
    return {name: sources for name, _, sources in pairs}


@pytest.fixture(scope="module")
def headers(site_folder: Path) -> dict[str, str]:
    """What the file for hosts says of every address."""
    lines = (site_folder / "_headers").read_text(encoding="utf-8").splitlines()
    assert lines[0] == "/*"
    pairs = (line.strip().partition(": ") for line in lines[1:])
    return {name: value for name, _, value in pairs}


@pytest.fixture
def told(page: Page) -> list[str]:
    """What the policy kept from happening in the page."""
    violations: list[str] = []
    page.expose_function("violated", lambda told: violations.append(told))
    page.add_init_script(TELL)
    page.on(
        "console",
        lambda one: violations.append(one.text) if "Content Security" in one.text else None,
    )
    return violations


def test_the_policy_is_strict(headers: dict[str, str], site_folder: Path) -> None:
    policy = headers["Content-Security-Policy"]
    assert "unsafe" not in policy
    # No source but the site itself, hashes, and pictures within a stylesheet.
    sources = directives(policy)
    assert {one for name in sources for one in sources[name].split() if "sha256" not in one} == {
        "'self'",
        "'none'",
        "data:",
    }
    assert sources["object-src"] == sources["base-uri"] == "'none'"
    assert sources["script-src"].count("sha256") <= 6, "more inline scripts than Material has"
    assert headers.keys() == {
        "Content-Security-Policy",
        "X-Content-Type-Options",
        "Referrer-Policy",
        "Permissions-Policy",
    }
    # Hosts cut lines after 2,000 characters.
    assert len(policy) < 1900
    # The same stands in each page, but for what only a header can say.
    for path in ("index.html", f"{EXPLAINER}index.html", "404.html"):
        page = (site_folder / path).read_text(encoding="utf-8")
        written = policy.removesuffix("; frame-ancestors 'self'")
        meta = f'<meta http-equiv="Content-Security-Policy" content="{written}">'
        assert page.count(meta) == 1
        assert page.index(meta) < page.index("<script")


def test_no_page_needs_more(
    page: Page,
    told: list[str],
    site_folder: Path,
    headers: dict[str, str],
    serve: Callable[..., str],
) -> None:
    address = serve(site_folder, headers)
    for path in PAGES:
        answer = page.goto(f"{address}/{path}")
        assert answer is not None
        assert "content-security-policy" in answer.headers
        # Material's script has run, and ours where there is something for it.
        until(page, "() => document.documentElement.classList.contains('js')")
    assert told == []


@pytest.mark.usefixtures("searching")
def test_nothing_that_readers_do_needs_more(page: Page, told: list[str], site: str) -> None:
    page.goto(f"{site}/{EXPLAINER}")
    page.locator("[data-md-component=palette] label:visible").click()
    until(page, "() => document.body.dataset.mdColorScheme === 'slate'")
    page.keyboard.press("j")
    page.locator(".postil-ref:visible").first.click()
    page.locator("details.postil-note[open]").first.wait_for(state="attached")
    page.locator(".postil-controls .postil-help").click()
    page.keyboard.press("Escape")
    page.locator(".postil-filter select").first.select_option("correction")
    page.locator(".md-search__input").click()
    page.keyboard.type("mayor")
    page.locator(".md-search-result__item").first.wait_for()
    page.keyboard.press("Escape")
    # By Material's instant navigation, to pages with scripts and styles of their own.
    for name in ("Record", "Manual", "Explainers"):
        page.locator(f".md-tabs a:has-text('{name}')").click()
        page.wait_for_load_state("networkidle")
    page.locator("article a[href*='mayoral']").first.click()
    page.locator("details.postil-note").first.wait_for(state="attached")
    assert told == []


def test_the_policy_keeps_a_script_from_running(page: Page, told: list[str], site: str) -> None:
    page.goto(f"{site}/{EXPLAINER}")
    page.evaluate(
        """() => {
          window.ran = 0;
          const script = document.createElement('script');
          script.textContent = 'window.ran = 1';
          document.body.append(script);
          document.body.insertAdjacentHTML('beforeend', '<img src=x: onerror="window.ran = 2">');
        }"""
    )
    page.wait_for_timeout(200)
    assert page.evaluate("() => window.ran") == 0
    assert told
