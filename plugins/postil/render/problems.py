"""What is wrong with a text or its notes, shown on its page in the preview."""

from __future__ import annotations

from collections.abc import Sequence
from html import escape

from postil.model.diagnostic import Diagnostic
from postil.render.context import RenderContext


def render_problems(problems: Sequence[Diagnostic], context: RenderContext) -> str:
    """A box with one line a problem, each with a link to its line where the site has one."""
    if not problems:
        return ""
    lines = "".join(f"<li>{_line(problem, context)}</li>" for problem in problems)
    return (
        '<div class="postil-problems" role="note" data-postil>'
        f"<p>{escape(context.words['problems'])}</p>"
        # Diagnostics are in English, whatever the language of the site.
        f'<ul lang="en" dir="ltr">{lines}</ul></div>'
    )


def _line(problem: Diagnostic, context: RenderContext) -> str:
    place = escape(str(problem.place))
    if address := context.address(problem.place):
        place = f'<a href="{escape(address)}">{place}</a>'
    hint = f" ({escape(problem.hint)})" if problem.hint else ""
    return f"{place}: {escape(problem.message)}{hint}"
