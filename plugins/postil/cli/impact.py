"""`postil impact`: which annotations a change of texts touches."""

from __future__ import annotations

import sys
from pathlib import Path

import click

from postil.cli.clock import Clock
from postil.cli.configuration import config_option, sound_configuration
from postil.cli.impact_report import IMPACT_REPORTS, summary
from postil.cli.past import against_option, explained, past_of
from postil.read.library import read_library
from postil.site.impact import impacts


@click.command("impact")
@against_option
@config_option
@click.option(
    "--format",
    "form",
    type=click.Choice(list(IMPACT_REPORTS)),
    default="text",
    show_default=True,
    help="text for people, markdown for pull requests, json for programs.",
)
@click.option(
    "--check", is_flag=True, help="Exit 1 if a passage changed, or is not found any more."
)
@click.option("-q", "--quiet", is_flag=True, help="No summary on standard error.")
def impact_command(ref: str, config_file: Path | None, form: str, check: bool, quiet: bool) -> None:
    """Show which annotations a change of texts touches.

    Compares the words of each text, as readers see them, with those that it had at a revision of
    the git repository. Of a text whose words are others, each published annotation that it had is

    \b
      gone       its text is no longer there
      lost       a passage is no longer found
      ambiguous  a passage fits several places now
      changed    a passage is found by words that are others now
      reworded   its words are others, and the annotation was changed with them
      around     the passages stand, and their paragraphs changed around them
      none       nothing happened to it; such ones are counted, not listed

    \b
    Exit codes:
      0  the report is made
      1  with --check: an annotation is gone, lost, ambiguous or changed
      2  the command was called wrongly, the site has no sound configuration, or REF is unknown

    \b
    Examples:
      postil impact --against main
      postil impact --against HEAD^1 --format markdown > impact.md
      postil impact --against v1 --check
    """
    root, host = sound_configuration(config_file)
    with Clock("reading the site") as clock:
        past = past_of(root, host, ref)
        before = explained(past.library, past.host, clock)
        after = explained(read_library(root, host.settings), host, clock)
    found = impacts(before, after)
    click.echo(IMPACT_REPORTS[form](found, ref), nl=False)
    if not quiet:
        click.echo(summary(found, ref), err=True)
    sys.exit(1 if check and any(one.serious for one in found) else 0)
