"""A site with everything that the pages about all explainers, and what others embed, show."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from postil.model.library import Library
from postil.model.link import LinkCheck, LinkState
from postil.model.settings import Settings
from postil.read.library import read_library
from postil.site.explain import explain
from postil.site.made import overviews_of
from postil.site.markdown import TextRenderer
from postil.site.note_pages import SiteFacts
from postil.site.uris import index_uri, text_uri
from postil.site.whole import Whole

from ..samples import SPEECH

LETTER = """\
---
title: رسالة
text:
  language: ar
  relation: primary
---

ذهبنا إلى القمر في عام 1969.
"""
SPEECH_NOTES = """\
- id: the-moon
  kind: context
  title: Which moon
  target: to go to the moon
  body: The *nearest* one.
  contributors: [editors, a-reader]
  created: 2026-01-05
  citations:
    - source: almanac
      locator: p. 7
      quote: one moon & no more
      supports: That there is one.
    - blog
- id: easy
  kind: correction
  title: It was <not> easy
  target: it is easy
  verdict: contradicted
  body: |
    It took 8 years. It was hard work in the whole of the time. Nobody says otherwise.
  contributors: [editors]
  created: 2026-02-01
  citations: [almanac, gone]
  revisions:
    - date: 2026-02-10
      kind: update
      summary: <b>Nobody</b> says otherwise any more.
    - date: 2026-02-10
      kind: correction
      summary: It took 8 years, not 9.
      before: It took 9 years.
- id: hard
  kind: correction
  title: It was hard
  target: it is hard
  verdict: unverified
  wanted: A diary of the time.
  body: Hard to say.
  contributors: [editors]
  created: 2026-01-05
- id: choice
  kind: context
  title: Who chose
  target: We choose
  body: Somebody.
  wanted: The minutes.
- id: gone-words
  kind: source
  title: Words that are gone
  target: We flew to the sun by night
  body: They are gone.
  created: 2026-01-05
- id: draft
  kind: correction
  title: Not yet
  target: it is easy
  body: Later.
  created: 2026-03-01
  citations: [blog]
  contributors: [a-reader]
  draft: true
"""
LETTER_NOTES = """\
- id: the-moon
  kind: correction
  title: The year
  target: في عام 1969
  verdict: supported
  body: It was.
  contributors: [editors]
  created: 2025-12-31
  citations: [almanac]
"""
SOURCES = """\
- id: almanac
  type: book
  title: An almanac
  publisher: A house
  issued: 1970
  URL: https://example.org/almanac
  archive: https://archive.example/almanac
  archived: 2026-01-01
  checked: 2026-01-02
  copy: own-page
  seen: stored
  extent: part
  excerpt: There is <one> moon.
  remark: The first edition.
- id: blog
  type: webpage
  title: "Éclair: a blog"
  URL: https://example.org/blog
  checked: 2026-01-03
  copy: repost
- id: gone
  type: webpage
  title: A page that is gone
  URL: https://example.org/gone
- id: hidden
  type: webpage
  title: A page that is not linked
  URL: https://example.org/hidden-address
  link: false
- id: report
  type: report
  title: A report
  URL: javascript:alert(1)
  checked: 2026-01-04
  copy: secondary
"""
CONTRIBUTORS = """\
- id: editors
  name: The editors of this site
  kind: organization
  url: https://example.org/about
  about: They write the notes.
- id: a-reader
  name: A reader
"""
FILES: dict[str, str] = {
    "content/letter.md": LETTER,
    "content/speech.md": SPEECH,
    "annotations/speech.yml": SPEECH_NOTES,
    "annotations/letter.yml": LETTER_NOTES,
    "annotations/sources.yml": SOURCES,
    "annotations/contributors.yml": CONTRIBUTORS,
}
LINKS = {
    "https://example.org/almanac": LinkCheck(
        "https://example.org/almanac", LinkState.OK, "2026-02-01", "2026-01-01", 200
    ),
    "https://example.org/blog": LinkCheck(
        "https://example.org/blog",
        LinkState.MOVED,
        "2026-02-01",
        "2026-01-15",
        301,
        "https://example.org/new-blog",
    ),
    "https://example.org/gone": LinkCheck(
        "https://example.org/gone",
        LinkState.DEAD,
        "2026-02-01",
        "2026-01-20",
        404,
        "",
        "https://archive.example/gone",
        "2025-06-01",
    ),
}

MakeWhole = Callable[..., Whole]


@pytest.fixture
def make_whole(tmp_path: Path) -> MakeWhole:
    """The whole of `FILES`, changed by `files` (None removes one), with the record of links."""

    def make(
        files: Mapping[str, str | None] | None = None,
        language: str = "en",
        folders: bool = True,
        links: Mapping[str, LinkCheck] | None = None,
        root: str = "",
        **settings: Any,
    ) -> Whole:
        for path, content in {**FILES, **(files or {})}.items():
            if content is not None:
                file = tmp_path / path
                file.parent.mkdir(parents=True, exist_ok=True)
                file.write_text(content, encoding="utf-8")
        return whole_of(tmp_path, Settings(**settings), language, folders, links, root)

    return make


def whole_of(
    folder: Path,
    settings: Settings,
    language: str,
    folders: bool,
    links: Mapping[str, LinkCheck] | None,
    root: str,
) -> Whole:
    library = replace(read_library(folder, settings), links=LINKS if links is None else links)
    renderer = TextRenderer([], {})
    texts = library.texts.values()
    return Whole(
        explained=tuple(explain(library, text, renderer.render(text.markdown)) for text in texts),
        library=library,
        settings=settings,
        facts=SiteFacts("A site", language),
        urls={uri: url_of(uri, folders) for uri in uris(library, settings)},
        root=root,
    )


def uris(library: Library, settings: Settings) -> list[str]:
    return [
        index_uri(settings),
        *(text_uri(settings, text) for text in library.texts.values()),
        *(page.uri for page in overviews_of(library, settings)),
    ]


def url_of(uri: str, folders: bool) -> str:
    """The address that MkDocs gives to a page."""
    name = uri.removesuffix(".md")
    if not folders:
        return f"{name}.html"
    return f"{name.removesuffix('index')}" if name.endswith("index") else f"{name}/"


@pytest.fixture
def pages() -> Callable[[Whole], dict[str, str]]:
    """The pages of a whole by their uris."""

    def make(whole: Whole) -> dict[str, str]:
        return {page.uri: page.make(whole) for page in overviews_of(whole.library, whole.settings)}

    return make
