"""The targets of an annotation: which passages it is about."""

from __future__ import annotations

from postil.model.diagnostic import Diagnostic
from postil.model.fields.annotation import TARGET
from postil.model.target import Target, TextQuote
from postil.read.fields import Fields
from postil.read.nodes import Document, Entries, Node, Scalar
from postil.read.scalars import is_null
from postil.read.words import shown

_ADVICE = "copy the words of the passage from the text"


def read_targets(owner: Fields) -> tuple[Target, ...]:
    """The passages that `target` of an annotation names, in order; wrong ones are left out."""
    problems = len(owner.problems)
    targets = [
        target
        for node in owner.items("target")
        if (target := read_target(owner.document, node, owner.problems))
    ]
    if not targets and len(owner.problems) == problems:
        if "target" in owner.entries:
            owner.report("target-empty", "“target” is empty", owner.key_place("target"), _ADVICE)
        else:
            owner.required("target", None)
    return tuple(targets)


def read_target(document: Document, node: Node, problems: list[Diagnostic]) -> Target | None:
    """One target: its words alone, or a list of its fields."""
    place = document.place(node)
    if isinstance(node, Scalar):
        # The short form reads like a field of that name, so that the same traps are found.
        node = Entries({"exact": (node, node)}, node.line, node.column)
    if not isinstance(node, Entries):
        problems.append(
            Diagnostic("field-type", "a list stands where a target should", place, _ADVICE)
        )
        return None
    before = len(problems)
    fields = Fields(document, node, TARGET, problems)
    exact, section = fields.text("exact"), fields.word("section")
    prefix, suffix = (_context(fields, key) for key in ("prefix", "suffix"))
    within_node = fields.get("within")
    within = read_target(document, within_node, problems) if within_node else None
    if within_node and not within:
        return None
    values = {"exact": exact, "prefix": prefix, "suffix": suffix, "within": within}
    # What says more of the words, and nothing without them.
    beside = any(values[field.name] for field in TARGET.fields if field.beside)
    if not exact and len(problems) == before:
        if "exact" in node.entries:
            at = fields.key_place("exact")
            fields.report("target-empty", "a target has no words: “exact” is empty", at, _ADVICE)
        elif beside or not section:
            given = " and ".join(shown(key) for key in node.entries)
            message = f"a target has only {given}" if given else "a target has no words"
            fields.report("target-empty", message, place, f"add “exact”: {_ADVICE}")
    if not exact and (not section or beside or "exact" in node.entries):
        return None
    quote = TextQuote(exact, prefix, suffix) if exact else None
    return Target(place, quote, section, within)


def _context(fields: Fields, key: str) -> str:
    # White space at its ends is kept: it is part of what stands before or after the passage.
    node = fields.get(key)
    return "" if node is None or is_null(node) else fields.words(node, key)
