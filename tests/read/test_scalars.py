"""Scalars follow the core schema of YAML 1.2, where PyYAML alone follows 1.1."""

from __future__ import annotations

import math
from typing import Any

import pytest

from postil.read.scalars import plain
from postil.read.yaml_nodes import compose


def value(text: str) -> Any:
    document, problems = compose(f"a: {text}\n", "f.yml", [f"a: {text}", ""])
    assert document is not None
    assert not problems
    return plain(document.root)["a"]  # type: ignore[arg-type]  # the root is there


@pytest.mark.parametrize(
    ("written", "meant"),
    [
        # Booleans: three spellings of two words
        ("true", True),
        ("True", True),
        ("TRUE", True),
        ("false", False),
        ("tRUE", "tRUE"),
        ("yes", "yes"),
        ("no", "no"),
        ("on", "on"),
        ("off", "off"),
        ("y", "y"),
        # Nothing
        ("", None),
        ("~", None),
        ("null", None),
        ("NULL", None),
        ("nil", "nil"),
        # Integers
        ("2000", 2000),
        ("-1", -1),
        ("+12", 12),
        ("0o17", 15),
        ("017", 17),
        ("0xFF", 255),
        ("0b101", "0b101"),
        ("1_000", "1_000"),
        ("12:30", "12:30"),
        ("9" * 5000, "9" * 5000),
        # Floats
        ("1.5", 1.5),
        (".5", 0.5),
        ("1.", 1.0),
        ("1e3", 1000.0),
        ("-.inf", -math.inf),
        ("1.2.3", "1.2.3"),
        # Dates stay strings
        ("2026-11-22", "2026-11-22"),
        ("2026-11-22T10:00:00Z", "2026-11-22T10:00:00Z"),
        # In quotation marks everything is a string
        ('"true"', "true"),
        ("'2000'", "2000"),
        ('""', ""),
        # Lists
        ("[no, 1, ~]", ["no", 1, None]),
        ("{no: off}", {"no": "off"}),
        ("=", "="),
        ("<", "<"),
    ],
)
def test_core_schema(written: str, meant: Any) -> None:
    found = value(written)
    assert found == meant
    assert type(found) is type(meant)


def test_not_a_number() -> None:
    assert math.isnan(value(".nan"))
