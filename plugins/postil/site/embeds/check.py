"""What is wrong with what a page embeds. It follows from what was read, before anything is made."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import TypeAlias

from postil.model.diagnostic import Diagnostic
from postil.model.place import Place
from postil.read.known_passages import Named
from postil.read.words import meant, nearest, shown
from postil.site.embeds.find import Embed, embed_places

NotesBySlug: TypeAlias = Mapping[str, Sequence[Named]]

NAMES = ("note", "explainers", "changes", "open", "contact")
"""What can be embedded."""

MOST = 100
"""How many explainers or changes a page embeds at most."""


def embed_problems(
    embeds: Sequence[Embed], notes: NotesBySlug, source: str, path: str
) -> Iterator[Diagnostic]:
    """The diagnostics of `embeds`, those of a page that is made of the Markdown `source`, a file
    at `path`; `notes` are those of each text by slug."""
    places = embed_places((one.written for one in embeds), source, path)
    for embed, place in zip(embeds, places, strict=True):
        if problem := embed_problem(embed, notes, place):
            yield problem


def embed_problem(embed: Embed, notes: NotesBySlug, place: Place) -> Diagnostic | None:
    """What is wrong with a comment that stands at `place`."""
    if embed.name not in NAMES:
        message = f"{shown(embed.name)} is nothing that a page can embed"
        return Diagnostic("embed-unknown", message, place, meant(embed.name, NAMES))
    if embed.inline:
        message = f"{shown(embed.name)} is embedded in the middle of a paragraph"
        hint = "give the comment a line of its own, with an empty line before and after it"
    else:
        checks = {"note": _note_problem, "open": _nothing, "contact": _nothing}
        check = checks.get(embed.name, _number_problem)
        message, hint = check(embed, notes)
    return Diagnostic("embed-value", message, place, hint) if message else None


def note_named(value: str, notes: NotesBySlug) -> tuple[str, str] | None:
    """The slug of a text and the id of one of its published notes, as `text/note` names them."""
    slug, _, id = value.rpartition("/")
    return (slug, id) if id in _published(notes, slug) else None


def number_named(value: str) -> int | None:
    """How many are asked for; all that a page may embed where no number is given."""
    if not value:
        return MOST
    return int(value) if value.isascii() and value.isdecimal() and 0 < int(value) <= MOST else None


def _published(notes: NotesBySlug, slug: str) -> list[str]:
    return [one.id for one in notes.get(slug, ()) if not one.draft]


def _note_problem(embed: Embed, notes: NotesBySlug) -> tuple[str, str]:
    if note_named(embed.value, notes):
        return "", ""
    slug, _, id = embed.value.rpartition("/")
    if slug not in notes:
        names = [f"{text}/…" for text in notes]
        return f"no text has the note {shown(embed.value)}", (
            meant(slug, notes) if slug else f"write text/note, such as {', '.join(names)}"
        )
    if any(one.id == id for one in notes.get(slug, ())):
        return f"the note {shown(embed.value)} is a draft", "a page can embed it once it is none"
    word = nearest(id, _published(notes, slug))
    hint = f"did you mean “{slug}/{word}”?" if word else ""
    return f"the text {shown(slug)} has no note {shown(id)}", hint


def _number_problem(embed: Embed, notes: NotesBySlug) -> tuple[str, str]:
    del notes
    if number_named(embed.value) is not None:
        return "", ""
    hint = f"write a number from 1 to {MOST}, such as “{embed.name} 5”, or none"
    return f"{shown(embed.value)} is not how many {embed.name} a page can embed", hint


def _nothing(embed: Embed, notes: NotesBySlug) -> tuple[str, str]:
    del notes
    if not embed.value:
        return "", ""
    return f"“{embed.name}” takes nothing more, and {shown(embed.value)} follows it", "leave it out"
