"""The people of BibTeX entries as CSL names."""

from __future__ import annotations

import re

from bibtexparser.middlewares.names import (
    parse_single_name_into_parts,
    split_multiple_persons_names,
)

from postil.read.nodes import Entries, Items, Node, Scalar
from postil.read.tex import read_tex


def read_people(written: str, line: int, column: int) -> Items | None:
    """The names in a field whose value begins at a line and column; None where it has none."""
    people: list[Node] = []
    for name in split_multiple_persons_names(" ".join(written.split())):
        entries: dict[str, tuple[Scalar, Node]] = {}
        for part, tex in _parts(name).items():
            if text := read_tex(tex)[0]:
                key = Scalar(part, "", line, column, line, column)
                entries[part] = (key, Scalar(text, '"', line, column, line, column))
        if entries:
            people.append(Entries(entries, line, column))
    return Items(people, line, column) if people else None


def _parts(written: str) -> dict[str, str]:
    """The parts of a name by CSL's names for them."""
    if re.fullmatch(r"\{.*\}", written) and _one_brace(written):
        return {"literal": written}
    if "=" in written and (
        found := dict(re.findall(r"(family|given|prefix|suffix)\s*=\s*([^,]+)", written))
    ):
        # The form of biblatex 3: family=…, given=….
        prefix = {"non-dropping-particle": found.pop("prefix")} if "prefix" in found else {}
        return {**found, **prefix}
    name = parse_single_name_into_parts(written, strict=False)
    last, von, first = " ".join(name.last), " ".join(name.von), " ".join(name.first)
    if not first and not von and (last == "others" or not last):
        return {"literal": "others" if last else written}
    return {
        "family": last,
        "given": first,
        "non-dropping-particle": von,
        "suffix": " ".join(name.jr),
    }


def _one_brace(written: str) -> bool:
    """Whether the brace at the begin is closed at the end, and not before."""
    depth = 0
    for found in re.finditer(r"\\.|[{}]", written):
        depth += {"{": 1, "}": -1}.get(found[0], 0)
        if depth == 0:
            return found.end() == len(written)
    return False
