"""What searches a site: Material's own search, or Pagefind where that is chosen."""

from __future__ import annotations

import json
import shutil
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest
from mkdocs.commands.build import build
from mkdocs.config import load_config
from mkdocs.exceptions import PluginError

from postil.mkdocs import search_index, site_search
from postil.mkdocs.pagefind import Pagefind, PagefindError
from postil.site.search_records import Record

if TYPE_CHECKING:
    from collections.abc import Callable

    from .conftest import Build, Built

CHOSEN: dict[str, Any] = {"search": "pagefind"}
PAGES = {
    "docs/about.md": "---\nsearch:\n  exclude: true\n---\n\n# About\n\nKept out.\n",
    "docs/deep/er.md": "# Deeper\n\nFound.\n",
}


def files_of(folder: Path) -> dict[str, bytes]:
    return {
        path.relative_to(folder).as_posix(): path.read_bytes()
        for path in folder.rglob("*")
        if path.is_file()
    }


def errors(built: Built) -> list[str]:
    assert built.aborted
    return [one for one in built.warnings if "postil: " in one]


def has_pagefind(built: Built) -> bool:
    return (built.root / "site" / "pagefind" / "pagefind.js").is_file()


def has_own(built: Built) -> bool:
    return (built.root / "site" / "search" / "search_index.json").is_file()


def test_pagefind_takes_the_place_of_materials_search(build_site: Build) -> None:
    built = build_site(PAGES, CHOSEN, plugins=["search"], site_url="https://example.org/a/")
    assert built.warnings == []
    assert not has_own(built)
    index = files_of(built.root / "site" / "pagefind")
    entry = json.loads(index["pagefind-entry.json"])
    # The texts, their index and the pages of the publisher that are not kept out of it, sources and
    # contributors; notes are found in their texts.
    assert entry["languages"]["en"]["page_count"] == 6
    # Nothing that no reader loads.
    kinds = {name.rpartition(".")[2] for name in index}
    assert kinds == {"js", "json", "pf_meta", "pf_index", "pf_fragment", "pagefind"}
    assert {name for name in index if "/" not in name} == {
        "pagefind.js",
        "pagefind-entry.json",
        "wasm.en.pagefind",
        *(name for name in index if name.endswith("pf_meta")),
    }
    # Every page leads to the search, and that to where everything is without script.
    for path, href in (
        ("index.html", "search/"),
        ("deep/er/index.html", "../../search/"),
        ("explainers/speech/notes/easy/index.html", "../../../../search/"),
        ("search/index.html", "./"),
        ("404.html", "/a/search/"),
    ):
        page = built.page(path)
        assert (
            page.count(f'<a class="postil-find-page md-header__button md-icon" href="{href}"') == 1
        )
        assert 'data-md-component="search' not in page
        assert 'for="__search"' not in page
    page = built.page("search/index.html")
    assert '<li><a href="../corrections/">Corrections</a></li>' in page
    assert '<li><a href="../explainers/">Explainers</a></li>' in page
    # WebAssembly may run, and nothing else that could not before.
    headers = built.page("_headers")
    assert "script-src 'self' 'sha256-" in headers
    assert headers.count("'wasm-unsafe-eval'") == 1
    assert "'unsafe-eval'" not in headers.replace("wasm-unsafe-eval", "")


def test_the_same_pages_give_the_same_bytes(build_site: Build) -> None:
    site = build_site(PAGES, CHOSEN, plugins=["search"]).root / "site"
    first = files_of(site)
    shutil.rmtree(site)
    again = files_of(build_site(PAGES, CHOSEN, plugins=["search"]).root / "site")
    assert first == again


def test_a_small_site_keeps_its_own_search(build_site: Build) -> None:
    built = build_site(plugins=["search"])
    assert has_own(built)
    assert not has_pagefind(built)
    assert not (built.root / "site" / "search" / "index.html").exists()
    assert "postil-find" not in built.page("index.html")
    assert "wasm" not in built.page("_headers")


@pytest.mark.parametrize("theme", ["material", "mkdocs"])
def test_a_large_site_has_pagefind(
    build_site: Build, monkeypatch: pytest.MonkeyPatch, theme: str
) -> None:
    monkeypatch.setattr("postil.site.search_page.MOST_NOTES", 1)
    built = build_site(plugins=["search"], theme={"name": theme})
    # What the search of another theme loads was not measured.
    assert has_pagefind(built) == (theme == "material")
    assert has_own(built) == (theme == "mkdocs")


def test_a_site_may_have_no_search_or_keep_its_own(
    build_site: Build, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("postil.site.search_page.MOST_NOTES", 1)
    built = build_site()
    assert not has_own(built)
    assert not has_pagefind(built)
    built = build_site(options={"search": "material"}, plugins=["search"])
    assert has_own(built)
    assert not has_pagefind(built)


def test_other_themes_have_the_page(build_site: Build) -> None:
    built = build_site(options=CHOSEN, plugins=["search"], theme={"name": "mkdocs"})
    assert has_pagefind(built)
    assert not has_own(built)
    assert "postil-search" in built.page("search/index.html")


def test_without_the_package_a_site_is_told(
    build_site: Build, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(site_search, "installed", lambda: False)
    (told,) = errors(build_site(options=CHOSEN, plugins=["search"]))
    assert "needs Pagefind" in told
    assert "postil[pagefind]" in told
    monkeypatch.setattr("postil.site.search_page.MOST_NOTES", 1)
    built = build_site(plugins=["search"])
    assert has_own(built)
    (told,) = [one for one in built.infos if "Pagefind" in one]
    assert "postil[pagefind]" in told
    assert built.warnings == []


def test_a_page_that_a_person_wrote_stands(build_site: Build) -> None:
    built = build_site({"docs/search.md": "# My search\n"}, CHOSEN, plugins=["search"])
    assert "My search" in built.page("search/index.html")
    assert not has_pagefind(built)
    assert has_own(built)
    assert [one for one in built.warnings if "“search.md”" in one]


def test_a_program_that_fails_ends_the_build(
    build_site: Build, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("PAGEFIND_BINARY_PATH", sys.executable)
    (told,) = errors(build_site(options=CHOSEN, plugins=["search"]))
    assert "Pagefind could not make its index: the program ended early" in told


def test_what_it_refuses_is_told() -> None:
    making = Pagefind("no language at all")
    making.add([Record("a/", "<html><body><p>Words</p></body></html>")])
    making._requests.put({"type": "Nonesuch"})
    with pytest.raises(PagefindError, match="Nonesuch"):
        making.files()
    assert not making.running


def test_a_build_that_fails_leaves_no_program(
    build_site: Build, monkeypatch: pytest.MonkeyPatch
) -> None:
    made: list[Pagefind] = []

    class Noted(Pagefind):
        def __init__(self, language: str) -> None:
            super().__init__(language)
            made.append(self)

    def fail(*_arguments: object, **_named: object) -> str:
        raise PluginError("on purpose")

    monkeypatch.setattr(search_index, "Pagefind", Noted)
    monkeypatch.setattr("postil.mkdocs.policy.PagePolicies.page", fail)
    assert build_site(options=CHOSEN, plugins=["search"]).aborted
    (one,) = made
    assert not one.running


def test_a_preview_makes_the_index_once(
    write_site: Callable[..., Path], monkeypatch: pytest.MonkeyPatch
) -> None:
    root = write_site(options=CHOSEN, plugins=["search"])
    config = load_config(str(root / "mkdocs.yml"))
    config.plugins.on_startup(command="serve", dirty=False)
    build(config)
    first = files_of(root / "site" / "pagefind")
    assert "pagefind.js" in first
    monkeypatch.setattr(search_index, "Pagefind", None)
    # MkDocs empties the folder of the site before each build.
    again = load_config(str(root / "mkdocs.yml"))
    build(again)
    assert files_of(root / "site" / "pagefind") == first
    again.plugins.on_shutdown()


def test_an_index_of_the_same_pages_is_taken_again(
    build_site: Build, monkeypatch: pytest.MonkeyPatch
) -> None:
    first = files_of(build_site(PAGES, CHOSEN, plugins=["search"]).root / "site" / "pagefind")
    with monkeypatch.context() as patch:
        patch.setattr(search_index, "Pagefind", None)
        again = build_site(PAGES, CHOSEN, plugins=["search"])
        assert files_of(again.root / "site" / "pagefind") == first
    pages = {**PAGES, "docs/deep/er.md": "# Deeper\n\nLost.\n"}
    edited = files_of(build_site(pages, CHOSEN, plugins=["search"]).root / "site" / "pagefind")
    alone = {**CHOSEN, "cache": False}
    anew = files_of(build_site(pages, alone, plugins=["search"]).root / "site" / "pagefind")
    assert edited == anew != first


def test_an_index_of_another_program_is_made_anew(
    build_site: Build, monkeypatch: pytest.MonkeyPatch
) -> None:
    build_site(PAGES, CHOSEN, plugins=["search"])
    monkeypatch.setenv("PAGEFIND_BINARY_PATH", sys.executable)
    (told,) = errors(build_site(PAGES, CHOSEN, plugins=["search"]))
    assert "the program ended early" in told
