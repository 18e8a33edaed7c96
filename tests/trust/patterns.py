"""Every regular expression of the package, and strings that make each of them work hard."""

from __future__ import annotations

import ast
import importlib
import math
import pkgutil
import re
import time
from collections import defaultdict
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import postil

_parser: Any = re._parser  # type: ignore[attr-defined]  # the tree of a pattern has no public name
_FUNCTIONS = frozenset(
    {"compile", "sub", "subn", "match", "search", "fullmatch", "split", "findall", "finditer"}
)
_AT_THE_BEGIN = frozenset({"match", "fullmatch"})
"""What looks at the begin of a string alone."""
_ENDS = ("", "\n\x01!")
_MOST_STARTS = 4
_MOST_ATOMS = 7
_FEW = range(10, 60, 3)
"""How often something is repeated. Where the time doubles with each, the next of these takes eight
times as long, and not for ever."""
_LONG = 0.05
"""Seconds for so few that only a power beyond all use, or none, explains."""
_MANY = (125, 250, 500, 1_000, 2_000, 4_000)
_MEASURABLE = 0.002
"""Seconds; for the longest of these strings it is half a microsecond a character, as quick as it
gets."""
_SURE = 0.5
"""Seconds."""
_TRIES = 3
_ROUNDS = 4


def patterns() -> dict[tuple[str, int, str], str]:
    """Each pattern with its flags and the function that it is for, and the module that it is of.

    Those that have a name in a module are compiled while it is imported, and are asked what the
    source asks of that name. Others are read from the source, where they are written out.
    """
    found: dict[tuple[str, int, str], str] = {}
    folder = Path(postil.__file__).parent
    used: defaultdict[tuple[str, str], set[str]] = defaultdict(set)
    for path in sorted(folder.rglob("*.py")):
        module = ".".join(("postil", *path.relative_to(folder).with_suffix("").parts))
        tree = ast.parse(path.read_text(encoding="utf-8"))
        kept = {
            id(node.value) for node in tree.body if isinstance(node, ast.Assign | ast.AnnAssign)
        }
        for node in ast.walk(tree):
            if id(node) not in kept and (written := _written(node)) is not None:
                found.setdefault(written, module)
        for name, function in _uses(tree):
            # A name that begins so is used in its own module alone.
            used[module if name.startswith("_") else "", name].add(function)
    for one in pkgutil.walk_packages(postil.__path__, "postil."):
        if one.name.endswith("__main__"):
            continue
        for name, value in vars(importlib.import_module(one.name)).items():
            functions = used[one.name if name.startswith("_") else "", name]
            known = functions and functions <= _AT_THE_BEGIN
            for pattern in _compiled(value):
                if isinstance(pattern.pattern, str):
                    for function in functions if known else ("compile",):
                        written = pattern.pattern, pattern.flags & ~re.UNICODE, function
                        found.setdefault(written, one.name)
    return found


def _uses(tree: ast.AST) -> Iterator[tuple[str, str]]:
    """Each name that stands in a module, and what is asked of it, or of something that it holds:
    `_WORD.match` is ("_WORD", "match"). Where a name stands alone, anything may be asked."""
    asked: dict[int, str] = {}
    for node in ast.walk(tree):
        if isinstance(node, ast.Attribute):
            held = node.value.value if isinstance(node.value, ast.Subscript) else node.value
            asked[id(held)] = node.attr
    for node in ast.walk(tree):
        if isinstance(node, ast.Name) and isinstance(node.ctx, ast.Load):
            yield node.id, asked.get(id(node), "")
        elif isinstance(node, ast.Attribute):
            yield node.attr, asked.get(id(node), "")


def _compiled(value: Any) -> Iterator[re.Pattern[Any]]:
    if isinstance(value, re.Pattern):
        yield value
    elif isinstance(value, dict):
        for one in value.values():
            yield from _compiled(one)
    elif isinstance(value, (tuple, list, frozenset)):
        for one in value:
            yield from _compiled(one)


def _written(node: ast.AST) -> tuple[str, int, str] | None:
    """The pattern in a call such as `re.sub("…", …)`, its flags, and the function."""
    if not (
        isinstance(node, ast.Call)
        and isinstance(node.func, ast.Attribute)
        and isinstance(node.func.value, ast.Name)
        and (node.func.value.id, node.func.attr in _FUNCTIONS) == ("re", True)
    ):
        return None
    try:
        pattern = ast.literal_eval(node.args[0])
    except ValueError:
        return None
    flags = 0
    for part in ast.walk(ast.Module([ast.Expr(one.value) for one in node.keywords], [])):
        if isinstance(part, ast.Attribute):
            flags |= int(getattr(re, part.attr, 0))
    return (pattern, flags, node.func.attr) if isinstance(pattern, str) else None


# Strings.


def _sample(tree: Any) -> str:
    """Something that a part of a pattern takes, each repetition once or twice."""
    return "".join(_of(name, value) for name, value in tree)


def _of(name: Any, value: Any) -> str:
    kind = str(name)
    if kind == "LITERAL":
        return chr(value)
    if kind == "NOT_LITERAL":
        return "a" if value != ord("a") else "b"
    if kind == "ANY":
        return "a"
    if kind == "IN":
        return next(iter(_members(value)), "a")
    if kind == "BRANCH":
        return _sample(value[1][0])
    if kind in {"MAX_REPEAT", "MIN_REPEAT", "POSSESSIVE_REPEAT"}:
        least, most, inner = value
        return _sample(inner) * (max(least, 1) if most else 0)
    if kind == "SUBPATTERN":
        return _sample(value[3])
    if kind == "ATOMIC_GROUP":
        return _sample(value)
    return ""


def _members(parts: Any) -> list[str]:
    if parts and str(parts[0][0]) == "NEGATE":
        refused = set(_members(parts[1:]))
        return [sign for sign in ("a", "1", " ", "-", "é") if sign not in refused][:2]
    found: list[str] = []
    for name, value in parts:
        kind = str(name)
        if kind == "LITERAL":
            found.append(chr(value))
        elif kind == "RANGE":
            found.append(chr(value[0]))
        elif kind == "CATEGORY":
            words = {"DIGIT": "1", "SPACE": " ", "WORD": "a"}
            found.append("-" if "_NOT_" in str(value) else words[str(value).rpartition("_")[2]])
    return found


def _atoms(tree: Any) -> Iterator[str]:
    """What a pattern takes again and again, and the signs that it knows."""
    for name, value in tree:
        kind = str(name)
        if kind in {"MAX_REPEAT", "MIN_REPEAT", "POSSESSIVE_REPEAT"}:
            yield _sample(value[2])
            yield from _atoms(value[2])
        elif kind == "SUBPATTERN":
            yield _sample(value[3])
            yield from _atoms(value[3])
        elif kind == "BRANCH":
            for branch in value[1]:
                yield _sample(branch)
                yield from _atoms(branch)
        elif kind in {"ATOMIC_GROUP"}:
            yield from _atoms(value)
        elif kind == "IN":
            yield from _members(value)[:2]
        elif kind == "LITERAL":
            yield chr(value)


def attacks(pattern: str, flags: int) -> Iterator[tuple[str, str, str]]:
    """The begin of a string, what is repeated in it, and its end."""
    tree = list(_parser.parse(pattern, flags))
    starts = dict.fromkeys(_sample(tree[:size]) for size in range(len(tree) + 1))
    whole = _sample(tree)
    atoms = dict.fromkeys([*_atoms(tree), whole, f"{whole} ", " ", "a"])
    for start in [*starts][:_MOST_STARTS]:
        for atom in [*filter(None, atoms)][:_MOST_ATOMS]:
            for end in _ENDS:
                yield start, atom, end


# Time.


def ways(compiled: re.Pattern[str], function: str) -> tuple[Callable[[str], object], ...]:
    """How a pattern is used: to take a whole string or its begin, or, where that is not known, to
    find it everywhere as well."""
    if function in _AT_THE_BEGIN:
        return (getattr(compiled, function),)
    return (lambda text: sum(1 for _ in compiled.finditer(text))), compiled.fullmatch


def seconds(use: Callable[[str], object], text: str) -> float:
    """How long it takes, in processor time: what else the machine does counts less."""
    began = time.process_time()
    use(text)
    return time.process_time() - began


def growth(use: Callable[[str], object], start: str, atom: str, end: str, most: float) -> float:
    """The power of the length with which the time grows: 1 is linear, 2 is square, and what grows
    without a power has none. Whatever is above `most` was measured again and again."""

    def text(size: int) -> str:
        return start + atom * (size // len(atom) + 1) + end

    # As many characters as can be measured, and no more: a cube would never end.
    for number in _FEW:
        if seconds(use, start + atom * number + end) > _LONG:
            return math.inf
    for size in _MANY:
        if seconds(use, text(size)) > _MEASURABLE:
            break
    else:
        return 1.0
    for _ in range(_ROUNDS):
        power, sure = _power(use, text(size), text(2 * size))
        if power <= most or sure:
            break
    return power


def _power(use: Callable[[str], object], text: str, twice: str) -> tuple[float, bool]:
    """From the shortest of some times each, measured in turn, so that what slows the machine down
    slows both; and whether that took so long that nothing else can explain it."""
    short = long = math.inf
    for _ in range(_TRIES):
        short, long = min(short, seconds(use, text)), min(long, seconds(use, twice))
        if long > _SURE:
            break
    return math.log2(long / max(short, 1e-9)), long > _SURE
