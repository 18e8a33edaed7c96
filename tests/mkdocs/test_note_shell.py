"""The page of a note is the one that the theme would make of it, byte for byte."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from postil.mkdocs.note_pages import NotePages

from .conftest import NOTES

Build = Callable[..., Any]

# Of another plugin, so that the host makes the page of each note.
HOOK = "def on_post_page(output, **kwargs):\n    return output\n"

SPECIAL = """\
- id: special
  kind: context
  title: 'Less < more & "quoted", ''it''s''  100 % é: </title> {{ title }}'
  target: because it is hard
  body: 'A <b>body</b> & "more", pstlmark and 50 %.'
  contributors: [editors]
- id: odd
  kind: context
  title: Odd
  target: go to the moon
  body: 'Words that look like style="x" and <script>.'
- id: empty
  kind: context
  title: A picture
  target: to the moon
  body: '![](a.png)'
- id: index
  kind: context
  title: Of the folder
  target: the moon
  body: Words.
"""
OVERRIDE = """\
{% extends "base.html" %}
{% block extrahead %}{% if page %}
<meta name="x" content="{{ page.title | striptags | e }}, {{ page.meta.description }}">
<meta name="y" content="{{ page.title | urlencode }}, {{ page.url }}, {{ page.file.src_uri }}">
<script type="application/json">{{ page.title | tojson }}{{ page.canonical_url | tojson }}</script>
{% endif %}{% endblock %}
"""
LOOKING = """\
{% extends "base.html" %}
{% block extrahead %}{% if page and PLACE %}<meta name="here">{% endif %}{% endblock %}
"""


@pytest.fixture(autouse=True)
def _the_day(monkeypatch: pytest.MonkeyPatch) -> None:
    """Some themes write down when they made a page."""
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1700000000")


@pytest.fixture
def light(monkeypatch: pytest.MonkeyPatch) -> list[bool]:
    """For each build, whether pages of notes were made from one of the theme."""
    made: list[bool] = []
    write = NotePages.write

    def counting(pages: NotePages, *args: Any) -> None:
        made.append(bool(pages.packs))
        write(pages, *args)

    monkeypatch.setattr(NotePages, "write", counting)
    return made


def output(root: Path) -> dict[str, bytes]:
    folder = root / "site"
    return {
        path.relative_to(folder).as_posix(): path.read_bytes()
        for path in sorted(folder.rglob("*"))
        if path.is_file()
    }


def compared(build_site: Build, files: dict[str, str | None], **config: Any) -> Any:
    """Builds a site in both ways, and holds the one against the other."""
    files = {"annotations/speech.yml": NOTES + SPECIAL, **files}
    config = {"theme": {"name": "material", "font": False}, **config}
    built = build_site(files, **config)
    found = output(built.root)
    hosted = build_site({**files, "hook.py": HOOK}, **config, hooks=["hook.py"])
    expected = output(hosted.root)
    assert found.keys() == expected.keys()
    assert [path for path in found if found[path] != expected[path]] == []
    assert sorted(built.warnings) == sorted(hosted.warnings)
    assert any("speech/notes/special" in path for path in found)
    return built


MATERIAL = {"name": "material", "font": False}
SITES: dict[str, dict[str, Any]] = {
    "plain": {},
    "an address": {"site_url": "https://site.example/below/", "site_description": "A site."},
    "files as addresses": {"use_directory_urls": False, "site_url": "https://site.example/"},
    "search": {"plugins": ["search"], "site_url": "https://site.example/"},
    "edit links": {"repo_url": "https://forge.example/a/b", "edit_uri": "edit/main/docs/"},
    "navigation": {
        "theme": {
            **MATERIAL,
            "features": [
                *("navigation.instant", "navigation.tabs", "navigation.top", "navigation.path"),
                *("navigation.footer", "navigation.indexes", "navigation.prune", "header.autohide"),
            ],
        },
        "site_url": "https://site.example/",
        # The text stands in the folder that its notes stand in, and one of them is named as well.
        "nav": [
            "index.md",
            {"Text": "explainers/speech.md"},
            {"Note": "explainers/speech/notes/easy.md"},
        ],
    },
    "feedback": {
        "extra": {
            "analytics": {
                "feedback": {
                    "title": "Good?",
                    "ratings": [
                        {"icon": "material/heart", "name": "Y", "data": 1, "note": "{title} {url}"}
                    ],
                }
            }
        }
    },
    "another language": {"theme": {**MATERIAL, "language": "ar"}},
    "the theme mkdocs": {"theme": {"name": "mkdocs"}, "site_url": "https://site.example/"},
}


@pytest.mark.parametrize("name", SITES)
def test_it_is_the_page_that_the_theme_makes(
    build_site: Build, light: list[bool], name: str
) -> None:
    compared(build_site, {}, **SITES[name])
    assert light == [True, False]


def test_a_script_for_each_page_stands_on_each(build_site: Build, light: list[bool]) -> None:
    compared(build_site, {}, theme={"name": "readthedocs"}, site_url="https://site.example/")
    assert light == [False, False]


def test_templates_of_the_site_may_write_what_they_will(
    build_site: Build, light: list[bool]
) -> None:
    theme = {**MATERIAL, "custom_dir": "own"}
    built = compared(
        build_site, {"own/main.html": OVERRIDE}, theme=theme, site_url="https://site.example/"
    )
    assert "easy" in built.page("explainers/speech/notes/easy/index.html")
    assert light == [True, False]


@pytest.mark.parametrize(
    "place",
    [
        'page.title == "It was easy"',
        'page.url == "explainers/speech/notes/easy/"',
        '"easy" in page.file.src_uri',
        '"nearest" in page.content',
        "page.title | length > 12",
        'page.meta.description | replace("a", "b") == "x"',
        'page.canonical_url.endswith("easy/")',
    ],
)
def test_a_template_that_looks_at_a_note_gets_each(
    build_site: Build, light: list[bool], place: str
) -> None:
    override = LOOKING.replace("PLACE", place)
    theme = {**MATERIAL, "custom_dir": "own"}
    compared(build_site, {"own/main.html": override}, theme=theme, site_url="https://site.example/")
    assert light == [False, False]


def test_a_page_can_link_to_that_of_a_note(build_site: Build) -> None:
    index = "# Home\n\n[A note](explainers/speech/notes/easy.md)\n"
    built = build_site({"docs/index.md": index}, strict=True)
    assert built.warnings == []
    assert built.aborted == ""
    assert 'href="explainers/speech/notes/easy/"' in built.page("index.html")


def test_the_policy_stands_on_each(build_site: Build) -> None:
    built = build_site({"annotations/speech.yml": NOTES + SPECIAL})
    for id in ("easy", "special", "odd"):
        page = built.page(f"explainers/speech/notes/{id}/index.html")
        assert page.count("Content-Security-Policy") == 1
        assert "default-src 'self'" in page
        assert "postil-policy" not in page
