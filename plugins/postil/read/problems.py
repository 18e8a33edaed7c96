"""The order of problems, and how many of one file are told."""

from __future__ import annotations

from postil.model.diagnostic import Diagnostic
from postil.model.place import Place
from postil.read import limits


def sum_up(problems: list[Diagnostic], before: int, path: str) -> None:
    """Leave only so many problems of one file: those that are listed since `before`."""
    more = len(problems) - before - limits.PROBLEMS
    if more > 0:
        problems[before:] = sorted(problems[before:], key=order)[: limits.PROBLEMS]
        message = f"the file has {more} problems more than are listed here"
        problems.append(Diagnostic("problems-more", message, Place(path), "mend these first"))


def order(problem: Diagnostic) -> tuple[str, int, int, str, str]:
    """By place; several parts may find fault with one place, and must always stand the same."""
    place = problem.place
    return place.path, place.line, place.column, problem.code, problem.message
