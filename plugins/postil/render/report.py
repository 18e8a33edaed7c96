"""Where readers report an error."""

from __future__ import annotations

from dataclasses import dataclass

from markupsafe import Markup

from postil.model.forge import report_address
from postil.model.settings import Settings
from postil.render.context import RenderContext
from postil.render.links import safe_link
from postil.render.templates import template


@dataclass(frozen=True, slots=True)
class Report:
    """An address for reports of errors, and how it is shown: without its scheme, so that it can
    be read, copied and typed."""

    href: str
    shown: str


def report_of(settings: Settings) -> Report | None:
    """Where readers of the site report an error; None if it names no address."""
    href = safe_link(report_address(settings))
    shown = href.removeprefix("mailto:").partition("?")[0] if href.startswith("mailto:") else href
    return Report(href, shown.partition("://")[2] or shown) if href else None


def render_report(context: RenderContext) -> Markup:
    """A line that says where to report an error, or that the site names no address for that."""
    html = template("report.html").render(
        report=report_of(context.settings), words=context.words, language=context.language
    )
    return Markup(html)  # noqa: S704 - the template escapes
