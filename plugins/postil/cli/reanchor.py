"""`postil reanchor`: after a text changed, the targets of its annotations."""

from __future__ import annotations

import sys
from collections import defaultdict
from collections.abc import Mapping, Sequence
from pathlib import Path

import click

from postil.cli.clock import Clock
from postil.cli.configuration import config_option, sound_configuration, text_or_json_option
from postil.cli.input import said
from postil.cli.reanchor_report import as_json, as_text, summary
from postil.cli.texts import texts_argument, texts_named
from postil.model.anchor import Status
from postil.publish.edits.fields import with_values
from postil.publish.edits.paths import Path as YamlPath
from postil.publish.edits.paths import path_to
from postil.publish.edits.source import EditError, YamlSource, read_source
from postil.publish.edits.target import only_words, with_target
from postil.read.library import read_library
from postil.save import save
from postil.site.markdown import explained, renderer_of
from postil.site.reanchor import Reanchored, reanchored


@click.command("reanchor")
@texts_argument
@config_option
@click.option("--write", is_flag=True, help="Write the new words of what changed into its file.")
@click.option("--all", "every", is_flag=True, help="List targets that are exact as well.")
@text_or_json_option
@click.option("-q", "--quiet", is_flag=True, help="No summary on standard error.")
def reanchor_command(
    texts: tuple[str, ...],
    config_file: Path | None,
    write: bool,
    every: bool,
    form: str,
    quiet: bool,
) -> None:
    """After a text changed, list what became of the targets of its annotations.

    TEXT is the name of a text, or its file; without one, all texts are looked at. Each target is

    \b
      exact      its words stand in the text
      changed    found, but the words are others: before, after, and how alike they are
      ambiguous  several places are about as good: each with the words around it
      lost       no place is good enough; the nearest words are shown, if any are like it

    With --write, the new words of what changed are put in the place of the old ones: exact, and
    prefix and suffix where the target has them or needs them now. No other character of the file
    changes. What is ambiguous or lost is for a person to mend, and is never touched; neither are
    drafts.

    Read each note again before you write: it was written about the old words. Pin the text
    afterwards.

    \b
    Exit codes:
      0  every target is exact, or was written anew
      1  a target is not, or could not be written, or an annotation could not be read
      2  the command was called wrongly, or the site has no sound configuration

    \b
    Examples:
      postil reanchor
      postil reanchor letter --write
      postil reanchor --format json > targets.json
    """
    root, host = sound_configuration(config_file)
    found: list[Reanchored] = []
    with Clock("reading the site") as clock:
        library = read_library(root, host.settings)
        renderer = renderer_of(host)
        for text in texts_named(texts, library.texts):
            clock.tell(f"looking at {text.slug}")
            found += reanchored(explained(library, renderer, text))
    written, failures = _write(root, found) if write else (set[int](), [])
    report = as_json(found, written) if form == "json" else as_text(found, written, every)
    click.echo(report, nl=False)
    for failure in failures:
        click.echo(failure, err=True)
    if not quiet:
        click.echo(summary(found, written if write else None), err=True)
    if library.rejected:
        click.echo(f"{library.rejected} more could not be read; “postil check” says why", err=True)
    well = (one.status is Status.EXACT or number in written for number, one in enumerate(found))
    sys.exit(0 if all(well) and not library.rejected else 1)


def _write(root: Path, found: Sequence[Reanchored]) -> tuple[set[int], list[str]]:
    """The numbers of those that were written into their files, and what could not be."""
    files: defaultdict[str, list[int]] = defaultdict(list)
    for number, one in enumerate(found):
        if one.target is not None:
            files[one.was.place.path].append(number)
    done: set[int] = set()
    failures: list[str] = []
    for path, numbers in files.items():
        try:
            file = root / path
            before = file.read_bytes()
            source, written = _edited(read_source(before, path), found, numbers, failures)
            if written:
                save(file, source.bytes, before)
        except (EditError, OSError) as error:
            failures.append(f"{path}: cannot be written: {said(error)}")
        else:
            done |= written
    return done, failures


def _edited(
    source: YamlSource, found: Sequence[Reanchored], numbers: Sequence[int], failures: list[str]
) -> tuple[YamlSource, set[int]]:
    """A file with the new targets of those numbers, but for those that cannot be written."""
    places = [found[number].was.place for number in numbers]
    paths = [path_to(source.document.root, place.line, place.column) for place in places]
    source, written = _at_once(source, found, dict(zip(numbers, paths, strict=True)))
    for number, path in zip(numbers, paths, strict=True):
        if number in written:
            continue
        one = found[number]
        if path is None or one.target is None:
            failures.append(f"{one.was.place}: the file was changed meanwhile")
            continue
        try:
            source = with_target(source, path, one.was, one.target)
        except EditError as error:
            failures.append(f"{one.was.place}: cannot be written: {error}")
        else:
            written.add(number)
    return source, written


def _at_once(
    source: YamlSource, found: Sequence[Reanchored], paths: Mapping[int, YamlPath | None]
) -> tuple[YamlSource, set[int]]:
    """A file with what only has other words: each change of its own has the whole file read again,
    and a file may hold a thousand. None where they cannot be made together."""
    words: dict[YamlPath, str] = {}
    written: set[int] = set()
    for number, path in paths.items():
        was, target = found[number].was, found[number].target
        if path is None or target is None or target.quote is None:
            continue
        if (value := only_words(source, path, was, target)) is not None:
            words[value] = target.quote.exact
            written.add(number)
    try:
        return with_values(source, words), written
    except EditError:
        return source, set()
