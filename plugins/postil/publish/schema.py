"""JSON Schema for the files that people write, so that editors complete, explain and check them.

Every schema is made from the tables of `postil.model.fields`, which reading goes by, and from the
kinds and verdicts of a site. They are schemas of draft 7 (https://json-schema.org/draft-07), which
editors speak; keywords beside it are those that the language servers for YAML and JSON take.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from typing import Any

from postil.model.fields.annotation import ANNOTATION
from postil.model.fields.contributor import CONTRIBUTOR
from postil.model.fields.field import Shape
from postil.model.fields.source import SOURCE, SOURCES
from postil.model.fields.text import FRONT_MATTER
from postil.model.settings import Settings
from postil.publish.schema_shapes import Definitions

VERSION = 1
"""Of the addresses below which the schemas of a site stand; a file that was right under one version
is right under it for ever."""

_DRAFT = "http://json-schema.org/draft-07/schema#"

SCHEMAS: Mapping[str, str] = {
    "annotations": "Annotations: a file of `annotations/<slug>/`, or `annotations/<slug>.yml`.",
    "sources": "The sources: `annotations/sources.yml`, or a file of `annotations/sources/`.",
    "contributors": "The contributors: `annotations/contributors.yml`.",
    "front-matter": "The front matter of a text in `content/`.",
}
"""The schemas by their names, and what each is for."""

_ROOTS = {"annotations": ANNOTATION, "contributors": CONTRIBUTOR}


def file_name(name: str) -> str:
    """The name of the file that holds a schema."""
    return f"{name}.json"


def schema(name: str, settings: Settings) -> dict[str, Any]:
    """The schema of that name, for a site of these settings. Raises KeyError for another name."""
    head = {"$schema": _DRAFT, "title": "Postil: " + SCHEMAS[name].replace("`", "").rstrip(".")}
    definitions = Definitions(settings)
    root = _root(name, definitions)
    return {**head, **root, "definitions": definitions.made}


def written(name: str, settings: Settings) -> str:
    """The schema as the text of a file."""
    return json.dumps(schema(name, settings), ensure_ascii=False, indent=1) + "\n"


def _root(name: str, definitions: Definitions) -> dict[str, Any]:
    if name == "front-matter":
        # The other fields are the host's.
        return definitions.one(FRONT_MATTER, shared=True)
    if name == "sources":
        return _sources(definitions)
    return definitions.one_or_list(_ROOTS[name])


def _sources(definitions: Definitions) -> dict[str, Any]:
    """A list, one source alone, or the list under one field, which has no id of its own."""
    either = definitions.one_or_list(SOURCE)
    return {
        "type": either["type"],
        "if": {"required": ["id"]},
        "then": either,
        "else": _only_fields(SOURCES, definitions),
    }


def _only_fields(shape: Shape, definitions: Definitions) -> dict[str, Any]:
    return {key: value for key, value in definitions.one(shape).items() if key != "type"}
