"""Plain text as an original."""

from __future__ import annotations

import re

from markupsafe import escape


def paragraphs(text: str, breaks: bool) -> str:
    """Plain text as HTML: an empty line ends a paragraph. With `breaks`, a line ends a line."""
    joint = "<br>" if breaks else "\n"
    return "\n".join(
        f"<p>{joint.join(str(escape(line.strip())) for line in part.splitlines())}</p>"
        for part in re.split(r"\n[^\S\n]*\n\s*", text.strip())
        if part.strip()
    )
