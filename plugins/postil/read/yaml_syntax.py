"""What is wrong with a file that is no YAML, said for people who never read the specification."""

from __future__ import annotations

import yaml

from postil.model.diagnostic import Diagnostic
from postil.model.place import Place


def explain(error: yaml.MarkedYAMLError, path: str, lines: list[str]) -> Diagnostic:
    mark = error.problem_mark or error.context_mark
    place = Place(path, mark.line + 1, mark.column + 1) if mark else Place(path)
    return Diagnostic("yaml-syntax", str(error.problem), place)
