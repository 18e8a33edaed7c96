"""Files that nobody may trust, and places that an import must not write to."""

from __future__ import annotations

import os
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from click.testing import Result

from postil.read import limits

from .notes import files, quoted, row, selected, valid

Import = Callable[..., Result]


def test_a_file_that_is_too_large_is_not_read(
    take: Import, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(limits, "FOREIGN_BYTES", 100)
    result = take(row())
    assert result.exit_code == 2
    assert "not read" in result.stderr


def test_no_id_or_slug_of_a_file_leads_out_of_the_folder(take: Import, site: Path) -> None:
    own = selected(quoted("close"), label="Title")
    for number, id in enumerate(("../../evil", "/etc/evil", "a/b", "..", "con\x00", "x" * 500)):
        note = own | {"postil:id": id, "postil:kind": "context", "postil:text": "../" + id}
        take(note | {"id": f"https://example.org/{number}"})
    take(row(id="../../evil", tags=["../../evil"], text="../../../evil"))
    every = {path.relative_to(site).parts[0] for path in site.rglob("*") if path.is_file()}
    assert every == {"annotations", "content", "mkdocs.yml", "notes.json"}
    assert all(path.startswith("letter/") and ".." not in path for path in files(site))
    assert not list(site.parent.glob("evil*"))
    valid(site)


def test_a_folder_that_leads_elsewhere_is_not_written_to(
    take: Import, site: Path, tmp_path_factory: pytest.TempPathFactory
) -> None:
    elsewhere = tmp_path_factory.mktemp("elsewhere")
    (site / "annotations" / "letter").symlink_to(elsewhere, target_is_directory=True)
    result = take(row())
    assert result.exit_code != 0
    assert "leads out of" in result.stderr
    assert list(elsewhere.iterdir()) == []


def test_what_is_there_is_never_replaced(take: Import, site: Path) -> None:
    folder = site / "annotations" / "letter"
    folder.mkdir()
    for content in (b"", b"id: [", b"id: other\nkind: context\ntitle: T\ntarget: close\n"):
        (folder / "it-was-june.yml").write_bytes(content)
        result = take(row())
        assert result.exit_code == 1
        assert "is there already" in result.stdout
        assert (folder / "it-was-june.yml").read_bytes() == content
    (folder / "it-was-june.yml").unlink()
    (folder / "it-was-june.yml").symlink_to(site / "nowhere.yml")
    assert take(row()).exit_code == 1
    assert not (site / "nowhere.yml").exists()


def test_a_file_is_written_as_a_whole_or_not_at_all(
    take: Import, site: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(*_: Any) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(os, "fsync", full)
    result = take(row())
    assert result.exit_code == 1
    assert "No space left on device" in result.stderr
    assert [path.name for path in (site / "annotations" / "letter").iterdir()] == []


# Bodies that would run something, or that nest without end.
@pytest.mark.parametrize(
    "value",
    [
        "<script>alert(1)</script>It was June.",
        '<img src=x onerror="alert(1)">It was June.',
        '<a href="javascript:alert(1)">It was June.</a>',
        "<div>" * 3000 + "It was June.",
    ],
)
def test_html_bodies_become_plain_markdown(take: Import, site: Path, value: str) -> None:
    body = {"type": "TextualBody", "value": value, "format": "text/html"}
    note = selected(quoted("close"), body=body)
    note.pop("bodyValue")
    assert take(note).exit_code == 0
    (written,) = files(site).values()
    assert "body: |\n  It was June.\n" in written
    valid(site)


def test_a_terminal_is_not_commanded_by_a_file(take: Import) -> None:
    result = take(row(id="\x1b[2J\x9b2J\u202e", uri="\x1b]0;x\x07", target=[]))
    assert all(sign.isprintable() or sign == "\n" for sign in result.output)


def test_what_is_long_is_told_in_short(take: Import, site: Path) -> None:
    long = "x" * 100_000
    result = take(row(id=long, user=f"acct:{long}@example.org", tags=[long]), "--add-contributors")
    assert result.exit_code == 0, result.output
    assert len(result.output) < 5000
    assert "x …" in result.output
    assert len((site / "annotations" / "contributors.yml").read_text()) < 1000
    valid(site)


def test_people_who_cannot_be_appended_are_told(
    take: Import, site: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    listed = site / "annotations" / "contributors.yml"
    before = listed.read_bytes()
    monkeypatch.setattr(limits, "SOURCES_BYTES", len(before) + 40)
    result = take(
        row(user="acct:somebody-with-a-rather-long-name@example.org"), "--add-contributors"
    )
    assert "add them by hand" in result.stdout
    assert "somebody-with-a-rather-long-name" in result.stdout
    assert listed.read_bytes() == before


def test_a_note_of_a_hundred_thousand_faults_is_told_in_short(take: Import) -> None:
    result = take(row(target=["a"] * 10_000))
    assert "more things of this kind\n" in result.stdout
    assert len(result.stdout) < 10_000
