"""The assertions of the W3C Web Annotation Working Group, and libraries of any content."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator
from functools import cache
from pathlib import Path
from typing import Any

import pytest
from jsonschema import Draft4Validator, FormatChecker
from referencing import Registry, Resource
from referencing.jsonschema import DRAFT4

DATA = Path(__file__).parent.parent / "data" / "w3c-web-annotation"
FORMATS = FormatChecker(["uri", "date-time"])

Failures = Callable[[dict[str, Any], str], list[str]]


@cache
def registry() -> Registry[Any]:
    """The schemas that assertions refer to, by the name of their file."""
    resources: list[tuple[str, Resource[Any]]] = []
    for path in sorted((DATA / "definitions").glob("*.json")):
        schema = json.loads(path.read_bytes())
        resources.append((path.name, Resource(contents=schema, specification=DRAFT4)))
    return Registry().with_resources(resources)


@cache
def suite(name: str) -> tuple[tuple[str, str, Draft4Validator], ...]:
    """The assertions that a `.test` file lists: name, expected result and schema of each."""
    listed = json.loads((DATA / name).read_bytes())["assertions"]
    made = []
    for path in listed:
        schema = json.loads((DATA / path).read_bytes())
        made.append((path, schema["expectedResult"], validator(schema)))
    return tuple(made)


def validator(schema: dict[str, Any]) -> Draft4Validator:
    return Draft4Validator(schema, registry=registry(), format_checker=FORMATS)


def failures_of(document: dict[str, Any], name: str) -> list[str]:
    """The assertions of a `.test` file that do not hold for a document."""
    return [
        path
        for path, expected, check in suite(name)
        if check.is_valid(document) != (expected == "valid")
    ]


@pytest.fixture(scope="session")
def failures() -> Failures:
    """Which assertions of a `.test` file, by its path, fail on a document."""
    return failures_of


@pytest.fixture(scope="session")
def samples() -> Callable[[str], Iterator[tuple[str, bytes]]]:
    """The working group's sample annotations, `correct` or `incorrect`: name and file."""

    def read(kind: str) -> Iterator[tuple[str, bytes]]:
        for path in sorted((DATA / "tools" / "samples" / kind).glob("anno*.json")):
            yield path.name, path.read_bytes()

    return read


@pytest.fixture(scope="session")
def assertions() -> Callable[[str], int]:
    """How many assertions a `.test` file lists."""
    return lambda name: len(suite(name))
