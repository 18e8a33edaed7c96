"""A note that is written on the page is a file that Postil reads, on the selected words."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from postil.model.anchor import Status
from postil.read.library import read_library
from postil.read.settings import read_settings
from postil.site.explain import explain
from postil.site.markdown import TextRenderer


def anchored(folder: Path) -> dict[str, tuple[Status, str]]:
    """The anchor of each note of the site, and the words of its passage."""
    host, _ = read_settings(folder / "mkdocs.yml")
    library = read_library(folder, host.settings)
    renderer = TextRenderer(host.markdown_extensions, host.extension_configs)
    found = {}
    for text in library.texts.values():
        explained = explain(library, text, renderer.render(text.markdown))
        for one in explained.explainer.annotations:
            (anchor,) = one.anchors
            words = explained.visible.text[anchor.start : anchor.end]
            found[one.annotation.id] = (anchor.status, words)
    return found


@pytest.fixture
def folder(form_site: Any, tmp_path: Path) -> Path:
    """A copy of the site's sources."""
    for path in form_site.folder.rglob("*"):
        inside = path.relative_to(form_site.folder)
        if path.is_file() and inside.parts[0] != "site":
            (tmp_path / inside).parent.mkdir(parents=True, exist_ok=True)
            (tmp_path / inside).write_bytes(path.read_bytes())
    return tmp_path


def test_what_is_selected_and_written_is_checked_and_anchored(writer: Any, folder: Path) -> None:
    # By title: the text, and what is selected of it.
    cases: dict[str, tuple[str, tuple[Any, ...], str]] = {
        "Words": ("letter", ("old hall",), "old hall"),
        "Across two paragraphs": (
            "letter",
            ("The council", "six votes"),
            "The council met in the old hall.\nWhat was said\nThe minutes count six votes",
        ),
        "In a list": ("letter", ("second item",), "second item"),
        "The same words twice: “yes” # no": ("letter", ("to the city", "", 1), "to the city"),
        "خطاب": ("speech", ("المدينة كبيرة", "", 1), "المدينة كبيرة"),
    }
    names = {}
    slug = ""
    for title, (text, selection, _) in cases.items():
        if text != slug:
            writer.read(text)
            slug = text
        writer.select(*selection).open()
        body = "It says: “no”.\n\n- yes\n- 12:30 # 5\u00a0%"
        writer.fill(kind="correction", title=title, body=body, verdict="contradicted")
        writer.fill(contributors="a-reader")
        if title == "Words":
            writer.form.get_by_role("button", name="Add a source").click()
            writer.fill(source="minutes", locator="p. 2", quote="six: for")
        for path, content in writer.files.items():
            (folder / path).parent.mkdir(parents=True, exist_ok=True)
            (folder / path).write_text(content, encoding="utf-8")
            names[title] = Path(path).stem
        writer.form.get_by_role("button", name="Delete the draft").click()
        writer.form.wait_for(state="detached")
    assert [*names.values()][:4] == [
        "words",
        "across-two-paragraphs",
        "in-a-list",
        "the-same-words-twice-yes-no",
    ]
    for command in (["check"], ["fmt", "--check"]):
        ran = subprocess.run(
            [sys.executable, "-m", "postil", *command],
            cwd=folder,
            capture_output=True,
            text=True,
        )
        assert ran.returncode == 0, ran.stdout + ran.stderr
    anchors = anchored(folder)
    for title, (_, _, words) in cases.items():
        status, found = anchors[names[title]]
        assert status is Status.EXACT
        assert found.split() == words.split()


def test_a_source_that_is_not_listed_is_a_file_of_its_own(writer: Any, folder: Path) -> None:
    writer.read("letter").select("old hall").open()
    writer.fill(title="The hall", body="It stands.")
    writer.form.get_by_role("button", name="Add a source").click()
    writer.form.locator("fieldset [name=title]").fill("A guide: the hall")
    writer.form.locator("[name=URL]").fill("https://example.org/hall")
    files = writer.files
    assert [*files] == [
        "annotations/letter/the-hall.yml",
        "annotations/sources/a-guide-the-hall.yml",
    ]
    for path, content in files.items():
        (folder / path).parent.mkdir(parents=True, exist_ok=True)
        (folder / path).write_text(content, encoding="utf-8")
    ran = subprocess.run(
        [sys.executable, "-m", "postil", "check"], cwd=folder, capture_output=True, text=True
    )
    assert ran.returncode == 0, ran.stdout + ran.stderr
    library = read_library(folder, read_settings(folder / "mkdocs.yml")[0].settings)
    assert library.sources["a-guide-the-hall"].url == "https://example.org/hall"
