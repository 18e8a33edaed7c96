"""Mutation testing: `python -m tools.mutation [GROUP or MODULE …]`.

Each function of `anchor/` and of the modules of `render/` that splice is changed in small ways, one
at a time, by mutmut (https://mutmut.readthedocs.io), and the tests of that function should fail.
Changes that none of them notices are listed; `tools/mutation.toml` says of each why none can.

mutmut wants the package in a folder `src/`, and changes it in a copy: both are made below
`.cache/mutation/`, where what was found out stays for the next run.
"""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
import tomllib
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from fnmatch import fnmatch
from pathlib import Path

from tools.marked import write_between

ROOT = Path(__file__).resolve().parent.parent
FOLDER = ROOT / ".cache" / "mutation"
PAGE = ROOT / "docs" / "explanation" / "fuzzing.md"
EXPLAINED = Path(__file__).with_suffix(".toml")


@dataclass(frozen=True, slots=True)
class Group:
    """Modules that are changed, and the tests that should notice: quick ones, in one process."""

    modules: tuple[str, ...]
    tests: tuple[str, ...]


_SPLICING = ("addresses", "annotate", "flow", "marks", "passages", "points", "rows", "spans")
GROUPS = {
    "splicing": Group(
        tuple(f"render/{name}.py" for name in (*_SPLICING, "tokens", "tree", "visible")),
        (
            "tests/render/test_cases.py",
            "tests/render/test_visible.py",
            "tests/render/test_tokens.py",
            "tests/render/test_tree.py",
            "tests/render/test_spans.py",
            "tests/render/test_splicing.py",
        ),
    ),
    "anchor": Group(
        ("anchor/*.py",),
        (
            "tests/anchor/test_accept.py",
            "tests/anchor/test_describe.py",
            "tests/anchor/test_find_cases.py",
            "tests/anchor/test_golden_edits.py",
            "tests/anchor/test_golden_targets.py",
            "tests/anchor/test_graphemes.py",
            "tests/anchor/test_properties.py",
            "tests/anchor/test_resolve.py",
            "tests/anchor/test_small_parts.py",
        ),
    ),
}
_PROFILE = """
import hypothesis
hypothesis.settings.register_profile(
    "mutation", max_examples=10, derandomize=True, database=None, deadline=None
)
hypothesis.settings.load_profile("mutation")
"""
"""The same examples for each change, and no more than find what there is to find."""
_OPTIONS = ("-p", "no:cacheprovider", "-q", "--import-mode=importlib", "--assert=plain")
_NOT_NOTICED = 0
_LEAST = 0.9
"""Share of the changes that tests must notice."""
_KILLED = {1, 3, -24, 24, 36, 152, 255}
"""How mutmut notes a change that was noticed: tests failed, or took far longer than before."""


def main() -> int:
    """Changes what is named, or everything; 1 if too little was noticed.

    `--record` writes the table of the documentation from what is known already.
    """
    if sys.argv[1:] == ["--record"]:
        write_between(PAGE, "mutation", _table())
        return 0
    wanted = sys.argv[1:] or list(GROUPS)
    outcome = 0
    for name, group in GROUPS.items():
        mine = [one for one in wanted if one == name or any(fnmatch(one, m) for m in group.modules)]
        if mine:
            modules = group.modules if name in mine else tuple(mine)
            outcome |= run(name, group, modules)
    return outcome


def run(name: str, group: Group, modules: tuple[str, ...]) -> int:
    """Changes the modules of one group, and lists what came of it.

    What was not noticed before is tried again, for there may be new tests.
    """
    folder = FOLDER / name
    _copy(folder, group, modules)
    _forget(folder, modules)
    _mutmut(folder)
    return _report(folder, modules)


def _mutmut(folder: Path) -> None:
    environment = {**os.environ, "PYTHONPATH": ""}
    # Compiled tests are read anew for each change.
    environment.pop("PYTHONDONTWRITEBYTECODE", None)
    command = [sys.executable, "-m", "mutmut", "run", "--max-children", os.environ.get("JOBS", "2")]
    subprocess.run(command, cwd=folder, env=environment, check=False)


def _forget(folder: Path, modules: tuple[str, ...]) -> None:
    """Forgets what was not noticed, so that mutmut tries it again."""
    for meta in _metas(folder, modules):
        known = json.loads(meta.read_text())
        codes = known["exit_code_by_key"]
        codes.update({one: None for one, code in codes.items() if code == _NOT_NOTICED})
        meta.write_text(json.dumps(known, indent=4))


def _metas(folder: Path, modules: tuple[str, ...]) -> Iterator[Path]:
    """The files in which mutmut notes what came of the changes of a module."""
    for meta in sorted((folder / "mutants" / "src").rglob("*.meta")):
        module = str(meta.relative_to(folder / "mutants" / "src" / "postil")).removesuffix(".meta")
        if any(fnmatch(module, pattern) for pattern in modules):
            yield meta


def _copy(folder: Path, group: Group, modules: tuple[str, ...]) -> None:
    ignored = shutil.ignore_patterns("__pycache__", "artefacts")
    # mutmut does not notice that other modules are to be changed than before.
    chosen = folder / "modules"
    if not chosen.exists() or chosen.read_text() != "\n".join(modules):
        shutil.rmtree(folder, ignore_errors=True)
        folder.mkdir(parents=True)
        chosen.write_text("\n".join(modules))
    for source, copy in (("plugins/postil", "src/postil"), ("tests", "tests"), ("fuzz", "fuzz")):
        shutil.rmtree(folder / copy, ignore_errors=True)
        shutil.copytree(ROOT / source, folder / copy, ignore=ignored)
    with (folder / "tests" / "conftest.py").open("a", encoding="utf-8") as stream:
        stream.write(_PROFILE)
    settings = {
        "source_paths": ["src"],
        "only_mutate": [f"src/postil/{one}" for one in modules],
        "also_copy": ["fuzz"],
        # Those that hold how time grows take long, and would fail for what is slow alone.
        "pytest_add_cli_args": [*_OPTIONS, "-k", "not take_time and not linear"],
        "pytest_add_cli_args_test_selection": list(group.tests),
        "use_git_change_detection": False,
        "timeout_multiplier": 3.0,
        "timeout_constant": 2.0,
    }
    lines = [f"{key} = {json.dumps(value)}" for key, value in settings.items()]
    (folder / "pyproject.toml").write_text("\n".join(["[tool.mutmut]", *lines, ""]))


def _outcomes(folder: Path, modules: tuple[str, ...]) -> Iterator[tuple[str, int | None]]:
    """Each change by its name, and how it ended; None where it was not tried yet."""
    for meta in _metas(folder, modules):
        yield from json.loads(meta.read_text())["exit_code_by_key"].items()


def _report(folder: Path, modules: tuple[str, ...]) -> int:
    explained = _explained()
    total, killed = Counter[str](), Counter[str]()
    survivors: list[str] = []
    for mutant, code in _outcomes(folder, modules):
        if code is None:
            continue
        module = mutant.rpartition(".")[0]
        total[module] += 1
        killed[module] += code in _KILLED
        if code not in _KILLED:
            known = " (explained)" if mutant in explained else ""
            survivors.append(f"{mutant} ({code}){known}")
    for module in total:
        print(f"{module:28} {total[module]:5} changes, {killed[module]:5} noticed")
    whole = sum(killed.values()) / max(1, sum(total.values()))
    print(f"{'together':28} {sum(total.values()):5} changes, {whole:.1%} noticed")
    for survivor in survivors:
        print(f"not noticed: {survivor}")
    return int(whole < _LEAST)


def _explained() -> frozenset[str]:
    """The changes that no test can notice, as a person found."""
    groups = tomllib.loads(EXPLAINED.read_text(encoding="utf-8"))["explained"]
    return frozenset(one for group in groups for one in group["changes"])


def _table() -> str:
    """Every module that was changed, with what came of it."""
    explained = _explained()
    lines = ["| Module | Changes | Tried | Noticed | Explained |", "|---|--:|--:|--:|--:|"]
    sums = [0, 0, 0, 0]
    for name, group in GROUPS.items():
        every: dict[str, list[tuple[str, int | None]]] = {}
        for mutant, code in _outcomes(FOLDER / name, group.modules):
            module = mutant.removeprefix("postil.").rpartition(".")[0]
            every.setdefault(module, []).append((mutant, code))
        for module, outcomes in every.items():
            tried = [one for one in outcomes if one[1] is not None]
            noticed = sum(code in _KILLED for _, code in tried)
            told = sum(mutant in explained for mutant, code in tried if code not in _KILLED)
            counts = [len(outcomes), len(tried), noticed, told]
            sums = [one + other for one, other in zip(sums, counts, strict=True)]
            share = f" ({noticed / len(tried):.0%})" if tried else ""
            figures = f"{len(outcomes):,} | {len(tried):,} | {noticed:,}{share} | {told:,}"
            lines.append(f"| `{module.replace('.', '/')}.py` | {figures} |")
    share = f"{sums[2] / max(1, sums[1]):.1%}"
    figures = f"**{sums[0]:,}** | **{sums[1]:,}** | **{sums[2]:,} ({share})** | {sums[3]:,}"
    lines.append(f"| **Together** | {figures} |")
    return "\n".join(lines) + "\n"


if __name__ == "__main__":
    raise SystemExit(main())
