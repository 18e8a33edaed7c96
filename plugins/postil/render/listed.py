"""What lists about all explainers say of each note, without a template (see `inside`): it is most
of what stands in them."""

from __future__ import annotations

from markupsafe import Markup, escape

from postil.render.note_link import NoteLink, TextLink
from postil.render.words import Words


def linked_note(note: NoteLink, words: Words) -> Markup:
    """The number of a note and its title, which leads to it."""
    kind = f"postil-kind-{escape(note.kind.id)} postil-line-{escape(note.kind.line)}"
    number = f'<span class="postil-no postil-sample {kind}">{words.digits(note.number)}</span>'
    title = words.isolate(note.title)
    return Markup(f'{number} <a href="{escape(note.href)}">{title}</a>')  # noqa: S704 - escaped


def linked_text(text: TextLink, words: Words) -> Markup:
    """The title of a text, which leads to it."""
    title = words.isolate(text.title)
    return Markup(f'<a href="{escape(text.href)}">{title}</a>')  # noqa: S704 - escaped


def linked_passage(note: NoteLink, words: Words) -> Markup:
    """The words that a note is about, which lead to their place, or why they have none.

    The words of a text under examination are not offered to search engines as the site's own.
    """
    quoted = f"<q>{words.isolate(note.passage, note.text.language)}</q>"
    if note.passage_href:
        said = f'<a href="{escape(note.passage_href)}">{quoted}</a>'
    else:
        said = f"{escape(note.missing)} {quoted}"
    examined = " data-nosnippet" if note.text.examined else ""
    return Markup(f'<p class="postil-said"{examined}>{said}</p>')  # noqa: S704 - escaped
