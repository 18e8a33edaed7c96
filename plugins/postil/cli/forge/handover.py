"""What the check of a pull request left for a job that may write.

The check ran the pull request's own code. So neither its number nor its commit is taken from what
it left, but asked of the forge: https://securitylab.github.com/resources/github-actions-preventing-pwn-requests/
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any
from urllib.parse import quote

from postil.cli.forge.api import Api, ForgeError

NAME = "handover"
"""What the check calls its archive."""
_COMMIT = re.compile(r"[0-9a-f]{40}|[0-9a-f]{64}")


@dataclass(frozen=True, slots=True)
class Run:
    """A run of the check: its number, and the commit, branch and repository that it was about."""

    id: int
    sha: str
    branch: str
    repository: str


def run_of(event: Any) -> Run:
    """The run that an event `workflow_run` tells of. Raises ForgeError for another event."""
    try:
        run = event["workflow_run"]
        found = Run(
            id=int(run["id"]),
            sha=str(run["head_sha"]),
            branch=str(run["head_branch"]),
            repository=str(run["head_repository"]["full_name"]),
        )
        of_request = run["event"] == "pull_request"
    except (KeyError, TypeError, ValueError):
        raise ForgeError("the event is no workflow_run, or its repository is gone") from None
    if not of_request or not _COMMIT.fullmatch(found.sha):
        raise ForgeError("the run was not that of a pull request")
    return found


def number_of(api: Api, repository: str, run: Run) -> int | None:
    """The open pull request whose last commit the run was about; None where there is none, since it
    was closed or has newer commits. Raises ForgeError."""
    owner = run.repository.partition("/")[0]
    asked = api.every(
        f"/repos/{quote(repository)}/pulls", state="open", head=f"{owner}:{run.branch}"
    )
    for one in asked:
        head, base = one["head"], one["base"]
        if (
            head["sha"] == run.sha
            and _full_name(head) == run.repository
            and _full_name(base) == repository
        ):
            return int(one["number"])
    return None


def archive_of(api: Api, repository: str, run: Run, most: int) -> bytes:
    """The archive that the run left. Raises ForgeError without one of at most `most` bytes."""
    runs = f"/repos/{quote(repository)}/actions/runs/{run.id}/artifacts"
    found = [
        one
        for one in api.get(runs, name=NAME)["artifacts"]
        if one["name"] == NAME and not one["expired"]
    ]
    if not found:
        raise ForgeError(f"the run left no {NAME}")
    newest = max(found, key=lambda one: int(one["id"]))
    if newest["size_in_bytes"] > most:
        raise ForgeError(f"the {NAME} has {newest['size_in_bytes']} bytes, more than {most}")
    return api.download(
        f"/repos/{quote(repository)}/actions/artifacts/{int(newest['id'])}/zip", most
    )


def _full_name(side: Mapping[str, Any]) -> str:
    return str((side["repo"] or {}).get("full_name", ""))
