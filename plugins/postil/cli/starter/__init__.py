"""The files that a new site begins with: templates, and the one place that fills them in.

A name that begins with `dot_` is written with a dot in its place, so that nothing here acts on
this package itself. What is filled in stands in double square brackets, which neither YAML nor a
workflow has a use for.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import dataclass
from importlib.resources import files
from importlib.resources.abc import Traversable

from jinja2 import Environment, StrictUndefined

from postil import __version__
from postil.model.settings import Settings
from postil.publish import schema
from postil.publish.schema import SCHEMAS
from postil.publish.yaml_scalar import scalar
from postil.read.foreign.markdown_text import from_plain
from postil.read.words import listed
from postil.render.languages import LANGUAGES

_FORGES = {"dot_github": "github", "dot_gitlab": "gitlab", "dot_gitlab-ci.yml": "gitlab"}
"""What belongs to one forge alone, by the name at the top."""


@dataclass(frozen=True, slots=True)
class Start:
    """What a new site begins with.

    `url` and `repository` are addresses, or empty; `language` is one that Postil speaks. `software`
    is that of the forge, or empty where it is not known: then the files of each forge are written.
    `forge` is what the setting of that name has to say. `day` is the ISO 8601 date of the sample.
    `install` are the commands by which workflows install what the site is built with, from the file
    `lock`: Postil's own repository has others than a new site.
    """

    name: str
    url: str
    repository: str
    language: str
    software: str
    forge: str
    day: str
    lock: str = "requirements.txt"
    install: tuple[str, ...] = ("pip install -r requirements.txt",)


def starter_files(start: Start) -> dict[str, str]:
    """The files of the site, by their paths below its folder, in order."""
    environment = Environment(
        variable_start_string="[[",
        variable_end_string="]]",
        block_start_string="[%",
        block_end_string="%]",
        comment_start_string="[#",
        comment_end_string="#]",
        undefined=StrictUndefined,
        trim_blocks=True,
        keep_trailing_newline=True,
        autoescape=False,  # noqa: S701 - the files are no HTML; `yaml`, `text` and `markdown` write safely
    )
    facts = _facts(start)
    written = {
        "/".join(map(_real, parts)): file
        for parts, file in _templates(files("postil.cli.starter") / "files", ())
        if start.software in ("", _FORGES.get(parts[0], start.software))
    }
    made = {
        path: environment.from_string(file.read_text(encoding="utf-8")).render(facts)
        for path, file in written.items()
    }
    # So that an editor knows the files of a clone without the network.
    made |= {f"schemas/{schema.file_name(one)}": schema.written(one, Settings()) for one in SCHEMAS}
    return dict(sorted(made.items()))


def _facts(start: Start) -> dict[str, object]:
    major, minor = (int(part) for part in __version__.split(".")[:2])
    return {
        "name": start.name,
        "url": start.url,
        "repository": start.repository,
        "language": start.language,
        "languages": listed(sorted(LANGUAGES), "and"),
        "forge": start.forge,
        "github": start.software in ("", "github"),
        "gitlab": start.software in ("", "gitlab"),
        "day": start.day,
        "lock": start.lock,
        "install": start.install,
        "version": f"{major}.{minor}",
        "next_version": f"{major}.{minor + 1}" if major == 0 else str(major + 1),
        "yaml": scalar,
        # In quotation marks, for it stands in a list.
        "text": lambda words: json.dumps(words, ensure_ascii=False),
        "markdown": from_plain,
    }


def _real(name: str) -> str:
    return f".{name.removeprefix('dot_')}" if name.startswith("dot_") else name


def _templates(
    folder: Traversable, parts: tuple[str, ...]
) -> Iterator[tuple[tuple[str, ...], Traversable]]:
    for entry in folder.iterdir():
        path = (*parts, entry.name)
        if entry.is_dir():
            yield from _templates(entry, path)
        else:
            yield path, entry
