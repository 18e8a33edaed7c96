"""What pages of the host's documents embed."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from pathlib import Path

from postil.model.diagnostic import Diagnostic
from postil.read.pages import find_pages, read_page
from postil.read.settings import HostConfig
from postil.read.signs import UNKNOWN, file_sign, tells
from postil.site.checking.facts import PageFacts
from postil.site.checking.record import Record
from postil.site.embeds.check import NotesBySlug, embed_problem
from postil.site.embeds.find import embed_places, embeds_in


def page_facts(root: Path, host: HostConfig, record: Record, began: int) -> dict[str, PageFacts]:
    """What each page embeds, by its path; `began` is a time before the pages were looked at."""
    facts: dict[str, PageFacts] = {}
    render: Callable[[str], str] | None = None
    for path, file in find_pages(root, host.docs_dir):
        sign = file_sign(file, began)
        before = record.pages.get(path)
        if before and tells(sign) and before.sign == sign:
            facts[path] = before
            continue
        source = read_page(file)
        if source:
            render = render or _render(host)
            embeds = embeds_in(render(source))
            places = embed_places((one.written for one in embeds), source, path)
            facts[path] = PageFacts(sign, tuple(zip(embeds, places, strict=True)))
        else:
            facts[path] = PageFacts(UNKNOWN if source is None else sign, ())
    return facts


def page_problems(facts: Mapping[str, PageFacts], notes: NotesBySlug) -> Iterator[Diagnostic]:
    """What is wrong with what the pages embed, on a site that has these notes."""
    for page in facts.values():
        for embed, place in page.embeds:
            if problem := embed_problem(embed, notes, place):
                yield problem


def _render(host: HostConfig) -> Callable[[str], str]:
    # It takes a while to load.
    from postil.site.markdown import renderer_of

    return renderer_of(host).render
