"""`postil build`: the site, or the part of it that one machine of several makes."""

from __future__ import annotations

import tempfile
from pathlib import Path

import click

from postil.cli.clock import Clock
from postil.cli.configuration import CannotRunError, config_option, file_of, sound_configuration
from postil.cli.host import build, options_of, sealing, site_dir_option, strict_option
from postil.cli.input import said
from postil.shards import Part, Shard, ShardError, shard_from, variables


def _shard(_context: click.Context, _parameter: click.Parameter, given: str | None) -> Shard | None:
    """The shard that was named. Raises click.BadParameter."""
    try:
        return shard_from(given) if given is not None else None
    except ShardError as error:
        raise click.BadParameter(str(error)) from None


@click.command("build")
@config_option
@click.option(
    "--shard",
    metavar="N/OF",
    callback=_shard,
    help="Make the N-th of OF parts alone, for “postil join”.",
)
@click.option(
    "--into",
    type=click.Path(path_type=Path, file_okay=False),
    help="The folder for the file of the shard. Default: shards.",
)
@site_dir_option
@strict_option
def build_command(
    config_file: Path | None,
    shard: Shard | None,
    into: Path | None,
    site_dir: Path | None,
    strict: bool,
) -> None:
    """Build the site, or one shard of it.

    Without --shard this is the build of MkDocs (or of ProperDocs, for a properdocs.yml). With it,
    one of several machines makes what belongs to its part of the texts and writes it into one file,
    shard-3-of-8.postil, and no site. Which texts belong to a shard goes by their slugs: a new one
    moves no other. `postil join` makes the site from the files of all shards, the same byte for
    byte as one machine alone.

    All machines need the same files, the same programs, and the same secret in the variable
    POSTIL_SHARD_SECRET, of 32 characters or more: what is not sealed with it is not taken. Shards
    of one machine need none. Problems of texts and notes are told by the join, not by shards.

    \b
    Exit codes:
      0  the site or the shard is made
      1  the build failed
      2  the command was called wrongly, or the site has no sound configuration

    \b
    Examples:
      postil build --strict
      postil build --shard 3/8
      postil build --shard 3/8 --into parts -f mkdocs.yml
    """
    sound_configuration(config_file)
    config = file_of(config_file)
    if shard is None:
        if into is not None:
            raise click.UsageError("--into is for shards: add --shard, or name a site with -d")
        build(config, options_of(site_dir, strict=strict), {})
        return
    if site_dir is not None or strict:
        raise click.UsageError("a shard is no site: -d and --strict are for “postil join”")
    secret = sealing()
    file = (into or Path("shards")).resolve() / shard.file_name
    try:
        # An older one must not pass for what this build failed to make.
        file.unlink(missing_ok=True)
    except OSError as error:
        raise CannotRunError(f"{file}: {said(error)}") from None
    with Clock(f"making shard {shard}"), tempfile.TemporaryDirectory() as nothing:
        options = options_of(Path(nothing), strict=False)
        build(config, options, variables(Part(shard, file)), silent=True)
    if not file.is_file():
        raise CannotRunError(f"{config}: no shard was made; is “postil” among its plugins?")
    click.echo(_summary(file, secret), err=True)


def _summary(file: Path, secret: bytes) -> str:
    # Other commands do without.
    from postil.archives import Archive

    archive = Archive(file, secret)
    about = archive.about
    size = f"{file.stat().st_size / 1e6:,.1f} MB"
    if about is None:
        return f"{file.name}: {size}"
    return f"{file.name}: {about.texts:,} of {about.of:,} texts, {size}"
