"""Addresses on the forge."""

from urllib.parse import parse_qs, urlsplit

import pytest

from postil.model.forge import (
    edit_address,
    forge_of,
    new_file_address,
    problem_address,
    report_address,
    suggest_address,
    takes_content,
    view_address,
)
from postil.model.place import Place
from postil.model.settings import Settings

PLACE = Place("annotations/a speech/01.yml", 7, 3)


@pytest.mark.parametrize(
    ("repository", "forge", "edit", "view"),
    [
        # Told from the host.
        ("https://github.com/o/r", "", "/edit/main/", "/blob/main/"),
        ("https://gitlab.com/o/r/", "", "/-/edit/main/", "/-/blob/main/"),
        ("https://gitlab.example.org/o/r.git", "", "/-/edit/main/", "/-/blob/main/"),
        ("https://codeberg.org/o/r", "", "/_edit/main/", "/src/branch/main/"),
        ("https://forgejo.example.org/o/r", "", "/_edit/main/", "/src/branch/main/"),
        # Set, because the host does not tell.
        ("https://code.example.org/o/r", "gitlab", "/-/edit/main/", "/-/blob/main/"),
    ],
)
def test_addresses(repository: str, forge: str, edit: str, view: str) -> None:
    settings = Settings(repository=repository, forge=forge)
    base = repository.rstrip("/").removesuffix(".git")
    path = "annotations/a%20speech/01.yml"
    assert edit_address(settings, PLACE.path) == base + edit + path
    assert view_address(settings, PLACE) == base + view + path + "#L7"


def test_markdown_on_github_is_shown_plain_so_that_lines_have_addresses() -> None:
    settings = Settings(repository="https://github.com/o/r")
    place = Place("content/a.md", 2, 1)
    assert view_address(settings, place).endswith("content/a.md?plain=1#L2")


def test_without_a_repository_there_are_no_addresses() -> None:
    assert edit_address(Settings(), "a.md") == ""
    assert view_address(Settings(), PLACE) == ""


def test_an_unknown_host_is_taken_for_github() -> None:
    assert forge_of(Settings(repository="https://code.example.org/o/r")) == "github"


@pytest.mark.parametrize(
    ("settings", "address"),
    [
        (Settings(), ""),
        (Settings(contact="mailto:desk@example.org"), "mailto:desk@example.org"),
        # Where the repository takes reports, unless the site has a contact of its own.
        (Settings(repository="https://github.com/o/r.git"), "https://github.com/o/r/issues/new"),
        (Settings(repository="https://gitlab.com/o/r"), "https://gitlab.com/o/r/-/issues/new"),
        (Settings(repository="https://codeberg.org/o/r"), "https://codeberg.org/o/r/issues/new"),
        (
            Settings(repository="https://github.com/o/r", contact="https://example.org/errors"),
            "https://example.org/errors",
        ),
    ],
)
def test_where_errors_are_reported(settings: Settings, address: str) -> None:
    assert report_address(settings) == address


FORGES = {
    "github": "https://github.com/o/r.git",
    "gitlab": "https://gitlab.com/o/r",
    "gitea": "https://codeberg.org/o/r",
}


def test_a_change_is_proposed_in_the_editor_or_at_its_line() -> None:
    settings = Settings(repository=FORGES["github"])
    alone, further = Place("annotations/a/b.yml", 1, 1), Place("annotations/a.yml", 9, 3)
    assert suggest_address(settings, alone).endswith("/o/r/edit/main/annotations/a/b.yml")
    assert suggest_address(settings, further).endswith("/o/r/blob/main/annotations/a.yml#L9")
    assert suggest_address(Settings(), alone) == ""


@pytest.mark.parametrize(
    ("forge", "address"),
    [
        ("github", "https://github.com/o/r/new/a%20b/c?filename={path}&value={content}"),
        ("gitlab", "https://gitlab.com/o/r/-/new/a%20b/c?file_name={path}&content={content}"),
        (
            "gitea",
            "https://codeberg.org/o/r/_new/a%20b/c/{folder}/?filename={name}&value={content}",
        ),
    ],
)
def test_a_new_file_has_its_name_and_content(forge: str, address: str) -> None:
    settings = Settings(repository=FORGES[forge], branch="a b/c")
    assert new_file_address(settings) == address
    assert takes_content(settings) is (forge != "gitlab")
    assert new_file_address(Settings()) == ""


@pytest.mark.parametrize(
    ("forge", "path", "filled"),
    [
        (
            "github",
            "/o/r/issues/new",
            {"template": "error.yml", "title": "T & ü", "body": "B\n#", "address": "https://a/#n"},
        ),
        ("gitlab", "/o/r/-/issues/new", {"issue[title]": "T & ü", "issue[description]": "B\n#"}),
        ("gitea", "/o/r/issues/new", {"title": "T & ü", "body": "B\n#"}),
    ],
)
def test_a_problem_is_reported_with_what_is_known(
    forge: str, path: str, filled: dict[str, str]
) -> None:
    settings = Settings(repository=FORGES[forge])
    parts = urlsplit(problem_address(settings, "T & ü", "B\n#", "https://a/#n"))
    assert parts.path == path
    assert parse_qs(parts.query) == {name: [value] for name, value in filled.items()}
    assert problem_address(Settings(), "T", "B", "") == ""
