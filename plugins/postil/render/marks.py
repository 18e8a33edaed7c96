"""The marks that stand in the text, and the numbers behind them."""

from __future__ import annotations

from collections.abc import Sequence

from markupsafe import escape

from postil.model.anchor import Status
from postil.model.explainer import AnchoredAnnotation
from postil.render.addresses import Address
from postil.render.context import RenderContext
from postil.render.note import name_of
from postil.render.passages import Passage
from postil.render.spans import Span


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

    def before(self, span: Span) -> str:
        """The start tag of the mark around a span.

        A span of several passages looks like the shortest. A passage is announced where it
        begins, as a mark with its note, and with a mark within for each further note, since a mark
        has the details of one (ARIA 1.2, `aria-details`); where it goes on behind something that
        no mark can stand around, the mark is there for the eye alone.
        """
        inner = _shortest(span)
        noted = list(dict.fromkeys(one.note for one in span.passages))
        classes = ["postil-mark", *self._classes(inner)]
        if len(noted) > 1:
            classes.append("postil-several")
        ids = " ".join(self._annotations[note].annotation.id for note in noted)
        role = [f'aria-details="{escape(id)}"' for id in self._begun(span)]
        first = role[0] if role else 'role="presentation"'
        mark = f'<mark data-postil="{escape(ids)}" class="{escape(" ".join(classes))}" {first}>'
        return mark + "".join(f'<mark data-postil class="postil-also" {one}>' for one in role[1:])

    def after(self, span: Span) -> str:
        """The end tags of the marks around a span."""
        return "</mark>" * max(1, len(self._begun(span)))

    def _begun(self, span: Span) -> list[str]:
        """The ids of the notes whose passage begins with the span, each once."""
        return list(dict.fromkeys(self._ids[one.note].comment for one in span.begun))

    def link(self, span: Span) -> str:
        """The start tag of the link that leads from the words of a span to the shortest note.

        The number behind the passage is the stop for the keyboard; two would be one too many.
        """
        href = escape(self._ids[_shortest(span).note].note)
        return f'<a data-postil class="postil-words" href="#{href}" tabindex="-1">'

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
        name = name_of(annotation, number, self._context)
        return (
            f'<a class="postil-ref postil-kind-{escape(kind.id)}" href="#{escape(ids.note)}" '
            f'id="{escape(ids.references[passage.part])}" role="doc-noteref" '
            f'aria-label="{escape(name)}">{number}</a>'
        )

    def _classes(self, passage: Passage) -> list[str]:
        anchored = self._annotations[passage.note]
        kind = self._context.kind(anchored.annotation.kind)
        classes = [f"postil-kind-{kind.id}", f"postil-line-{kind.line}"]
        if anchored.anchors[passage.part].status is Status.CHANGED:
            classes.append("postil-changed")
        return classes


def _shortest(span: Span) -> Passage:
    return min(span.passages, key=lambda one: (one.end - one.start, one.note))
