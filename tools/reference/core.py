"""docs/reference/python.md: what other programs may use, from signatures and docstrings.

It is made here and not by mkdocstrings, which would render anew at every build and bring a theme
and a parser of its own; what is public is one module, and `inspect` knows all of it.
"""

from __future__ import annotations

import dataclasses
import enum
import inspect
import json
import re
import types
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from tools.reference.markup import code, fence, page

from postil import core

_SUBJECTS: dict[str, tuple[str, ...]] = {
    "Read a site": (
        "read_settings",
        "read_library",
        "HostConfig",
        "Settings",
        "Limits",
        "Library",
        "Publisher",
    ),
    "Check a site": ("check_site", "Checked", "Summary", "Diagnostic", "Level", "Place"),
    "Find passages": (
        *("prepare", "find", "resolve", "describe", "PreparedText", "Anchor", "Status"),
        *("Candidate", "Section"),
    ),
    "Make explainers": (
        *("TextRenderer", "explain", "explainer_page", "index_page", "summarise", "read_visible"),
        *("with_crossing", "CitedPassage"),
        *("Explained", "Explainer", "AnchoredAnnotation", "VisibleText", "Heading"),
        *("STYLESHEET", "SCRIPT"),
        *("FormFiles", "form_script", "offer_script", "FORM_STYLESHEET"),
    ),
    "Files for machines": (
        *("files_of", "Whole", "SiteFacts", "PageFacts", "MadeFile", "csl_item", "bibtex_entry"),
        "annotation_yaml",
    ),
    "What people write": (
        *("Text", "Provenance", "Annotation", "Target", "TextQuote", "Citation", "Revision"),
        "PassageCitation",
        *("Source", "Contributor", "Kind", "Verdict", "LinkCheck", "LinkState"),
    ),
}
_MORE = {
    "Settings": "configuration.md#options",
    "Text": "files.md#front-matter",
    "Provenance": "files.md#text",
    "Annotation": "files.md#annotation",
    "Target": "files.md#target",
    "Citation": "files.md#citation",
    "Revision": "files.md#revision",
    "Source": "files.md#source",
    "Contributor": "files.md#contributor",
    "Kind": "configuration.md#a-kind",
    "Verdict": "configuration.md#a-verdict",
    "LinkCheck": "files.md#link",
}
"""Where the reference says how people write a thing."""
_WIDE = 80
_INTRODUCTION = """\
`postil.core` holds what other programs may use: it needs no MkDocs and no configuration of one.
[Use the core without MkDocs](../how-to/core.md) shows it at work.

```python
from postil.core import explain, explainer_page, read_library
```

Functions take values and return values. Only those that read take a path. What people wrote never
raises an error: it gives [diagnostics](diagnostics.md). Everything here keeps its name and meaning
until the change log says otherwise; other modules of Postil may change at any time.
"""


def python_page(root: Path) -> str:
    """The page. Raises ValueError where it would not be about what is public."""
    del root
    told = [name for names in _SUBJECTS.values() for name in names]
    if sorted(told) != sorted(core.__all__):
        raise ValueError(f"told and public differ: {set(told) ^ set(core.__all__)}")
    parts = []
    for subject, names in _SUBJECTS.items():
        parts.append(f"## {subject}\n")
        for name in names:
            parts += _told(name, getattr(core, name))
    return page("Python", _INTRODUCTION, parts)


def _told(name: str, thing: Any) -> Iterator[str]:
    yield f"### {code(name)} {{#{name}}}\n"
    if isinstance(thing, Path):
        yield f"The path of `{thing.name}`, which is served beside the pages.\n"
        return
    if inspect.isfunction(inspect.unwrap(thing)):
        yield fence(_signature(name, thing), "python")
        yield _documentation(thing)
        return
    if issubclass(thing, enum.Enum):
        yield _documentation(thing)
        yield ", ".join(code(str(member.value)) for member in thing) + "\n"
        return
    yield fence(_class(name, thing), "python")
    yield _documentation(thing)
    if name in _MORE:
        yield f"[How it is written]({_MORE[name]}).\n"


def _documentation(thing: Any) -> str:
    return (inspect.getdoc(thing) or "") + "\n"


def _signature(name: str, function: Any, bound: bool = False) -> str:
    signature = inspect.signature(function)
    parameters = list(signature.parameters.values())[1 if bound else 0 :]
    said: list[str] = []
    for one in parameters:
        if one.kind is one.KEYWORD_ONLY and "*" not in said:
            said.append("*")
        if one.annotation is one.empty:
            said.append(one.name)
        else:
            said.append(_parameter(one.name, _written(one.annotation, function), one.default))
    returned = f" -> {_written(signature.return_annotation, function)}"
    line = f"{name}({', '.join(said)}){returned}"
    if len(line) <= _WIDE:
        return line
    return f"{name}(\n" + "".join(f"    {one},\n" for one in said) + f"){returned}"


def _written(annotation: str, function: Any) -> str:
    """A type with the short names that its module gives to plain types written out."""

    def long(name: re.Match[str]) -> str:
        meant = function.__globals__.get(name[0])
        alias = isinstance(meant, types.GenericAlias | types.UnionType)
        return str(meant) if alias else name[0]

    return re.sub(r"\b[A-Z]\w*", long, annotation)


def _parameter(name: str, annotation: Any, default: Any) -> str:
    typed = f"{name}: {annotation}"
    return typed if default is inspect.Parameter.empty else f"{typed} = {_value(default)}"


def _value(value: Any) -> str:
    if inspect.isfunction(value) or isinstance(value, type):
        return str(value.__name__)
    # In the quotation marks that the rest of the code has.
    return json.dumps(value, ensure_ascii=False) if isinstance(value, str) else repr(value)


def _class(name: str, thing: type) -> str:
    lines = [f"class {name}:"]
    if dataclasses.is_dataclass(thing):
        for one in dataclasses.fields(thing):
            if one.name.startswith("_"):
                continue
            default = f" = {_default(one)}" if _default(one) else ""
            lines.append(f"    {one.name}: {one.type}{default}")
    else:
        lines.append(
            "    def " + _signature("__init__", vars(thing)["__init__"]).replace("\n", "\n    ")
        )
    for attribute, member in vars(thing).items():
        if attribute.startswith("_"):
            continue
        if isinstance(member, property):
            lines += ["", "    @property", f"    {_method(attribute, member.fget)}"]
        elif inspect.isfunction(member):
            lines += ["", f"    {_method(attribute, member)}"]
    return "\n".join(lines)


def _method(name: str, function: Any) -> str:
    first = inspect.getdoc(function) or ""
    sentence = " ".join(first.partition("\n\n")[0].split())
    call = _signature(name, function).replace("\n", "\n    ")
    return f"def {call}:\n        # {sentence}"


def _default(one: dataclasses.Field[Any]) -> str:
    if one.default is not dataclasses.MISSING:
        value = one.default
        return "…" if isinstance(value, tuple) and value else _value(value)
    return "…" if one.default_factory is not dataclasses.MISSING else ""
