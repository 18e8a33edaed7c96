"""Asks for the addresses of a site, and writes down and reports what they lead to."""

from __future__ import annotations

import datetime
import io
import sys
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import click

from postil import __version__
from postil.cli.configuration import CannotRunError, sound_configuration
from postil.cli.link_report import LINK_REPORTS, LinkRow, summary
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
from postil.save import save
from postil.site.addresses_used import Use, addresses_used

# So many addresses without a single answer mean that this machine reaches nobody, and so many
# failures of an archive that it does not work today.
_OFFLINE = 3

Uses = Mapping[str, tuple[Use, ...]]


@dataclass(frozen=True, slots=True)
class Manner:
    """How hosts are asked: how many at a time, the pause after each request, how long one may be
    silent (both in seconds), how often one is asked again, and whether private ones are asked."""

    jobs: int
    delay: float
    timeout: float
    retries: int
    allow_private: bool


def survey(
    config_file: Path | None,
    max_age: int,
    manner: Manner,
    archive_api: str | None,
    form: str,
    quiet: bool,
) -> bool:
    """Whether an address of the site is dead, after all were asked that are due.

    `archive_api` is the address of the archive to be asked for copies, None for none and empty for
    the usual one. Raises CannotRunError.
    """
    root, host = sound_configuration(config_file)
    library = read_library(root, host.settings)
    file = _record_file(root, host.settings.annotations)
    uses = addresses_used(library)
    about = f"; +{host.site_url}" if host.site_url else ""
    client = Client(
        f"Postil/{__version__} (link check{about})", manner.timeout, manner.allow_private
    )
    pace = Pace(manner.delay)
    asker = Asker(client, pace, manner.retries)
    today = datetime.datetime.now(datetime.UTC).date()
    links = {address: link for address, link in library.links.items() if address in uses}
    asked = due(uses, links, max_age, today)
    outcomes: dict[str, Outcome] = {}
    try:
        with _progress("Asking", len(asked), quiet) as bar:
            for address, outcome in ask_all(asked, asker.ask, pace, manner.jobs):
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
    if archive_api is not None:
        try:
            _find_copies(links, uses, asker, archive_api or API, quiet)
        finally:
            _write(file, links)
    reasons = {address: outcome.reason for address, outcome in outcomes.items()}
    rows = [LinkRow(links[address], uses[address], reasons.get(address, "")) for address in uses]
    click.echo(LINK_REPORTS[form](rows), nl=False)
    if not quiet:
        click.echo(f"{summary(rows)}; {len(asked)} asked now", err=True)
    return any(row.link.state is LinkState.DEAD for row in rows)


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
    failures = 0
    with _progress("Looking for copies", len(wanted), quiet) as bar:
        for address, date in wanted.items():
            try:
                copy = find_copy(asker, api, address, date)
            except (NoAnswerError, RefusedError) as error:
                failures += 1
                if failures >= _OFFLINE:
                    message = f"the archive at {api} cannot be asked: {error}"
                    raise click.ClickException(message) from None
                continue
            if copy is not None:
                links[address] = with_copy(links[address], copy)
            bar.update(1)
    if failures and not quiet:
        click.echo(f"the archive gave no answer for {failures} of {len(wanted)} pages", err=True)


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
