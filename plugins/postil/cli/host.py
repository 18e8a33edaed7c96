"""The host, run by a command: MkDocs or ProperDocs, in a process of its own.

No command imports it: no build may reach the network, and commands may.
"""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Mapping, Sequence
from pathlib import Path

import click

from postil.shards import ShardError, secret

site_dir_option = click.option(
    "-d",
    "--site-dir",
    type=click.Path(path_type=Path, file_okay=False),
    help="Where the site is written. Default: what the configuration says.",
)

strict_option = click.option("-s", "--strict", is_flag=True, help="Fail on any warning.")


class BuildError(click.ClickException):
    """The build ended early; it has said why."""

    exit_code = 1


def build(
    config: Path, options: Sequence[str], variables: Mapping[str, str], *, silent: bool = False
) -> None:
    """Builds a site by the host that its configuration is named for. Raises BuildError.

    A `silent` one says what it has to say where it fails. It is never told to be quiet: what the
    host says of a text belongs to what is made of it.
    """
    host = "properdocs" if config.name.startswith("properdocs") else "mkdocs"
    command = [sys.executable, "-m", host, "build", "--config-file", str(config), *options]
    where = subprocess.PIPE if silent else None
    environment = {**os.environ, **variables}
    ended = subprocess.run(command, check=False, env=environment, stderr=where)  # noqa: S603 - the host
    if ended.returncode:
        if ended.stderr:
            click.echo(ended.stderr.decode(errors="replace"), err=True)
        raise BuildError(f"{host} ended with {ended.returncode}, and its words above say why")


def options_of(site_dir: Path | None, *, strict: bool) -> list[str]:
    """The options of a host that makes a site. None is quiet: that would hide from a strict build
    the warnings that it counts."""
    where = ["--site-dir", str(site_dir.resolve())] if site_dir else []
    return [*where, "--strict"] if strict else where


def sealing() -> bytes:
    """What shards are sealed with. Raises click.UsageError."""
    try:
        return secret(os.environ)
    except ShardError as error:
        raise click.UsageError(str(error)) from None
