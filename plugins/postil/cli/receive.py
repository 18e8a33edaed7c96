"""`postil receive`: what the check of a pull request left, for a job that may write."""

from __future__ import annotations

import json
import os
import sys
import tempfile
from pathlib import Path

import click

from postil.cli.configuration import CannotRunError
from postil.cli.input import said

_MOST = 100_000_000


@click.command("receive")
@click.argument("folder", metavar="DIR", type=click.Path(path_type=Path))
def receive_command(folder: Path) -> None:
    """Take what the check of a pull request left, in a job of GitHub that may write.

    For a workflow that runs after the check (on: workflow_run), with the token that the check of a
    stranger's pull request does not get. Which pull request it is, is asked of GitHub by the event,
    and not read from what the check left: that may hold anything, for the check ran the pull
    request's own code. Of the archive “handover”, only plain files of a site come out, into the new
    folder DIR: the report review.md, and the site. One with anything else is refused as a whole:
    links, names that lead out, other kinds of files, too many of them or too large ones. Nothing
    in it is run.

    The number of the pull request and its commit go to standard output, as number=… and sha=…,
    with an empty number where it was closed, or has newer commits, and nothing is taken.

    Asks with GITHUB_TOKEN at GITHUB_API_URL for GITHUB_REPOSITORY; the event is in the file that
    GITHUB_EVENT_PATH names. The token needs no more than to read actions and pull requests.

    \b
    Exit codes:
      0  it was taken, or there is nothing to be done
      1  what the check left is refused
      2  the command was called wrongly, is no job of GitHub, or GitHub did not answer

    \b
    Examples:
      postil receive received >> "$GITHUB_OUTPUT"
    """
    # Loaded here, because no other command but “post” needs what these do.
    from postil.cli.forge.api import ForgeError
    from postil.cli.forge.handover import archive_of, number_of, run_of
    from postil.cli.forge.places import github_api
    from postil.cli.forge.unpack import UnsafeError, unpack

    repository, base, token = (
        _variable(name) for name in ("GITHUB_REPOSITORY", "GITHUB_API_URL", "GITHUB_TOKEN")
    )
    if folder.exists():
        raise CannotRunError(f"{folder} is there already")
    try:
        run = run_of(json.loads(Path(_variable("GITHUB_EVENT_PATH")).read_bytes()))
        api = github_api(base, token)
        number = number_of(api, repository, run)
        click.echo(f"number={number or ''}\nsha={run.sha}")
        if number is None:
            click.echo("no open pull request has this commit last", err=True)
            return
        with tempfile.TemporaryDirectory() as temporary:
            archive = Path(temporary) / "handover.zip"
            archive.write_bytes(archive_of(api, repository, run, _MOST))
            files = unpack(archive, folder)
    except UnsafeError as error:
        click.echo(f"refused: {error}", err=True)
        sys.exit(1)
    except (ForgeError, ValueError) as error:
        raise CannotRunError(str(error)) from None
    except OSError as error:
        raise CannotRunError(said(error)) from None
    click.echo(f"{folder}: {files} files of pull request {number}", err=True)


def _variable(name: str) -> str:
    value = os.environ.get(name, "")
    if not value:
        raise CannotRunError(f"{name} is not set; this is for a job of GitHub")
    return value
