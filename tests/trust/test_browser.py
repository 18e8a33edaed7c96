"""In a real browser nothing that a contribution holds runs, asks another host for something, leads
away or changes what the page around it is."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser, Page

from ..waiting import until
from .conftest import Sites

# Before any script of a page: whatever runs leaves its name in `ran`.
WATCH = """
window.ran = [];
for (const name of ['alert', 'confirm', 'prompt', 'print', 'open'])
  window[name] = (...given) => void window.ran.push(`${name}(${given})`);
"""

# What a page is, apart from what people wrote in it.
LOOK = """() => {
  const own = [...Object.getOwnPropertyNames(window)];
  const bad = [];
  const dead = new Set(['script', 'iframe', 'frame', 'object', 'embed', 'applet', 'base', 'form',
    'template', 'style', 'foreignobject', 'animate', 'set', 'use', 'meta', 'link', 'portal',
    'textarea', 'noscript', 'title', 'select', 'button', 'dialog']);
  const elements = [...document.querySelectorAll('*')];
  const loads = new Set(['http:', 'https:', 'mailto:', 'tel:']);
  for (const element of elements) {
    for (const {name, value} of element.attributes) {
      if (/^on/i.test(name)) bad.push(`${element.tagName} ${name}`);
      if (['srcdoc', 'formaction', 'ping', 'background', 'manifest'].includes(name))
        bad.push(`${element.tagName} ${name}`);
      if (['href', 'src', 'action', 'xlink:href', 'data', 'poster'].includes(name)) {
        let scheme = '';
        try { scheme = new URL(value, document.baseURI).protocol; } catch {}
        const picture = scheme === 'data:' && /^data:image\\/(png|jpeg|gif|webp|avif)/.test(value);
        if (scheme && !loads.has(scheme) && !picture) bad.push(`${element.tagName} ${value}`);
      }
    }
  }
  // The parts of the page: landmarks, Material's and Postil's own, each below those around it.
  const isPart = (one) => !one.closest('.postil-body') && !one.closest('.md-nav--secondary') && (
    /^(main|nav|header|footer|aside|article)$/i.test(one.tagName) ||
    dead.has(one.tagName.toLowerCase()) || one.hasAttribute('data-md-component') ||
    /(^|\\s)md-(?!button|tag|status|nav|skip|ellipsis|typeset__)/.test(String(one.className)) ||
    one.matches('details.postil-note, .postil-page, .postil-explainer, .postil-index'));
  const named = (one) => one.tagName.toLowerCase() +
    (one.getAttribute('data-md-component') ? `[${one.dataset.mdComponent}]` : '') +
    (one.id.startsWith('__') ? `#${one.id}` : '');
  const parts = elements.filter(isPart).map((one) => {
    const way = [];
    for (let at = one; at; at = at.parentElement) if (isPart(at)) way.unshift(named(at));
    return way.join(' > ');
  });
  return {ran: window.ran, bad, parts, address: location.href, title: document.title,
    clobbered: ['__md_scope', '__md_get', '__md_set', '__md_hash', 'fetch', 'document$']
      .filter((name) => window[name] instanceof Node || window[name] instanceof HTMLCollection)};
}"""


def pages_of(folder: Path) -> list[str]:
    found = (path.relative_to(folder).as_posix() for path in sorted(folder.rglob("*.html")))
    return [path.removesuffix("index.html") for path in found]


def look(page: Page, address: str) -> dict[str, Any]:
    page.goto(address, wait_until="load")
    found: dict[str, Any] = page.evaluate(LOOK)
    return found


@pytest.fixture
def watched(browser: Browser) -> Iterator[Page]:
    """A page that notes whatever runs, opens or asks in it.

    Its requests are watched and not stopped, for then the browser keeps nothing between pages.
    """
    surprises: list[str] = []
    with browser.new_context(reduced_motion="reduce", service_workers="block") as context:
        context.add_init_script(WATCH)
        context.on("page", lambda other: other.url != "about:blank" and surprises.append(other.url))
        context.on("request", lambda request: _note(request.url, surprises))
        # A script of the theme or of ours that stops at what it finds.
        context.on("weberror", lambda error: surprises.append(str(error.error)))
        page = context.new_page()
        page.on("dialog", lambda dialog: (surprises.append(dialog.message), dialog.dismiss()))
        yield page
    assert not surprises


def _note(url: str, surprises: list[str]) -> None:
    if not url.startswith(("http://127.0.0.1:", "data:", "blob:")):
        surprises.append(url)


def test_nothing_runs_and_no_page_is_another(
    sites: Sites, hostile_site: str, harmless_site: str, watched: Page
) -> None:
    pages = pages_of(sites.hostile)
    # A payload that no field can hold makes no note; all others have their page.
    assert len(pages) > 0.8 * len(pages_of(sites.harmless))
    wrong: list[str] = []
    # What harmless pages of a kind were seen to be; there are few forms of many pages.
    known: dict[str, list[list[str]]] = {}
    for path in pages:
        address = f"{hostile_site}/{path}"
        found = look(watched, address)
        said = [*found["ran"], *found["bad"], *found["clobbered"]]
        if found["address"] != address:
            said.append(f"leads to {found['address']}")
        if not path.startswith("explainers/") or path == "explainers/":
            # A list has no entry for a note that cannot be read.
            found["parts"] = sorted(set(found["parts"]))
        forms = known.setdefault(re.sub(r"\d+", "", path), [])
        if found["parts"] not in forms:
            expected = look(watched, f"{harmless_site}/{path}")["parts"]
            if not path.startswith("explainers/") or path == "explainers/":
                expected = sorted(set(expected))
            forms.append(expected)
            if found["parts"] != expected:
                said.append(difference(expected, found["parts"]))
        wrong += [f"{path}: {one}" for one in said]
    assert not wrong, "\n".join(wrong[:40])


def difference(expected: list[str], found: list[str]) -> str:
    pairs = zip([*expected, ""], [*found, ""], strict=False)
    was, now = next((was, now) for was, now in pairs if was != now)
    return f"{len(found)} parts for {len(expected)}: {now!r} for {was!r}"


def test_nothing_runs_when_readers_act(sites: Sites, hostile_site: str, watched: Page) -> None:
    """Notes are opened, words hovered and focused, results of the search shown, and texts reached
    by Material's instant navigation."""
    explainers = [one for one in pages_of(sites.hostile) if re.fullmatch(r"explainers/[^/]+/", one)]
    watched.goto(f"{hostile_site}/{explainers[0]}")
    watched.locator(".md-search__input").click()
    for query in ("script", "passage", "words"):
        watched.locator(".md-search__input").fill("")
        watched.locator(".md-search__input").press_sequentially(query)
        until(
            watched,
            "() => /[1-9]/.test(document.querySelector('.md-search-result__meta').textContent)",
        )
        assert watched.evaluate("() => window.ran") == []
    for path in explainers[:12]:
        watched.goto(f"{hostile_site}/{path}")
        watched.evaluate(
            """() => {
              for (const one of document.querySelectorAll('details')) one.open = true;
              const events = ['mouseover', 'mouseenter', 'pointerenter', 'focus', 'toggle',
                'animationstart', 'error', 'load', 'scrollend'];
              for (const one of document.querySelectorAll('article *'))
                for (const name of events)
                  one.dispatchEvent(new Event(name, {bubbles: false}));
            }"""
        )
        assert watched.evaluate("() => window.ran") == []
        assert watched.url == f"{hostile_site}/{path}"
