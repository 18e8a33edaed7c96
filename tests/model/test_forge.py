"""Addresses on the forge."""

import pytest

from postil.model.forge import edit_address, forge_of, report_address, view_address
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
