"""`postil add`: a new note on some words of a text."""

from __future__ import annotations

import datetime
import sys
from pathlib import Path

import click

from postil.anchor import prepare
from postil.cli.add_ask import ask, at_terminal
from postil.cli.add_passage import CannotAddError, passage, scope_of
from postil.cli.clock import Clock
from postil.cli.configuration import CannotRunError, config_option, sound_configuration
from postil.cli.input import bytes_of, called, said
from postil.cli.texts import names_of_texts, text_named
from postil.model.annotation import Annotation
from postil.model.diagnostic import Diagnostic, Level
from postil.model.library import Library
from postil.model.target import TextQuote
from postil.model.text import Text
from postil.publish.yaml_note import note_yaml
from postil.read.folders import file_of
from postil.read.foreign.read import ForeignError
from postil.read.library import read_library
from postil.read.settings import HostConfig
from postil.render.visible import read_visible
from postil.save import create
from postil.site.explain import explain
from postil.site.in_context import in_context
from postil.site.markdown import rendered, renderer_of
from postil.site.new_note import WishError, Wishes, new_note
from postil.site.original import original_html
from postil.site.passage import target_of


@click.command("add")
@click.argument("text", metavar="TEXT", shell_complete=names_of_texts)
@click.argument("words", metavar="WORDS")
@config_option
@click.option("--kind", help="What the note does, such as context, source or correction.")
@click.option("--title", help="What the evidence shows, in a few words, and not what was claimed.")
@click.option("--verdict", help="What the evidence says of the words; none where it only explains.")
@click.option("--body", help="The note, in Markdown.")
@click.option(
    "--body-file", metavar="FILE", help="A file that holds the note; - for standard input."
)
@click.option("--source", "sources", multiple=True, metavar="ID", help="A source; several times.")
@click.option(
    "--contributor",
    "contributors",
    multiple=True,
    metavar="ID",
    help="Who writes it; several times. Default: the one that the site has, where it has one.",
)
@click.option("--wanted", help="Which evidence is still wanted.")
@click.option("--id", "id_", metavar="ID", help="Its address, for ever. Default: from the title.")
@click.option("--created", metavar="DATE", help="The day of its publication. Default: today.")
@click.option("--draft", is_flag=True, help="Keep it off the site until it is done.")
@click.option("--prefix", default="", help="Words that stand before WORDS, to tell places apart.")
@click.option("--suffix", default="", help="Words that stand behind them.")
@click.option("--section", default="", help="The heading below which they stand.")
@click.option(
    "--place",
    type=click.IntRange(min=1),
    metavar="N",
    help="Which of the places is meant, as the command lists them.",
)
@click.option("--dry-run", is_flag=True, help="Write nothing; show the file.")
def add_command(
    text: str,
    words: str,
    config_file: Path | None,
    kind: str | None,
    title: str | None,
    verdict: str | None,
    body: str | None,
    body_file: str | None,
    sources: tuple[str, ...],
    contributors: tuple[str, ...],
    wanted: str | None,
    id_: str | None,
    created: str | None,
    draft: bool,
    prefix: str,
    suffix: str,
    section: str,
    place: int | None,
    dry_run: bool,
) -> None:
    """Write a note on the words WORDS of the text TEXT.

    TEXT is the name of a text, or its file. WORDS are quoted as they are read on the page; white
    space and the form of quotation marks and dashes need not agree.

    The passage is named by the shortest target: the words, and of those around them only what
    tells them apart. Where the words stand several times, the command lists the places and, at a
    terminal, asks which one is meant; --place, --prefix, --suffix or --section say it beforehand.

    The note is written to a file of its own, named by its id, in the folder of its text; no file
    is ever replaced. At a terminal the command asks for what is not given. A note without a body is
    a draft. What else can be said of it stands in the file as comments.

    \b
    Exit codes:
      0  the note is written, and its file is in order
      1  the words are not in the text, or in several places; or the file has a problem
      2  the command was called wrongly, or the site has no sound configuration

    \b
    Examples:
      postil add letter "the city"
      postil add letter "the city" --place 2 --kind context --title "Which city is meant"
      postil add letter "5 to 2" --kind correction --title "The vote was 6 to 1" \\
        --verdict contradicted --source minutes --body-file note.md
    """
    root, host = sound_configuration(config_file)
    with Clock("reading the site"):
        library = read_library(root, host.settings)
    about = text_named(text, library.texts)
    if body is not None and body_file is not None:
        raise click.UsageError("give --body or --body-file, not both")
    if body_file is not None:
        body = _read(body_file)
    renderer = renderer_of(host)
    html = rendered(renderer, about)
    visible = read_visible(original_html(about, html))
    prepared = prepare(visible.text)
    scope = scope_of(section, visible.sections, about)
    found = passage(about, prepared, TextQuote(words, prefix, suffix), scope, place)
    wishes = Wishes(
        kind=kind or "",
        title=(title or "").strip(),
        verdict=verdict or "",
        body=body or "",
        sources=sources,
        contributors=contributors or _only(library),
        wanted=wanted or "",
        created=created or _today(),
        id=id_ or "",
        draft=draft,
    )
    if at_terminal():
        given = {"verdict": verdict, "body": body, "sources": sources or None}
        open_ = [name for name, value in given.items() if value is None]
        wishes = ask(wishes, open_, library, host.settings)
    missing = [f"--{name}" for name in ("kind", "title") if not getattr(wishes, name)]
    if missing:
        raise click.UsageError(f"{' and '.join(missing)} must be given where nobody can be asked")
    try:
        note = new_note(wishes, about.slug, [target_of(prepared, *found)], library, host.settings)
    except WishError as error:
        raise click.UsageError(str(error)) from None
    content = note_yaml(note, (one.id for one in host.settings.verdicts))
    if dry_run:
        click.echo(content, nl=False)
        return
    path = f"{host.settings.annotations}/{about.slug}/{file_of(note.id)}"
    _write(root, host.settings.annotations, path, content)
    click.echo(f"{path}: a note on {in_context(visible.text, *found)}")
    problems = _problems(root, host, about, html, path)
    for problem in problems:
        click.echo(problem, err=True)
    click.echo(_next(note), err=True)
    sys.exit(1 if problems else 0)


def _read(name: str) -> str:
    try:
        return bytes_of(name).decode("utf-8-sig").replace("\r\n", "\n")
    except (OSError, ForeignError, UnicodeDecodeError) as error:
        raise CannotRunError(f"{called(name)}: {said(error)}") from None


def _only(library: Library) -> tuple[str, ...]:
    """The contributor of a site that has no other."""
    return tuple(library.contributors) if len(library.contributors) == 1 else ()


def _today() -> str:
    return datetime.datetime.now(datetime.UTC).date().isoformat()


def _write(root: Path, folder: str, path: str, content: str) -> None:
    file = root / path
    try:
        file.parent.mkdir(parents=True, exist_ok=True)
        inside = (root / folder).resolve()
        if not (
            inside.is_relative_to(root.resolve()) and file.parent.resolve().is_relative_to(inside)
        ):
            raise PermissionError(0, "its folder leads out of the site")
        create(file, content.encode())
    except OSError as error:
        raise CannotAddError(f"{path}: cannot be written: {said(error)}") from None


def _problems(root: Path, host: HostConfig, text: Text, html: str, path: str) -> list[Diagnostic]:
    """What `postil check` finds in the file that was written."""
    library = read_library(root, host.settings)
    anchors = explain(library, text, html).diagnostics
    return [
        one
        for one in (*library.diagnostics, *anchors)
        if one.place.path == path and host.settings.level_of(one.code) is not Level.OFF
    ]


def _next(note: Annotation) -> str:
    if note.draft:
        return "Next: write the note in that file, take “draft: true” out, run “postil check”."
    return "Next: read the file once more, run “postil check”, and commit it."
