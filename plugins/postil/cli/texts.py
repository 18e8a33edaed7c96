"""Texts by the names that a person gives them on the command line."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from pathlib import Path

import click

from postil.cli.configuration import Command
from postil.model.text import Text
from postil.read.settings import read_settings
from postil.read.text_folder import find_texts
from postil.read.words import meant


def texts_argument(command: Command) -> Command:
    """The argument that names texts, for every command about some of them or all."""
    argument = click.argument("texts", metavar="[TEXT]…", nargs=-1, shell_complete=names_of_texts)
    return argument(command)


def texts_named(names: Sequence[str], texts: Mapping[str, Text]) -> list[Text]:
    """The texts of those names or files, in the order of the site; all where none is named.

    Raises click.UsageError for a name that no text has.
    """
    slugs = {text_named(name, texts).slug for name in names}
    return [text for slug, text in texts.items() if not names or slug in slugs]


def text_named(name: str, texts: Mapping[str, Text]) -> Text:
    """The text of that name or file. Raises click.UsageError where there is none."""
    path = Path(name).as_posix().removeprefix("./")
    found = texts.get(name) or next((one for one in texts.values() if one.place.path == path), None)
    if found is None:
        hint = meant(name, texts)
        raise click.UsageError(f"there is no text “{name}”" + (f"; {hint}" if hint else ""))
    return found


def names_of_texts(context: click.Context, _: click.Parameter, incomplete: str) -> list[str]:
    """The names of texts that begin so, for shells that complete words."""
    path = context.params.get("config_file") or Path("mkdocs.yml")
    if not path.is_file():
        return []
    root = path.resolve().parent
    folder = root / read_settings(path)[0].settings.content
    if not folder.is_dir():
        return []
    found, _refused = find_texts(folder, root, [])
    return [one.slug for one in found if one.slug.startswith(incomplete)]
