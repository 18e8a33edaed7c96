"""Any file that can be imported to what it holds, its format found out or told."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from dataclasses import replace

from postil.read.files import decode
from postil.read.foreign.csl_items import CslError, is_csl, read_bibtex, read_csl, read_csl_yaml
from postil.read.foreign.csv_table import CsvError, looks_like_csv, read_csv
from postil.read.foreign.hypothesis import is_hypothesis, read_hypothesis
from postil.read.foreign.json_text import JsonError, read_json
from postil.read.foreign.values import Foreign
from postil.read.foreign.web_annotation import is_web_annotation, read_web_annotation

FORMS = ("hypothesis", "web-annotation", "csv", "bibtex", "csl")
"""The formats, by the names that a person gives them."""

_ENDINGS = {".csv": "csv", ".tsv": "csv", ".bib": "bibtex", ".yml": "csl", ".yaml": "csl"}


class ForeignError(Exception):
    """The file cannot be imported at all. The message says why."""


def read_foreign(
    data: bytes, name: str, form: str = "", columns: Mapping[str, str] | None = None
) -> Foreign:
    """What a file of that name holds. Without `form`, one of `FORMS`, its format is found out.

    `columns` gives the fields of columns of a table. Raises ForeignError where the file is not of
    that format, or of none that is known.
    """
    text, problems = decode(data, name)
    if text is None:
        problem = problems[0]
        raise ForeignError(f"{problem.message} (line {problem.place.line or 1})")
    if not text.strip():
        raise ForeignError("the file holds nothing")
    try:
        return _READERS[form or _form(text, name)](text, name, columns or {})
    except (JsonError, CsvError, CslError) as error:
        raise ForeignError(str(error)) from None


def _form(text: str, name: str) -> str:
    """The format of a text: by how it begins, else by the end of its name."""
    first = text.lstrip()[:1]
    if first in ("[", "{"):
        return "json"
    if re.match(r"\s*(?:%[^\n]*\n\s*)*@\w+\s*[{(]", text):
        return "bibtex"
    ending = name[name.rfind(".") :].lower() if "." in name else ""
    if ending == ".json":
        return "json"
    if ending in _ENDINGS:
        return _ENDINGS[ending]
    if looks_like_csv(text):
        return "csv"
    raise ForeignError("the format cannot be told; name it with --from")


def _json(text: str, form: str = "") -> Foreign:
    """What JSON holds, in the format `form`, or in the one that it looks like."""
    value, faults = read_json(text)
    looks: dict[str, Callable[[object], bool]] = {
        "web-annotation": is_web_annotation,
        "hypothesis": is_hypothesis,
        "csl": is_csl,
    }
    found = form or next((name for name, fits in looks.items() if fits(value)), "")
    if not found:
        raise ForeignError(
            "the file is JSON, and neither annotations of Hypothesis or of the W3C model nor"
            " sources; if it is, name its format with --from"
        )
    readers = {
        "web-annotation": read_web_annotation,
        "hypothesis": read_hypothesis,
        "csl": read_csl,
    }
    foreign = readers[found](value)
    return replace(foreign, remarks=(*faults, *foreign.remarks))


def _csl(text: str, name: str, _: Mapping[str, str]) -> Foreign:
    return _json(text, "csl") if text.lstrip()[:1] in ("[", "{") else read_csl_yaml(text, name)


_READERS: dict[str, Callable[[str, str, Mapping[str, str]], Foreign]] = {
    "json": lambda text, _, __: _json(text),
    "hypothesis": lambda text, _, __: _json(text, "hypothesis"),
    "web-annotation": lambda text, _, __: _json(text, "web-annotation"),
    "csv": lambda text, _, columns: read_csv(text, columns),
    "csl": _csl,
    "bibtex": lambda text, name, _: read_bibtex(text, name),
}
