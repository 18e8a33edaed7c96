"""The command `postil`."""

from __future__ import annotations

from typing import Any

import click

from postil import __version__
from postil.cli.garbage import seldom_collected
from postil.cli.lazy import LazyGroup

COMMANDS = {
    "init": "postil.cli.init",
    "new": "postil.cli.new",
    "add": "postil.cli.add",
    "check": "postil.cli.check",
    "build": "postil.cli.build",
    "join": "postil.cli.join",
    "anchor": "postil.cli.anchor",
    "status": "postil.cli.status",
    "pin": "postil.cli.pin",
    "fmt": "postil.cli.fmt",
    "impact": "postil.cli.impact",
    "reanchor": "postil.cli.reanchor",
    "review": "postil.cli.review",
    "links": "postil.cli.links",
    "receive": "postil.cli.receive",
    "post": "postil.cli.post",
    # `import` is a word of Python.
    "import": "postil.cli.import_",
    "schema": "postil.cli.schema",
}
"""The commands in the order of the help, each with the module that holds it."""


class _Commands(LazyGroup):
    """Says of a text that cannot be rendered what stands in its way, whichever command met it."""

    def invoke(self, ctx: click.Context) -> Any:
        try:
            with seldom_collected():
                return super().invoke(ctx)
        except Exception as error:
            # Imported where it is there already: few commands render.
            from postil.site.markdown import UnrenderableError

            if isinstance(error, UnrenderableError):
                raise click.ClickException(str(error)) from None
            raise


@click.group(
    cls=_Commands,
    modules=COMMANDS,
    context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100},
)
@click.version_option(__version__, "-V", "--version", message="%(prog)s %(version)s")
def main() -> None:
    """Publish annotated explainers.

    Postil attaches context, sources and corrections to the passages of a text. Texts lie in
    content/, annotations in annotations/, and MkDocs builds the site from both.

    Exit codes: 0 all is well, 1 something was found wrong, 2 the command could not be run.
    """
