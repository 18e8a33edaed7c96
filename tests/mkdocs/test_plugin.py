"""The plugin, through whole builds."""

from __future__ import annotations

import hashlib
import re
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from mkdocs.commands.build import build
from mkdocs.config import load_config
from mkdocs.exceptions import ConfigurationError

Build = Callable[..., Any]


def test_a_text_becomes_a_page_with_its_notes(build_site: Build) -> None:
    built = build_site(strict=True)
    assert built.warnings == []
    page = built.page("explainers/speech/index.html")
    assert "Which moon" in page
    assert "The <em>nearest</em> one." in page
    assert "An almanac" in page
    assert 'id="the-moon"' in page


def test_the_build_prints_one_summary(build_site: Build) -> None:
    built = build_site()
    summaries = [line for line in built.infos if "annotations" in line]
    assert len(summaries) == 1
    assert (
        "1 text, 2 annotations: 2 exact, 0 changed, 0 ambiguous, 0 lost, 0 drafts; 1 source"
        in (summaries[0])
    )


def test_the_index_lists_explainers_with_counts(build_site: Build) -> None:
    page = build_site().page("explainers/index.html")
    assert 'href="speech/"' in page
    assert "A speech" in page
    assert "Contradicted" in page


def test_nothing_is_written_into_docs(build_site: Build) -> None:
    built = build_site()
    assert [p.name for p in (built.root / "docs").rglob("*")] == ["index.md"]


@pytest.mark.parametrize(("directory_urls", "path"), [(True, "speech/index"), (False, "speech")])
def test_both_address_styles(build_site: Build, directory_urls: bool, path: str) -> None:
    built = build_site(strict=True, use_directory_urls=directory_urls)
    assert "Which moon" in built.page(f"explainers/{path}.html")
    home = built.page("index.html")
    assert f'href="explainers/speech{"/" if directory_urls else ".html"}"' in home


def test_a_page_that_a_person_wrote_stands(build_site: Build) -> None:
    built = build_site(
        {"docs/explainers/index.md": "# Mine\n", "docs/explainers/speech.md": "# Mine too\n"}
    )
    assert "Mine" in built.page("explainers/index.html")
    assert any("docs/explainers/speech.md" in line for line in built.warnings)


def test_edit_links_lead_to_the_content_folder_and_to_the_line_of_a_note(
    build_site: Build,
) -> None:
    built = build_site(
        options={"repository": "https://github.com/o/r"},
        theme={"name": "material", "font": False, "features": ["content.action.edit"]},
    )
    page = built.page("explainers/speech/index.html")
    assert "https://github.com/o/r/edit/main/content/speech.md" in page
    # The first note of a file stands where the editor opens; others are shown at their line.
    assert 'href="https://github.com/o/r/edit/main/annotations/speech.yml"' in page
    assert "https://github.com/o/r/issues/new?template=error.yml&amp;title=Error%20in" in page
    assert "https://github.com/o/r/blob/main/annotations/speech.yml#L8" in page
    # Material asks the forge's API from every reader's browser where it knows a repository.
    assert "repo_url" not in page
    assert 'data-md-component="source"' not in page


def test_without_a_repository_there_are_no_edit_links(build_site: Build) -> None:
    assert "/edit/" not in build_site().page("explainers/speech/index.html")


def test_explainers_stay_out_of_the_navigation(build_site: Build) -> None:
    home = build_site().page("index.html")
    nav = re.findall(r'<a href="([^"]*)" class="md-nav__link', home)
    assert "explainers/" in nav
    assert "explainers/speech/" not in nav


def test_a_site_may_put_an_explainer_into_its_navigation(build_site: Build) -> None:
    built = build_site(strict=True, nav=["index.md", {"The speech": "explainers/speech.md"}])
    nav = re.findall(r'<a href="([^"]*)" class="md-nav__link', built.page("index.html"))
    assert "explainers/speech/" in nav


def test_pictures_keep_their_distance_to_the_text(build_site: Build) -> None:
    picture = "GIF89a"
    built = build_site(
        {
            "content/letter/index.md": "---\ntitle: A letter\n---\n\n![A seal](seal.gif)\n",
            "content/letter/seal.gif": picture,
        },
        strict=True,
    )
    assert built.warnings == []
    assert built.page("explainers/letter/seal.gif") == picture
    assert 'src="seal.gif"' in built.page("explainers/letter/index.html")


def test_a_text_that_begins_with_a_rule_is_whole(build_site: Build) -> None:
    text = "---\ntitle: A text\n---\n---\n\nWords.\n\n---\n\nMore words.\n"
    page = build_site({"content/text.md": text}).page("explainers/text/index.html")
    assert page.count("<hr />") == 2
    assert "More words." in page


def test_drafts_are_counted_and_not_published(build_site: Build) -> None:
    note = "id: later\nkind: context\ntitle: Later\ntarget: it is hard\nbody: x\ndraft: true\n"
    built = build_site({"annotations/speech/later.yml": note})
    assert any("3 annotations: 2 exact" in line and "1 draft" in line for line in built.infos)
    assert 'id="later"' not in built.page("explainers/speech/index.html")


# Each of these breaks one thing; the strict build must fail, and say where and what is right.
BROKEN = [
    # A wrong quote.
    ("it is easy", "it is leisurely", r"annotations/speech\.yml:11:11: .*\[anchor-"),
    # An unknown source.
    ("[almanac]", "[almanack]", r"annotations/speech\.yml:7:\d+: .*almanac.*\[source-unknown\]"),
    # A bad date.
    (
        "  body: It was not.",
        "  body: It was not.\n  created: 22.11.2026",
        r"annotations/speech\.yml:14:12: .*2026-11-22.*\[date-form\]",
    ),
    # A duplicate id.
    ("- id: easy", "- id: the-moon", r"annotations/speech\.yml:8:7: .*\[id-duplicate\]"),
]


@pytest.mark.parametrize(("old", "new", "message"), BROKEN)
def test_a_broken_annotation_fails_the_strict_build(
    build_site: Build, site: dict[str, str], old: str, new: str, message: str
) -> None:
    notes = site["annotations/speech.yml"]
    assert old in notes
    built = build_site({"annotations/speech.yml": notes.replace(old, new)}, strict=True)
    assert built.aborted
    assert any(re.search(message, line) for line in built.warnings), built.warnings
    # Without strict the site is built all the same, and the text's page is there.
    assert "A speech" in build_site({"annotations/speech.yml": notes.replace(old, new)}).page(
        "explainers/speech/index.html"
    )


def test_a_lost_note_is_on_the_page_and_on_no_words(
    build_site: Build, site: dict[str, str]
) -> None:
    notes = site["annotations/speech.yml"].replace("it is easy", "cabbages and kings")
    built = build_site({"annotations/speech.yml": notes})
    page = built.page("explainers/speech/index.html")
    assert "It was easy" in page
    assert 'data-postil="easy"' not in page


def test_wrong_options_stop_the_build_with_the_nearest_right_one(write_site: Build) -> None:
    root = write_site(options={"levels": {"anchor-losst": "info"}})
    config = load_config(str(root / "mkdocs.yml"))
    with pytest.raises(ConfigurationError, match="anchor-lost"):
        build(config)


def test_a_quiet_strict_build_fails_on_warnings_too(
    write_site: Callable[..., Path], site: dict[str, str]
) -> None:
    target = "Not because it is easier, but because it is hard."
    notes = site["annotations/speech.yml"].replace("it is easy", target)
    root = write_site({"annotations/speech.yml": notes})
    done = subprocess.run(
        [sys.executable, "-m", "mkdocs", "build", "--strict", "--quiet"],
        cwd=root,
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 1
    assert "[anchor-changed]" in done.stderr


def test_a_level_can_be_set(build_site: Build, site: dict[str, str]) -> None:
    notes = site["annotations/speech.yml"].replace("it is easy", "cabbages and kings")
    options = {"levels": {"anchor-lost": "info"}}
    built = build_site({"annotations/speech.yml": notes}, options=options, strict=True)
    assert not built.aborted
    assert any("[anchor-lost]" in line for line in built.infos)


def test_the_same_input_gives_the_same_bytes(build_site: Build) -> None:
    first = build_site().page("explainers/speech/index.html")
    assert build_site().page("explainers/speech/index.html") == first


def test_the_names_of_assets_change_with_their_content(build_site: Build) -> None:
    built = build_site()
    page = built.page("explainers/speech/index.html")
    sheet = re.search(r'<link rel="stylesheet" href="../../(assets/postil/[^"]+\.css)"', page)
    script = re.search(r'<script src="../../(assets/postil/[^"]+\.js)" type="module"', page)
    assert sheet
    assert script
    for found in (sheet, script):
        content = (built.root / "site" / found[1]).read_bytes()
        assert hashlib.sha256(content).hexdigest()[:8] in found[1]
    # The sheets of a site come after Postil's, so that they win.
    assert page.index(sheet[0]) > page.index("stylesheets/main")
