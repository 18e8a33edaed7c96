"""`postil check --against`: a site beside its own past, in real repositories."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from postil.cli.main import main

from .repository import git, write

NOTE = """\
id: the-moon
kind: correction
title: Only one of the moons
target: We choose to go to the moon.
verdict: contradicted
body: |
  They went to the near one.
citations:
  - source: almanac
    locator: p. 4
created: 2026-01-01
"""
OTHER = "id: easy\nkind: context\ntitle: How easy\ntarget: because it is easy\nbody: Not very.\n"
DRAFT = "id: later\nkind: context\ntitle: Later\ntarget: to come\nbody: Soon.\ndraft: true\n"
REVISION = "revisions:\n  - date: 2026-02-0{}\n    kind: {}\n    summary: Something is new.\n"
FILES = {
    "mkdocs.yml": "site_name: A site\nplugins:\n  - postil\n",
    "content/speech.md": "---\ntitle: A speech\n---\n\n"
    "We choose to go to the moon. Not because it is easy.\n",
    "annotations/speech/moon.yml": NOTE,
    "annotations/speech/easy.yml": OTHER,
    "annotations/speech/later.yml": DRAFT,
    "annotations/sources.yml": "- id: almanac\n  type: book\n  title: An almanac\n"
    "- id: atlas\n  type: book\n  title: An atlas\n",
}
MOON = "annotations/speech/moon.yml"


def check(folder: Path, *arguments: str) -> Result:
    config = str(folder / "mkdocs.yml")
    return CliRunner().invoke(main, ["check", "-q", "-f", config, *arguments])


@pytest.fixture
def site(tmp_path: Path) -> Path:
    """A site in a folder of a repository, with one commit."""
    folder = tmp_path / "repository" / "site"
    write(folder, dict(FILES))
    git(folder.parent, "init")
    git(folder.parent, "add", ".")
    git(folder.parent, "commit", "-m", "First")
    return folder


Change = Callable[..., list[str]]


@pytest.fixture
def change(site: Path) -> Change:
    """What `--against HEAD` finds when files are changed, without the codes of other parts."""

    def change(files: dict[str, str | None], *arguments: str) -> list[str]:
        write(site, files)
        lines = check(site, "--against", "HEAD", *arguments).stdout.splitlines()
        return [line for line in lines if not line.endswith("[source-unused]")]

    return change


def test_nothing_changed_is_no_finding(site: Path, change: Change) -> None:
    assert change({}) == []
    assert check(site, "--against", "HEAD").exit_code == 0


# What is changed in the note, and what is said of it.
CLAIMS = [
    (("kind: correction", "kind: context"), "its kind was “correction” and is “context”"),
    (
        ("Only one of", "None of"),
        "its title was “Only one of the moons” and is “None of the moons”",
    ),
    (("contradicted", "supported"), "its verdict was “contradicted” and is “supported”"),
    (("verdict: contradicted\n", ""), "its verdict was “contradicted” and is nothing"),
    (
        ("target: We choose to go to the moon.", "target: to the moon"),
        "the words that it is about were “We choose to go to the moon.” and are “to the moon”",
    ),
    (
        (
            "target: We choose to go to the moon.",
            "target: [We choose to go to the moon., because it is easy]",
        ),
        "it is now about “because it is easy”",
    ),
    (("source: almanac", "source: atlas"), "it cites “atlas” now; it cites “almanac” no longer"),
    (("p. 4", "p. 5"), "it cites “almanac” differently"),
    (("created:", "  - atlas\ncreated:"), "it cites “atlas” now"),
    (("created:", "  - passage: speech#easy\ncreated:"), "it cites “speech#easy” now"),
]


@pytest.mark.parametrize(("edit", "said"), CLAIMS)
def test_a_changed_claim_needs_a_revision(change: Change, edit: tuple[str, str], said: str) -> None:
    changed = NOTE.replace(*edit)
    assert changed != NOTE
    (found,) = change({MOON: changed})
    assert found.startswith(f"{MOON}:")
    assert f"“the-moon” changed since HEAD, and no new revision says so: {said} (add one" in found
    assert found.endswith("[revision-missing]")
    revised = changed + REVISION.format(1, "correction")
    assert change({MOON: revised}) == []


def test_the_finding_stands_where_the_change_does(change: Change) -> None:
    (found,) = change({MOON: NOTE.replace("p. 4", "p. 5")})
    assert found.startswith(f"{MOON}:9:5:")
    (found,) = change({MOON: NOTE.replace("We choose to go", "choose to go")})
    assert found.startswith(f"{MOON}:4:9:")
    (found,) = change({MOON: NOTE.replace("contradicted", "opinion")})
    assert found.startswith(f"{MOON}:1:1:")


# What may change without a word.
SILENT = [
    ("Only one of the moons", "Only  one of the moons"),
    ("created: 2026-01-01\n", "created: 2026-01-01\nwanted: More.\n"),
    ("target: We choose to go to the moon.", "target:\n  exact: We choose to go to the moon."),
    ("  They went to the near one.\n", "  They went\n  to the near one.\n"),
]


@pytest.mark.parametrize("edit", SILENT)
def test_other_changes_need_none(change: Change, edit: tuple[str, str]) -> None:
    changed = NOTE.replace(*edit)
    assert changed != NOTE
    assert change({MOON: changed}) == []


# The text as it was published, and the targets of a note then and now: readers see the same words.
SEEN = [
    # Found although a letter is missing, and then written as the text has it.
    ("We chose to go to the moon.", "We choose to go to the moon."),
    # By its words, and by its heading; by one of two places, and by the other.
    ("{exact: A speech}", "{section: a-speech}"),
    ("{exact: to, prefix: choose }", "{exact: to, prefix: go }"),
]


@pytest.mark.parametrize(("was", "now"), SEEN)
def test_a_target_that_names_the_same_words_otherwise_needs_none(
    site: Path, change: Change, was: str, now: str
) -> None:
    old = NOTE.replace("We choose to go to the moon.", was)
    speech = FILES["content/speech.md"].replace("We choose", "# A speech\n\nWe choose")
    write(site, {MOON: old, "content/speech.md": speech})
    git(site, "commit", "-am", "Second")

    assert change({MOON: old.replace(was, now)}) == []


def test_a_target_that_follows_its_text_names_other_words(change: Change) -> None:
    speech = FILES["content/speech.md"].replace("to the moon", "to the red moon")
    target = {MOON: NOTE.replace("go to the moon", "go to the red moon")}

    (found,) = change({"content/speech.md": speech, **target})

    assert "were “We choose to go to the moon.” and are “We choose to go to the red moon.”" in found


def test_the_target_of_a_note_without_a_place_is_what_readers_see(
    site: Path, change: Change
) -> None:
    lost = NOTE.replace("We choose to go to the moon.", "Nobody knows the words")
    write(site, {MOON: lost})
    git(site, "commit", "-am", "Second")

    found = change({MOON: lost.replace("knows", "heard")})

    assert any("[revision-missing]" in line for line in found)


def test_another_wording_is_a_remark_that_a_site_can_make_an_error(
    site: Path, change: Change
) -> None:
    files: dict[str, str | None] = {MOON: NOTE.replace("They went", "All went")}
    (found,) = change(files)
    assert found.startswith(f"{MOON}:7:3: ")
    assert found.endswith("[body-changed]")
    assert check(site, "--against", "HEAD").exit_code == 0
    config = FILES["mkdocs.yml"].replace("postil", "postil:\n      levels: {body-changed: error}")
    write(site, {"mkdocs.yml": config})
    assert check(site, "--against", "HEAD").exit_code == 1


def test_an_old_revision_is_no_new_one_and_stays(site: Path, change: Change) -> None:
    write(site, {MOON: NOTE + REVISION.format(1, "update")})
    git(site, "commit", "-am", "Second")
    changed = NOTE.replace("contradicted", "supported")
    (found,) = change({MOON: changed + REVISION.format(1, "update").replace("new", "else")})
    assert "[revision-missing]" in found
    removed, missing = change({MOON: changed})
    assert "had a revision of 2026-02-01 (update) at HEAD" in missing + removed
    both = REVISION.format(1, "update") + REVISION.format(1, "update").partition("\n")[2]
    assert change({MOON: changed + both}) == []


def test_a_published_note_that_vanishes_is_named(change: Change) -> None:
    (found,) = change({"annotations/speech/easy.yml": None})
    assert found.startswith("annotations/speech/easy.yml: the annotation “easy” is gone; at HEAD")
    assert found.endswith("[annotation-removed]")


def test_to_withdraw_or_rename_a_note_is_to_remove_it(change: Change) -> None:
    (found,) = change({"annotations/speech/easy.yml": OTHER + "draft: true\n"})
    assert "was published at HEAD and is now a draft" in found
    (found,) = change({"annotations/speech/easy.yml": OTHER.replace("id: easy", "id: hard")})
    assert "“easy” is gone" in found


def test_a_text_that_is_removed_takes_its_notes_along(change: Change) -> None:
    found = change({"content/speech.md": None})
    assert sum("[annotation-removed]" in line for line in found) == 2


def test_a_draft_may_change_and_vanish(change: Change) -> None:
    assert change({"annotations/speech/later.yml": None}) == []


def test_a_note_may_move_to_another_file(change: Change) -> None:
    files = {MOON: None, "annotations/speech/first.yml": NOTE}
    assert change(files) == []


def test_a_file_that_cannot_be_read_is_not_a_loss_of_its_notes(change: Change) -> None:
    found = change({MOON: "id: [\n"})
    assert [line for line in found if "annotation-removed" in line] == []
    assert found


def test_the_revision_is_read_with_its_own_configuration(site: Path) -> None:
    config = FILES["mkdocs.yml"].replace("postil", "postil:\n      content: texts")
    git(site, "mv", "content", "texts")
    write(site, {"mkdocs.yml": config})
    assert check(site, "--against", "HEAD").exit_code == 0
    write(site, {MOON: NOTE.replace("contradicted", "opinion")})
    assert "[revision-missing]" in check(site, "--against", "HEAD").stdout


@pytest.mark.parametrize("form", ["json", "github", "sarif"])
def test_every_form_has_the_finding(site: Path, form: str) -> None:
    write(site, {MOON: NOTE.replace("contradicted", "opinion")})
    result = check(site, "--against", "HEAD", "--format", form)
    assert result.exit_code == 1
    assert "revision-missing" in result.stdout
    if form != "github":
        json.loads(result.stdout)


@pytest.mark.parametrize("ref", ["no-such-branch", "--output=/tmp/x", "", "HEAD:mkdocs.yml"])
def test_an_unknown_revision_is_said(site: Path, ref: str) -> None:
    result = check(site, "--against", ref)
    assert result.exit_code == 2
    assert f"git knows no revision “{ref}” here" in result.output


def test_a_shallow_clone_works_and_says_what_to_fetch(site: Path, tmp_path: Path) -> None:
    write(site, {MOON: NOTE.replace("contradicted", "opinion")})
    git(site, "commit", "-am", "Second")
    git(site, "branch", "other", "HEAD^")
    clone = tmp_path / "clone"
    git(tmp_path, "clone", "--depth=1", f"file://{site.parent}", str(clone))
    result = check(clone / "site", "--against", "other")
    assert result.exit_code == 2
    assert "git fetch --depth=1 origin other" in result.output
    git(clone, "fetch", "--depth=1", "origin", "other")
    result = check(clone / "site", "--against", "FETCH_HEAD")
    assert result.exit_code == 1
    assert "[revision-missing]" in result.stdout


def test_without_a_repository_it_says_so(tmp_path: Path) -> None:
    write(tmp_path, dict(FILES))
    result = check(tmp_path, "--against", "HEAD")
    assert result.exit_code == 2
    assert "git says: not a git repository" in result.output


def test_without_git_it_says_so(site: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PATH", "")
    result = check(site, "--against", "HEAD")
    assert result.exit_code == 2
    assert "git is not installed" in result.output


def test_links_of_the_revision_lead_nowhere_outside(site: Path, tmp_path: Path) -> None:
    secret = tmp_path / "secret.yml"
    secret.write_text(NOTE.replace("the-moon", "secret"))
    (site / "annotations/speech/link.yml").symlink_to(secret)
    (site / "annotations/speech/inside.yml").symlink_to("moon.yml")
    git(site, "add", ".")
    git(site, "commit", "-m", "Links")
    (site / "annotations/speech/link.yml").unlink()
    (site / "annotations/speech/inside.yml").unlink()
    assert check(site, "--against", "HEAD").exit_code == 0
