"""The site that a command is about: its configuration, as each command finds it."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any, TypeVar

import click

from postil.model.diagnostic import Diagnostic
from postil.model.settings import Settings
from postil.read.settings import HostConfig, read_settings

Command = TypeVar("Command", bound=Callable[..., Any])


class CannotRunError(click.ClickException):
    """A command cannot do its work at all, for a reason that is not how it was called."""

    exit_code = 2


def config_option(command: Command) -> Command:
    """The option that names the configuration, for every command about a site."""
    option = click.option(
        "-f",
        "--config-file",
        type=click.Path(path_type=Path, dir_okay=False),
        help="The site's configuration. Default: mkdocs.yml, or properdocs.yml, of this folder.",
    )
    return option(command)


def text_or_json_option(command: Command) -> Command:
    """The option that chooses the form of a result, for every command that has these two."""
    option = click.option(
        "--format",
        "form",
        type=click.Choice(["text", "json"]),
        default="text",
        show_default=True,
        help="text for people, json for programs.",
    )
    return option(command)


def configuration(config_file: Path | None) -> tuple[Path, HostConfig, tuple[Diagnostic, ...]]:
    """The root of the site, its configuration, and what is wrong with that.

    Raises click.UsageError where there is no such file.
    """
    path = file_of(config_file)
    host, problems = read_settings(path)
    return path.resolve().parent, host, problems


def file_of(config_file: Path | None) -> Path:
    """The file of the configuration. Raises click.UsageError where there is none."""
    path = config_file or _default()
    if not path.is_file():
        raise click.UsageError(
            f"there is no {path} here; go to the folder of the site, or name the file with -f"
        )
    return path


def sound_configuration(config_file: Path | None) -> tuple[Path, HostConfig]:
    """The root of the site and its configuration.

    Raises CannotRunError where something is wrong with it: what a command would write or
    ask must not come from options that nobody chose.
    """
    root, host, problems = configuration(config_file)
    if problems:
        raise CannotRunError("\n".join(str(problem) for problem in problems))
    return root, host


def settings_or_default(config_file: Path | None) -> Settings:
    """What a site chooses; what Postil does by itself where this folder is none of a site.

    Raises CannotRunError where something is wrong with the configuration.
    """
    if config_file is None and not _default().is_file():
        return Settings()
    return sound_configuration(config_file)[1].settings


def _default() -> Path:
    properdocs = Path("properdocs.yml")
    return properdocs if properdocs.is_file() else Path("mkdocs.yml")
