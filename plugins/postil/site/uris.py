"""The names of pages among the host's source files, from which it makes their addresses."""

from __future__ import annotations

from postil.model.settings import Settings
from postil.model.text import Text


def text_uri(settings: Settings, text: Text) -> str:
    """The page of a text.

    A text that is a folder keeps it, so that its pictures stay where its Markdown says.
    """
    name = f"{text.slug}/index.md" if text.place.path.endswith("/index.md") else f"{text.slug}.md"
    return f"{settings.path}/{name}"


def note_uri(settings: Settings, text: Text, id: str) -> str:
    """The page of the note `id` of a text."""
    return note_uri_of(settings, text.slug, id)


def note_uri_of(settings: Settings, slug: str, id: str) -> str:
    """The page of the note `id` of the text of that slug."""
    return f"{settings.path}/{slug}/notes/{id}.md"


def index_uri(settings: Settings) -> str:
    """The page that lists all explainers."""
    return f"{settings.path}/index.md"
