"""The marks that stand in the text, and the numbers behind them."""

from __future__ import annotations

from collections.abc import Sequence

from markupsafe import escape

from postil.model.anchor import Status
from postil.model.explainer import AnchoredAnnotation
from postil.render.addresses import Address
from postil.render.context import RenderContext
from postil.render.passages import Passage, Piece
from postil.render.words import say


class Marks:
    """Writes the marks of one page."""

    def __init__(
        self,
        annotations: Sequence[AnchoredAnnotation],
        ids: Sequence[Address],
        context: RenderContext,
    ) -> None:
        self._annotations = annotations
        self._ids = ids
        self._context = context

    def around(self, piece: Piece) -> tuple[str, str]:
        """What stands before and behind the words of a piece.

        A piece of several passages looks like the shortest, and leads to its note. A passage
        announces its note where it begins, and not again in each of its pieces.
        """
        inner = min(piece.passages, key=lambda one: (one.end - one.start, one.note))
        noted = list(dict.fromkeys(one.note for one in piece.passages))
        classes = ["postil-mark", *self._classes(inner)]
        if len(noted) > 1:
            classes.append("postil-several")
        ids = " ".join(self._annotations[note].annotation.id for note in noted)
        details = " ".join(self._ids[one.note].frame for one in piece.begun)
        about = f' aria-details="{escape(details)}"' if details else ""
        before = f'<mark data-postil="{escape(ids)}" class="{escape(" ".join(classes))}"{about}>'
        if piece.element.interactive:
            return before, "</mark>"
        # The number behind the passage is the stop for the keyboard; two would be one too many.
        href = escape(self._ids[inner.note].note)
        link = f'<a data-postil class="postil-words" href="#{href}" tabindex="-1">'
        return f"{before}{link}", "</a></mark>"

    def numbers(self, passages: Sequence[Passage]) -> str:
        """The numbers that stand behind the last words of `passages`."""
        links = ",\u202f".join(self._reference(one) for one in passages)
        language = self._context.language
        # The numbers are named in the words of the interface.
        named = f' lang="{escape(language)}"' if self._context.text_language else ""
        return f'<sup data-postil class="postil-refs"{named} data-search-exclude>{links}</sup>'

    def _reference(self, passage: Passage) -> str:
        annotation, ids = self._annotations[passage.note].annotation, self._ids[passage.note]
        number = passage.note + 1
        kind = self._context.kind(annotation.kind)
        name = say(
            self._context.words,
            "note",
            number=number,
            kind=kind.label,
            title=annotation.title,
        )
        return (
            f'<a class="postil-ref postil-kind-{escape(kind.id)}" href="#{escape(ids.note)}" '
            f'id="{escape(ids.references[passage.part])}" aria-label="{escape(name)}">{number}</a>'
        )

    def _classes(self, passage: Passage) -> list[str]:
        anchored = self._annotations[passage.note]
        kind = self._context.kind(anchored.annotation.kind)
        classes = [f"postil-kind-{kind.id}", f"postil-line-{kind.line}"]
        if anchored.anchors[passage.part].status is Status.CHANGED:
            classes.append("postil-changed")
        return classes
