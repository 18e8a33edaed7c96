"""An explainer names its files, and pages name their annotations, at addresses that exist."""

from __future__ import annotations

import re
from dataclasses import replace
from posixpath import join, normpath

import pytest

from postil.model.annotation import Annotation, Citation, Revision
from postil.model.library import Library
from postil.model.place import Place
from postil.model.settings import Settings
from postil.model.source import Source
from postil.model.target import Target, TextQuote
from postil.model.text import Text
from postil.site import export_paths
from postil.site.explain import explain
from postil.site.made import files_of, head_of
from postil.site.modified import modified
from postil.site.note_pages import SiteFacts
from postil.site.pages import page_of_text
from postil.site.uris import index_uri, note_uri, text_uri
from postil.site.whole import Whole, relative

PLACE = Place("annotations/a.yml", 1, 1)
DOWNLOADS = r"<footer [^>]*postil-downloads.*?</footer>"


def note(id: str, created: str = "", *revised: str) -> Annotation:
    revisions = tuple(Revision(date, "update", "More.", PLACE) for date in revised)
    target = Target(PLACE, TextQuote("words"))
    return Annotation(
        *(id, "a", "context", "A note", "Body.", (target,), PLACE, PLACE),
        created=created,
        revisions=revisions,
    )


def site(path: str, urls: dict[str, str], *notes: Annotation, **options: object) -> Whole:
    settings = Settings(**options)  # type: ignore[arg-type]  # options by name
    text = Text("a", "A text", "", Place(path))
    library = Library({"a": text}, {"a": notes}, {}, {})
    explained = explain(library, text, "<p>Some words.</p>")
    return Whole((explained,), library, settings, SiteFacts("A site"), urls)


# A text that is a file and one that is a folder, at addresses that are folders or files.
SITES = [
    ("content/a.md", "explainers/a.md", "explainers/a/"),
    ("content/a.md", "explainers/a.md", "explainers/a.html"),
    ("content/a/index.md", "explainers/a/index.md", "explainers/a/"),
    ("content/a/index.md", "explainers/a/index.md", "explainers/a/index.html"),
]


@pytest.mark.parametrize(("path", "uri", "url"), SITES)
def test_every_download_is_there(path: str, uri: str, url: str) -> None:
    whole = site(path, {uri: url}, note("one"))
    (explained,) = whole.explained
    assert text_uri(whole.settings, explained.explainer.text) == uri
    page = page_of_text(
        explained,
        whole.library,
        whole.context,
        file_address=lambda file: relative(file, url),
    )
    (footer,) = re.findall(DOWNLOADS, page, re.DOTALL)
    links = re.findall(r'href="([^"]+)"', footer)
    assert len(links) == 7
    made = {file.path for file in files_of(whole)}
    folder = url if url.endswith("/") else url.rpartition("/")[0]
    assert {normpath(join(folder, link)) for link in links} <= made
    # Those of the same format are told apart, also by who hears only the link.
    assert footer.count(">CSV</a>") == 2
    assert 'aria-label="Sources: CSV"' in footer


@pytest.mark.parametrize(("path", "uri", "url"), SITES)
def test_pages_name_their_annotations(path: str, uri: str, url: str) -> None:
    here = "explainers/a/notes/one"
    notes = {"explainers/a/notes/one.md": f"{here}/" if url.endswith("/") else f"{here}.html"}
    whole = site(path, {uri: url, **notes}, note("one"))
    made = {file.path for file in files_of(whole)}
    expected = {
        uri: export_paths.text_annotations(whole.settings, "a"),
        note_uri(whole.settings, whole.library.texts["a"], "one"): f"{here}.jsonld",
        index_uri(whole.settings): export_paths.ANNOTATIONS,
    }
    for page, file in expected.items():
        (link,) = re.findall(
            r'<link rel="alternate describedby" type="application/ld[^>]*>', head_of(whole, page)
        )
        (href,) = re.findall(r'href="([^"]+)"', link)
        at = whole.urls.get(page, page)
        folder = at if at.endswith("/") else at.rpartition("/")[0]
        assert normpath(join(folder, href)) == file
        assert file in made
    assert "ld+json" not in head_of(whole, "index.md")


def test_a_site_may_do_without_files() -> None:
    whole = site("content/a.md", {}, note("one"), exports=False, form=False)
    (explained,) = whole.explained
    assert [made.path for made in files_of(whole)] == ["robots.txt"]
    assert "postil-downloads" not in page_of_text(explained, whole.library, whole.context)


def test_an_explainer_ends_with_where_to_report_an_error() -> None:
    for exports in (True, False):
        contact = {"contact": "mailto:desk@example.org"}
        whole = site("content/a.md", {}, note("one"), exports=exports, **contact)
        (explained,) = whole.explained
        page = page_of_text(explained, whole.library, whole.context)
        (foot,) = re.findall(DOWNLOADS, page, re.DOTALL)
        assert foot.count('href="mailto:desk@example.org"') == 1
        assert ("Web Annotation" in foot) is exports


def test_no_two_exports_make_the_same_file() -> None:
    paths = [file.path for file in files_of(site("content/a.md", {}, note("one"), note("two")))]
    assert len(paths) == len(set(paths))
    assert {path for _, path in export_paths.SITE_EXPORTS} <= set(paths)


def test_a_page_changed_when_its_notes_did() -> None:
    whole = site(
        "content/a.md",
        {},
        note("one", "2026-11-22", "2026-12-24", "2026-12-01"),
        note("two", "2026-11-23"),
        note("undated"),
    )
    assert modified(whole) == {
        "explainers/a/notes/one.md": "2026-12-24",
        "explainers/a/notes/two.md": "2026-11-23",
        "explainers/a/notes/undated.md": "",
        "explainers/a.md": "2026-12-24",
        "explainers/index.md": "2026-12-24",
    }


def test_an_address_that_must_not_be_linked_is_in_no_file() -> None:
    hidden = Source(
        "post",
        {
            "id": "post",
            "type": "webpage",
            "title": "A post",
            "URL": "https://hostile.example/words",
        },
        PLACE,
        archive="https://archive.example/web/2025/https://hostile.example/words",
        checked="2026-11-22",
        link=False,
    )
    cited = replace(note("one", "2026-11-22"), citations=(Citation("post", PLACE, quote="words"),))
    plain = site("content/a.md", {"explainers/a.md": "explainers/a/"}, cited)
    library = replace(plain.library, sources={"post": hidden})
    whole = replace(plain, library=library, root="https://example.org/")
    files = {file.path: file.content for file in files_of(whole)}
    assert b"A post" in files["explainers/a/a.txt"]
    assert [path for path, content in files.items() if b"hostile" in content] == []
