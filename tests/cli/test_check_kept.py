"""What `postil check` keeps for the next check, and what it never takes."""

from __future__ import annotations

import os
from collections.abc import Callable
from pathlib import Path

import pytest
from click.testing import CliRunner

from postil.cli.main import main
from postil.read import signs
from postil.read.settings import read_settings
from postil.read.signs import UNKNOWN, YOUNG, Signs, file_sign, folder_signs, now
from postil.site.checking import texts
from postil.site.checking.record import of_settings

FILES = {
    "mkdocs.yml": "site_name: A site\nplugins:\n  - postil\n",
    "content/speech.md": "---\ntitle: A speech\n---\n\nWe choose to go to the moon.\n",
    "annotations/speech.yml": (
        "id: the-moon\nkind: context\ntitle: Which moon\ntarget: to the mooon\nbody: Near.\n"
    ),
}
KEPT = Path(".cache/plugin/postil/texts")


@pytest.fixture
def site(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    for path, content in FILES.items():
        file = tmp_path / "site" / path
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(content, encoding="utf-8")
    monkeypatch.chdir(tmp_path / "site")
    # As if they had been written long before.
    monkeypatch.setattr(signs, "_SETTLED", -(10**15))
    return tmp_path / "site"


def check(*arguments: str) -> str:
    return CliRunner().invoke(main, ["check", *arguments]).output


def configure(site: Path, options: str) -> None:
    (site / "mkdocs.yml").write_text(f"site_name: A site\n{options}", encoding="utf-8")


@pytest.fixture
def unloaded(monkeypatch: pytest.MonkeyPatch) -> Callable[[], None]:
    """From now on, no text can be looked at."""

    def unload() -> None:
        def refuse(*_: object) -> None:
            raise AssertionError("a text was looked at")

        monkeypatch.setattr(texts, "_finder", refuse)

    return unload


def test_a_site_that_nobody_touched_is_not_read_again(
    site: Path, unloaded: Callable[[], None]
) -> None:
    first = check()
    assert "“to the mooon”" in first
    unloaded()
    assert check() == first
    assert check("--format", "sarif") == check("--format", "sarif")
    (site / "annotations/speech.yml").write_text("id: [", encoding="utf-8")
    result = CliRunner().invoke(main, ["check"])
    assert isinstance(result.exception, AssertionError)


def test_levels_are_those_of_today(site: Path, unloaded: Callable[[], None]) -> None:
    check()
    unloaded()
    configure(site, "plugins:\n  - postil:\n      levels: {anchor-lost: off}\n")
    assert "“to the mooon”" not in check()


def test_without_the_cache_nothing_is_kept(site: Path) -> None:
    configure(site, "plugins:\n  - postil: {cache: false}\n")
    assert "mooon" in check()
    assert not (site / ".cache").exists()


def test_what_another_wrote_is_not_read(site: Path) -> None:
    first = check()
    files = [file for file in (site / KEPT).iterdir() if file.is_file()]
    assert files
    for file in files:
        written = file.read_bytes()
        file.write_bytes(bytes(64) + written[64:])
    assert check() == first


def test_where_nothing_can_be_written_it_is_slower(site: Path) -> None:
    (site / ".cache").write_text("in the way", encoding="utf-8")
    assert check() == check()
    assert (site / ".cache").read_text(encoding="utf-8") == "in the way"


def test_no_link_leads_what_is_kept_elsewhere(site: Path, tmp_path: Path) -> None:
    (tmp_path / "outside").mkdir()
    (site / ".cache").symlink_to(tmp_path / "outside")
    assert "mooon" in check()
    assert list((tmp_path / "outside").iterdir()) == []


def test_extensions_that_may_read_files_are_asked_each_time(site: Path) -> None:
    (site / "words.txt").write_text("We choose to go to the mooon.", encoding="utf-8")
    (site / "content/speech.md").write_text(
        '---\ntitle: A speech\n---\n\n--8<-- "words.txt"\n', encoding="utf-8"
    )
    configure(site, "plugins: [postil]\nmarkdown_extensions: [pymdownx.snippets]\n")
    assert "1 exact" in check()
    (site / "words.txt").write_text("We choose to go to the moon.", encoding="utf-8")
    assert "1 lost" in check()


@pytest.mark.parametrize(
    ("options", "known"),
    [
        ("markdown_extensions: [toc, markdown.extensions.tables, pymdownx.superfences]", True),
        ("markdown_extensions: [{toc: {permalink: true, toc_depth: 2-3}}]", True),
        (
            "markdown_extensions: [{pymdownx.superfences: {custom_fences: [{name: m, class: m,"
            " format: !!python/name:pymdownx.superfences.fence_code_format }]}}]",
            True,
        ),
        # They may read files, or be the site's own.
        ("markdown_extensions: [pymdownx.snippets]", False),
        ("markdown_extensions: [our_own.extension]", False),
        ("markdown_extensions: [{pymdownx.emoji: {options: {custom_icons: [icons]}}}]", False),
        ("markdown_extensions: [{toc: {slugify: !!python/name:os.path.basename }}]", False),
        ("markdown_extensions: [{toc: {title: !relative a }}]", False),
    ],
)
def test_what_findings_depend_on_is_known(site: Path, options: str, known: bool) -> None:
    configure(site, f"{options}\n")
    host, wrong = read_settings(site / "mkdocs.yml")
    assert not wrong
    assert (of_settings(host, host.settings) is not None) is known


def test_young_files_and_links_have_no_sign(site: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    began = now()
    (site / "content/link.md").symlink_to("speech.md")
    found = folder_signs(site, ["content", "nowhere"], began)
    assert found.by_path.keys() == {"content", "content/speech.md", "content/link.md", "nowhere"}
    assert found.by_path["content/link.md"] == found.by_path["nowhere"] == UNKNOWN
    assert file_sign(site / "content/speech.md", began) == found.by_path["content/speech.md"]
    assert found.changed(found) == {"content/link.md", "nowhere"}
    assert not found.same_names(found)
    monkeypatch.setattr(signs, "_SETTLED", 2 * 10**9)
    young = folder_signs(site, ["annotations"], began)
    assert young.by_path["annotations/speech.yml"] == YOUNG
    assert young.same_names(young)
    assert young.changed(young) == {"annotations/speech.yml"}
    old = folder_signs(site, ["annotations"], began + 10**10)
    assert old.changed(old) == set()
    assert old.same_names(young)
    assert not old.same_names(Signs({}))


def test_a_file_in_place_of_another_has_another_sign(site: Path) -> None:
    """Of the same size, with the same time."""
    file = site / "content/speech.md"
    began, times = now(), file.stat()
    before = file_sign(file, began)
    (site / "other").write_bytes(file.read_bytes().swapcase())
    (site / "other").replace(file)
    os.utime(file, ns=(times.st_atime_ns, times.st_mtime_ns))
    assert file.stat().st_size == times.st_size
    assert file_sign(file, began) != before
