"""`postil links`: what the addresses of sources and texts lead to."""

from __future__ import annotations

import sys
from pathlib import Path

import click

from postil.cli.configuration import config_option


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
    type=click.Choice(["text", "json", "markdown"]),
    default="text",
    show_default=True,
    help="text for people, json for programs, markdown for an issue; nothing to mend is nothing.",
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
    help="How long a host may be silent; no answer may take longer than three times that.",
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
    default="",
    metavar="ADDRESS",
    help="Another archive with the availability API of the Wayback Machine.",
)
@click.option(
    "--allow-private",
    is_flag=True,
    help="Ask machines of this network as well, which are refused otherwise.",
)
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
      1  with --check: an address is dead; with --archive: the archive could not be asked
      2  the command was called wrongly, the site has no sound configuration, or nothing answered

    \b
    Examples:
      postil links
      postil links --archive
      postil links --max-age 0 --check
    """
    # Loaded here, because no other command needs what this one does.
    from postil.cli.link_survey import Manner, survey

    manner = Manner(jobs, delay, timeout, retries, allow_private)
    api = archive_api if archive else None
    dead = survey(config_file, max_age, manner, api, form, quiet)
    if check and dead:
        sys.exit(1)
