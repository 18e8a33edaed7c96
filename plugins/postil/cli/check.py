"""`postil check`: the build's findings without the build."""

from __future__ import annotations

import sys
from pathlib import Path

import click

from postil.cli.check_kept import kept_findings
from postil.cli.clock import Clock
from postil.cli.configuration import CannotRunError, config_option, configuration
from postil.cli.input import said
from postil.cli.report import REPORTS
from postil.cli.report_words import counted
from postil.model.diagnostic import Diagnostic, Level
from postil.read.settings import HostConfig
from postil.workers import sharing

# From the least to the most serious; `never` fails on nothing.
_FAIL_ON = {
    "info": {Level.INFO, Level.WARNING, Level.ERROR},
    "warning": {Level.WARNING, Level.ERROR},
    "error": {Level.ERROR},
    "never": set[Level](),
}


def _reports(
    _context: click.Context, _parameter: click.Parameter, given: tuple[str, ...]
) -> tuple[tuple[str, Path], ...]:
    """The formats and files of reports. Raises click.BadParameter."""
    found = []
    for one in given:
        kind, _, file = one.partition("=")
        if kind not in REPORTS or not file:
            raise click.BadParameter(
                f"“{one}” is not FORMAT=FILE with one of the formats {', '.join(REPORTS)}"
            )
        found.append((kind, Path(file)))
    return tuple(found)


@click.command("check")
@config_option
@click.option(
    "--format",
    "form",
    type=click.Choice(list(REPORTS)),
    default="text",
    show_default=True,
    help="text for people, json for programs, github for workflow logs, sarif for code scanning,"
    " gitlab for code quality, markdown for summaries.",
)
@click.option(
    "--report",
    "reports",
    metavar="FORMAT=FILE",
    multiple=True,
    callback=_reports,
    help="Write the same findings into FILE as well, in another format. It can be given again.",
)
@click.option(
    "--fail-on",
    type=click.Choice(list(_FAIL_ON)),
    default="warning",
    show_default=True,
    help="The mildest level that makes the exit code 1.",
)
@click.option(
    "--against",
    "ref",
    metavar="REF",
    help="Compare with a git revision: is every change of a published annotation on record?",
)
@click.option("-q", "--quiet", is_flag=True, help="No summary on standard error.")
def check_command(
    config_file: Path | None,
    form: str,
    reports: tuple[tuple[str, Path], ...],
    fail_on: str,
    ref: str | None,
    quiet: bool,
) -> None:
    """Read, anchor and report everything, without building the site.

    Finds what the strict build finds: every file of content/ and annotations/ is read, every
    text is rendered, and every note is looked for in the words of its text. Diagnostics go to
    standard output, one a line as path:line:column, and a summary to standard error.

    GitHub shows at most ten problems of each level at their lines, so --format github names no
    more than these there; a table of all of them is that of --report markdown=FILE.

    \b
    Exit codes:
      0  nothing at or above the level of --fail-on
      1  something was found
      2  the site could not be checked at all (no configuration, wrong options, unknown REF),
         or a report could not be written

    \b
    Examples:
      postil check
      postil check --format sarif > postil.sarif
      postil check --format github --report markdown=summary.md --report sarif=postil.sarif
      postil check --fail-on error
      postil check --against origin/main
    """
    root, host, problems = configuration(config_file)
    settings = host.settings
    clock = Clock()
    share = clock.counted(sharing(settings.jobs), "texts")
    checked = kept_findings(share, root, host)
    clock.done()
    diagnostics = checked.diagnostics
    if ref is not None:
        with Clock(f"comparing it with {ref}"):
            diagnostics = _with_record(diagnostics, root, host, ref)
    found = [
        diagnostic
        for diagnostic in (*problems, *diagnostics)
        if settings.level_of(diagnostic.code) is not Level.OFF
    ]
    click.echo(REPORTS[form](found, settings, checked.summary), nl=False)
    for kind, file in reports:
        _write(file, REPORTS[kind](found, settings, checked.summary))
    if not quiet:
        problems_found = counted(found, settings)
        click.echo("; ".join(filter(None, (str(checked.summary), problems_found))), err=True)
    if problems:
        sys.exit(2)
    if any(settings.level_of(diagnostic.code) in _FAIL_ON[fail_on] for diagnostic in found):
        sys.exit(1)


def _write(file: Path, report: str) -> None:
    """Puts a report into a file. Raises CannotRunError."""
    try:
        file.write_text(report, encoding="utf-8")
    except OSError as error:
        raise CannotRunError(f"{file}: cannot be written: {said(error)}") from None


def _with_record(
    diagnostics: tuple[Diagnostic, ...], root: Path, host: HostConfig, ref: str
) -> tuple[Diagnostic, ...]:
    """The diagnostics and those of what changed since `ref`, by place."""
    # Imported where it is needed: most checks compare nothing.
    from postil.read.library import read_library_by
    from postil.read.revision import RevisionError
    from postil.site.against import check_against

    library = read_library_by(sharing(host.settings.jobs), root, host.settings)
    try:
        record = check_against(root, host, library, ref)
    except RevisionError as error:
        raise CannotRunError(str(error)) from None
    return tuple(sorted((*diagnostics, *record), key=lambda diagnostic: diagnostic.place))
