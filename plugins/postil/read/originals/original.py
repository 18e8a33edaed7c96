"""What is taken from a document of another program."""

from __future__ import annotations

from dataclasses import dataclass


class OriginalError(Exception):
    """A document cannot be taken; the message says why, as the end of a sentence."""


@dataclass(frozen=True, slots=True)
class Original:
    """A document, as HTML of the few elements that a text needs, or as Markdown.

    Exactly one of `html` and `markdown` holds it. `title` and `language` are what the document says
    of itself, or empty. `remarks` are for the person who took it: what was left out and why.
    """

    html: str = ""
    markdown: str = ""
    title: str = ""
    language: str = ""
    remarks: tuple[str, ...] = ()
