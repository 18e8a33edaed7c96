"""`postil post`: a report as one comment, or one issue, that is written anew each time."""

from __future__ import annotations

import hashlib
import os
from pathlib import Path

import click

from postil.cli.configuration import CannotRunError
from postil.cli.input import said
from postil.publish.forge_markdown import code, inline

_LONGEST, _REFUSED_AT = 64_000, 60_000
"""Characters of a report, and of one that is shown as it came: forges take comments of 65,000."""
_REFUSED = (
    "This report has not the form that Postil writes, so it is shown as it came. It is the work of "
    "the pull request itself."
)


@click.command("post")
@click.argument("report", metavar="FILE", type=click.Path(path_type=Path, dir_okay=False))
@click.option(
    "--comment",
    "number",
    type=click.IntRange(min=1),
    metavar="NUMBER",
    help="Post it as a comment on this pull request or merge request.",
)
@click.option("--issue", "title", metavar="TITLE", help="Post it as an issue with this title.")
@click.option(
    "--link",
    "links",
    metavar="WORDS=ADDRESS",
    multiple=True,
    help="A link at the end of it. It can be given again; one without an address is left out.",
)
@click.option(
    "--untrusted",
    is_flag=True,
    help="The report comes from a job that ran what strangers sent: if it could do anything, it is"
    " shown as it came.",
)
def post_command(
    report: Path, number: int | None, title: str | None, links: tuple[str, ...], untrusted: bool
) -> None:
    """Post a report on the forge, in one place that is written anew each time.

    FILE is Markdown, such as “postil review” and “postil links --format markdown” write. With
    --comment it becomes a comment, with --issue an issue; what this command posted before is found
    again by its own mark and by who wrote it, and replaced. An empty FILE closes the issue.

    In a job of GitHub it asks with GITHUB_TOKEN, at GITHUB_API_URL for GITHUB_REPOSITORY. In one of
    GitLab it asks with the variable POSTIL_TOKEN, an access token of the project with the scope
    “api”.

    \b
    Exit codes:
      0  it is posted
      2  the command was called wrongly, is in no job of a forge, or the forge refused

    \b
    Examples:
      postil post review.md --comment 12
      postil post links.md --issue "Addresses that are dead"
    """
    from postil.cli.forge.api import ForgeError
    from postil.cli.forge.inert import is_inert
    from postil.cli.forge.places import forge_of_job

    if (number is None) == (title is None):
        raise click.UsageError("say where to: --comment NUMBER or --issue TITLE")
    try:
        text = report.read_text(encoding="utf-8", errors="replace").strip()
        if untrusted and not is_inert(text):
            text = f"{_REFUSED}\n\n{code(text[:_REFUSED_AT])}"
        # An issue is known by its title, of which a site may have several.
        what = "review" if title is None else hashlib.sha256(title.encode()).hexdigest()[:12]
        mark = f"<!-- postil: {what} -->"
        body = "\n\n".join([mark, _cut(text), *_linked(links)]) if text else ""
        forge = forge_of_job(os.environ)
        if number is not None:
            done = forge.comment(number, mark, body or f"{mark}\n\nNothing to report.")
            click.echo(f"comment on {number}: {done}")
        else:
            click.echo(f"issue: {forge.issue(title or '', mark, body)}")
    except ForgeError as error:
        raise CannotRunError(str(error)) from None
    except OSError as error:
        raise CannotRunError(f"{report}: {said(error)}") from None


def _linked(links: tuple[str, ...]) -> list[str]:
    """The links, on one line. What they lead to is what the workflow says, and not a stranger."""
    pairs = (one.partition("=") for one in links)
    written = [f"[{inline(words)}](<{address}>)" for words, _, address in pairs if address]
    return [" · ".join(written)] if written else []


def _cut(text: str) -> str:
    """A text that a forge takes: what is too much is left out from the end."""
    if len(text) <= _LONGEST:
        return text
    # Loaded here, as in the command.
    from postil.cli.forge.inert import fence_after

    kept = text[:_LONGEST].rpartition("\n")[0]
    fence = ""
    for line in kept.split("\n"):
        fence = fence_after(line, fence)
    # What is open would take in all that follows.
    return "\n".join(filter(None, (kept, fence))) + "\n\nThe rest has no room here."
