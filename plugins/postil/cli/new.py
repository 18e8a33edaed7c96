"""`postil new`: a text of the site from a document of another program."""

from __future__ import annotations

import os
import sys
from pathlib import Path

import click

from postil.cli.clock import Clock
from postil.cli.configuration import CannotRunError, config_option, sound_configuration
from postil.cli.input import bytes_of, called, said
from postil.model.diagnostic import Diagnostic
from postil.model.text import Provenance
from postil.read.foreign.read import ForeignError
from postil.read.forms import id_problem
from postil.read.listing import DEVICES
from postil.read.originals.formats import FORMATS, format_of, read_original
from postil.read.originals.original import OriginalError
from postil.read.settings import HostConfig
from postil.read.text_folder import RESERVED
from postil.save import create
from postil.site.markdown import UnrenderableError, sensible
from postil.site.originals.text_file import TextFile, Wishes, text_file

_RELATIONS = ("examined", "primary")


class CannotTakeError(click.ClickException):
    """The document cannot become a text."""

    exit_code = 1


@click.command("new")
@click.argument("document", metavar="TEXT")
@config_option
@click.option(
    "--from",
    "form",
    type=click.Choice(FORMATS),
    help="The format of the document. Without it, its name and what it holds tell.",
)
@click.option(
    "--slug",
    metavar="SLUG",
    default="",
    help="The name of the text in addresses. Default: that of the document.",
)
@click.option("--title", default="", help="Its title. Default: the one that the document gives.")
@click.option("--author", default="", help="Who wrote it, as the origin shows it.")
@click.option("--publisher", default="", help="Where it was published.")
@click.option("--published", metavar="DATE", default="", help="When: 2026-01-31, 2026-01 or 2026.")
@click.option(
    "--url",
    metavar="ADDRESS",
    default="",
    help="The address that it was taken from; links are relative to it.",
)
@click.option("--retrieved", metavar="DATE", default="", help="The day on which it was taken.")
@click.option("--language", metavar="TAG", default="", help="Its language tag, such as en or ar.")
@click.option(
    "--relation",
    type=click.Choice(_RELATIONS),
    default=_RELATIONS[0],
    show_default=True,
    help="examined: under examination, not the site's own voice; primary: a document.",
)
@click.option("--encoding", default="", help="That of HTML and plain text, such as windows-1252.")
@click.option("--breaks", is_flag=True, help="Lines of plain text are lines, as in a poem.")
@click.option("--pin", is_flag=True, help="Note the hash of the words in the file.")
@click.option("--dry-run", is_flag=True, help="Write nothing; show the file.")
def new_command(
    document: str,
    config_file: Path | None,
    form: str | None,
    slug: str,
    title: str,
    author: str,
    publisher: str,
    published: str,
    url: str,
    retrieved: str,
    language: str,
    relation: str,
    encoding: str,
    breaks: bool,
    pin: bool,
    dry_run: bool,
) -> None:
    """Make a text of this site from the document TEXT.

    TEXT is a file of one of these formats, or - for standard input:

    \b
      markdown   with or without front matter
      html       a page of the web: its article, without menus, scripts and pictures
      text       plain text; an empty line ends a paragraph
      docx       Word
      odt        OpenDocument

    The text is written to content/SLUG.md, with front matter that says where it comes from and, in
    comments, what else to say. No file is ever replaced.

    Its words stay exactly what they were: before anything is written, they are held against those
    of the document, rendered with the Markdown extensions of the site. Where they would differ, the
    text is written with less of its form, or not at all.

    Headings, lists, tables, quotations, footnotes, emphasis and links are kept; footnotes as such
    where the site has the extension footnotes. Scripts, styles, pictures, menus and links that lead
    nowhere from here are left out; Markdown that makes nothing of the kind is taken as it is. Of a
    page of the web, its one article or main part is taken, else the whole body. Tracked changes
    count as accepted. Numbers of lists are made anew: compare them with the original.

    \b
    Exit codes:
      0  the text is written
      1  the document cannot be taken, or there is such a text already
      2  the command was called wrongly, or the site has no sound configuration

    \b
    Examples:
      postil new letter.docx --publisher "Example Press" --published 1790-08-18
      postil new page.html --url https://example.org/speech --retrieved 2026-01-31 --pin
      postil new --from text --slug ferry --title "The ferry" --breaks - < poem.txt
    """
    root, host = sound_configuration(config_file)
    if slug and (problem := id_problem(slug)):
        raise click.UsageError(f"--slug: “{slug}” {problem[0]}; {problem[1]}")
    provenance = Provenance(
        author=author,
        publisher=publisher,
        published=published,
        url=url,
        retrieved=retrieved,
        language=language,
        relation=relation,
    )
    wishes = Wishes(slug, title, provenance, pin)
    try:
        with Clock(f"reading {called(document)}") as clock:
            data = bytes_of(document)
            form = form or format_of(document, data)
            original = read_original(data, form, encoding, breaks=breaks)
            clock.tell(f"holding the text against the words of {called(document)}")
            with sensible(host.settings.limits.seconds):
                made = text_file(original, document, wishes, host)
    except (OSError, ForeignError) as error:
        raise CannotRunError(f"{called(document)}: {said(error)}") from None
    except (OriginalError, UnrenderableError) as error:
        raise CannotTakeError(f"{called(document)}: {error}") from None
    if made.problems:
        raise click.UsageError("\n".join(_said(made, one) for one in made.problems))
    path = _free_path(root, host, made)
    if dry_run:
        click.echo(made.content, nl=False)
    else:
        _write(root, path, made)
        click.echo(f"{path}: {made.words} words, as in {called(document)}")
    for remark in made.remarks:
        click.echo(f"{called(document)}: {remark}", err=True)
    if not dry_run:
        click.echo(
            "Next: fill in the comments of its front matter, write a note in"
            f" {host.settings.annotations}/{made.slug}/, and run “postil check”.",
            err=True,
        )
    sys.exit(0)


def _said(made: TextFile, problem: Diagnostic) -> str:
    """What is wrong with a field of the front matter, by the name of its option."""
    field = made.content.split("\n")[problem.place.line - 1].partition(":")[0].strip()
    hint = f" ({problem.hint})" if problem.hint else ""
    return f"--{field}: {problem.message}{hint}"


def _free_path(root: Path, host: HostConfig, made: TextFile) -> str:
    """Where the file goes. Raises CannotTakeError where a text of that name is."""
    folder = host.settings.content
    if made.slug in RESERVED or made.slug in DEVICES:
        raise CannotTakeError(f"a text cannot be called “{made.slug}”; choose another --slug")
    for path in (f"{folder}/{made.slug}.md", f"{folder}/{made.slug}"):
        if os.path.lexists(root / path):
            raise CannotTakeError(f"{path} is there already; choose another --slug")
    return f"{folder}/{made.slug}.md"


def _write(root: Path, path: str, made: TextFile) -> None:
    file = root / path
    try:
        file.parent.mkdir(parents=True, exist_ok=True)
        if not file.parent.resolve().is_relative_to(root.resolve()):
            raise PermissionError(0, "its folder leads out of the site")
        create(file, made.content.encode())
    except OSError as error:
        raise CannotTakeError(f"{path}: cannot be written: {said(error)}") from None
