"""Extensions that come with Python-Markdown."""

from __future__ import annotations

_NAMES = (
    "abbr admonition attr_list codehilite def_list extra fenced_code footnotes legacy_attrs"
    " legacy_em md_in_html meta nl2br sane_lists smarty tables toc wikilinks"
)

PYTHON_MARKDOWN = frozenset(_NAMES.split())
"""Their names, each also that of its module in `markdown.extensions`."""
