"""What a browser makes of the pages of a site: what runs, what they ask for, what they are."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from playwright.sync_api import Browser, Dialog, Page

from .serving import served

LOOK = (Path(__file__).parent / "look.js").read_text(encoding="utf-8")
# Before any script of a page and of its frames: whatever runs leaves its name in `ran`.
WATCH = """
window.ran = [];
for (const name of ['alert', 'confirm', 'prompt', 'print', 'open'])
  window[name] = (...given) => void window.ran.push(`${name}(${given})`);
"""
# Notes are opened, words hovered and focused.
ACT = """() => {
  for (const one of document.querySelectorAll('details')) one.open = true;
  const events = ['mouseover', 'mouseenter', 'pointerenter', 'focus', 'toggle', 'animationstart',
    'error', 'load', 'scrollend', 'beforematch'];
  for (const one of document.querySelectorAll('article *'))
    for (const name of events) one.dispatchEvent(new Event(name, {bubbles: false}));
  return window.ran;
}"""
# A document of its own for each, as a browser parses it, with scripts, pictures and styles.
_FRAMES = f"""async (addresses) => {{
  const look = {LOOK};
  return Promise.all(addresses.map((address) => new Promise((done) => {{
    const frame = document.createElement('iframe');
    frame.addEventListener('load', () => {{
      let found;
      try {{ found = look(frame.contentDocument); }}
      catch (error) {{ found = {{error: `${{error}}`}}; }}
      frame.remove();
      done(found);
    }}, {{once: true}});
    frame.src = address;
    document.documentElement.append(frame);
  }})));
}}"""
_AT_ONCE = 12


@dataclass(slots=True)
class Watched:
    """A tab, and what went on in it that may not."""

    page: Page
    surprises: list[str] = field(default_factory=list)
    opened: int = 0

    def look(self, address: str) -> dict[str, Any]:
        """What a page is, loaded whole, then acted on."""
        self.page.goto(address, wait_until="load")
        return self.look_here(address)

    def look_here(self, address: str) -> dict[str, Any]:
        """What the page that is open is, which should be that of `address`."""
        self.opened += 1
        found: dict[str, Any] = self.page.evaluate(f"(() => ({LOOK})(document))()")
        found["ran"] = [*found["ran"], *self.page.evaluate(ACT)]
        found["address"] = self.page.url
        return _with_lead(found, address)

    def look_bare(self, folder: Path, paths: Iterable[str]) -> Iterator[tuple[str, dict[str, Any]]]:
        """What each page of a folder is before a script of the theme acts on it."""
        every = list(paths)
        with served(folder, bare=True) as root:
            self.page.goto(f"{root}/bare/")
            for at in range(0, len(every), _AT_ONCE):
                some = every[at : at + _AT_ONCE]
                addresses = [f"{root}/{path}" for path in some]
                found = self.page.evaluate(_FRAMES, addresses)
                self.opened += len(some)
                for path, address, one in zip(some, addresses, found, strict=True):
                    yield path, _with_lead(one, address)


def _with_lead(found: dict[str, Any], address: str) -> dict[str, Any]:
    """What is wrong with a page by itself, under `said`."""
    if error := found.get("error"):
        return {"said": [f"not to be looked at: {error}"], "parts": [], "places": []}
    found["said"] = [*found["ran"], *found["bad"], *found["clobbered"]]
    if found["address"] != address:
        found["said"].append(f"leads to {found['address']}")
    return found


@contextmanager
def watched_tab(browser: Browser) -> Iterator[Watched]:
    """A tab that notes whatever runs, opens or asks in it.

    The policy of the site is put aside: nothing may get so far that only it could stop it. Requests
    are watched and not stopped, for then the browser keeps nothing between pages.
    """
    with browser.new_context(
        reduced_motion="reduce", service_workers="block", bypass_csp=True
    ) as context:
        context.add_init_script(WATCH)
        tab = Watched(context.new_page())
        surprises = tab.surprises
        context.on("page", lambda other: surprises.append(f"opened {other.url}"))
        context.on("request", lambda request: _note(request.url, surprises))
        # A script of the theme or of ours that stops at what it finds.
        context.on("weberror", lambda error: surprises.append(str(error.error)))
        context.on("dialog", lambda dialog: _dismiss(dialog, surprises))
        yield tab


def _dismiss(dialog: Dialog, surprises: list[str]) -> None:
    surprises.append(f"shows {dialog.message}")
    dialog.dismiss()


def _note(url: str, surprises: list[str]) -> None:
    if not url.startswith(("http://127.0.0.1:", "data:", "blob:")):
        surprises.append(f"asks {url}")
