"""`postil init`: a complete new site, from an empty folder."""

from __future__ import annotations

import datetime
import os
import re
import shlex
import sys
from collections.abc import Callable
from pathlib import Path

import click

from postil.cli.init_folder import blocked, in_the_way, refuse, write
from postil.cli.starter import Start, starter_files
from postil.model.forge import FORGES, forge_of
from postil.model.settings import Settings
from postil.read.files import CONTROL
from postil.read.forms import url_problem
from postil.render.languages import LANGUAGES

_NAME = "Annotated explainers"
_MARKUP = re.compile('[<>"]')


def _name(written: str) -> str:
    """A name on one line. Raises click.BadParameter for another."""
    if CONTROL.search(written) or "\n" in written or not written.strip():
        raise click.BadParameter("a name is one line of words")
    if found := _MARKUP.search(written):
        # The theme writes the name into its pages as it is.
        raise click.BadParameter(f"a name cannot hold the sign {found[0]}")
    return written.strip()


def _address(written: str) -> str:
    """An address of the web, or nothing. Raises click.BadParameter for something else."""
    address = written.strip()
    if address and (problem := url_problem(address)):
        raise click.BadParameter(f"“{address}” {problem[0]}; {problem[1]}")
    return address


def _checked(value: Callable[[str], str]) -> Callable[..., str | None]:
    """The callback of an option that is checked when it is given."""
    return lambda _context, _parameter, written: None if written is None else value(written)


@click.command("init")
@click.argument("folder", metavar="DIR", type=click.Path(path_type=Path, file_okay=False))
@click.option("--name", callback=_checked(_name), help=f"What the site is called ({_NAME}).")
@click.option(
    "--url",
    metavar="ADDRESS",
    callback=_checked(_address),
    help="Where the site will be published, such as https://example.org/.",
)
@click.option(
    "--repository",
    metavar="ADDRESS",
    callback=_checked(_address),
    help="Where its repository is, such as https://github.com/owner/name. Pages then have links"
    " to edit them.",
)
@click.option(
    "--forge",
    type=click.Choice(FORGES),
    help="The software of the forge, where the address does not tell. Files of others are left"
    " out; without a forge, those for GitHub and GitLab are written.",
)
@click.option(
    "--language",
    type=click.Choice(sorted(LANGUAGES)),
    default="en",
    show_default=True,
    help="The language of buttons, labels and dates. The sample and the pages are in English.",
)
@click.option("--keep", is_flag=True, help="DIR may hold files. They stay as they are.")
@click.option("-y", "--yes", is_flag=True, help="Ask nothing; take what is not given as it is.")
def init_command(
    folder: Path,
    name: str | None,
    url: str | None,
    repository: str | None,
    forge: str | None,
    language: str,
    keep: bool,
    yes: bool,
) -> None:
    """Make a complete new site in the folder DIR.

    It has a sample text with notes, pages to fill in, the settings with every option explained,
    and, for GitHub and GitLab, workflows that check each change and publish the site. It builds in
    strict mode as it is.

    DIR is made, or is empty; a repository that holds nothing yet counts as empty. With --keep it
    may hold files: no file that is there is changed, and only what is missing is written. At a
    terminal the command asks for the name and the addresses that are not given.

    \b
    Exit codes:
      0  the site is written
      1  something is in the way, or could not be written
      2  the command was called wrongly

    \b
    Examples:
      postil init letters
      postil init . --name "Letters, annotated" --repository https://github.com/owner/letters
      postil init --keep --yes existing-folder
    """
    refuse(in_the_way(folder, keep), f"{folder} is not empty. It holds")
    if not yes and _at_terminal():
        name = name or click.prompt("Name of the site", _NAME, value_proc=_name)
        url = _asked(url, "Address of the site, if it is known")
        repository = _asked(repository, "Address of its repository, if there is one")
    start = _start(name or _NAME, url or "", repository or "", forge or "", language)
    files = starter_files(start)
    there = [path for path in files if os.path.lexists(folder / path)]
    refuse(blocked(folder, files), "These are in the way of folders:", hint="move them away")
    written = write(folder, {path: files[path] for path in files if path not in there})
    for path in there:
        click.echo(f"{path}: is there already, and stays as it is")
    click.echo(f"{folder}: a new site of {written} files.")
    click.echo(f"To see it: cd {shlex.quote(str(folder))} && mkdocs serve")
    click.echo("To go on:  postil new FILE makes a text; README.md says how notes are written.")


def _at_terminal() -> bool:
    """Whether somebody is there to answer."""
    return sys.stdin.isatty() and sys.stdout.isatty()


def _asked(given: str | None, question: str) -> str:
    if given is not None:
        return given
    answer: str = click.prompt(question, "", value_proc=_address, show_default=False)
    return answer


def _start(name: str, url: str, repository: str, forge: str, language: str) -> Start:
    repository = repository.rstrip("/").removesuffix(".git")
    told = forge_of(Settings(repository=repository)) if repository else ""
    return Start(
        name=name,
        url=url,
        repository=repository,
        language=language,
        software=forge or told,
        # Only what the address does not say by itself.
        forge=forge if forge != told else "",
        day=datetime.datetime.now(datetime.UTC).date().isoformat(),
    )
