"""Pages that several processes made are those that the host makes one after the other."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import Any

import pytest
from mkdocs.config import load_config

from postil.mkdocs.others import stranger
from postil.mkdocs.plain import NotPlainError, plain

from .conftest import SITE, Build

ALONE = {
    "postil.mkdocs.plugin.renders_apart": lambda *_: False,
    "postil.mkdocs.assembling.finishing": lambda *_: None,
}
"""Has the host do all of its work itself."""

MORE = {
    "content/second.md": "---\ntitle: The <second>\ndescription: One & more\n---\n\n"
    "# A heading\n\nWords[^1], and [a link](speech.md#the-moon), [no link](nowhere.md).\n\n"
    "[^1]: A footnote.\n\n[Here](#nowhere), [there](speech.md#nothing).\n",
    "annotations/second.yml": "- id: words\n  kind: context\n  title: Words\n  target: Words\n"
    "  body: They are words.\n  contributors: [editors]\n",
    "docs/page.md": "# A page\n\n[The second](explainers/second.md#a-heading)\n",
    "overrides/main.html": '{% extends "base.html" %}{% block content %}<p>{{ page.title }}, '
    "{{ page.toc | list | length }}, {{ config.site_name }}</p>{{ super() }}{% endblock %}",
}
EXTENSIONS = ["footnotes", "admonition", "pymdownx.superfences", {"toc": {"permalink": True}}]

SITES: Mapping[str, dict[str, Any]] = {
    "as it comes": {},
    # What the navigation says stands on every page, and a page knows its neighbours.
    "texts in the navigation": {
        "nav": [
            "index.md",
            {"A name": "explainers/second.md"},
            {"More": ["explainers/speech.md", "explainers/index.md", "page.md"]},
        ],
        "theme": {"name": "material", "features": ["navigation.tabs", "navigation.footer"]},
    },
    "files, not folders": {"use_directory_urls": False, "site_url": ""},
    "a theme of the site's own": {"theme": {"name": "material", "custom_dir": "overrides"}},
    "the theme of MkDocs": {"theme": {"name": "mkdocs"}},
    "a theme in another language": {"theme": {"name": "readthedocs", "locale": "de"}},
    "extensions": {"markdown_extensions": EXTENSIONS, "validation": {"anchors": "warn"}},
    "with an address to edit": {
        "repo_url": "https://github.com/example/site",
        "edit_uri": "edit/main/docs/",
    },
}


def files_of(root: Path) -> dict[str, bytes]:
    folder = root / "site"
    return {
        path.relative_to(folder).as_posix(): path.read_bytes()
        for path in sorted(folder.rglob("*"))
        if path.is_file()
    }


@pytest.mark.parametrize("search", ["search", "material/search"])
@pytest.mark.parametrize("name", SITES)
def test_the_same_pages(
    build_site: Build, monkeypatch: pytest.MonkeyPatch, name: str, search: str
) -> None:
    config = {"site_url": "https://site.example/", **SITES[name]}
    if search != "search" and config.get("theme", {}).get("name", "material") != "material":
        search = "search"
    # The theme of MkDocs writes the time into the first page.
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1795000000")
    found = []
    for alone in (False, True):
        with monkeypatch.context() as patched:
            for target, way in ALONE.items() if alone else ():
                patched.setattr(target, way)
            options = {"cache": False, "cards": "none"}
            built = build_site({**SITE, **MORE}, options, [search], **config)
            found.append((files_of(built.root), built.warnings, built.infos[:-2]))
    (ours, warned, told), (theirs, warned_alone, told_alone) = found
    assert ours.keys() == theirs.keys()
    assert [path for path in ours if ours[path] != theirs[path]] == []
    assert warned == warned_alone
    assert told == told_alone
    assert warned


HOOK = """\
def on_page_markdown(markdown, **_):
    return markdown.replace("Words", "Wordings")

def on_page_content(html, **_):
    return html.replace("Wordings", "Words again")

def on_page_context(context, page, **_):
    page.meta["title"] = "Hooked"
    return context

def on_post_page(output, page, **_):
    return output.replace("</body>", f"<!-- {page.url} --></body>")
"""


def test_what_a_hook_does_is_done(build_site: Build) -> None:
    built = build_site({**SITE, **MORE, "hook.py": HOOK}, hooks=["hook.py"])
    page = built.page("explainers/second/index.html")
    assert "again[^1], and" in page
    assert "<title>Hooked - " in page
    assert "<!-- explainers/second/ -->" in page


@pytest.mark.parametrize("plugin", ["search", "material/search"])
def test_who_takes_part(build_site: Build, plugin: str) -> None:
    root = build_site({**SITE, "hook.py": HOOK}, plugins=[plugin]).root
    known = load_config(str(root / "mkdocs.yml"))
    events = ("page_markdown", "page_content", "page_context", "post_page", "env", "nav")
    assert not stranger(known, *events)
    hooked = load_config(str(root / "mkdocs.yml"), hooks=["hook.py"])
    assert stranger(hooked, "page_markdown")
    assert not stranger(hooked, "env", "nav")


def test_only_what_is_the_same_in_the_next_build_is_plain() -> None:
    assert plain({"a": [1, ("b", None)], 2: True}) == [("a", [1, ["b", None]]), (2, True)]
    assert plain(len) == "builtins.len"
    for value in (object(), lambda: None, files_of, {"a": {1: object()}}):
        with pytest.raises(NotPlainError):
            plain(value)
