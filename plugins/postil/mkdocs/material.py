"""What Material's own pages lack, mended in what it wrote.

Its templates are not copied and changed: a copy would stay behind at the next version. Where
Material mends one of these itself, or another theme is used, nothing is found and nothing changes.
"""

from __future__ import annotations

import re

_SEARCH = re.compile(
    r'(<div class="md-search"[^>]*\srole="dialog")(>.*?<input[^>]*\saria-label=("[^"]*"))',
    re.DOTALL,
)
_TOGGLE = re.compile(r'(<input class="md-(?:toggle|nav__toggle)[^>]*?) autocomplete="off"')
_LABEL = re.compile(r'(<label class="md-nav__[^>]*?) tabindex=""')
_CONTENTS = re.compile(r'(<label class="md-nav__title") for="__toc"')


def mended(page: str) -> str:
    """A page in which the search dialog has a name (WCAG 2.2, 4.1.2), and attributes that the
    HTML standard does not allow where they stand are gone."""
    page = _SEARCH.sub(r"\1 aria-label=\3\2", page, count=1)
    # The switch that the label is for stands in the navigation, where not every page has an entry.
    if 'id="__toc"' not in page:
        page = _CONTENTS.sub(r"\1", page)
    return _LABEL.sub(r"\1", _TOGGLE.sub(r"\1", page))
