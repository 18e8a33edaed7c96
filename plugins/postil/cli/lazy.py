"""A group of commands of which each is imported when it is asked for."""

from __future__ import annotations

from collections.abc import Mapping
from importlib import import_module
from typing import Any

import click


class LazyGroup(click.Group):
    """Commands by name, each with the module that holds it as `<name>_command`.

    One command needs the languages of pages, another a server's answers; none has to wait for what
    only others need (https://click.palletsprojects.com/en/stable/complex/#lazily-loading-subcommands).
    """

    def __init__(self, *args: Any, modules: Mapping[str, str] | None = None, **kwargs: Any) -> None:
        """A group as click's, with the modules of its commands in the order of its help."""
        super().__init__(*args, **kwargs)
        self.modules = dict(modules or {})

    def list_commands(self, ctx: click.Context) -> list[str]:  # noqa: ARG002 - click calls it so
        """The names of the commands, in the order of the help."""
        return list(self.modules)

    def get_command(
        self,
        ctx: click.Context,  # noqa: ARG002 - click calls it so
        cmd_name: str,
    ) -> click.Command | None:
        """The command of that name, imported now; None where there is none."""
        return self.command_named(cmd_name) if cmd_name in self.modules else None

    def command_named(self, name: str) -> click.Command:
        """The command of that name. Raises KeyError where there is none."""
        command = getattr(import_module(self.modules[name]), f"{name}_command")
        if not isinstance(command, click.Command):
            raise TypeError(f"{self.modules[name]}.{name}_command is no command")
        return command
