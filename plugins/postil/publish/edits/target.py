"""Another target in place of one in a file."""

from __future__ import annotations

from dataclasses import replace

from postil.model.target import Target
from postil.publish.edits.fields import with_field, with_fields_for_value, with_value
from postil.publish.edits.paths import Path, node_at
from postil.publish.edits.source import EditError, YamlSource
from postil.read.nodes import Entries, Scalar

_KEYS = ("exact", "prefix", "suffix")


def only_words(source: YamlSource, path: Path, before: Target, after: Target) -> Path | None:
    """The path of the one value to replace where the target `after` has other words than the one
    at a path, and nothing else is different; None where more is."""
    if before.quote is None or after.quote is None:
        return None
    if replace(before, quote=replace(before.quote, exact=after.quote.exact)) != after:
        return None
    return path if isinstance(node_at(source.document.root, path), Scalar) else (*path, "exact")


def with_target(source: YamlSource, path: Path, before: Target, after: Target) -> YamlSource:
    """The file with the target `after` at the path of `before`: words that are others are
    replaced, those that are new are added, and none are taken away.

    Raises EditError where that cannot be done for certain.
    """
    if (before.section, before.quote is None) != (after.section, after.quote is None):
        raise EditError("its target would become one of another form")
    if before.within and after.within:
        source = with_target(source, (*path, "within"), before.within, after.within)
    if not before.quote or not after.quote:
        return source
    old = {key: getattr(before.quote, key) for key in _KEYS}
    new = {key: getattr(after.quote, key) for key in _KEYS}
    changes = {key: new[key] for key in _KEYS if new[key] and new[key] != old[key]}
    alone = isinstance(node_at(source.document.root, path), Scalar)
    if alone and changes.keys() - {"exact"}:
        source, alone = with_fields_for_value(source, path, "exact"), False
    last = "exact"
    for key in _KEYS:
        node = node_at(source.document.root, path)
        stands = isinstance(node, Entries) and key in node.entries
        if key in changes and (alone or stands):
            source = with_value(source, path if alone else (*path, key), changes[key])
        elif key in changes:
            source = with_field(source, path, last, key, changes[key])
        if key in changes or stands:
            last = key
    return source
