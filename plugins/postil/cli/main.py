"""The command `postil`."""

from __future__ import annotations

from typing import Any

import click

from postil import __version__
from postil.cli.add import add_command
from postil.cli.anchor import anchor_command
from postil.cli.check import check_command
from postil.cli.fmt import fmt_command
from postil.cli.impact import impact_command
from postil.cli.import_ import import_command
from postil.cli.init import init_command
from postil.cli.links import links_command
from postil.cli.new import new_command
from postil.cli.pin import pin_command
from postil.cli.reanchor import reanchor_command
from postil.cli.review import review_command
from postil.cli.schema import schema_command
from postil.cli.status import status_command
from postil.site.markdown import UnrenderableError


class _Commands(click.Group):
    """Says of a text that cannot be rendered what stands in its way, whichever command met it."""

    def invoke(self, ctx: click.Context) -> Any:
        try:
            return super().invoke(ctx)
        except UnrenderableError as error:
            raise click.ClickException(str(error)) from None


@click.group(
    cls=_Commands,
    context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100},
)
@click.version_option(__version__, "-V", "--version", message="%(prog)s %(version)s")
def main() -> None:
    """Publish annotated explainers.

    Postil attaches context, sources and corrections to the passages of a text. Texts lie in
    content/, annotations in annotations/, and MkDocs builds the site from both.

    Exit codes: 0 all is well, 1 something was found wrong, 2 the command could not be run.
    """


main.add_command(init_command)
main.add_command(new_command)
main.add_command(add_command)
main.add_command(check_command)
main.add_command(anchor_command)
main.add_command(status_command)
main.add_command(pin_command)
main.add_command(fmt_command)
main.add_command(impact_command)
main.add_command(reanchor_command)
main.add_command(review_command)
main.add_command(links_command)
main.add_command(import_command)
main.add_command(schema_command)
