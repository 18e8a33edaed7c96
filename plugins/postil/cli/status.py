"""`postil status`: how far a site is."""

from __future__ import annotations

from pathlib import Path

import click

from postil.cli.clock import Clock
from postil.cli.configuration import config_option, sound_configuration, text_or_json_option
from postil.cli.status_report import as_json, as_text
from postil.cli.texts import texts_argument, texts_named
from postil.read.library import read_library
from postil.site.explain import explain
from postil.site.markdown import TextRenderer
from postil.site.standing import standing


@click.command("status")
@texts_argument
@config_option
@text_or_json_option
@click.option("--all", "every", is_flag=True, help="List all that is open, not the first ten.")
def status_command(
    texts: tuple[str, ...], config_file: Path | None, form: str, every: bool
) -> None:
    """Count what each text has, and list what is open.

    TEXT is the name of a text, or its file; without one, all texts are counted.

    Of each text: its notes by kind and by verdict, its drafts, how surely the notes stand where
    they should, and in how many of its paragraphs a passage with a note stands; headings do not
    count as paragraphs. What is open: notes that could not be verified, evidence that is wanted,
    cited sources that nobody opened, addresses that the last “postil links” found dead or moved,
    and drafts.

    \b
    Exit codes:
      0  the counts are shown, whatever they are
      2  the command was called wrongly, or the site has no sound configuration

    \b
    Examples:
      postil status
      postil status letter
      postil status --format json > status.json
    """
    root, host = sound_configuration(config_file)
    library = read_library(root, host.settings)
    renderer = TextRenderer(host.markdown_extensions, host.extension_configs)
    clock = Clock()
    explained = []
    for text in texts_named(texts, library.texts):
        clock.tell(f"looking at {text.slug}")
        explained.append(explain(library, text, renderer.render(text.markdown)))
    clock.done()
    found = standing(explained, library, host.settings)
    click.echo(as_json(found) if form == "json" else as_text(found, every), nl=False)
    if library.rejected:
        click.echo(
            f"{library.rejected} annotations could not be read; “postil check” says why", err=True
        )
