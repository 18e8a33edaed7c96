"""docs/reference/diagnostics.md: every diagnostic, with an example that a test runs."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from tools.reference.examples import example_of, shown
from tools.reference.markup import code, page

from postil.model.codes import GROUPS
from postil.model.codes.code import Code

_INTRODUCTION = """\
Each problem that `postil check` and the build report names the file, the line and the column, says
what is wrong and what to do, and ends with one of these codes. A strict build fails on errors and
warnings. The option [`levels`](configuration.md#options-levels) sets the level of a code anew.

Every example is a case of the tests: the files, and what Postil says of them, word for word. Where
a file is not shown, it is as it should be.
"""


def diagnostics_page(root: Path) -> str:
    """The page."""
    parts = [_overview()]
    for group in GROUPS:
        parts.append(f"## {group.title}\n\n{group.question}\n")
        parts += [part for one in group.codes for part in _diagnostic(root, one)]
    return page("Diagnostics", _INTRODUCTION, parts)


def _overview() -> str:
    return (
        "\n".join(
            f"- {group.title}: " + ", ".join(f"[{code(one.id)}](#{one.id})" for one in group.codes)
            for group in GROUPS
        )
        + "\n"
    )


def _diagnostic(root: Path, one: Code) -> Iterator[str]:
    yield f"### {code(one.id)} {{#{one.id}}}\n"
    yield f"**{one.level.value.capitalize()}.** {one.meaning}\n"
    yield f"{one.cause}\n"
    yield f"**What to do:** {one.mending}\n"
    yield from shown(example_of(root, one.id), one.id)
