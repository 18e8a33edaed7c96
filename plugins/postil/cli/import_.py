"""`postil import`: annotations and sources of other programs, as files of this site."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterable
from functools import partial
from pathlib import Path

import click

from postil.cli.clock import Clock
from postil.cli.configuration import config_option, sound_configuration
from postil.cli.import_report import as_json, as_text, summary
from postil.cli.import_write import write
from postil.cli.input import bytes_of, called, said
from postil.model.library import Library
from postil.read.foreign.csv_table import COLUMNS
from postil.read.foreign.read import FORMS, ForeignError, read_foreign
from postil.read.foreign.values import Foreign
from postil.read.library import read_library
from postil.read.settings import HostConfig
from postil.read.words import listed, meant
from postil.site.imports.notes import Wishes
from postil.site.imports.outcomes import Plan, State
from postil.site.imports.plan import plan_notes
from postil.site.imports.source_plan import plan_sources


def _columns(_: click.Context, __: click.Parameter, values: tuple[str, ...]) -> dict[str, str]:
    """The fields of columns, from values of the form column=field."""
    fields: dict[str, str] = {}
    for value in values:
        column, sign, field = value.rpartition("=")
        if not sign or not column.strip():
            raise click.BadParameter(f"“{value}” is not of the form column=field")
        if field.strip() not in COLUMNS:
            hint = meant(field, COLUMNS) or f"it can be {listed(COLUMNS)}"
            raise click.BadParameter(f"“{field}” is no field of a note; {hint}")
        fields[column.strip()] = field.strip()
    return fields


@click.command("import")
@click.argument("files", metavar="FILE…", nargs=-1, required=True)
@config_option
@click.option(
    "--from",
    "form",
    type=click.Choice(FORMS),
    help="The format of the files. Without it, it is found out from what they hold.",
)
@click.option(
    "--text",
    metavar="SLUG",
    default="",
    help="The text that all notes are about. Without it, each goes to the text whose `url` or"
    " `archive` is its address.",
)
@click.option("--kind", metavar="KIND", default="", help="The kind of every note.")
@click.option("--drafts", is_flag=True, help="Mark every note as a draft, which is not published.")
@click.option("--contributor", metavar="ID", default="", help="Who answers for the notes here.")
@click.option(
    "--add-contributors",
    is_flag=True,
    help="Append people who wrote notes and are not listed to contributors.yml.",
)
@click.option(
    "--map",
    "columns",
    metavar="COLUMN=FIELD",
    callback=_columns,
    multiple=True,
    help="The field that a column of a table holds, such as “Comment=body”. May be repeated.",
)
@click.option("--dry-run", is_flag=True, help="Write nothing; show what would be written.")
@click.option(
    "--format",
    "report",
    type=click.Choice(["text", "json"]),
    default="text",
    show_default=True,
    help="How to report: text for people, json for programs.",
)
@click.option("-q", "--quiet", is_flag=True, help="No summary on standard error.")
def import_command(
    files: tuple[str, ...],
    config_file: Path | None,
    form: str | None,
    text: str,
    kind: str,
    drafts: bool,
    contributor: str,
    add_contributors: bool,
    columns: dict[str, str],
    dry_run: bool,
    report: str,
    quiet: bool,
) -> None:
    """Take annotations and sources of other programs into this site.

    FILE is one of these, or - for standard input:

    \b
      annotations of Hypothesis   what its API answers, or its client exports (JSON)
      W3C Web Annotations         an annotation, a page, or a collection (JSON-LD)
      a table                     CSV with a header; --map names columns that do not tell
      a bibliography              CSL items (JSON or YAML), or BibTeX

    Each note becomes a file of its own, annotations/SLUG/ID.yml, and each source is appended to
    annotations/sources.yml. What is there already is never changed: a note that was imported
    before and says the same is left alone, and one that says something else is a conflict.

    The report says of each note what could not be kept, and why. Notes whose passage is not
    surely the right one, replies, and notes that were not public become drafts.

    \b
    Exit codes:
      0  everything was imported, or was there already
      1  something was refused, is in conflict with what is there, or stands in another file
      2  the command was called wrongly, or a file could not be read at all

    \b
    Examples:
      postil import --dry-run notes.json
      postil import --text letter --drafts notes.json
      postil import --map Comment=body --map Quote=exact notes.csv
      postil import library.bib
      curl 'https://api.hypothes.is/api/search?uri=https://example.org/letter' | postil import -
    """
    root, host = sound_configuration(config_file)
    with Clock("reading the site") as clock:
        library = read_library(root, host.settings)
        wishes = Wishes(text, kind, drafts, contributor, add_contributors)
        _check(wishes, library, host)
        plans: list[tuple[str, Plan]] = []
        failed = unread = False
        for name in files:
            clock.tell(f"importing {name}")
            try:
                foreign = read_foreign(bytes_of(name), called(name), form or "", columns)
            except (ForeignError, OSError) as error:
                clock.done()
                click.echo(f"{name}: {said(error)}", err=True)
                unread = True
                continue
            plan = _plan(foreign, root, library, host, wishes, partial(clock.count, name))
            if plan.files and not dry_run:
                try:
                    write(root, host.settings.annotations, plan)
                except OSError as error:
                    raise click.ClickException(f"cannot write: {said(error)}") from None
                # The next file must meet what this one brought.
                library = read_library(root, host.settings)
            failed = failed or _failed(plan)
            plans.append((name, plan))
    click.echo(as_json(plans, dry_run) if report == "json" else as_text(plans, dry_run), nl=False)
    if not quiet:
        click.echo(summary(plans, dry_run), err=True)
    sys.exit(2 if unread else 1 if failed else 0)


def _failed(plan: Plan) -> bool:
    """Whether something was left out: a note, a source, or all that the file names."""
    left_out = plan.count(State.REFUSED) + plan.count(State.CONFLICT)
    return left_out > 0 or (not plan.outcomes and bool(plan.remarks))


def _plan(
    foreign: Foreign,
    root: Path,
    library: Library,
    host: HostConfig,
    wishes: Wishes,
    tell: Callable[[int], None],
) -> Plan:
    if foreign.sources or foreign.form in ("csl", "bibtex"):
        return plan_sources(foreign, root, library, host.settings)
    return plan_notes(foreign, root, library, host, wishes, tell)


def _check(wishes: Wishes, library: Library, host: HostConfig) -> None:
    """Raise click.UsageError where a wish names something that the site does not have."""
    kinds = [kind.id for kind in host.settings.kinds]
    for option, value, known in (
        ("--text", wishes.text, library.texts),
        ("--kind", wishes.kind, kinds),
        ("--contributor", wishes.contributor, library.contributors),
    ):
        if value and value not in known:
            _refuse(option, value, known)


def _refuse(option: str, value: str, known: Iterable[str]) -> None:
    hint = meant(value, known)
    raise click.UsageError(f"{option}: there is no “{value}”" + (f"; {hint}" if hint else ""))
