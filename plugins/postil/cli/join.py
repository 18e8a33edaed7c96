"""`postil join`: the site, from what several machines made."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import click

from postil.cli.configuration import config_option, file_of, sound_configuration
from postil.cli.host import build, options_of, sealing, site_dir_option, strict_option
from postil.shards import Join, Shard, missing, shard_named, variables


@click.command("join")
@click.argument(
    "folders", nargs=-1, type=click.Path(path_type=Path, exists=True), metavar="[FOLDER]..."
)
@config_option
@site_dir_option
@strict_option
def join_command(
    folders: tuple[Path, ...],
    config_file: Path | None,
    site_dir: Path | None,
    strict: bool,
) -> None:
    """Build the site from the files of shards.

    FOLDER holds the files that `postil build --shard` wrote, at any depth; without one it is
    shards. A FOLDER may be such a file, too.

    This is a whole build, in which nothing is made again that a shard made from the same files,
    settings and programs. What no shard made is made here, and what is wrong is told here: the site
    is that of one machine, byte for byte, whatever is missing. A file that was not sealed with the
    secret of this build (POSTIL_SHARD_SECRET) is not read.

    \b
    Exit codes:
      0  the site is built
      1  the build failed, or, with --strict, something was wrong
      2  the command was called wrongly, or the site has no sound configuration

    \b
    Examples:
      postil join
      postil join --strict parts
      postil join -d public shard-1-of-2.postil shard-2-of-2.postil
    """
    sound_configuration(config_file)
    config = file_of(config_file)
    sealing()
    found = dict(_found(folders or (Path("shards"),)))
    if not found:
        where = ", ".join(map(str, folders)) or "shards"
        raise click.UsageError(
            f"{where}: there is no file of a shard, such as shard-1-of-8.postil, which “postil"
            " build --shard 1/8” writes"
        )
    if len({shard.of for shard in found.values()}) > 1:
        click.echo("These are shards of several builds; what fits is taken.", err=True)
    for shard in missing(found.values()):
        click.echo(f"Shard {shard} is not there: its texts are made here.", err=True)
    build(config, options_of(site_dir, strict=strict), variables(Join(tuple(found))))


def _found(folders: tuple[Path, ...]) -> Iterator[tuple[Path, Shard]]:
    """The files of shards, each with what its name says, always in one order."""
    for folder in folders:
        files = [folder] if folder.is_file() else sorted(folder.rglob("*.postil"))
        for file in files:
            if (shard := shard_named(file.name)) is not None and file.is_file():
                yield file.resolve(), shard
