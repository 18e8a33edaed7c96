"""`postil review`: a report on what a contribution changes."""

from __future__ import annotations

from pathlib import Path

import click

from postil.cli.clock import Clock
from postil.cli.configuration import config_option, sound_configuration
from postil.cli.impact_report import as_markdown as impact_markdown
from postil.cli.past import against_option, explained, past_of
from postil.cli.review_report import Whereabouts, review_markdown
from postil.model.diagnostic import Level
from postil.read.library import read_library
from postil.site.against import same_passages
from postil.site.impact import impacts
from postil.site.pages import context_of
from postil.site.record import compare
from postil.site.review import review


@click.command("review")
@against_option
@config_option
def review_command(ref: str, config_file: Path | None) -> None:
    """Write a report on what changed, for those who review it.

    The report is Markdown, for the comment of a pull request, and goes to standard output: each
    annotation that is new or was changed since a revision of the git repository, with its passage
    in context, what it says, its citations and how their sources were checked, what is different
    word by word, and what “postil check --against” finds in it; then the sources that are new or
    were changed, other findings, and what a change of texts touches.

    What contributors wrote stands in it as words: it makes no link, picture or heading and calls
    nobody. Of a very long report the last annotations are named only.

    \b
    Exit codes:
      0  the report is made, whatever it says
      2  the command was called wrongly, the site has no sound configuration, or REF is unknown

    \b
    Examples:
      postil review --against main
      postil review --against HEAD^1 > review.md
    """
    root, host = sound_configuration(config_file)
    with Clock("reading the site") as clock:
        past = past_of(root, host, ref)
        library = read_library(root, host.settings)
        before, after = explained(past.library, past.host, clock), explained(library, host, clock)
    findings = [
        *library.diagnostics,
        *(found for one in after.values() for found in one.diagnostics),
        *compare(past.library, library, ref, same_passages(before.__getitem__, after.__getitem__)),
    ]
    found = review(
        past.library,
        library,
        [
            one
            for one in sorted(findings, key=lambda one: one.place)
            if host.settings.level_of(one.code) is not Level.OFF
        ],
    )
    context = context_of(library, host.settings, "en")
    click.echo(review_markdown(found, Whereabouts(after, context, ref)), nl=False)
    if texts := impacts(before, after):
        click.echo(f"\n{impact_markdown(texts, ref)}", nl=False)
