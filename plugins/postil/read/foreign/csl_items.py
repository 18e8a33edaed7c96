"""Sources of bibliographies: CSL items in JSON, as reference managers export them, or in YAML, as
pandoc reads them, and BibTeX.

https://citeproc-js.readthedocs.io/en/latest/csl-json/markup.html
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import replace
from typing import Any

from postil.model.diagnostic import Diagnostic
from postil.read import csl, limits
from postil.read.bibtex_nodes import compose_bibtex
from postil.read.dates import date_problem
from postil.read.files import decode
from postil.read.foreign.entry import clean, described, shortened
from postil.read.foreign.values import Foreign, ForeignSource, Refused, Remark
from postil.read.forms import Problem, doi_problem, isbn_problem, issn_problem, url_problem
from postil.read.nodes import Document, Entries, Items, Node
from postil.read.scalars import is_null, plain, truth
from postil.read.sources import SOURCE
from postil.read.yaml_nodes import compose

FORM = "csl"

_FORMS: Mapping[str, Callable[[str], Problem | None]] = {
    "URL": url_problem,
    "archive": url_problem,
    "DOI": doi_problem,
    "ISBN": isbn_problem,
    "ISSN": issn_problem,
}
_SHOWN = "a field that Postil has no place for"


class CslError(Exception):
    """The file holds no list of sources. The message says why."""


def is_csl(value: Any) -> bool:
    """Whether a JSON value looks like CSL items."""
    items = _items(value) or []
    return bool(items) and all(
        isinstance(item, Mapping)
        and "id" in item
        and isinstance(item.get("type"), str)
        and item["type"] in csl.TYPES
        for item in items[:20]
    )


def read_csl_yaml(text: str, path: str) -> Foreign:
    """The sources in CSL YAML: a list, or a list under `references`. Raises CslError."""
    checked, problems = decode(text.encode("utf-8", "replace"), path, yaml=True)
    document = None
    if checked is not None:
        document, found = compose(checked, path, checked.split("\n"))
        problems += found
    return _from_document(FORM, document, problems)


def read_bibtex(text: str, path: str) -> Foreign:
    """The sources in BibTeX, as the site itself would read such a file. Raises CslError."""
    if len(text) > limits.BIBTEX_BYTES:
        raise CslError(f"larger than {limits.BIBTEX_BYTES // 1024} kB, and not read")
    return _from_document("bibtex", *compose_bibtex(text, path))


def _from_document(form: str, document: Document | None, problems: list[Diagnostic]) -> Foreign:
    if document is None or document.root is None:
        raise CslError(str(problems[0]) if problems else "the file holds no source")
    foreign = read_csl(_value(document.root))
    remarks = tuple(
        Remark(f"line {problem.place.line}", "", problem.message, fault=True)
        for problem in problems
    )
    return replace(foreign, form=form, remarks=(*remarks, *foreign.remarks))


def _value(node: Node, key: str = "") -> Any:
    """A node as values of JSON's types; numbers as they were written, for `010` is no 10."""
    if key in csl.OTHERS:
        return plain(node)
    if isinstance(node, Items):
        return [_value(item) for item in node.items]
    if isinstance(node, Entries):
        inside = {name: _value(value, name) for name, (_, value) in node.entries.items()}
        return plain(node) if key in csl.DATES else inside
    found = truth(node)
    return found if found is not None else None if is_null(node) else node.value


def read_csl(value: Any) -> Foreign:
    """The sources in a value of JSON's types. Raises CslError where it holds no list of them."""
    items = _items(value)
    if items is None:
        raise CslError("the file must hold a list of sources, or one under “references”")
    sources: list[ForeignSource] = []
    refused: list[Refused] = []
    for number, item in enumerate(items):
        at = f"[{number}]"
        if isinstance(item, Mapping):
            sources.append(_source(item, at))
        else:
            why = f"a source must be an object, and this is {described(item)}"
            refused.append(Refused(at, (Remark(at, shortened(item), why, fault=True),)))
    return Foreign(FORM, sources=tuple(sources), refused=tuple(refused))


def _items(value: Any) -> list[Any] | None:
    if isinstance(value, Mapping):
        for key in ("references", "items"):
            if isinstance(value.get(key), list):
                return list(value[key])
        return [value] if "id" in value and "type" in value else None
    return value if isinstance(value, list) else None


def _source(item: Mapping[str, Any], at: str) -> ForeignSource:
    remarks: list[Remark] = []
    fields: dict[str, Any] = {}
    for key, value in item.items():
        if value in (None, "", [], {}):
            continue
        found, why = _field(key, value)
        if why:
            remarks.append(Remark(f"{at}.{clean(key)}", shortened(value), why))
        if found not in (None, "", [], {}):
            fields[key] = found
    return ForeignSource(at, fields, tuple(remarks))


def _field(key: str, value: Any) -> tuple[Any, str]:
    """A field as Postil holds it, and why it is not as it was."""
    if key.startswith("x-") and isinstance(value, str):
        return clean(value), ""
    if key not in SOURCE.names:
        return None, _SHOWN
    if key in csl.DATES:
        return _date(value)
    if key in csl.NAMES:
        return _names(value)
    if key in csl.OTHERS:
        return _cleaned(value), ""
    if key == "link":
        return (value, "") if isinstance(value, bool) else (None, "it must be true or false")
    if isinstance(value, bool) or not isinstance(value, str | int | float):
        return None, f"it must be a text, and is {described(value)}"
    words = clean(str(value)).strip()
    if key == "DOI" and "10." in words:
        words = words[words.find("10.") :]
    if key not in _FORMS:
        return words, ""
    problem = _FORMS[key](words)
    return (None, f"“{shortened(words)}” {problem[0]}") if problem else (words, "")


def _names(value: Any) -> tuple[Any, str]:
    names: list[dict[str, Any]] = []
    why = ""
    for one in value if isinstance(value, list) else [value]:
        if isinstance(one, str) and one.strip():
            names.append({"literal": clean(one).strip()})
        elif isinstance(one, Mapping):
            parts = {
                part: clean(given).strip() if isinstance(given, str) else given
                for part in csl.NAME_PARTS
                if isinstance(given := one.get(part), str | bool) and given != ""
            }
            if parts:
                names.append(parts)
            if set(one) - set(csl.NAME_PARTS):
                why = "parts of a name that CSL does not have are left out"
        else:
            why = f"a name must be an object, and this is {described(one)}"
    return names, why


def _date(value: Any) -> tuple[Any, str]:
    """A date as ISO 8601 where it is one, else with CSL's parts as they are."""
    if isinstance(value, str):
        written = value.strip()
        if date_problem(written, whole=False) is None or "/" in written or written[-1:] == "~":
            return written, ""
        if date_problem(written[:10], whole=True) is None:
            return written[:10], ""
        return {"literal": clean(written)}, ""
    if not isinstance(value, Mapping):
        return None, f"it must be a date, and is {described(value)}"
    parts = value.get("date-parts")
    if isinstance(parts, list) and not value.keys() - {"date-parts"}:
        days = [_day(one) for one in parts if isinstance(one, list)]
        if days and len(days) <= 2 and len(days) == len(parts) and all(days):
            return "/".join(days), ""
    raw = value.get("raw")
    if isinstance(raw, str) and not value.keys() - {"raw"}:
        return _date(raw)
    return {part: _cleaned(value[part]) for part in csl.DATE_PARTS if part in value}, ""


def _day(parts: list[Any]) -> str:
    """Year, month and day as ISO 8601; empty where they are no date."""
    numbers = [str(part) for part in parts if str(part).isascii() and str(part).isdigit()]
    if len(numbers) != len(parts) or not 1 <= len(parts) <= 3 or len(numbers[0]) > 4:
        return ""
    written = "-".join([numbers[0].zfill(4), *(number.zfill(2) for number in numbers[1:])])
    return written if date_problem(written, whole=False) is None else ""


def _cleaned(value: Any) -> Any:
    """A value of JSON's types with every text cleaned."""
    if isinstance(value, str):
        return clean(value)
    if isinstance(value, list):
        return [_cleaned(one) for one in value]
    if isinstance(value, Mapping):
        return {clean(str(key)): _cleaned(one) for key, one in value.items()}
    return value
