"""The addresses of files on the forge where the site's repository lives."""

from __future__ import annotations

from urllib.parse import quote, urlencode, urlsplit

from postil.model.place import Place
from postil.model.settings import Settings

FORGES = ("github", "gitlab", "gitea")

ISSUE_FORM = "error.yml"
"""The form for errors in `.github/ISSUE_TEMPLATE`, which has a field `address`."""

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


def suggest_address(settings: Settings, place: Place) -> str:
    """Where a change of what stands at `place` is proposed; empty without a repository.

    It is the editor, which opens at the top of a file, and for what stands further down the line.
    """
    if place.line > 1:
        return view_address(settings, place)
    return edit_address(settings, place.path)


def new_file_address(settings: Settings) -> str:
    """Where a file is made in the browser, or an empty string without a repository. In it, `{path}`
    stands for the path of the file, `{folder}` and `{name}` for its parts and `{content}` for what
    it holds, all to be percent-encoded.

    GitHub: https://github.com/isaacs/github/issues/1527; Gitea, and Forgejo which came of it:
    https://github.com/go-gitea/gitea/pull/16556. GitLab fills in the name, and its editor drops the
    content: https://gitlab.com/gitlab-org/gitlab/-/work_items/594214; see `takes_content`.
    """
    if not settings.repository:
        return ""
    branch = quote(settings.branch)
    made = {
        "github": f"new/{branch}?filename={{path}}&value={{content}}",
        "gitlab": f"-/new/{branch}?file_name={{path}}&content={{content}}",
        "gitea": f"_new/{branch}/{{folder}}/?filename={{name}}&value={{content}}",
    }
    return f"{_base(settings)}/{made[forge_of(settings)]}"


def takes_content(settings: Settings) -> bool:
    """Whether the forge fills a new file with the content that its address holds."""
    return forge_of(settings) != "gitlab"


def problem_address(settings: Settings, title: str, body: str, address: str) -> str:
    """Where readers report a problem of the note at `address`, with what is known filled in, or an
    empty string without a repository.

    GitHub fills the fields of an issue form by their ids
    (https://docs.github.com/en/issues/tracking-your-work-with-issues/creating-an-issue#creating-an-issue-from-a-url-query);
    the form is `ISSUE_FORM`, and where there is none the issue has the body.
    """
    if not settings.repository:
        return ""
    fields = {
        "github": {"template": ISSUE_FORM, "title": title, "body": body, "address": address},
        "gitlab": {"issue[title]": title, "issue[description]": body},
        "gitea": {"title": title, "body": body},
    }[forge_of(settings)]
    return f"{_new_report(settings)}?{urlencode(fields, quote_via=quote)}"


def report_address(settings: Settings) -> str:
    """Where readers report an error: the contact of the site, else where its repository takes new
    reports, else an empty string."""
    if settings.contact or not settings.repository:
        return settings.contact
    return _new_report(settings)


def _new_report(settings: Settings) -> str:
    middle = "-/issues" if forge_of(settings) == "gitlab" else "issues"
    return f"{_base(settings)}/{middle}/new"


def _base(settings: Settings) -> str:
    return settings.repository.rstrip("/").removesuffix(".git")


def _address(settings: Settings, middle: str, path: str) -> str:
    return f"{_base(settings)}/{middle}/{quote(settings.branch)}/{quote(path)}"
