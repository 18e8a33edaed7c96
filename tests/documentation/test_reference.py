"""The reference is what the code says, and what is public is all of it."""

from __future__ import annotations

import dataclasses
import inspect
import os
import re
import subprocess
import sys
from pathlib import Path
from types import FunctionType

import pytest

from postil import core
from postil.cli.main import COMMANDS
from postil.model.codes import CODES

ROOT = Path(__file__).resolve().parents[2]
REFERENCE = ROOT / "docs" / "reference"


def test_the_pages_are_what_the_code_says() -> None:
    """`make reference` writes them anew."""
    updating = os.environ.get("POSTIL_UPDATE_GOLDEN") == "1"
    command = [sys.executable, "-m", "tools.reference", *([] if updating else ["--check"])]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True)
    assert (done.returncode, done.stdout + done.stderr) == (0, done.stdout if updating else "")


def test_a_page_that_is_out_of_date_fails(tmp_path: Path) -> None:
    """The tool tells of a page that says something else than the code, and mends it."""
    script = (
        "import pathlib, sys; from tools.reference import __main__ as tool;"
        f"tool.ROOT = tool.FOLDER = pathlib.Path({str(tmp_path)!r});"
        "tool.PAGES, tool.SCHEMAS = {'page.md': lambda root: 'new\\n'}, ();"
        "tool.workflows = dict; tool.main()"
    )

    def run(*arguments: str) -> tuple[int, str]:
        command = [sys.executable, "-c", script, *arguments]
        done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True)
        return done.returncode, done.stdout

    (tmp_path / "page.md").write_text("old\n", encoding="utf-8")
    assert run("--check") == (1, "page.md is out of date; run make reference\n")
    assert (tmp_path / "page.md").read_text(encoding="utf-8") == "old\n"
    assert run() == (0, "page.md is written\n")
    assert run("--check") == (0, "")


def test_every_diagnostic_has_a_place_of_its_own_and_an_example() -> None:
    page = (REFERENCE / "diagnostics.md").read_text(encoding="utf-8")
    entries = re.split(r"^### ", page, flags=re.MULTILINE)[1:]
    assert [entry.partition("\n")[0] for entry in entries] == [
        f"`{code}` {{#{code}}}" for code in CODES
    ]
    for code, entry in zip(CODES, entries, strict=True):
        assert f"[{code}]" in entry.partition("What Postil says:")[2]


def test_diagnostics_say_what_to_do_in_sentences() -> None:
    for code in CODES.values():
        for words in (code.meaning, code.cause, code.mending):
            assert words.endswith("."), code.id
    for page in re.findall(r"\]\(([a-z-]+\.md)", " ".join(one.mending for one in CODES.values())):
        assert (REFERENCE / page).is_file()


def test_every_command_has_its_exit_codes_and_an_example() -> None:
    page = (REFERENCE / "commands.md").read_text(encoding="utf-8")
    for name in COMMANDS:
        (told,) = re.findall(rf"^## `postil {name}`.*?(?=^## )", page, re.MULTILINE | re.DOTALL)
        assert "### Exit codes" in told
        assert re.search(r"### Examples? .*\n\n```sh\npostil ", told)


@pytest.mark.parametrize("name", core.__all__)
def test_what_is_public_says_what_it_is(name: str) -> None:
    thing = getattr(core, name)
    if isinstance(thing, Path):
        assert thing.is_file()
    else:
        # A dataclass without a docstring gets its signature for one.
        text = inspect.getdoc(thing) or ""
        assert text.partition("\n")[0].rstrip().endswith((".", ":")) or "." in text
        assert not text.startswith(f"{name}(")


INSIDE = {"Any", "Callable", "Iterable", "Iterator", "Mapping", "None", "Path", "Sequence"}
INSIDE |= {"Run"}  # where visible words stand in the HTML: only rendering asks
INSIDE |= {"Range", "Extra"}  # short names of plain types, which the page writes out


def test_what_public_things_are_made_of_is_public() -> None:
    """So that nobody needs a name that may change."""
    needed: set[str] = set()
    for name in core.__all__:
        thing = getattr(core, name)
        if isinstance(thing, FunctionType):
            needed |= {str(one) for one in thing.__annotations__.values()}
        elif dataclasses.is_dataclass(thing):
            needed |= {str(one.type) for one in dataclasses.fields(thing) if one.name[0] != "_"}
    words = {word for types in needed for word in re.findall(r"\b[A-Z]\w+", types)}
    assert words - set(core.__all__) <= INSIDE
    assert not re.search(r"\b(Range|Extra)\b", (REFERENCE / "python.md").read_text("utf-8"))


def test_the_core_needs_no_host() -> None:
    code = "import sys, postil.core; print([n for n in sys.modules if n.startswith('mkdocs')])"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout == "[]\n"
