"""The content of the pages that Postil adds to a site."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from functools import partial

from postil.model.diagnostic import Diagnostic
from postil.model.forge import problem_address, suggest_address, view_address
from postil.model.library import Library
from postil.model.settings import Settings
from postil.render.context import RenderContext, no_entry, no_note_address
from postil.render.downloads import render_downloads
from postil.render.form_place import FormFiles, render_form_place
from postil.render.index import Card, Some, render_index
from postil.render.page import render_explainer
from postil.render.problems import render_problems
from postil.render.report import render_report, report_of
from postil.render.scale import translated
from postil.render.words import Words, say, words_for
from postil.site.downloads import downloads
from postil.site.explain import Explained


def explainer_page(
    explained: Explained,
    library: Library,
    settings: Settings,
    problems: Sequence[Diagnostic] = (),
    language: str = "en",
    note_address: Callable[[str], str] = no_note_address,
    file_address: Callable[[str], str] = str,
    entry: Callable[[str, str], str] = no_entry,
    address: str = "",
    form: FormFiles | None = None,
) -> str:
    """The content of an explainer's page, in a language by its tag (BCP 47).

    `problems` are shown above it, in a preview. `note_address` gives the address of a note's page
    by its id, `file_address` that of a file by its path below the root of the site, and `entry`
    that of a source or contributor among all of them (see `RenderContext`). `address` is that of
    the page itself, absolute, or empty where the site does not know it; `form` are the paths of
    what the form for notes needs, None where the page offers none. What it says of other
    texts of the site is filled in by `with_crossing`, when each of them is known.
    """
    site = context_of(library, settings, language)
    return page_of_text(
        explained, library, site, problems, note_address, file_address, entry, address, form
    )


def page_of_text(
    explained: Explained,
    library: Library,
    site: RenderContext,
    problems: Sequence[Diagnostic] = (),
    note_address: Callable[[str], str] = no_note_address,
    file_address: Callable[[str], str] = str,
    entry: Callable[[str, str], str] = no_entry,
    address: str = "",
    form: FormFiles | None = None,
) -> str:
    """The content of an explainer's page, as `explainer_page` makes it; `site` is what rendering
    knows of the whole site, and is made once for all its texts."""
    settings = site.settings
    context = replace(
        site,
        note_address=note_address,
        entry=entry,
        page_url=address,
    )
    text = explained.explainer.text
    report = render_report(context) if report_of(settings) else None
    groups = downloads(settings, text, context.words, file_address) if settings.exports else ()
    taken = tuple(one.id for one in library.annotations.get(text.slug, ()))
    place = render_form_place(form.at(file_address), text.slug, taken, context) if form else None
    shown = groups or report
    files = render_downloads(groups, context, report, place) if shown else place or ""
    page = render_explainer(explained.explainer, explained.html, explained.visible, context, files)
    return render_problems(problems, context) + page


def _problem(settings: Settings, words: Words, title: str, address: str) -> str:
    """Where a problem of the note at `address` is reported."""
    body = say(words, "problem-body", address=address) + "\n"
    return problem_address(settings, say(words, "problem-title", title=title), body, address)


def index_page(
    explained: Sequence[Explained],
    addresses: Mapping[str, str],
    library: Library,
    settings: Settings,
    language: str = "en",
) -> str:
    """The content of the index; `addresses` are those of the explainers by slug, from there."""
    return index_sheet(explained, addresses, context_of(library, settings, language), None)


def index_sheet(
    explained: Sequence[Explained],
    addresses: Mapping[str, str],
    site: RenderContext,
    some: Some | None,
) -> str:
    """The content of the index where it lists `some` of the explainers alone; None if it lists
    all."""
    cards = [Card(one.explainer, addresses[one.explainer.text.slug]) for one in explained]
    return render_index(cards, site, some)


def index_title(settings: Settings, language: str) -> str:
    """The title of the index."""
    return words_for(language, settings.words)["explainers"]


def context_of(library: Library, settings: Settings, language: str) -> RenderContext:
    """What rendering needs to know of a site whose pages and notes are in `language`."""
    words = words_for(language, settings.words)
    return RenderContext(
        settings=translated(settings, words),
        sources=library.sources,
        contributors=library.contributors,
        address=partial(view_address, settings),
        suggest=partial(suggest_address, settings),
        problem=partial(_problem, settings, words),
        language=language,
        words=words,
        style=library.style,
        links=library.links,
        cited=library.cited,
    )
