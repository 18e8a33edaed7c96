"""The annotations that a site has already, as an import meets them."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

from postil.model.annotation import Annotation
from postil.model.place import Place
from postil.model.target import Target
from postil.read import limits
from postil.read.files import read_text
from postil.read.folders import find_annotations
from postil.read.nodes import Entries, Items, Scalar
from postil.read.yaml_nodes import compose

_PLACE = Place("")


def without_places(annotation: Annotation) -> Annotation:
    """What an annotation says, wherever it stands; for telling whether two are the same."""
    return replace(
        annotation,
        place=_PLACE,
        body_place=_PLACE,
        targets=tuple(map(_target, annotation.targets)),
        citations=tuple(replace(one, place=_PLACE) for one in annotation.citations),
        cited_passages=tuple(
            replace(one, place=_PLACE, target=_target(one.target) if one.target else None)
            for one in annotation.cited_passages
        ),
        revisions=tuple(replace(one, place=_PLACE) for one in annotation.revisions),
    )


def _target(target: Target) -> Target:
    within = _target(target.within) if target.within else None
    return replace(target, place=_PLACE, within=within)


def origins(root: Path, folder: str, key: str) -> dict[tuple[str, str], str]:
    """The ids that stand in the files of annotations, by slug and id, and what their field `key`
    says, which is empty where there is none.

    Files that cannot be read are left out; `read_library` has said so.
    """
    found: dict[tuple[str, str], str] = {}
    if not (root / folder).is_dir():
        return found
    files, _, _ = find_annotations(root / folder, root, [])
    for one in files:
        text, _ = read_text(one.file, one.path, limits.YAML_BYTES, yaml=True)
        document, _ = compose(text, one.path, text.split("\n")) if text else (None, [])
        node = document.root if document else None
        for item in node.items if isinstance(node, Items) else [node]:
            if isinstance(item, Entries):
                id = _words(item, "id")
                found[one.slug, id] = _words(item, key)
    return found


def _words(node: Entries, key: str) -> str:
    entry = node.entries.get(key)
    return entry[1].value.strip() if entry and isinstance(entry[1], Scalar) else ""
