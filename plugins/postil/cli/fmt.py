"""`postil fmt`: the canonical form of files."""

from __future__ import annotations

import difflib
import sys
from dataclasses import dataclass
from pathlib import Path

import click

from postil.cli.clock import Clock
from postil.cli.configuration import config_option, sound_configuration
from postil.cli.input import said
from postil.model.diagnostic import Diagnostic
from postil.model.limits import Limits
from postil.publish.canonical.form import canonical
from postil.publish.canonical.marks import marks_left_out
from postil.publish.canonical.order import ANNOTATIONS, CONTRIBUTORS, NAMES, SOURCES, Order
from postil.publish.canonical.repair import repaired
from postil.publish.edits.source import EditError, read_source
from postil.read.files import path_of
from postil.read.folders import YAML, find_annotations, is_inside
from postil.read.settings import HostConfig
from postil.save import save


@dataclass(frozen=True, slots=True)
class _Formatted:
    """A file before and after, and what was mended in it, in words."""

    before: bytes
    after: bytes
    repairs: tuple[str, ...]


@click.command("fmt")
@click.argument(
    "files", metavar="[FILE]…", nargs=-1, type=click.Path(path_type=Path, dir_okay=False)
)
@config_option
@click.option("--check", is_flag=True, help="Write nothing; exit 1 if a file is not in this form.")
@click.option("--diff", is_flag=True, help="Write nothing; show what would change.")
@click.option("-q", "--quiet", is_flag=True, help="No summary on standard error.")
def fmt_command(
    files: tuple[Path, ...], config_file: Path | None, check: bool, diff: bool, quiet: bool
) -> None:
    """Bring the files of annotations, sources and contributors into one form.

    FILE is a YAML file of the folder of annotations; without one, all of them are taken.

    Fields stand in one order, two spaces a step, text of several lines as a block, long lines
    folded, and values have quotation marks only where YAML needs them. Every value and every
    comment stays: a file in which that cannot be held is left as it is, and named. Notes that
    postil writes are in this form.

    Slips that keep a file from being read are mended where only one thing can be meant: tabs, a
    colon, or a sign at the begin, in a value without quotation marks, a space that is missing
    behind the name of a field, and typographic quotation marks around an id. Others are named, and
    the file is left as it is.

    \b
    Exit codes:
      0  every file is in this form now; with --check or --diff: was
      1  a file cannot be brought into it; with --check or --diff: a file is not in it
      2  the command was called wrongly, or the site has no sound configuration

    \b
    Examples:
      postil fmt
      postil fmt annotations/letter/first.yml
      postil fmt --check
      postil fmt --diff > changes.diff
    """
    root, host = sound_configuration(config_file)
    chosen, unread = _chosen(files, root, host)
    for problem in unread:
        click.echo(problem, err=True)
    changed, failed = 0, len(unread)
    with Clock() as clock:
        for file, order in chosen:
            path = path_of(file, root)
            clock.tell(f"reading {path}")
            try:
                made = _formatted(file.read_bytes(), path, order, host.settings.limits)
                if made.before == made.after:
                    continue
                if not (check or diff):
                    save(file, made.after, made.before)
            except (EditError, OSError) as error:
                failed += 1
                clock.done()
                click.echo(f"{path}: left as it is: {said(error)}", err=True)
                continue
            changed += 1
            clock.done()
            if diff:
                click.echo(_difference(made, path), nl=False)
            else:
                click.echo(f"{path}: {'would be changed' if check else 'changed'}")
            for words in made.repairs:
                click.echo(f"{path}:{words}", err=True)
    if not quiet:
        click.echo(_summary(len(chosen) + len(unread), changed, failed, check or diff), err=True)
    sys.exit(1 if failed or (changed and (check or diff)) else 0)


def _chosen(
    files: tuple[Path, ...], root: Path, host: HostConfig
) -> tuple[list[tuple[Path, Order]], list[Diagnostic]]:
    """The files, each with the order of its fields, and what could not be looked at."""
    problems: list[Diagnostic] = []
    folder = root / host.settings.annotations
    if not folder.is_dir() or not is_inside(folder, root, problems):
        found: dict[Path, Order] = {}
    else:
        annotations, shared, _ = find_annotations(folder, root, problems)
        found = {one.file: ANNOTATIONS for one in annotations}
        found |= {file: SOURCES for file in shared.sources if file.suffix in YAML}
        if shared.contributors:
            found[shared.contributors] = CONTRIBUTORS
    if not files:
        unread = [one for one in problems if one.code in {"file-outside", "file-unreadable"}]
        return sorted(found.items(), key=lambda one: one[0]), unread
    by_path = {file.resolve(): (file, order) for file, order in found.items()}
    missing = [str(file) for file in files if file.resolve() not in by_path]
    if missing:
        raise click.UsageError(
            f"{missing[0]} is no YAML file of {host.settings.annotations}/ that is read"
        )
    return [by_path[file.resolve()] for file in dict.fromkeys(files)], []


def _formatted(data: bytes, path: str, order: Order, limits: Limits) -> _Formatted:
    """Raises EditError where a file cannot be brought into the form."""
    most = limits.annotations if order is ANNOTATIONS else limits.sources
    if len(data) > most * 1024:
        raise EditError(f"it is larger than {most} kB")
    mended, repairs = repaired(data, path, NAMES)
    words = [f"{one.line}: mended: {one.words}" for one in repairs]
    source = read_source(mended, path)
    if edits := marks_left_out(source, order):
        words += [f"{line}: mended: no typographic marks" for _, line in edits]
        source = read_source(source.changed(edit for edit, _ in edits), path)
    return _Formatted(data, canonical(source, order), tuple(words))


def _difference(made: _Formatted, path: str) -> str:
    before, after = (
        data.decode("utf-8", "replace").splitlines(keepends=True)
        for data in (made.before, made.after)
    )
    lines = difflib.unified_diff(before, after, f"a/{path}", f"b/{path}")
    return "".join(line if line.endswith("\n") else f"{line}\n\\ No newline\n" for line in lines)


def _summary(files: int, changed: int, failed: int, only: bool) -> str:
    said_ = f"{files} {'file' if files == 1 else 'files'}: "
    said_ += f"{changed} {'to change' if only else 'changed'}, {files - changed - failed} as before"
    return f"{said_}, {failed} left as they are" if failed else said_
