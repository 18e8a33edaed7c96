"""An annotation as the YAML file that a person would have written."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from postil.model.annotation import Annotation, Citation, PassageCitation, Revision
from postil.model.target import Target
from postil.publish.yaml_scalar import block, identifier, prose, scalar

Extra = str | tuple[str, ...]


def annotation_yaml(annotation: Annotation, extras: Mapping[str, Extra] | None = None) -> str:
    """The file of an annotation, ending with a line feed; `extras` are fields whose names begin
    with `x-`, which Postil keeps and does not read.

    Reading the file gives the same annotation, at other places. Fields without a value are left
    out, and no value begins or ends with white space but `prefix`, `suffix` and `body`.
    """
    lines = [f"id: {identifier(annotation.id)}", f"kind: {identifier(annotation.kind)}"]
    lines += _targets(annotation.targets)
    lines += _field("title", annotation.title)
    if annotation.verdict:
        lines.append(f"verdict: {identifier(annotation.verdict)}")
    if annotation.body:
        lines.append(f"body: {block(annotation.body, 2) or prose(annotation.body, 2)}")
    lines += _field("wanted", annotation.wanted)
    lines += _citations(annotation.citations, annotation.cited_passages)
    if annotation.contributors:
        ids = ", ".join(identifier(id) for id in annotation.contributors)
        lines.append(f"contributors: [{ids}]")
    lines += _field("created", annotation.created, plain=True)
    lines += _revisions(annotation.revisions)
    if annotation.draft:
        lines.append("draft: true")
    lines += _extras(extras or {})
    return "\n".join(lines) + "\n"


def _field(key: str, words: str, indent: int = 0, *, plain: bool = False) -> list[str]:
    if not words:
        return []
    return [f"{' ' * indent}{key}: {words if plain else prose(words, indent + 2)}"]


def _targets(targets: Iterable[Target]) -> list[str]:
    every = list(targets)
    if len(every) != 1:
        return ["target:", *(line for one in every for line in _item(_target(one, 4), 2))]
    return _target_field(every[0], 0)


def _target_field(target: Target, indent: int) -> list[str]:
    """One target, its words alone where there is no more to it."""
    if target.quote and not (
        target.quote.prefix or target.quote.suffix or target.section or target.within
    ):
        return _field("target", target.quote.exact, indent)
    return [f"{' ' * indent}target:", *_target(target, indent + 2)]


def _target(target: Target, indent: int) -> list[str]:
    """The fields of a target, a line each, indented."""
    lines: list[str] = []
    if target.section:
        lines += _field("section", target.section, indent)
    if target.quote:
        lines += _field("exact", target.quote.exact, indent)
        lines += _field("prefix", target.quote.prefix, indent)
        lines += _field("suffix", target.quote.suffix, indent)
    if target.within:
        lines += [f"{' ' * indent}within:", *_target(target.within, indent + 2)]
    return lines


def _citations(citations: Iterable[Citation], passages: Iterable[PassageCitation]) -> list[str]:
    lines: list[str] = []
    for one in citations:
        if not (one.locator or one.quote or one.supports):
            lines.append(f"  - {identifier(one.source)}")
            continue
        fields = [f"    source: {identifier(one.source)}"]
        for key, words in (
            ("locator", one.locator),
            ("quote", one.quote),
            ("supports", one.supports),
        ):
            fields += _field(key, words, 4)
        lines += _item(fields, 2)
    for passage in passages:
        fields = [f"    passage: {identifier(passage.name)}"]
        if passage.target:
            fields += _target_field(passage.target, 4)
        fields += _field("locator", passage.locator, 4)
        fields += _field("supports", passage.supports, 4)
        lines += _item(fields, 2)
    return ["citations:", *lines] if lines else []


def _revisions(revisions: Iterable[Revision]) -> list[str]:
    lines: list[str] = []
    for one in revisions:
        fields = [f"    date: {one.date}", f"    kind: {one.kind}"]
        fields += _field("summary", one.summary, 4) + _field("before", one.before, 4)
        lines += _item(fields, 2)
    return ["revisions:", *lines] if lines else []


def _item(fields: list[str], indent: int) -> list[str]:
    """The lines of fields as one item of a list: a hyphen before the first."""
    return [f"{' ' * indent}- {fields[0].lstrip(' ')}", *fields[1:]]


def _extras(extras: Mapping[str, Extra]) -> list[str]:
    lines: list[str] = []
    for key, value in extras.items():
        if isinstance(value, str):
            lines += _field(key, value)
        elif value:
            lines.append(f"{key}: [{', '.join(_in_list(word) for word in value)}]")
    return lines


def _in_list(word: str) -> str:
    # A comma ends a plain value within brackets.
    written = scalar(word)
    return written if written[0] in "\"'" or written.replace("-", "").isalnum() else f'"{written}"'
