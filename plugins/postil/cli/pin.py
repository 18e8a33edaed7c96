"""`postil pin`: the hash of a text's words, written into its front matter."""

from __future__ import annotations

import sys
from pathlib import Path

import click

from postil.cli.clock import Clock
from postil.cli.configuration import config_option, sound_configuration
from postil.cli.texts import texts_argument, texts_named
from postil.model.diagnostic import Diagnostic, Level
from postil.read.library import read_library
from postil.read.pin_line import PinError, with_hash
from postil.read.settings import HostConfig
from postil.render.visible import read_visible
from postil.save import save
from postil.site.markdown import rendered, renderer_of
from postil.site.original import original_html
from postil.site.pin import hash_of


@click.command("pin")
@texts_argument
@config_option
@click.option("--check", is_flag=True, help="Write nothing; exit 1 if a hash is missing or wrong.")
@click.option("--dry-run", is_flag=True, help="Write nothing; say what would be written.")
def pin_command(
    texts: tuple[str, ...], config_file: Path | None, check: bool, dry_run: bool
) -> None:
    """Note the hash of a text's words in its file.

    TEXT is the name of a text, or its file; without one, all texts are pinned. The hash is that of
    the words as readers see them. It is written as `sha256` under `text:` in the front matter,
    and no other byte of the file changes. From then on, `postil check` and the build tell when
    the words of the text are no longer those that its annotations were written for. Read the
    annotations again before you pin a text that changed.

    \b
    Exit codes:
      0  every text is pinned
      1  with --check: a hash is missing or wrong; without it: a file could not be written
      2  the command was called wrongly, or the site has no sound configuration

    \b
    Examples:
      postil pin
      postil pin letter
      postil pin --check
    """
    root, host = sound_configuration(config_file)
    with Clock("reading the site"):
        library = read_library(root, host.settings)
    renderer = renderer_of(host)
    failed = False
    if not texts:
        for problem in library.diagnostics:
            if problem.code.startswith("file-") and _about_texts(problem, host):
                failed = True
                click.echo(problem, err=True)
    for text in texts_named(texts, library.texts):
        sha256 = hash_of(read_visible(original_html(text, rendered(renderer, text))).text)
        path, pinned = text.place.path, text.provenance.sha256
        if pinned == sha256:
            click.echo(f"{path}: unchanged")
            continue
        was = f", was {pinned}" if pinned else ""
        if check or dry_run:
            failed = failed or check
            click.echo(f"{path}: would be pinned to {sha256}{was}")
            continue
        try:
            file = root / path
            before = file.read_bytes()
            save(file, with_hash(before, path, sha256), before)
        except (PinError, OSError) as error:
            failed = True
            click.echo(f"{path}: cannot be pinned: {error}", err=True)
        else:
            click.echo(f"{path}: pinned to {sha256}{was}")
    sys.exit(1 if failed else 0)


def _about_texts(problem: Diagnostic, host: HostConfig) -> bool:
    """Whether it may be that a text was not read."""
    error = host.settings.level_of(problem.code) is Level.ERROR
    return error and f"{problem.place.path}/".startswith(f"{host.settings.content}/")
