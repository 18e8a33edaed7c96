"""Pinned texts, checked links and feeds, from the files to the published site."""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any
from urllib.parse import urldefrag

import feedparser
import pytest
from click.testing import CliRunner

from postil.cli.main import main
from postil.read.library import read_library
from postil.read.settings import read_settings

Build = Callable[..., Any]
ROOT = "https://example.org/site/"
DATED = {
    "annotations/speech.yml": """\
- id: the-moon
  kind: context
  title: Which moon
  target: to go to the moon
  body: The *nearest* one, see [the sources](../../sources/).
  contributors: [editors]
  citations: [almanac]
  created: 2026-01-02
- id: easy
  kind: correction
  title: It was not easy
  target: it is easy
  verdict: contradicted
  body: It took ten years.
  created: 2026-01-03
  revisions:
    - date: 2026-02-01
      kind: correction
      summary: It was years.
      before: It took ten months.
""",
    "annotations/sources.yml": "- id: almanac\n  type: webpage\n  title: An almanac\n"
    "  URL: https://example.org/almanac\n",
}


# Every extension that this site uses, and others that change what is visible.
EXTENSIONS = [
    *("abbr", "admonition", "attr_list", "def_list", "footnotes", "md_in_html", "tables"),
    *("smarty", "sane_lists", "pymdownx.superfences", "pymdownx.tilde", "pymdownx.keys"),
    {"toc": {"permalink": True}},
]
SPEECH = """\
---
title: A speech
---

# A heading

We choose **to go** to the moon -- "not because it is easy".[^1] ~~Or not.~~ Press ++ctrl+c++.

| a | b |
|---|---|
| [one](#two) | two { .x } |

!!! note
    A note, and HTML.

``` py
import   this
```

[the start](../../docs/index.md) ![a picture](picture.png)

[^1]: A footnote.

*[HTML]: Hypertext Markup Language
"""


def test_the_build_and_the_command_see_the_same_words(
    build_site: Build, write_site: Callable[..., Path], monkeypatch: pytest.MonkeyPatch
) -> None:
    files: Mapping[str, str | None] = {
        "content/speech.md": None,
        "content/speech/index.md": SPEECH,
        "content/speech/picture.png": "x",
        "annotations/speech.yml": None,
    }
    root = write_site(files, markdown_extensions=EXTENSIONS)
    monkeypatch.chdir(root)
    pinned = CliRunner().invoke(main, ["pin"])
    assert pinned.exit_code == 0, pinned.output
    text = (root / "content/speech/index.md").read_text()
    assert "sha256: " in text
    found = {**files, "content/speech/index.md": text}
    built = build_site(found, markdown_extensions=EXTENSIONS)
    assert not [line for line in built.warnings if "text-changed" in line]
    changed = build_site(
        {**found, "content/speech/index.md": text.replace("the moon", "Mars")},
        markdown_extensions=EXTENSIONS,
    )
    (line,) = [line for line in changed.warnings if "text-changed" in line]
    line = line.removeprefix("postil: ")
    assert line.startswith("content/speech/index.md:4:11: the words of the text are no longer")
    checked = CliRunner().invoke(main, ["check"])
    assert line in checked.stdout.splitlines()


def test_a_strict_build_fails_where_a_text_is_no_longer_the_pinned_one(
    build_site: Build, site: dict[str, str]
) -> None:
    speech = site["content/speech.md"].replace("text:\n", f"text:\n  sha256: {'0' * 64}\n")
    built = build_site({"content/speech.md": speech}, strict=True)
    assert built.aborted
    assert any("text-changed" in line for line in built.warnings)


def test_the_first_explainer_is_pinned(root: Path) -> None:
    host, _ = read_settings(root / "mkdocs.yml")
    texts = read_library(root, host.settings).texts
    assert texts
    assert all(text.provenance.sha256 for text in texts.values())
    result = CliRunner().invoke(main, ["pin", "--check", "-f", str(root / "mkdocs.yml")])
    assert result.exit_code == 0, result.output


def test_feeds_are_published_and_named_and_lead_to_what_is_there(build_site: Build) -> None:
    built = build_site(DATED, site_url=ROOT, strict=True)
    site = built.root / "site"
    feeds = sorted(str(path.relative_to(site)) for path in site.rglob("*.xml"))
    assert [path for path in feeds if "sitemap" not in path] == [
        "explainers/speech/speech-changes.xml",
        "exports/changes.xml",
        "exports/corrections.xml",
    ]
    for path in feeds:
        if "sitemap" in path:
            continue
        feed = feedparser.parse((site / path).read_bytes())
        assert not feed.bozo
        links = [feed.feed.link, feed.feed.id, *(entry.link for entry in feed.entries)]
        contents = "".join(entry.content[0].value for entry in feed.entries)
        links += re.findall(r'href="([^"]*)"', contents)
        assert len(links) >= 4
        for link in links:
            page, fragment = urldefrag(link)
            assert page.startswith(ROOT), link
            file = site / page.removeprefix(ROOT)
            html = (file / "index.html" if file.is_dir() else file).read_text(encoding="utf-8")
            assert not fragment or f'id="{fragment}"' in html
    for page, path in {
        "index.html": "exports/changes",
        "changes/index.html": "../exports/changes",
        "corrections/index.html": "../exports/corrections",
        "explainers/index.html": "../exports/changes",
        "explainers/speech/index.html": "speech-changes",
        "explainers/speech/notes/easy/index.html": "../../speech-changes",
    }.items():
        head = built.page(page).partition("</head>")[0]
        assert f'href="{path}.xml"' in head, page
        assert f'href="{path}-feed.json"' in head, page


def test_a_site_without_an_address_has_no_feeds(build_site: Build) -> None:
    built = build_site(DATED, strict=True)
    assert not list((built.root / "site").rglob("*changes*.xml"))
    assert "atom+xml" not in built.page("changes/index.html")


def test_a_dead_link_is_shown_where_it_is_cited(build_site: Build) -> None:
    record = [
        {"address": "https://example.org/almanac", "state": "dead", "checked": "2026-11-22"}
        | {"since": "2026-11-20", "status": 404, "archive": "https://example.org/stored"},
    ]
    files = {**DATED, "annotations/links.json": json.dumps(record)}
    built = build_site(files, strict=True)
    for page in ("explainers/speech", "explainers/speech/notes/the-moon", "sources", "open"):
        html = built.page(f"{page}/index.html")
        assert "link dead since 20 November 2026" in html, page
        assert 'href="https://example.org/stored"' in html, page


def test_a_text_whose_original_is_gone_says_so(build_site: Build, site: dict[str, str]) -> None:
    speech = site["content/speech.md"].replace(
        "text:\n", "text:\n  url: https://example.org/speech\n"
    )
    record = [
        {"address": "https://example.org/speech", "state": "dead", "checked": "2026-11-22"}
        | {"since": "2026-11-20", "status": 410, "archive": "https://example.org/stored"}
    ]
    files = {"content/speech.md": speech, "annotations/links.json": json.dumps(record)}
    html = build_site(files, strict=True).page("explainers/speech/index.html")
    assert "link dead since 20 November 2026" in html
    assert 'href="https://example.org/stored"' in html


def test_a_broken_record_of_links_is_a_warning(build_site: Build) -> None:
    built = build_site({**DATED, "annotations/links.json": "<<<<<<<"}, strict=True)
    assert built.aborted
    assert any("links-form" in line for line in built.warnings)
