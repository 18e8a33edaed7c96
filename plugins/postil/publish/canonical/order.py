"""The order of fields: that in which a person fills them in."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field

from postil.model.fields.annotation import ANNOTATION, CITATION, REVISION, TARGET
from postil.model.fields.contributor import CONTRIBUTOR
from postil.model.fields.field import Form, Shape
from postil.model.fields.source import SOURCE


@dataclass(frozen=True, slots=True)
class Order:
    """The fields that stand first and those that stand last in one kind of thing, in order; others
    stay between them as they were. `inner` are the orders of what fields hold. `bare` are the
    fields whose value is looked up, in which no quotation mark has a place, and `blocks` those
    whose value stands below their name."""

    first: tuple[str, ...] = ()
    last: tuple[str, ...] = ()
    inner: dict[str, Order] = field(default_factory=dict)
    bare: frozenset[str] = frozenset()
    blocks: frozenset[str] = frozenset()

    def sorted(self, keys: Iterable[str]) -> list[str]:
        """The keys in order; what only this site knows (`x-…`) stands last of all."""
        given = list(keys)
        ranks = {key: number for number, key in enumerate(self.first)}
        behind = {key: number for number, key in enumerate(self.last)}

        def rank(key: str) -> tuple[int, int]:
            if key in ranks:
                return 0, ranks[key]
            if key in behind:
                return 2, behind[key]
            return (3 if key.startswith("x-") else 1), 0

        return sorted(given, key=rank)


def _bare(shape: Shape) -> frozenset[str]:
    forms = {Form.ID, Form.SOURCE_ID, Form.REFERENCE, Form.WORD}
    return frozenset(
        one.name for one in shape.fields if one.form in forms or (one.alone and one.of != "target")
    )


_TARGET = Order(("section", "exact", "prefix", "suffix", "within"))
_TARGET.inner["within"] = _TARGET
_CITATION = Order(
    ("source", "passage", "target", "locator", "quote", "supports"),
    inner={"target": _TARGET},
    bare=_bare(CITATION),
)
_REVISION = Order(("date", "kind", "summary", "before"), bare=_bare(REVISION))

ANNOTATIONS = Order(
    (
        *("id", "kind", "target", "title", "verdict", "body", "wanted", "citations"),
        *("contributors", "created", "revisions", "draft"),
    ),
    inner={"target": _TARGET, "citations": _CITATION, "revisions": _REVISION},
    bare=_bare(ANNOTATION),
    blocks=frozenset({"body"}),
)
SOURCES = Order(
    ("id", "type", "title"),
    ("archive", "archived", "checked", "copy", "seen", "extent", "excerpt", "remark", "link"),
    bare=frozenset({"id", "type"}),
)
CONTRIBUTORS = Order(("id", "name", "kind", "url", "about"), bare=_bare(CONTRIBUTOR))

SHAPES = {
    ANNOTATION.id: (ANNOTATION, ANNOTATIONS),
    TARGET.id: (TARGET, _TARGET),
    CITATION.id: (CITATION, _CITATION),
    REVISION.id: (REVISION, _REVISION),
    SOURCE.id: (SOURCE, SOURCES),
    CONTRIBUTOR.id: (CONTRIBUTOR, CONTRIBUTORS),
}
"""The tables of fields, each with the order of its fields."""

NAMES = frozenset(name for shape, _ in SHAPES.values() for name in shape.names)
"""The names of all fields of these files."""
