"""A small site whose readers can write notes, and what they do there."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any, NamedTuple

import pytest
import yaml
from playwright.sync_api import Locator, Page

LETTER = """\
---
title: A letter
text:
  publisher: A publisher
  language: en
  relation: primary
---

We choose **to go** to the city. The council met in the old hall.

## What was said

The minutes count six votes, “for” & against: it is *not* much.

- The first item stands here.
- The second item stands here, too.

We choose to go to the city. It was late.
"""
ARABIC = """\
---
title: خطاب
text:
  publisher: صحيفة المدينة
  language: ar
  relation: primary
---

قالَ المجلسُ إنَّ المدينة كبيرة. اجتمع الأعضاء في القاعة القديمة.

المدينة كبيرة، والطريق طويل.
"""
FILES = {
    "docs/index.md": "# Home\n",
    "content/letter.md": LETTER,
    "content/speech.md": ARABIC,
    "annotations/letter/it-was-late.yml": (
        "id: it-was-late\nkind: context\ntarget: It was late\ntitle: When it was\n"
        "body: |\n  In the night.\n"
    ),
    "annotations/sources.yml": "- id: minutes\n  type: report\n  title: The minutes\n",
    "annotations/contributors.yml": "- id: a-reader\n  name: A reader\n",
}
REPOSITORY = "https://github.com/owner/name"

# Selects from the first to the last of some words, which stand in one text node each; numbers say
# which of several times.
SELECT = """([first, last]) => {
  const nodes = [];
  const walker = document.createTreeWalker(document.querySelector(".postil-text"), 4);
  while (walker.nextNode()) {
    if (!walker.currentNode.parentElement.closest(".postil-notes")) nodes.push(walker.currentNode);
  }
  const find = ([words, nth]) => {
    const found = nodes.filter((node) => node.data.includes(words))[nth];
    return [found, found.data.indexOf(words)];
  };
  const [from, start] = find(first);
  const [to, end] = find(last);
  from.parentElement.scrollIntoView({ block: "center" });
  getSelection().setBaseAndExtent(from, start, to, end + last[0].length);
}"""


class FormSite(NamedTuple):
    """The folder of the site, and where it is served."""

    folder: Path
    address: str


@pytest.fixture(scope="session")
def form_site(tmp_path_factory: pytest.TempPathFactory, serve: Callable[..., str]) -> FormSite:
    folder = tmp_path_factory.mktemp("form")
    for path, content in FILES.items():
        (folder / path).parent.mkdir(parents=True, exist_ok=True)
        (folder / path).write_text(content, encoding="utf-8")
    address = serve(folder)
    config = {
        "site_name": "A site",
        "site_url": f"{address}/site/",
        "theme": {
            "name": "material",
            "font": False,
            "features": ["navigation.instant"],
        },
        "plugins": [{"postil": {"repository": REPOSITORY, "cards": "none"}}],
        "validation": {"nav": {"omitted_files": "ignore"}},
    }
    (folder / "mkdocs.yml").write_text(yaml.safe_dump(config), encoding="utf-8")
    subprocess.run(
        [sys.executable, "-m", "mkdocs", "build", "--strict", "--quiet"],
        cwd=folder,
        check=True,
        env={**os.environ, "NO_MKDOCS_2_WARNING": "1"},
    )
    return FormSite(folder, f"{address}/site/explainers/")


class Writer:
    """A reader who writes notes on the page of a text."""

    def __init__(self, page: Page, address: str) -> None:
        self.page = page
        self.address = address

    @property
    def form(self) -> Locator:
        return self.page.get_by_role("dialog", name="Write a note")

    def read(self, slug: str) -> Writer:
        self.page.goto(f"{self.address}{slug}/")
        self.page.locator(".postil-annotate button").wait_for()
        return self

    def select(self, first: str, last: str = "", nth: int = 0) -> Writer:
        ends = [[first, nth], [last, 0] if last else [first, nth]]
        self.page.evaluate(SELECT, ends)
        self.page.locator(".postil-offer").wait_for()
        return self

    def open(self) -> Writer:
        self.page.locator(".postil-offer").click()
        self.form.wait_for()
        return self

    def fill(self, **fields: str) -> Writer:
        for name, value in fields.items():
            control = self.form.locator(f"[name={name}]")
            if control.evaluate("one => one.localName") == "select":
                control.select_option(value)
            else:
                control.fill(value)
        return self

    @property
    def files(self) -> dict[str, str]:
        """What the form gives: files by their paths."""
        names = self.form.locator("h4").all_inner_texts()
        contents = self.form.locator("pre").evaluate_all("all => all.map(one => one.textContent)")
        return dict(zip(names, contents, strict=True))

    @property
    def links(self) -> list[str]:
        """Where the files are sent."""
        found: list[str] = self.form.locator("a[target]").evaluate_all(
            "all => all.map(a => a.href)"
        )
        return found

    def close(self) -> None:
        self.form.get_by_role("button", name="Close").click()
        self.form.wait_for(state="detached")

    def facts(self, **changed: Any) -> Writer:
        """What the form is told of the site is changed so."""

        def answer(route: Any) -> None:
            response = route.fetch()
            route.fulfill(response=response, json={**response.json(), **changed})

        self.page.route("**/form.json", answer)
        return self


@pytest.fixture
def writer(new_page: Callable[..., Page], form_site: FormSite) -> Writer:
    return Writer(new_page(permissions=["clipboard-read", "clipboard-write"]), form_site.address)


@pytest.fixture
def new_writer(new_page: Callable[..., Page], form_site: FormSite) -> Callable[..., Writer]:
    return lambda **options: Writer(new_page(**options), form_site.address)
