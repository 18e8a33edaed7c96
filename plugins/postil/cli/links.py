"""`postil links`: what the addresses of sources and texts lead to."""

from __future__ import annotations

import datetime
import io
import sys
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import click

from postil import __version__
from postil.cli.configuration import CannotRunError, config_option, sound_configuration
from postil.cli.link_report import LINK_REPORTS, LinkRow, summary
from postil.cli.save import save
from postil.cli.web.ask import Asker, Outcome
from postil.cli.web.client import Client, NoAnswerError
from postil.cli.web.crowd import ask_all
from postil.cli.web.guard import RefusedError
from postil.cli.web.pace import Pace
from postil.cli.web.record import due, recorded, with_copy
from postil.cli.web.wayback import API, find_copy
from postil.model.link import LinkCheck, LinkState
from postil.publish.link_file import as_link_file
from postil.read.folders import LINKS
from postil.read.library import read_library
from postil.site.addresses_used import Use, addresses_used

# So many addresses without a single answer mean that this machine reaches nobody.
_OFFLINE = 3

Uses = Mapping[str, tuple[Use, ...]]


@click.command("links")
@config_option
@click.option(
    "--max-age",
    type=click.IntRange(min=0),
    default=7,
    show_default=True,
    metavar="DAYS",
    help="Ask again what was asked that long ago; 0 asks everything.",
)
@click.option("--archive", is_flag=True, help="Look for a stored copy where no source names one.")
@click.option("--check", is_flag=True, help="Exit 1 if an address is dead.")
@click.option(
    "--format",
    "form",
    type=click.Choice(list(LINK_REPORTS)),
    default="text",
    show_default=True,
    help="text for people, json for programs.",
)
@click.option(
    "--jobs",
    type=click.IntRange(1, 64),
    default=8,
    show_default=True,
    help="How many hosts are asked at the same time.",
)
@click.option(
    "--delay",
    type=click.FloatRange(0, 60),
    default=1.0,
    show_default=True,
    metavar="SECONDS",
    help="The pause between two requests to one host.",
)
@click.option(
    "--timeout",
    type=click.FloatRange(0.1, 300),
    default=10.0,
    show_default=True,
    metavar="SECONDS",
    help="How long a host may be silent.",
)
@click.option(
    "--retries",
    type=click.IntRange(0, 10),
    default=2,
    show_default=True,
    help="How often a host that is busy, broken or silent is asked again.",
)
@click.option(
    "--archive-api",
    default=API,
    metavar="ADDRESS",
    help="Another archive with the availability API of the Wayback Machine.",
)
@click.option("--allow-private", is_flag=True, help="Ask machines of this network as well.")
@click.option("-q", "--quiet", is_flag=True, help="No progress and summary on standard error.")
def links_command(
    config_file: Path | None,
    max_age: int,
    archive: bool,
    check: bool,
    form: str,
    jobs: int,
    delay: float,
    timeout: float,
    retries: int,
    archive_api: str,
    allow_private: bool,
    quiet: bool,
) -> None:
    """Open the addresses of sources and texts, and note what they lead to.

    Asks for every address once, one request at a time for each host, and writes what came of it
    to links.json beside the sources: ok, moved for good, dead, or unknown, where a host refused,
    was busy or gave no answer. The site shows it. No build ever asks.

    Addresses of sources with `link: false` are not asked.

    \b
    Exit codes:
      0  the addresses were asked
      1  with --check: an address is dead
      2  the command was called wrongly, the site has no sound configuration, or nothing answered

    \b
    Examples:
      postil links
      postil links --archive
      postil links --max-age 0 --check
    """
    root, host = sound_configuration(config_file)
    library = read_library(root, host.settings)
    file = _record_file(root, host.settings.annotations)
    uses = addresses_used(library)
    about = f"; +{host.site_url}" if host.site_url else ""
    client = Client(f"Postil/{__version__} (link check{about})", timeout, allow_private)
    pace = Pace(delay)
    asker = Asker(client, pace, retries)
    today = datetime.datetime.now(datetime.UTC).date()
    links = {address: link for address, link in library.links.items() if address in uses}
    asked = due(uses, links, max_age, today)
    outcomes: dict[str, Outcome] = {}
    try:
        with _progress("Asking", len(asked), quiet) as bar:
            for address, outcome in ask_all(asked, asker.ask, pace, jobs):
                outcomes[address] = outcome
                bar.update(1)
    finally:
        # Also after an interruption: what was found need not be asked again.
        if not _offline(outcomes):
            for address, outcome in outcomes.items():
                links[address] = recorded(address, outcome, links.get(address), today)
            _write(file, links)
    if _offline(outcomes):
        raise CannotRunError(f"none of {len(outcomes)} addresses answered: is this machine online?")
    if archive:
        try:
            _find_copies(links, uses, asker, archive_api, quiet)
        finally:
            _write(file, links)
    reasons = {address: outcome.reason for address, outcome in outcomes.items()}
    rows = [LinkRow(links[address], uses[address], reasons.get(address, "")) for address in uses]
    click.echo(LINK_REPORTS[form](rows), nl=False)
    if not quiet:
        click.echo(f"{summary(rows)}; {len(asked)} asked now", err=True)
    if check and any(row.link.state is LinkState.DEAD for row in rows):
        sys.exit(1)


def _find_copies(
    links: dict[str, LinkCheck], uses: Uses, asker: Asker, api: str, quiet: bool
) -> None:
    """Notes a stored copy of each page that has none."""
    wanted = {
        address: use.date
        for address, all_uses in uses.items()
        for use in all_uses
        if use.wanted and not links[address].archive
    }
    with _progress("Looking for copies", len(wanted), quiet) as bar:
        for address, date in wanted.items():
            try:
                copy = find_copy(asker, api, address, date)
            except (NoAnswerError, RefusedError) as error:
                raise click.ClickException(
                    f"the archive at {api} cannot be asked: {error}"
                ) from None
            if copy is not None:
                links[address] = with_copy(links[address], copy)
            bar.update(1)


def _record_file(root: Path, folder: str) -> Path:
    """Where the record is kept. Raises CannotRunError where a link would let it stand elsewhere."""
    file = root / folder / LINKS
    if file.is_symlink() or not file.parent.resolve().is_relative_to(root.resolve()):
        raise CannotRunError(f"{folder}/{LINKS} is a link, and nothing is written through it")
    if not file.parent.is_dir():
        raise CannotRunError(f"there is no folder {folder}, where {LINKS} belongs")
    return file


def _write(file: Path, links: Mapping[str, LinkCheck]) -> None:
    content = as_link_file(links.values())
    old = file.read_bytes() if file.exists() else None
    # No file for nothing, and no new date of a file that says the same.
    if content != old and (links or old is not None):
        save(file, content)


def _offline(outcomes: Mapping[str, Outcome]) -> bool:
    return len(outcomes) >= _OFFLINE and not any(one.status for one in outcomes.values())


def _progress(label: str, length: int, quiet: bool) -> Any:
    """A progress bar on a terminal, and nothing anywhere else."""
    shown = sys.stderr.isatty() and not quiet
    return click.progressbar(
        length=length, label=label, file=sys.stderr if shown else io.StringIO()
    )
