"""Where a page offers the form in which a reader writes a note, and what the form needs of it."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from markupsafe import Markup

from postil.render.context import RenderContext
from postil.render.templates import template


@dataclass(frozen=True, slots=True)
class FormFiles:
    """The addresses of the script that offers the form, of the form, its style sheet and its
    facts."""

    offer: str
    form: str
    style: str
    facts: str

    def at(self, address: Callable[[str], str]) -> FormFiles:
        """These files by the addresses that `address` gives for their paths."""
        return FormFiles(*map(address, (self.offer, self.form, self.style, self.facts)))


def render_form_place(
    files: FormFiles, slug: str, taken: Sequence[str], context: RenderContext
) -> Markup:
    """A place that is hidden until its script fills it, and that script. `taken` are the ids of
    the notes of the text `slug`."""
    html = template("form_place.html").render(
        files=files, slug=slug, taken=taken, words=context.words, language=context.language
    )
    return Markup(html)  # noqa: S704 - the template escapes
