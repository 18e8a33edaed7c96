"""The addresses of files on the forge where the site's repository lives."""

from __future__ import annotations

from urllib.parse import quote, urlsplit

from postil.model.place import Place
from postil.model.settings import Settings

FORGES = ("github", "gitlab", "gitea")

# Hosts whose name does not contain the name of their software.
_HOSTS = {"codeberg.org": "gitea"}


def forge_of(settings: Settings) -> str:
    """The software of the site's forge: as set, else told from the host, else `github`."""
    if settings.forge:
        return settings.forge
    host = urlsplit(settings.repository).hostname or ""
    named = (forge for forge in FORGES if forge in host)
    return next(named, _HOSTS.get(host, "gitea" if "forgejo" in host else "github"))


def edit_address(settings: Settings, path: str) -> str:
    """Where `path` is edited in the browser, or an empty string without a repository."""
    if not settings.repository:
        return ""
    middle = {"github": "edit", "gitlab": "-/edit", "gitea": "_edit"}[forge_of(settings)]
    return _address(settings, middle, path)


def view_address(settings: Settings, place: Place) -> str:
    """Where the file of `place` is shown at its line, or an empty string without a repository.

    Forges cannot open an editor at a line; their view of a file can, and has the edit button.
    """
    if not settings.repository:
        return ""
    forge = forge_of(settings)
    middle = {"github": "blob", "gitlab": "-/blob", "gitea": "src/branch"}[forge]
    line = f"#L{place.line}" if place.line else ""
    # Without it GitHub renders Markdown and the line has no address.
    plain = "?plain=1" if forge == "github" and line and place.path.endswith(".md") else ""
    return _address(settings, middle, place.path) + plain + line


def report_address(settings: Settings) -> str:
    """Where readers report an error: the contact of the site, else where its repository takes new
    reports, else an empty string."""
    if settings.contact or not settings.repository:
        return settings.contact
    middle = "-/issues" if forge_of(settings) == "gitlab" else "issues"
    return f"{_base(settings)}/{middle}/new"


def _base(settings: Settings) -> str:
    return settings.repository.rstrip("/").removesuffix(".git")


def _address(settings: Settings, middle: str, path: str) -> str:
    return f"{_base(settings)}/{middle}/{quote(settings.branch)}/{quote(path)}"
