"""The files beside an explainer, named at its end for those who want them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from markupsafe import Markup

from postil.render.context import RenderContext
from postil.render.templates import template


@dataclass(frozen=True, slots=True)
class Download:
    """A file: the name of its format, its address as seen from the page, and its media type.
    `label` says what it is of where the name of the format does not."""

    format: str
    href: str
    type: str
    label: str = ""


def render_downloads(
    groups: Sequence[tuple[str, Sequence[Download]]],
    context: RenderContext,
    report: Markup | None = None,
    place: Markup | None = None,
) -> Markup:
    """Lines of files, each group with its words before it, below where to report an error and the
    `place` where the form for notes is offered."""
    html = template("downloads.html").render(
        groups=groups,
        report=report,
        place=place,
        words=context.words,
        language=context.language,
    )
    return Markup(html)  # noqa: S704 - the template escapes
