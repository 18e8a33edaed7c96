"""What feeds tell of a site, and which pages name them."""

from __future__ import annotations

import json
import re
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Any

import feedparser
import pytest

from postil.model.settings import Settings
from postil.read.library import read_library
from postil.site.explain import explain
from postil.site.feeds import feed_links, site_feed_files, text_feed_files
from postil.site.made import files_of
from postil.site.made_forms import MadeFile
from postil.site.markdown import TextRenderer
from postil.site.note_pages import SiteFacts
from postil.site.uris import index_uri, note_uri, text_uri
from postil.site.whole import Whole

NOTES = """\
- id: moon
  kind: context
  title: Which moon
  target: the moon
  body: See [the sources](../../sources/) of the *nearest* one.
  contributors: [editors]
  created: 2026-01-02
- id: easy
  kind: correction
  title: It was not easy
  target: it is easy
  verdict: contradicted
  body: |
    It took ten years.
  created: 2026-01-03
  revisions:
    - date: 2026-02-01
      kind: correction
      summary: It was years, not months.
      before: It took ten months.
    - date: 2026-02-01
      kind: clarification
      summary: A slip <script>alert(1)</script> is gone.
- id: draft
  kind: correction
  title: Not yet
  target: it is easy
  body: Later.
  created: 2026-03-01
  draft: true
- id: undated
  kind: correction
  title: At some time
  target: it is easy
  body: Once.
"""
FILES = {
    "content/speech.md": "---\ntitle: A speech\ndescription: What\n---\n\n"
    "We go to the moon, because it is easy.\n",
    "content/letter/index.md": "---\ntitle: A letter & more\n---\n\nDear reader,\n",
    "annotations/speech.yml": NOTES,
    "annotations/contributors.yml": "- id: editors\n  name: The editors\n  kind: organization\n",
}
PAGES = ("sources.md", "corrections.md", "changes.md", "changes/2.md", "index.md")

Make = Callable[..., Whole]


@pytest.fixture
def make(tmp_path: Path) -> Make:
    """The whole of a site: `make(files, root="", notes=False, exports=False)`."""

    def make(
        files: dict[str, str] | None = None,
        root: str = "https://example.org/site/",
        notes: bool = True,
        pages: tuple[str, ...] = PAGES,
        **settings: Any,
    ) -> Whole:
        for path, content in {**FILES, **(files or {})}.items():
            file = tmp_path / path
            file.parent.mkdir(parents=True, exist_ok=True)
            file.write_text(content, encoding="utf-8")
        options = Settings(**settings)
        library = read_library(tmp_path, options)
        renderer = TextRenderer((), {})
        uris = [index_uri(options), *pages]
        for text in library.texts.values():
            uris.append(text_uri(options, text))
            if notes:
                mine = library.annotations[text.slug]
                uris += [note_uri(options, text, one.id) for one in mine if not one.draft]
        return Whole(
            tuple(
                explain(library, text, renderer.render(text.markdown))
                for text in library.texts.values()
            ),
            library,
            options,
            SiteFacts("A site"),
            {
                uri: re.sub(r"(index)?\.md$", "/", uri).lstrip("/").replace("//", "/")
                for uri in uris
            },
            root,
        )

    return make


def feed_files(whole: Whole) -> list[MadeFile]:
    return [*site_feed_files(whole), *text_feed_files(whole, whole.explained)]


def read(whole: Whole, path: str) -> Any:
    """A feed as a reader sees it."""
    content = {file.path: file.content for file in feed_files(whole)}[path]
    if path.endswith(".json"):
        return json.loads(content)
    parsed = feedparser.parse(content)
    assert not parsed.bozo
    return parsed


def test_the_feed_of_changes_has_publications_and_revisions(make: Make) -> None:
    feed = read(make(), "exports/changes.xml")
    assert feed.feed.title == "Changes – A site"
    assert feed.feed.link == "https://example.org/site/changes/"
    assert feed.feed.updated == "2026-02-01T00:00:00Z"
    assert [entry.title for entry in feed.entries] == [
        "Clarification: It was not easy",
        "Correction: It was not easy",
        "It was not easy",
        "Which moon",
    ]
    name = "/site/speech:"
    assert [entry.id for entry in feed.entries] == [
        f"tag:example.org,2026-02-01:{name}easy:2026-02-01:2",
        f"tag:example.org,2026-02-01:{name}easy:2026-02-01",
        f"tag:example.org,2026-01-03:{name}easy:first",
        f"tag:example.org,2026-01-02:{name}moon:first",
    ]
    assert {entry.link for entry in feed.entries} == {
        "https://example.org/site/explainers/speech/notes/moon/",
        "https://example.org/site/explainers/speech/notes/easy/",
    }


def test_an_entry_tells_what_it_is_about(make: Make) -> None:
    entries = read(make(), "exports/changes-feed.json")["items"]
    slip, corrected, first, moon = (entry["content_html"] for entry in entries)
    # A note says what it says, its links lead to the site, and the text is named last.
    assert moon.startswith('<div lang="en" dir="ltr"><p>See <a href="https://example.org/site/')
    assert "<em>nearest</em>" in moon
    text = '<a href="https://example.org/site/explainers/speech/#moon">A speech</a>'
    assert moon.endswith(f"<p>Text: {text}</p></div>")
    # A verdict leads. A note that was revised said something else at first.
    assert "<p><strong>Contradicted</strong></p>" in first
    assert "<p>It was years, not months.</p>" in corrected
    assert "&lt;script&gt;" in slip
    assert "<script>" not in slip
    assert entries[3]["authors"] == [{"name": "The editors"}]
    assert entries[0]["tags"] == ["Correction", "A speech"]


def test_the_feed_of_corrections_has_one_entry_for_each(make: Make) -> None:
    feed = read(make(), "exports/corrections.xml")
    (entry,) = feed.entries
    assert entry.title == "It was not easy"
    assert entry.id == "tag:example.org,2026-01-03:/site/speech:easy"
    assert entry.published == "2026-01-03T00:00:00Z"
    assert entry.updated == "2026-02-01T00:00:00Z"
    assert "It took ten years." in entry.content[0].value
    assert feed.feed.link == "https://example.org/site/corrections/"


def test_each_text_has_a_feed_of_its_own(make: Make) -> None:
    whole = make()
    feed = read(whole, "explainers/speech/speech-changes.xml")
    assert len(feed.entries) == 4
    assert feed.feed.subtitle == "What"
    assert feed.feed.link == "https://example.org/site/explainers/speech/"
    empty = read(whole, "explainers/letter/letter-changes.xml")
    assert empty.entries == []
    assert empty.feed.title == "A letter & more – A site"
    # It is as old as the newest note: never as the build.
    assert empty.feed.updated == "2026-02-01T00:00:00Z"


def test_without_pages_of_notes_entries_lead_into_the_text(make: Make) -> None:
    feed = read(make(notes=False), "exports/changes.xml")
    assert feed.entries[-1].link == "https://example.org/site/explainers/speech/#moon"


def test_without_pages_about_all_feeds_lead_to_the_list(make: Make) -> None:
    feed = read(make(pages=()), "exports/corrections.xml")
    assert feed.feed.link == "https://example.org/site/explainers/"


def test_only_the_newest_are_told(make: Make) -> None:
    notes = "".join(
        f"- id: n{number}\n  kind: correction\n  title: N\n  target: the moon\n  body: B\n"
        f"  created: {2000 + number}-01-01\n"
        for number in range(150)
    )
    whole = make({"annotations/speech.yml": notes})
    for path in ("exports/changes.xml", "exports/corrections.xml"):
        feed = read(whole, path)
        assert len(feed.entries) == 100
        assert feed.entries[0].published == "2149-01-01T00:00:00Z"


def test_a_site_that_does_not_know_its_address_has_no_feeds(make: Make) -> None:
    whole = make(root="")
    assert feed_files(whole) == []
    assert feed_links(whole, "changes.md") == ""


def test_a_site_without_dates_has_no_feeds(make: Make) -> None:
    notes = "- id: a\n  kind: context\n  title: A\n  target: the moon\n  body: B\n"
    whole = make({"annotations/speech.yml": notes})
    assert feed_files(whole) == []
    assert feed_links(whole, "changes.md") == ""


def test_a_site_without_exports_names_no_feeds(make: Make) -> None:
    whole = make(exports=False, form=False)
    assert feed_links(whole, "changes.md") == ""
    assert [made.path for made in files_of(whole)] == ["robots.txt"]


# Pages, and the feed that each of them names.
NAMED = [
    ("changes.md", "../exports/changes"),
    ("changes/2.md", "../../exports/changes"),
    ("corrections.md", "../exports/corrections"),
    ("explainers/index.md", "../exports/changes"),
    ("index.md", "exports/changes"),
    ("explainers/speech.md", "speech-changes"),
    ("explainers/speech/notes/moon.md", "../../speech-changes"),
    ("explainers/letter/index.md", "letter-changes"),
    ("sources.md", ""),
    ("manual/changes.md", ""),
    ("explainers/other.md", ""),
]


@pytest.mark.parametrize(("uri", "path"), NAMED)
def test_pages_name_their_feeds(make: Make, uri: str, path: str) -> None:
    whole = make()
    links = feed_links(whole, uri)
    assert re.findall(r'type="([^"]*)".*?href="([^"]*)"', links) == (
        [("application/atom+xml", f"{path}.xml"), ("application/feed+json", f"{path}-feed.json")]
        if path
        else []
    )


def test_what_a_page_names_is_escaped(make: Make) -> None:
    assert 'title="A letter &amp; more – A site (Atom)"' in feed_links(
        make(), "explainers/letter/index.md"
    )


def test_the_same_site_gives_the_same_bytes(make: Make) -> None:
    first = [file.content for file in feed_files(make())]
    assert [file.content for file in feed_files(make())] == first


def test_no_two_feeds_are_one_file_or_one_feed(make: Make) -> None:
    files = feed_files(make())
    assert len({file.path for file in files}) == len(files) == 8
    ids = [feedparser.parse(file.content).feed.id for file in files if file.path.endswith(".xml")]
    assert len(set(ids)) == len(ids)


def test_a_host_in_another_script_is_an_address(make: Make) -> None:
    whole = replace(make(), root="https://例え.example/ä/")
    feed = read(whole, "exports/changes.xml")
    assert feed.entries[0].id.startswith("tag:xn--r8jz45g.example,2026-02-01:/%C3%A4/speech:easy:")
    assert feed.feed.id.isascii()
