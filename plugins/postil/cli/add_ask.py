"""What a person at a terminal is asked about a new note."""

from __future__ import annotations

import sys
from collections.abc import Collection
from dataclasses import replace

import click

from postil.model.library import Library
from postil.model.settings import Settings
from postil.read.words import meant
from postil.site.new_note import Wishes


def at_terminal() -> bool:
    """Whether somebody is there to answer."""
    return sys.stdin.isatty() and sys.stdout.isatty()


def ask(wishes: Wishes, open_: Collection[str], library: Library, settings: Settings) -> Wishes:
    """The wishes with an answer for the kind and title where they have none, and for what of
    verdict, body and sources is `open_`."""
    kinds = [kind.id for kind in settings.kinds]
    verdicts = [verdict.id for verdict in settings.verdicts]
    kind = wishes.kind or click.prompt("Kind", type=click.Choice(kinds))
    title = wishes.title or click.prompt("Title: what the evidence shows", value_proc=_words)
    verdict, body, sources = wishes.verdict, wishes.body, wishes.sources
    if "verdict" in open_:
        verdict = click.prompt(
            f"Verdict ({', '.join(verdicts)}; empty for none)",
            "",
            show_default=False,
            show_choices=False,
            type=click.Choice([*verdicts, ""]),
        )
    if "body" in open_:
        body = click.prompt("Note, as one paragraph (empty: later, in the file)", "", False)
    if "sources" in open_ and library.sources:
        sources = click.prompt(
            "Sources, by their ids, with commas between (empty for none)",
            "",
            show_default=False,
            value_proc=lambda answer: _sources(answer, library),
        )
    return replace(
        wishes, kind=kind, title=title.strip(), verdict=verdict, body=body, sources=sources
    )


def _words(answer: str) -> str:
    if not answer.strip():
        raise click.UsageError("a note needs a title")
    return answer.strip()


def _sources(answer: str, library: Library) -> tuple[str, ...]:
    ids = tuple(dict.fromkeys(id.strip() for id in answer.split(",") if id.strip()))
    for id in ids:
        if id not in library.sources:
            hint = meant(id, library.sources)
            raise click.UsageError(f"there is no source “{id}”" + (f"; {hint}" if hint else ""))
    return ids
