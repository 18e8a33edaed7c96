"""`postil schema`: what editors know of the files that people write."""

from __future__ import annotations

from pathlib import Path

import click

from postil.cli.configuration import config_option, settings_or_default
from postil.cli.input import said
from postil.publish.schema import SCHEMAS, file_name, written
from postil.save import save


@click.command("schema")
@click.argument("name", metavar="[NAME]", required=False, type=click.Choice(list(SCHEMAS)))
@config_option
@click.option(
    "--write",
    "folder",
    metavar="DIR",
    type=click.Path(path_type=Path, file_okay=False),
    help="Write all schemas into the folder DIR, each as NAME.json.",
)
@click.option(
    "--check", is_flag=True, help="With --write: write nothing; exit 1 if a file would change."
)
def schema_command(
    name: str | None, config_file: Path | None, folder: Path | None, check: bool
) -> None:
    """Print the JSON Schema of one kind of file, for editors.

    NAME is annotations, sources, contributors or front-matter. An editor that has the schema
    completes fields and words, says what they mean, and shows what is wrong while you write. In the
    folder of a site the schemas know its own kinds and verdicts. Write them anew after you changed
    these.

    \b
    Exit codes:
      0  the schema is printed, or the files are as they should be
      1  with --check: a file is missing or out of date; without it: one could not be written
      2  the command was called wrongly, or the site has no sound configuration

    \b
    Examples:
      postil schema annotations
      postil schema --write schemas
      postil schema --write schemas --check
    """
    if (name is None) is (folder is None):
        raise click.UsageError(f"name one of {', '.join(SCHEMAS)}, or a folder with --write")
    if check and folder is None:
        raise click.UsageError("--check needs --write, which names the folder")
    settings = settings_or_default(config_file)
    if name is not None:
        click.echo(written(name, settings), nl=False)
    elif folder is not None:
        failed = [_keep(folder / file_name(one), written(one, settings), check) for one in SCHEMAS]
        raise SystemExit(1 if any(failed) else 0)


def _keep(path: Path, content: str, check: bool) -> bool:
    """Write a file that is not as it should be; whether that failed, or would have been needed."""
    try:
        if path.is_file() and path.read_bytes() == content.encode():
            click.echo(f"{path}: unchanged")
            return False
        if not check:
            path.parent.mkdir(parents=True, exist_ok=True)
            save(path, content.encode())
    except OSError as error:
        click.echo(f"{path}: cannot be written: {said(error)}", err=True)
        return True
    click.echo(f"{path}: {'out of date' if check else 'written'}")
    return check
