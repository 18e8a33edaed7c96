"""Where a report is posted: the comments of a change, and the issues, of GitHub and GitLab.

A report is known again by a comment of HTML that its first line is, and by who wrote it, so that
nobody else's words are written over. Forgejo and Gitea answer as GitHub does.
https://docs.github.com/rest/issues/comments, https://docs.gitlab.com/api/notes/
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Protocol
from urllib.parse import quote

from postil.cli.forge.api import Api, ForgeError

_BOT = "github-actions[bot]"
"""Who writes with the token that GitHub gives to a job."""


class Forge(Protocol):
    """What can be done with the reports of one forge. Each method raises ForgeError."""

    def comment(self, number: int, mark: str, body: str) -> str:
        """Writes the one comment on a change, or writes it anew; `new` or `updated`."""

    def issue(self, title: str, mark: str, body: str) -> str:
        """Opens the one issue or writes it anew, or closes it where `body` is empty."""


class GitHub:
    """The interface of GitHub for one repository, `owner/name`."""

    def __init__(self, api: Api, repository: str) -> None:
        self._api = api
        self._base = f"/repos/{quote(repository)}"

    def comment(self, number: int, mark: str, body: str) -> str:
        """See `Forge`."""
        comments = f"{self._base}/issues/{number}/comments"
        for one in self._api.every(comments):
            if _is_ours(one, mark):
                self._api.send("PATCH", f"{self._base}/issues/comments/{one['id']}", {"body": body})
                return "updated"
        self._api.send("POST", comments, {"body": body})
        return "new"

    def issue(self, title: str, mark: str, body: str) -> str:
        """See `Forge`."""
        issues = f"{self._base}/issues"
        for one in self._api.every(issues, state="open", creator=_BOT):
            if _is_ours(one, mark):
                done = {"title": title, "body": body} if body else {"state": "closed"}
                self._api.send("PATCH", f"{issues}/{one['number']}", done)
                return "updated" if body else "closed"
        if body:
            self._api.send("POST", issues, {"title": title, "body": body})
        return "new" if body else "not needed"


def _is_ours(one: Mapping[str, Any], mark: str) -> bool:
    return one["user"]["login"] == _BOT and (one["body"] or "").startswith(mark)


class GitLab:
    """The interface of GitLab for one project, by its number."""

    def __init__(self, api: Api, project: str) -> None:
        self._api = api
        self._base = f"/projects/{quote(project, safe='')}"

    def comment(self, number: int, mark: str, body: str) -> str:
        """See `Forge`."""
        notes, us = f"{self._base}/merge_requests/{number}/notes", self._us()
        for one in self._api.every(notes):
            if one["author"]["id"] == us and one["body"].startswith(mark):
                self._api.send("PUT", f"{notes}/{one['id']}", {"body": body})
                return "updated"
        self._api.send("POST", notes, {"body": body})
        return "new"

    def issue(self, title: str, mark: str, body: str) -> str:
        """See `Forge`."""
        issues, us = f"{self._base}/issues", self._us()
        for one in self._api.every(issues, state="opened", author_id=us):
            if (one["description"] or "").startswith(mark):
                done = {"title": title, "description": body} if body else {"state_event": "close"}
                self._api.send("PUT", f"{issues}/{one['iid']}", done)
                return "updated" if body else "closed"
        if body:
            self._api.send("POST", issues, {"title": title, "description": body})
        return "new" if body else "not needed"

    def _us(self) -> int:
        us: int = self._api.get("/user")["id"]
        return us


def forge_of_job(environment: Mapping[str, str]) -> Forge:
    """The forge that runs this job, by the variables that it sets. Raises ForgeError."""
    gitlab = bool(environment.get("CI_API_V4_URL"))
    needed = (
        ("CI_API_V4_URL", "CI_PROJECT_ID", "POSTIL_TOKEN")
        if gitlab
        else ("GITHUB_API_URL", "GITHUB_REPOSITORY", "GITHUB_TOKEN")
    )
    values = [environment.get(name, "") for name in needed]
    missing = [name for name, value in zip(needed, values, strict=True) if not value]
    if missing:
        raise ForgeError(f"not set: {', '.join(missing)}; this is for a job of a forge")
    base, where, token = values
    if gitlab:
        return GitLab(Api(base, {"PRIVATE-TOKEN": token}), where)
    return GitHub(github_api(base, token), where)


def github_api(base: str, token: str) -> Api:
    """The interface of GitHub, in the version that is written for here."""
    return Api(
        base,
        {
            "Accept": "application/vnd.github+json",
            "Authorization": f"Bearer {token}",
            "X-GitHub-Api-Version": "2022-11-28",
        },
    )
