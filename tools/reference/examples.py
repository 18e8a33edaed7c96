"""Examples of diagnostics: the golden cases of the tests, which are files and exact messages."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from tools.reference.markup import code as code_of
from tools.reference.markup import fence

_FOLDERS = ("tests/read/cases", "tests/site/cases")
_CHOSEN = {
    "boolean-word": "yes",
    "date-form": "dots",
    "field-type": "list-for-text",
    "field-unknown": "misspelt",
    "file-outside": "content",
    "id-form": "annotation",
    "kind-unknown": "near",
    "name-clash": "annotations",
    "settings-value": "style-name",
    "verdict-unknown": "near",
    "yaml-brackets": "text-after",
    "yaml-colon": "title",
    "yaml-sign": "at",
}
"""The case that shows a code best, where it is not the shortest."""
_LANGUAGES = {".md": "markdown", ".bib": "bibtex", ".json": "json", ".csl": "xml"}
_TAB = "→ "
_WIDE = 100
"""Characters of a line that a page shows."""


@dataclass(frozen=True, slots=True)
class Example:
    """A case: its files, each with how it is written, and the messages that it gives."""

    name: str
    files: tuple[tuple[str, str, str], ...]
    messages: tuple[str, ...]


def example_of(root: Path, code: str) -> Example:
    """The example of a diagnostic. Raises LookupError where there is none to show."""
    found = [
        read_example(path)
        for folder in _FOLDERS
        for path in sorted((root / folder / code).glob("*.txt"))
    ]
    chosen = _CHOSEN.get(code, "")
    fitting = [one for one in found if one.name == chosen] if chosen else found
    fitting = [one for one in fitting if any(f"[{code}]" in line for line in one.messages)]
    if not fitting:
        raise LookupError(f"no golden case shows {code}")
    return min(fitting, key=_weight)


def read_example(path: Path) -> Example:
    """The example in a golden case."""
    parts = ("\n" + path.read_text(encoding="utf-8")).split("\n=== ")[1:]
    files = []
    messages: list[str] = []
    for part in parts:
        head, _, content = part.partition("\n")
        name, _, how = head.partition(" | ")
        if name.strip() == "expected":
            messages = [line for line in content.splitlines() if line.endswith("]")]
        else:
            files.append((name.strip(), how.strip(), content.rstrip("\n")))
    return Example(path.stem, tuple(files), tuple(messages))


def shown(example: Example, code: str) -> Iterator[str]:
    """The example as Markdown: the files that messages are about, and the messages of that code."""
    messages = [line for line in example.messages if line.endswith(f"[{code}]")]
    for path, how, content in example.files:
        if how == "absent":
            continue
        if how.startswith("link "):
            yield f"`{path}` is a link to `{how.removeprefix('link ')}`.\n"
        elif how.startswith("times "):
            yield f"`{path}`, {how.removeprefix('times ')} times over:\n"
            yield fence(content, "text")
        elif how == "before":
            yield f"`{path}`, as it was published:\n"
            yield fence(content, "yaml")
        elif how:
            yield f"`{path}`, stored as {how}:\n"
            yield fence(content, "text")
        else:
            yield fence(_narrow(content), _language(path), path)
    if any("\t" in content for _, _, content in example.files):
        yield f"Each tab is shown here as `{_TAB}`.\n"
    yield "What Postil says:\n"
    yield "".join(f"- {code_of(message)}\n" for message in messages)


def _narrow(content: str) -> str:
    """The content with long lines cut short, which then end in dots, and tabs that can be seen."""
    lines = content.splitlines()
    short = (line if len(line) <= _WIDE else f"{line[:_WIDE]}…" for line in lines)
    return "\n".join(short).replace("\t", _TAB)


def _weight(example: Example) -> tuple[int, int]:
    unusual = sum(bool(how) for _, how, _ in example.files)
    return (unusual, sum(len(content) for _, _, content in example.files))


def _language(path: str) -> str:
    return _LANGUAGES.get(Path(path).suffix, "yaml")
