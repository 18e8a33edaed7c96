"""The option that names a revision, and the explainers as they were and are."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

import click

from postil.cli.clock import Clock
from postil.cli.configuration import CannotRunError, Command
from postil.model.library import Library
from postil.read.revision import RevisionError
from postil.read.settings import HostConfig
from postil.site.explain import Explained
from postil.site.markdown import explained as explained_text
from postil.site.markdown import renderer_of
from postil.site.past import Past, read_past


def against_option(command: Command) -> Command:
    """The option that names the revision to compare with, for commands that cannot do without."""
    option = click.option(
        "--against",
        "ref",
        metavar="REF",
        required=True,
        help="The git revision to compare with: a branch, a tag or a commit.",
    )
    return option(command)


def past_of(root: Path, host: HostConfig, ref: str) -> Past:
    """The site at a revision. Raises CannotRunError where that cannot be read."""
    try:
        return read_past(root, host, ref)
    except RevisionError as error:
        raise CannotRunError(str(error)) from None


def explained(library: Library, host: HostConfig, clock: Clock) -> Mapping[str, Explained]:
    """Every explainer of a library, by the slug of its text."""
    renderer = renderer_of(host)
    found: dict[str, Explained] = {}
    for slug, text in library.texts.items():
        clock.tell(f"looking at {slug}")
        found[slug] = explained_text(library, renderer, text)
    return found
