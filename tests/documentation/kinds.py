"""What a block of YAML is, and whether it is a good one of its kind."""

from __future__ import annotations

import json
from importlib import resources
from pathlib import Path
from typing import Any

import yaml
from jsonschema import Draft7Validator

from postil.model.settings import Settings
from postil.read.library import read_library

from .pages import Example

UNFINISHED = ("source-unused", "contributor-unused")
"""What examples may be: a source that no note of the page cites."""

_SITE = {
    "content/letter.md": "---\ntitle: A letter\n---\n\nThe town has one library.\n",
    "annotations/contributors.yml": "- {id: editors, name: The editors, kind: organization}\n",
}
_NOTE = {
    "id": "a-note",
    "kind": "context",
    "target": "one library",
    "title": "A title",
    "body": "Some words.",
    "created": "2026-11-22",
}
_CONFIGURATION = {"site_name", "site_url", "theme", "plugins", "nav", "extra_css", "not_in_nav"}


class _Loader(yaml.SafeLoader):
    """YAML as the host reads it, with the default of each variable of the environment."""


def _default(loader: yaml.SafeLoader, node: yaml.Node) -> Any:
    return loader.construct_sequence(node, deep=True)[-1]


_Loader.add_constructor("!ENV", _default)


def load(text: str) -> Any:
    """The values of a block of YAML."""
    return yaml.load(text, _Loader)  # noqa: S506 - it is a safe one


def kind_of(example: Example) -> str:
    """What the block is: by the file that it names, and else by its fields."""
    if example.title:
        if example.title == "mkdocs.yml":
            return "configuration"
        return "workflow" if "workflows/" in example.title else "file"
    value = load(example.text)
    fields = set(value if isinstance(value, dict) else value[0])
    if fields & _CONFIGURATION:
        return "configuration"
    if fields & {"jobs", "steps"}:
        return "workflow"
    if "text" in fields:
        return "front matter"
    if isinstance(value, list):
        return "sources" if "type" in fields else "annotations"
    return "annotation"


def check_workflow(example: Example) -> None:
    """A workflow of the forge, or the jobs or steps of one, by the forge's own schema."""
    value = load(example.text)
    if "steps" in value:
        value = {"jobs": {"job": {"runs-on": "ubuntu-latest", **value}}}
    value.setdefault("on", value.pop(True, "push"))
    found = [error.message for error in vendored("github-workflows").iter_errors(value)]
    assert found == [], example


def vendored(name: str) -> Draft7Validator:
    """A schema of a forge's files, from the package that carries them."""
    folder = resources.files("check_jsonschema") / "builtin_schemas" / "vendor"
    return Draft7Validator(json.loads((folder / f"{name}.json").read_text(encoding="utf-8")))


def check_alone(example: Example, kind: str, root: Path) -> None:
    """A block that is no file of the page: it is read in a site of its own."""
    files = dict(_SITE)
    if kind == "front matter":
        files["content/letter.md"] = f"---\n{example.text}---\n\nThe town has one library.\n"
    elif kind == "sources":
        files["annotations/sources.yml"] = example.text
    elif kind == "annotations":
        files["annotations/letter.yml"] = example.text
    else:
        files["annotations/letter.yml"] = _whole(example.text)
    if kind.startswith("annotation"):
        files["annotations/sources.yml"] = _cited(load(files["annotations/letter.yml"]))
    for name, text in files.items():
        (root / name).parent.mkdir(parents=True, exist_ok=True)
        (root / name).write_text(text, encoding="utf-8")
    library = read_library(root, Settings())
    found = [str(problem) for problem in library.diagnostics if problem.code not in UNFINISHED]
    assert found == [], example


def _whole(text: str) -> str:
    """Some fields of an annotation, with what else one must have."""
    missing = {name: value for name, value in _NOTE.items() if name not in load(text)}
    return (yaml.safe_dump(missing) if missing else "") + text


def _cited(notes: Any) -> str:
    """The sources that annotations cite."""
    cited = [
        one if isinstance(one, str) else one["source"]
        for note in (notes if isinstance(notes, list) else [notes])
        for one in note.get("citations", ())
    ]
    return yaml.safe_dump([{"id": id, "type": "webpage", "title": id} for id in cited])
