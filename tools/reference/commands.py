"""docs/reference/commands.md: the commands, from what they say of themselves."""

from __future__ import annotations

import inspect
import re
from collections.abc import Iterator
from pathlib import Path

import click
from tools.reference.markup import code, entry, fence, page

from postil.cli.main import COMMANDS
from postil.cli.main import main as postil

_GUIDES = {
    "add": "[Write a note](../how-to/write.md) says what the fields mean.",
    "check": "[Review a contribution](../how-to/review.md) says when to use it, and"
    " [Diagnostics](diagnostics.md) what it can find.",
    "fmt": "[Write a note](../how-to/write.md#yaml-in-one-minute) says what it is for.",
    "impact": "[Change a text that has annotations](../how-to/change-a-text.md) says when to use"
    " it.",
    "import": "[Import notes and sources](../how-to/import.md) says what becomes of each field.",
    "links": "[Watch the addresses of sources](../how-to/links.md) says what the answers mean.",
    "pin": "[Change a text that has annotations](../how-to/change-a-text.md) says when to use it.",
    "post": "[Check contributions on the forge](../how-to/ci.md) says when to use it.",
    "receive": "[Check contributions on the forge](../how-to/ci.md) says what it keeps away.",
    "reanchor": "[Change a text that has annotations](../how-to/change-a-text.md) says when to use"
    " it.",
    "schema": "[Let your editor help](../how-to/editor.md) says how editors take it.",
    "build": "[Build large sites](../how-to/large-sites.md#build-on-several-machines) says when"
    " several machines build one.",
    "join": "[Build large sites](../how-to/large-sites.md#build-on-several-machines) has the"
    " workflow.",
    "review": "[Review a contribution](../how-to/review.md) says when to use it.",
}
_INTRODUCTION = """\
`postil` makes, reads, checks and builds a site. Every command tells its options with
`--help`. Results go to standard output, and progress and summaries to standard error, so that the
first can be kept in a file.
"""
_REPOSITORY = """\
The repository of Postil, and of this site, has these beside them. `PYTHON=/path/to/python3.13`
chooses another Python, `ARGS=…` hands options to what a command runs (`make test ARGS="-k
packaging"`). `SITE_URL` is the address under which the site is published, and `POSTIL_REPOSITORY`
the address of its repository, to which the edit links lead.
"""


def commands_page(root: Path) -> str:
    """The page."""
    parts = [_overview()]
    context = click.Context(postil, info_name="postil")
    for name, command in _commands():
        parts += _command(name, command, context)
    parts += ["## In the repository\n", _REPOSITORY, _targets(root / "Makefile")]
    return page("Commands", _INTRODUCTION, parts)


def _commands() -> Iterator[tuple[str, click.Command]]:
    return ((name, postil.command_named(name)) for name in COMMANDS)


def _overview() -> str:
    rows = (
        f"- [{code(f'postil {name}')}](#postil-{name}): {_first(command)}"
        for name, command in _commands()
    )
    return "\n".join([*rows, "- [`make …`](#in-the-repository): the commands of the repository\n"])


def _first(command: click.Command) -> str:
    sentence = inspect.cleandoc(command.help or "").partition("\n\n")[0].replace("\n", " ")
    return sentence[0].lower() + sentence[1:].rstrip(".")


def _command(name: str, command: click.Command, parent: click.Context) -> Iterator[str]:
    context = click.Context(command, info_name=name, parent=parent)
    usage = " ".join([context.command_path, *command.collect_usage_pieces(context)])
    yield f"## `postil {name}` {{#postil-{name}}}\n"
    yield fence(usage, "text")
    text, blocks = _told(command)
    yield text + "\n"
    if name in _GUIDES:
        yield _GUIDES[name] + "\n"
    yield "### Options {#postil-" + name + "-options}\n"
    yield _options(command, context)
    for title, lines in blocks:
        yield from _block(name, title, lines)


def _told(command: click.Command) -> tuple[str, list[tuple[str, list[str]]]]:
    """What a command says of itself as Markdown, and the blocks at its end by their titles."""
    paragraphs = inspect.cleandoc(command.help or "").split("\n\n")
    said: list[str] = []
    blocks: list[tuple[str, list[str]]] = []
    for paragraph in paragraphs:
        lines = paragraph.splitlines()
        if lines[0] != "\b":
            said.append(_linked(" ".join(lines)))
        elif len(lines) > 2 and re.fullmatch(r"[A-Z][^:]*:", lines[1]):
            blocks.append((lines[1][:-1], [line.removeprefix("  ") for line in lines[2:]]))
        else:
            block = "\n".join(line.removeprefix("  ") for line in lines[1:])
            said.append(fence(block, "text").rstrip())
    return "\n\n".join(said) + "\n", blocks


def _linked(words: str) -> str:
    """Options and the names of arguments as code."""
    return re.sub(r"(?<![\w`-])(--[a-z][a-z-]*)(?![\w`])", r"`\1`", words)


def _options(command: click.Command, context: click.Context) -> str:
    rows = []
    for parameter in command.params:
        record = parameter.get_help_record(context)
        if isinstance(parameter, click.Argument) or record is None:
            continue
        names, said = record
        terms = ", ".join(code(name) for name in names.replace("INTEGER RANGE", "N").split(", "))
        rows.append(entry(terms, _said(parameter, _facts(said))))
    rows.append(entry("`-h`, `--help`", "Show this help."))
    return "\n".join(rows)


def _said(parameter: click.Parameter, said: str) -> str:
    """The help of an option; what a choice can be is code where the help tells of it."""
    if isinstance(parameter.type, click.Choice):
        words = "|".join(re.escape(word) for word in parameter.type.choices)
        said = re.sub(rf"(?<![\w`])({words})(?= for )", r"`\1`", said)
    return _linked(said)


def _facts(said: str) -> str:
    """What click adds to the help of an option in brackets, as a sentence."""
    words, bracket, extra = said.rpartition("  [")
    if not bracket:
        return said
    facts = [fact for fact in extra.rstrip("]").split("; ") if fact]
    return " ".join([words, *(_fact(fact) for fact in facts)])


def _fact(fact: str) -> str:
    name, colon, value = fact.partition(": ")
    if colon:
        return f"{name.capitalize()}: {code(value)}."
    if found := re.fullmatch(r"(?:(\S+)<=)?x(?:<=(\S+))?|x>=(\S+)", fact):
        least, most = found[1] or found[3], found[2]
        return f"From {least} to {most}." if most else f"{least} or more."
    return f"{fact.capitalize()}."


def _block(name: str, title: str, lines: list[str]) -> Iterator[str]:
    anchor = f"postil-{name}-{title.lower().replace(' ', '-')}"
    yield f"### {title} {{#{anchor}}}\n"
    if title == "Exit codes":
        rows: list[list[str]] = []
        for line in lines:
            number, said = line[:1], line[1:].strip()
            if number.isdigit():
                rows.append([number, said])
            else:
                rows[-1][1] += f" {line.strip()}"
        yield "\n".join(entry(code(number), f"{_sentence(said)}.") for number, said in rows)
    else:
        yield fence("\n".join(lines), "sh" if title.startswith("Example") else "text")


def _sentence(words: str) -> str:
    linked = _linked(words)
    return linked[0].upper() + linked[1:]


def _targets(makefile: Path) -> str:
    rows = re.findall(r"^([a-z-]+):.*## (.*)$", makefile.read_text(encoding="utf-8"), re.MULTILINE)
    return "\n".join(entry(code(f"make {name}"), f"{said}.") for name, said in rows)
