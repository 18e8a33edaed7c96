"""What is made of one text: its page, the pages of its notes, and its files."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial
from typing import TypeAlias

from postil.mkdocs.files import form_uris
from postil.mkdocs.filling.filled import Filled
from postil.mkdocs.filling.notes import add_notes
from postil.mkdocs.finished import Finished
from postil.mkdocs.pages import SitePages
from postil.model.diagnostic import Diagnostic
from postil.site.crossing_pages import with_crossing
from postil.site.explain import Explained
from postil.site.made import files_of_one, text_files
from postil.site.note_pages import explainer_head
from postil.site.pages import page_of_text
from postil.site.problems import problems_of
from postil.site.searched import searched_explainer, searched_notes
from postil.site.uris import text_uri
from postil.site.whole import Whole, relative

Finish: TypeAlias = Callable[[str, str, str], Finished]
"""Makes a page as it is written, of its content, what belongs into its head, and what a search
reads of it."""


def of_text(
    pages: SitePages,
    whole: Whole,
    explained: Explained,
    problems: Sequence[Diagnostic],
    finish: Finish | None,
) -> Filled:
    """All of it; `finish` makes the page as the theme does, if that can be done here."""
    made, settings, text = Filled(), whole.settings, explained.explainer.text
    uri = text_uri(settings, text)
    file = pages.file(uri)
    if file is None or file.page is None:
        return made
    address = file.page.canonical_url or ""
    page = page_of_text(
        explained,
        whole.library,
        whole.context,
        problems,
        partial(pages.note_address, file, text),
        partial(relative, here=file.url),
        partial(pages.entry_address, file),
        address,
        form_uris() if settings.form else None,
    )
    content, head = with_crossing(page, whole, uri), explainer_head(explained, whole.facts, address)
    notes = "".join(note.html for note in searched_notes(explained))
    if finish:
        made.finished[uri] = finish(content, head, searched_explainer(content, explained, notes))
    else:
        made.content[uri], made.heads[uri], made.searched[text.slug] = content, head, notes
    add_notes(made, pages, whole, explained)
    made.files += text_files(whole, (explained,))
    return made


def part_of(pages: SitePages, whole: Whole, explained: Explained) -> Filled:
    """What a preview has of one text."""
    problems = problems_of(explained, whole.library, whole.settings)
    made = of_text(pages, whole, explained, problems, None)
    made.files += files_of_one(whole, explained)
    return made
