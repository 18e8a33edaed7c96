"""The picture of each page for where it is shared: what it says, and where it stands."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from functools import partial
from types import MappingProxyType

from postil.model.explainer import AnchoredAnnotation
from postil.render.cards.card import SocialCard, described, legible
from postil.render.context import RenderContext
from postil.render.evidence import weigh
from postil.render.header import kind_of_text, tally
from postil.render.note import tone
from postil.site.explain import Explained
from postil.site.uris import note_uri, text_uri
from postil.site.whole import Whole

FOLDER = "cards"
MOST_NOTES = 2_000
"""Notes of a site up to which each has a picture of its own, unless the site says otherwise: they
take a hundredth of a second each at the first build, and 14 KB."""


@dataclass(frozen=True, slots=True)
class Picture:
    """A social card, its path below the root of the site, and what is on it in words."""

    path: str
    card: SocialCard
    alt: str


def pictures(whole: Whole) -> Mapping[str, Picture]:
    """The picture of each page by its uri; several pages may have the same.

    A site that does not know its address has none: where a page is shared, its picture is asked for
    by its whole address.
    """
    return whole.once("pictures", partial(_pictures, whole))


def explained_uris(whole: Whole) -> frozenset[str]:
    """The pages of texts and notes."""
    return whole.once("explained uris", lambda: frozenset(_explained_uris(whole)))


def explained_uris_again(whole: Whole, one: Explained, before: Whole) -> frozenset[str]:
    """What `explained_uris` gives after an edit of one text, from the site `before` it."""
    old = _uris_of(before, before.by_slug[one.explainer.text.slug])
    return (explained_uris(before) - frozenset(old)).union(_uris_of(whole, one))


def _explained_uris(whole: Whole) -> Iterator[str]:
    for one in whole.explained:
        yield from _uris_of(whole, one)


def _uris_of(whole: Whole, one: Explained) -> Iterator[str]:
    yield text_uri(whole.settings, one.explainer.text)
    yield from _note_uris(whole, one)


def _pictures(whole: Whole) -> Mapping[str, Picture]:
    if not _wanted(whole):
        return MappingProxyType({})
    cards = dict(_cards(whole, whole.context))
    found = dict(_drawn(whole, whole.urls, cards))
    for one in whole.explained:
        found.update(_shared(whole, one, found))
    return MappingProxyType(found)


def pictures_again(
    whole: Whole, one: Explained, before: Mapping[str, Picture]
) -> Mapping[str, Picture]:
    """What `pictures` gives after an edit of one text, from what it gave `before`."""
    if not _wanted(whole):
        return before
    cards = dict(_cards_of(whole, one, whole.context))
    found = {**before, **dict(_drawn(whole, cards, cards))}
    return MappingProxyType({**found, **dict(_shared(whole, one, found))})


def _wanted(whole: Whole) -> bool:
    return whole.settings.cards != "none" and bool(whole.root)


def _drawn(
    whole: Whole, uris: Iterable[str], cards: Mapping[str, SocialCard]
) -> Iterator[tuple[str, Picture]]:
    for uri in uris:
        card = legible(cards[uri]) if uri in cards and uri in whole.urls else None
        if card is not None:
            path = f"{FOLDER}/{uri.removesuffix('.md')}.png"
            yield uri, Picture(path, card, described(card, whole.context.words))


def _shared(
    whole: Whole, one: Explained, found: Mapping[str, Picture]
) -> Iterator[tuple[str, Picture]]:
    """The picture of a text for its notes, where they have none of their own."""
    of_text = text_uri(whole.settings, one.explainer.text)
    if of_text in found and not _notes_too(whole):
        yield from ((uri, found[of_text]) for uri in _note_uris(whole, one))


def _notes_too(whole: Whole) -> bool:
    if whole.settings.cards != "auto":
        return whole.settings.cards == "all"
    count = whole.once(
        "notes", lambda: sum(len(one.explainer.annotations) for one in whole.explained)
    )
    return count <= MOST_NOTES


def _cards(whole: Whole, context: RenderContext) -> Iterator[tuple[str, SocialCard]]:
    """The cards of pages by their uris, those of texts and notes last: their titles stand here."""
    facts = whole.facts
    plain = SocialCard("", "", direction=context.words["direction"], language=facts.language)
    for uri, page in whole.pages.items():
        if whole.is_home(uri):
            yield uri, replace(plain, title=facts.name, context=facts.description)
        elif uri not in explained_uris(whole):
            yield uri, replace(plain, title=page.title, site=facts.name)
    for one in whole.explained:
        yield from _cards_of(whole, one, context)


def _cards_of(
    whole: Whole, one: Explained, context: RenderContext
) -> Iterator[tuple[str, SocialCard]]:
    yield text_uri(whole.settings, one.explainer.text), _text_card(whole, one, context)
    if _notes_too(whole):
        for uri, note in zip(_note_uris(whole, one), one.explainer.annotations, strict=True):
            yield uri, _note_card(whole, one, note, context)


def _note_uris(whole: Whole, one: Explained) -> Iterator[str]:
    for note in one.explainer.annotations:
        yield note_uri(whole.settings, one.explainer.text, note.annotation.id)


def _text_card(whole: Whole, one: Explained, context: RenderContext) -> SocialCard:
    text, words = one.explainer.text, context.words
    evidence = weigh(one.explainer.annotations, context)
    return SocialCard(
        text.title,
        whole.facts.name,
        kicker=f"{words['annotated']} · {kind_of_text(text.provenance, words)}",
        context=tally(evidence.total, evidence.sources, evidence.checked, words),
        bar=tuple((_tone(share.tone), share.count) for share in evidence.shares),
        direction=words["direction"],
        language=whole.facts.language,
    )


def _note_card(
    whole: Whole, one: Explained, note: AnchoredAnnotation, context: RenderContext
) -> SocialCard:
    """The finding leads: the verdict, or what kind of note it is, and its title."""
    verdict = context.verdict(note.annotation.verdict)
    kicker = verdict.label if verdict else context.kind(note.annotation.kind).label
    return SocialCard(
        note.annotation.title,
        whole.facts.name,
        kicker=kicker,
        tone=_tone(tone(verdict)),
        context=one.explainer.text.title,
        direction=context.words["direction"],
        language=whole.facts.language,
    )


def _tone(name: str) -> str:
    return name.removeprefix("postil-tone-")
