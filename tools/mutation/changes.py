"""The package with its changes: each function stands beside what it is changed into."""

from __future__ import annotations

import ast
import difflib
import json
import shutil
from collections.abc import Sequence
from dataclasses import dataclass
from fnmatch import fnmatch
from hashlib import sha256
from importlib.metadata import version
from pathlib import Path

from mutmut.mutation.file_mutation import mutate_file_contents


@dataclass(frozen=True, slots=True)
class Change:
    """One change of one function."""

    module: str
    """`anchor/find.py`."""
    name: str
    """As mutmut names it: `postil.anchor.find.x_find__mutmut_3`."""
    function_hash: str
    """Of the function as it is: what was found out holds as long as it stays."""

    @property
    def function(self) -> str:
        """The function as mutmut names it: `postil.anchor.find.x_find`."""
        return self.name.partition("__mutmut_")[0]


def write_changed(package: Path, folder: Path, patterns: Sequence[str], kept: Path) -> list[Change]:
    """Copies a package into a folder, and changes there the modules that a pattern names.

    Which change is in force is said when the code runs, so that all can stand in one file. What a
    module is changed into takes a second to make, and is kept in the folder `kept`.
    """
    shutil.rmtree(folder, ignore_errors=True)
    shutil.copytree(package, folder, ignore=shutil.ignore_patterns("__pycache__"))
    kept.mkdir(parents=True, exist_ok=True)
    changes: list[Change] = []
    for path in sorted(folder.rglob("*.py")):
        module = path.relative_to(folder).as_posix()
        if any(fnmatch(module, pattern) for pattern in patterns):
            code = path.read_text(encoding="utf-8")
            file = kept / f"{sha256((version('mutmut') + code).encode()).hexdigest()}.json"
            if not file.exists():
                file.write_text(json.dumps(_change(path.name, code)), encoding="utf-8")
            changed, functions = json.loads(file.read_text(encoding="utf-8"))
            path.write_text(changed, encoding="utf-8")
            dotted = f"{package.name}.{module.removesuffix('.py').replace('/', '.')}"
            changes += [Change(module, f"{dotted}.{name}", one) for name, one in functions.items()]
    return changes


def difference(folder: Path, change: Change) -> str:
    """The lines that a change takes away (-) and puts in their place (+)."""
    code = (folder / change.module).read_text(encoding="utf-8")
    before, after = f"{_mangled(change.function)}__mutmut_orig", _mangled(change.name)
    parts = {
        node.name: (ast.get_source_segment(code, node) or "").splitlines()
        for node in ast.walk(ast.parse(code))
        if isinstance(node, ast.FunctionDef) and node.name in (before, after)
    }
    lines = difflib.unified_diff(parts[before][1:], parts[after][1:], lineterm="", n=0)
    return "\n".join(line for line in lines if not line.startswith(("---", "+++", "@@")))


def _mangled(name: str) -> str:
    return name.rpartition(".")[2]


def _change(name: str, code: str) -> tuple[str, dict[str, str]]:
    """A module with its changes, and the hash of the function that each of them is made from."""
    changed = mutate_file_contents(name, code)
    hashes = changed.hash_by_function_name
    return changed.code, {
        one: hashes[one.partition("__mutmut_")[0]] for one in changed.mutant_names
    }
