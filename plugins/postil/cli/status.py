"""`postil status`: where a site stands."""

from __future__ import annotations

import json
from pathlib import Path
from typing import TYPE_CHECKING

import click

from postil.cli.clock import Clock
from postil.cli.configuration import config_option, sound_configuration, text_or_json_option
from postil.cli.texts import texts_argument, texts_named
from postil.model.anchor import Status
from postil.read.library import read_library

if TYPE_CHECKING:
    from postil.site.status import SiteStatus, TextStatus

_HEADS = ("text", "notes", *Status, "drafts", "covered", "words")
_PINNED = {True: "pinned", False: "changed", None: "not pinned"}


@click.command("status")
@texts_argument
@config_option
@text_or_json_option
def status_command(texts: tuple[str, ...], config_file: Path | None, form: str) -> None:
    """Count what a site has, and what is open.

    Without TEXT it counts all texts and sources; with some, by slug or file, those alone and the
    sources that their notes cite.

    Of each text it tells how many notes it has and what became of them, how many drafts, how much
    of the text is within a passage of a note, and whether its words are those that were pinned.
    What is open is counted as on the page of open questions: passages that could not be checked,
    sources that are wanted or that nobody opened, addresses that broke, and passages that were not
    found.

    Nothing is written, and no address is opened. What is wrong in the files is told by
    `postil check`.

    \b
    Exit codes:
      0  the counts are printed
      2  the command was called wrongly, or the site has no sound configuration

    \b
    Examples:
      postil status
      postil status letter
      postil status --format json
    """
    # Brings the languages of pages along, which other commands do without.
    from postil.site.status import only, site_status

    root, host = sound_configuration(config_file)
    with Clock("counting"):
        library = read_library(root, host.settings)
        if texts:
            library = only(library, {text.slug for text in texts_named(texts, library.texts)})
        status = site_status(library, host)
    click.echo(_as_json(status) if form == "json" else _as_text(status), nl=False)


def _as_text(status: SiteStatus) -> str:
    rows = [_HEADS, *(_row(text) for text in status.texts)]
    widths = [max(len(row[column]) for row in rows) for column in range(len(_HEADS))]
    # Numbers end in one line, and words begin in one.
    table = [
        "  ".join(
            cell.ljust(width) if column in (0, len(_HEADS) - 1) else cell.rjust(width)
            for column, (cell, width) in enumerate(zip(row, widths, strict=True))
        ).rstrip()
        for row in rows
    ]
    lines = [*table, "", str(status.summary)]
    if status.open:
        width = max(len(str(count)) for count in status.open.values())
        lines += ["", "Open:"]
        lines += [f"  {count:>{width}}  {what}" for what, count in status.open.items()]
    return "\n".join(lines) + "\n"


def _row(text: TextStatus) -> tuple[str, ...]:
    return (
        text.slug,
        str(sum(text.found.values())),
        *(str(text.found.get(status, 0)) for status in Status),
        str(text.drafts),
        f"{text.coverage:.0%}",
        _PINNED[text.pinned],
    )


def _as_json(status: SiteStatus) -> str:
    data = {
        "summary": status.summary.as_dict(),
        "texts": [
            {
                "text": text.slug,
                "annotations": sum(text.found.values()),
                **{one.value: text.found.get(one, 0) for one in Status},
                "drafts": text.drafts,
                "length": text.length,
                "covered": text.covered,
                "pinned": text.pinned,
            }
            for text in status.texts
        ],
        "open": dict(status.open),
    }
    return json.dumps(data, ensure_ascii=False, indent=2) + "\n"
