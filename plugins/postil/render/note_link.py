"""A note as another page names it, with the way to it and to its passage."""

from __future__ import annotations

from dataclasses import dataclass

from postil.model.anchor import Anchor, Status
from postil.model.explainer import AnchoredAnnotation
from postil.model.scale import Kind, Verdict
from postil.model.text import Text
from postil.render.addresses import Address
from postil.render.context import RenderContext
from postil.render.head import shortened
from postil.render.note import named, tone
from postil.render.visible import VisibleText

# Characters of a passage on a page that lists many.
_WORDS = 240


@dataclass(frozen=True, slots=True)
class TextLink:
    """A text, its page as seen from another, the language of its words where it is not that of the
    page, and whether it is under examination."""

    slug: str
    title: str
    href: str
    language: str
    examined: bool


@dataclass(frozen=True, slots=True)
class NoteLink:
    """A note, and its first passage: `href` leads to the note in its text, `passage_href` to the
    passage. `passage` is as the text has it, or as the note names it where it has no place;
    `missing` then says why, and there is no address."""

    id: str
    number: int
    title: str
    kind: Kind
    verdict: Verdict | None
    tone: str
    text: TextLink
    href: str
    passage: str
    passage_href: str
    missing: str = ""


def link_text(text: Text, href: str, language: str) -> TextLink:
    """A text whose page stands at `href`, for a page in `language`."""
    provenance = text.provenance
    own = "" if provenance.language == language else provenance.language
    return TextLink(text.slug, text.title, href, own, provenance.relation == "examined")


def link_note(
    anchored: AnchoredAnnotation,
    number: int,
    ids: Address,
    visible: VisibleText,
    text: TextLink,
    context: RenderContext,
) -> NoteLink:
    """Note `number` (from 1) of a text; `ids` are its ids on the page of the text."""
    annotation = anchored.annotation
    verdict = context.verdict(annotation.verdict)
    placed = [(part, anchor) for part, anchor in enumerate(anchored.anchors) if anchor.placed]
    if placed:
        part, anchor = placed[0]
        passage = visible.text[anchor.start : anchor.end]
        passage_href, missing = f"{text.href}#{ids.references[part]}", ""
    else:
        passage = named(annotation.targets[0], context)
        passage_href, missing = "", _why(anchored.anchors, context)
    return NoteLink(
        id=annotation.id,
        number=number,
        title=annotation.title,
        kind=context.kind(annotation.kind),
        verdict=verdict,
        tone=tone(verdict),
        text=text,
        href=f"{text.href}#{ids.note}",
        passage=shortened(passage, _WORDS),
        passage_href=passage_href,
        missing=missing,
    )


def _why(anchors: tuple[Anchor, ...], context: RenderContext) -> str:
    ambiguous = any(anchor.status is Status.AMBIGUOUS for anchor in anchors)
    return context.words["ambiguous" if ambiguous else "lost"]
