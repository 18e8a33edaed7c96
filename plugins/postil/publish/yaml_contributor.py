"""Contributors as items of their YAML list."""

from __future__ import annotations

from collections.abc import Iterable

from postil.model.contributor import Contributor
from postil.publish.yaml_scalar import identifier, prose, scalar


def contributors_yaml(contributors: Iterable[Contributor]) -> str:
    """The items of the list, with an empty line between two; empty where there are none."""
    return "\n".join(_item(one) for one in contributors)


def _item(one: Contributor) -> str:
    lines = [f"- id: {identifier(one.id)}", f"  name: {prose(one.name, 4)}", f"  kind: {one.kind}"]
    if one.url:
        lines.append(f"  url: {scalar(one.url)}")
    if one.about:
        lines.append(f"  about: {prose(one.about, 4)}")
    return "\n".join(lines) + "\n"
