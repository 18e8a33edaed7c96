"""Words selected on the pages of the site, and the targets that the script names them by."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

from playwright.sync_api import Page

from postil.anchor import concise, prepare, resolve
from postil.model.anchor import Status
from postil.model.place import Place
from postil.model.target import Target, TextQuote
from postil.read.library import read_library
from postil.read.settings import read_settings
from postil.render.assets import SCRIPT
from postil.render.visible import read_visible
from postil.site.markdown import TextRenderer

MODULE = SCRIPT.with_name("passage.js")

# Ranges between any two places of the page's text, those of notes and numbers included; half of
# them short.
SELECTIONS = """
async ([url, count, seed]) => {
  const { passageOf, targetOf } = await import(url);
  const container = document.querySelector(".postil-explainer .postil-text");
  const walker = document.createTreeWalker(container, NodeFilter.SHOW_TEXT);
  const texts = [];
  while (walker.nextNode()) texts.push(walker.currentNode);
  const next = (below) => (seed = (seed * 48271) % 2147483647) % below;
  const found = [];
  for (let at = 0; at < count; at++) {
    const one = next(texts.length);
    const other = at % 2 ? next(texts.length) : Math.min(one + next(3), texts.length - 1);
    const [first, last] = [Math.min(one, other), Math.max(one, other)];
    const range = document.createRange();
    range.setStart(texts[first], next(texts[first].length + 1));
    range.setEnd(texts[last], next(texts[last].length + 1));
    const passage = passageOf(container, range);
    if (passage) {
      const { text, start, end, words } = passage;
      found.push([[...text.slice(0, start)].length, words, targetOf(text, start, end)]);
    }
  }
  const range = document.createRange();
  range.selectNodeContents(container);
  return { text: passageOf(container, range).text, found };
}
"""


def test_selected_words_are_named_as_python_names_them(
    root: Path, site: str, new_page: Callable[..., Page]
) -> None:
    host = read_settings(root / "mkdocs.yml")[0]
    renderer = TextRenderer(host.markdown_extensions, host.extension_configs)
    texts = read_library(root, host.settings).texts
    page = new_page()
    page.route(
        "**/passage.js",
        lambda route: route.fulfill(path=MODULE, content_type="text/javascript"),
    )
    for seed, (slug, text) in enumerate(texts.items(), start=1):
        visible = read_visible(renderer.render(text.markdown))
        page.goto(f"{site}/explainers/{slug}/")
        read: dict[str, Any] = page.evaluate(SELECTIONS, [f"{site}/passage.js", 200, seed])
        # Byte for byte what the notes were anchored in, with the notes in the page.
        assert read["text"] == visible.text
        assert len(read["found"]) > 50
        prepared = prepare(visible.text)
        for start, words, target in read["found"]:
            end = start + len(words)
            assert visible.text[start:end] == words
            quote = TextQuote(**target)
            assert quote == concise(prepared, start, end)
            anchor = resolve(prepared, Target(Place(""), quote), visible.sections)
            assert (anchor.status, anchor.start, anchor.end) == (Status.EXACT, start, end)
