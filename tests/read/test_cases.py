"""Every diagnostic of reading has golden cases: files, and the exact messages."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import pytest
import yaml

from postil.model.codes import CODES
from postil.read import yaml_nodes

if TYPE_CHECKING:
    from .conftest import Case

CASES = Path(__file__).parent / "cases"


def test_case(case: Case, tmp_path: Path, updating: bool) -> None:
    case.build(tmp_path)
    result = case.read(tmp_path)
    if updating:
        case.update(result)
    else:
        assert result == case.expected
    # A case stands in the folder of the code that it shows; those in `good` show none.
    code = case.file.parent.name
    assert f"[{code}]" in result if code != "good" else "[" not in result


def test_parser_in_python_says_the_same(
    case: Case, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, updating: bool
) -> None:
    if updating or case.file.parent.name in {"file-size", "yaml-limits"}:
        return  # large, and about nothing that the parsers do differently
    monkeypatch.setattr(yaml_nodes, "LOADER", yaml.SafeLoader)
    case.build(tmp_path)
    assert case.read(tmp_path) == case.expected


def test_every_code_has_a_case() -> None:
    codes = {code.id for code in CODES.values() if code.room == "read"}
    assert codes == {folder.name for folder in CASES.iterdir()} - {"good"}
