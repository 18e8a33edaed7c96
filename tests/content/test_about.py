"""What the pages about this site say of it is true: method, corrections policy, licence, about."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Callable
from importlib.metadata import metadata
from pathlib import Path

import pytest

from postil.model.fields.annotation import REVISION
from postil.model.library import Library
from postil.model.scale import KINDS, VERDICTS
from postil.model.settings import Settings
from postil.model.words import ENGLISH_WORDS
from postil.read.library import read_library
from postil.read.settings import read_settings

About = Callable[[str], str]
ROW = re.compile(r"^\| ([^|]+) \|(.*)\|$", re.MULTILINE)


@pytest.fixture(scope="module")
def library(root: Path) -> Library:
    return read_library(root, Settings())


@pytest.fixture(scope="module")
def about(root: Path) -> About:
    """The Markdown of a page by its name, each paragraph on one line."""

    def read(name: str) -> str:
        text = (root / "docs" / "about" / f"{name}.md").read_text(encoding="utf-8")
        return re.sub(r"(?<=[^|\n-])\n(?: +)?(?=[^\s|#*-])", " ", text)

    return read


def rows(page: str, heading: str) -> list[tuple[str, str]]:
    """The rows of the table below a heading: the first cell, and the rest."""
    section = page.partition(f"## {heading}\n")[2].partition("\n## ")[0]
    head, *found = ROW.findall(section)
    assert head
    return [(first, rest.strip()) for first, rest in found]


def test_kinds_and_verdicts_are_those_of_the_model(about: About) -> None:
    method = about("method")
    kinds = [(name, rest.partition(" |")[0]) for name, rest in rows(method, "Kinds of note")]
    assert kinds == [(kind.label, kind.line) for kind in KINDS]
    assert rows(method, "Verdicts") == [(verdict.label, verdict.meaning) for verdict in VERDICTS]


def test_this_site_has_the_kinds_and_verdicts_of_the_method(root: Path) -> None:
    """A scale of its own would need words of its own on that page."""
    written = (root / "mkdocs.yml").read_text(encoding="utf-8")
    assert not re.search(r"^ +(kinds|verdicts|words):", written, re.MULTILINE)


def test_the_words_for_a_check_are_those_of_the_pages(about: About) -> None:
    words = ("unchecked", "own-page", "repost", "secondary", "live", "stored", "paper", "part")
    found = [name for name, _ in rows(about("method"), "How a source was checked")]
    assert found == ["checked, with a day", *(ENGLISH_WORDS[word] for word in words)]
    assert ENGLISH_WORDS["checked"] == "checked {date}"


def test_what_the_method_says_of_the_sources(about: About, library: Library) -> None:
    """A source that was checked in another way makes these sentences false, and this test says it.
    What counts them is made by the build."""
    method, sources = about("method"), library.sources.values()
    assert "Every source was read on 22 November 2026, in a stored copy. None was opened" in method
    assert {(one.checked, one.seen) for one in sources} == {("2026-11-22", "stored")}
    assert "Nearly all of them were read in part" in method
    in_part = sum(one.extent == "part" for one in sources)
    assert in_part >= 0.98 * len(sources)
    assert "whether it is still there, was not looked at" in method
    assert not library.links, "somebody looked: say on the page what came of it"
    assert "The sources give no address for the stored copies." in method
    assert {one.archive for one in sources} == {""}
    assert "One source is named without a link" in method
    assert sum(not one.link for one in sources) == 1
    assert "each source quotes what it showed" in method
    assert all(one.excerpt for one in sources)


def test_what_the_method_says_of_the_notes(about: About, library: Library) -> None:
    method, notes = about("method"), tuple(library.published)
    assert "No note here rests on it." in method
    assert all(note.citations for note in notes)
    cited = {citation.source for note in notes for citation in note.citations}
    assert all(library.sources[id].checked for id in cited)
    assert "The record names one contributor for every note. It names no second reader." in method
    assert {note.contributors for note in notes} == {("editors",)}
    (editors,) = library.contributors.values()
    assert f"so far “{editors.name}”, an organisation; no person is named." in method
    assert editors.kind == "organization"
    assert f"“{editors.name}”" in about("about")


def test_what_is_not_verified_is_counted_by_the_build(about: About) -> None:
    section = about("method").partition("## What is not verified\n")[2].partition("\n## ")[0]
    assert "<!-- postil: open -->" in section
    assert not re.search(r"\d", section), "a figure that no build makes drifts"


def test_texts_say_at_their_head_what_the_pages_promise(about: About, library: Library) -> None:
    assert "under *This copy*" in about("method")
    assert "under *Rights*" in about("licence")
    assert (ENGLISH_WORDS["copy"], ENGLISH_WORDS["rights"]) == ("This copy", "Rights")
    for text in library.texts.values():
        assert text.provenance.remark
        assert text.provenance.rights
        assert text.provenance.relation != "examined" or text.provenance.reason


def test_verdicts_on_primary_sources_are_rare(about: About, library: Library) -> None:
    assert "has a verdict only where the source itself states something" in about("method")
    for slug, text in library.texts.items():
        if text.provenance.relation == "primary":
            notes = library.annotations[slug]
            assert sum(note.verdict != "" for note in notes) <= len(notes) / 10, slug


def test_kinds_of_change_are_those_of_the_record(about: About) -> None:
    policy = about("corrections-policy")
    (kinds,) = [field.words for field in REVISION.fields if field.name == "kind"]
    told = rows(policy, "What a change is called")
    assert [name for name, _ in told] == [ENGLISH_WORDS[f"revision-{kind}"] for kind in kinds]
    for (_, words), meaning in zip(told, kinds.values(), strict=True):
        assert words.startswith(meaning)
    said = [f"*{ENGLISH_WORDS[f'revised-{kind}']}*" for kind in kinds]
    assert f"its head says {said[0]}, {said[1]} or {said[2]}" in policy
    assert f"*{ENGLISH_WORDS['history']}* below it" in policy
    assert f"*{ENGLISH_WORDS['permalink']}*" in policy
    assert f"[{ENGLISH_WORDS['changes']}](../changes.md)" in policy
    assert f"[{ENGLISH_WORDS['corrections']}](../corrections.md)" in policy


def test_a_reader_is_told_where_to_report_an_error(about: About) -> None:
    for name in ("corrections-policy", "about"):
        assert "\n<!-- postil: contact -->\n" in about(name)


def test_the_licence_is_the_same_everywhere(about: About, root: Path) -> None:
    licence = " ".join((root / "LICENSE").read_text(encoding="utf-8").split())
    page = about("licence")
    for words in (
        "holds four kinds of work, under four sets of terms",
        "Creative Commons Attribution 4.0 International",
        "https://creativecommons.org/licenses/by/4.0/legalcode",
        "CC BY 4.0",
        "MIT License",
        "quoted, criticised and reviewed",
        "cut down from the Noto fonts: the SIL Open Font License 1.1",
    ):
        assert words in licence
        assert words in page
    (credit,) = re.findall(r'Give credit to "([^"]+)"', licence)
    assert f"Give credit to “{credit}”" in page
    assert "no licence to it is given" in licence
    assert "**no licence to them is given**" in page
    assert f"*{ENGLISH_WORDS['cite']}*" in page

    project = tomllib.loads((root / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    names = {"MIT": "MIT License", "CC-BY-4.0": "CC BY 4.0", "OFL-1.1": "SIL Open Font License 1.1"}
    assert all(names[id] in page for id in project["license"].split(" AND "))
    configuration = (root / "mkdocs.yml").read_text(encoding="utf-8")
    (notice,) = re.findall(r"^copyright: >-\n((?:  .+\n)+)", configuration, re.MULTILINE)
    assert " ".join(notice.split()) == (
        "Annotations and pages: CC BY 4.0. No licence to quoted texts is given."
    )


def test_the_theme_has_the_licence_that_is_named(about: About) -> None:
    assert "Material for MkDocs, which is under the MIT License too" in about("licence")
    theme = metadata("mkdocs-material")
    assert "MIT" in (theme.get("License-Expression") or theme.get("License") or "")


def test_a_publisher_finds_each_place_that_about_names(about: About, root: Path) -> None:
    places = rows(about("about"), "If you publish a copy")
    configuration = (root / "mkdocs.yml").read_text(encoding="utf-8")
    named = [name for _, place in places for name in re.findall(r"`([^`]+)`", place)]
    for name in named:
        if name.startswith(("docs/", "annotations/", "mkdocs.yml")):
            assert (root / name).is_file(), name
        elif name.isupper():
            assert re.search(rf'!ENV \[{name}, ""\]', configuration), name
        else:
            assert f"{name}:" in configuration, name
    assert len(named) > 8


def test_links_of_notes_and_sources_do_not_say_where_a_reader_came_from(
    about: About, site_folder: Path
) -> None:
    assert "Links of notes and of sources ask your browser not to say from where." in about(
        "privacy"
    )
    looked_at = 0
    for path in site_folder.rglob("*.html"):
        page = path.read_text(encoding="utf-8").partition("<article")[2].partition("</article")[0]
        if 'class="postil-' in page:
            for link in re.findall(r'<a [^>]*href="https?://[^>]*>', page):
                looked_at += 1
                assert re.search(r'rel="[^"]*noreferrer', link), f"{path}: {link}"
    assert looked_at > 100


def test_a_copy_names_its_contact_by_the_environment(
    root: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delenv("POSTIL_CONTACT", raising=False)
    assert read_settings(root / "mkdocs.yml")[0].settings.contact == ""
    monkeypatch.setenv("POSTIL_CONTACT", "mailto:desk@example.org")
    host, problems = read_settings(root / "mkdocs.yml")
    assert host.settings.contact == "mailto:desk@example.org"
    assert not problems
