"""The ids of notes, passages and references on a page: each is used once."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import dataclass

from postil.model.explainer import AnchoredAnnotation


@dataclass(frozen=True, slots=True)
class Address:
    """The ids that belong to one note.

    `note` is the address of the note, which is the annotation's own id unless the page uses that
    already. `frame` is the element that opens and closes, `comment` what marks refer to as the
    whole note; `references` lead back to its passages.
    """

    note: str
    frame: str
    comment: str
    references: tuple[str, ...]


def addresses(
    annotations: Sequence[AnchoredAnnotation], taken: Collection[str]
) -> tuple[Address, ...]:
    """The addresses of notes on a page that uses the ids `taken`.

    Annotation ids hold no colon, so that what is derived from them meets none of them.
    """
    used = set(taken)

    def unused(id: str) -> str:
        while id in used:
            id += ":note"
        used.add(id)
        return id

    notes = [unused(one.annotation.id) for one in annotations]
    return tuple(
        Address(
            note,
            unused(f"{note}:frame"),
            unused(f"{note}:comment"),
            tuple(
                unused(f"{note}:ref" if part == 0 else f"{note}:ref:{part + 1}")
                for part in range(len(one.anchors))
            ),
        )
        for note, one in zip(notes, annotations, strict=True)
    )
