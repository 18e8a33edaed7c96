"""Everything that a build would find, without building."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from postil.model.diagnostic import Diagnostic
from postil.model.library import Library
from postil.read.library import read_library
from postil.read.pages import read_pages
from postil.read.settings import HostConfig
from postil.site.embeds.check import embed_problems
from postil.site.embeds.find import embeds_in
from postil.site.explain import explain
from postil.site.markdown import TextRenderer
from postil.site.summary import Summary, summarise


@dataclass(frozen=True, slots=True)
class Checked:
    """What was read, the diagnostics of a site, by place, and the counts."""

    library: Library
    diagnostics: tuple[Diagnostic, ...]
    summary: Summary


def check_site(root: Path, host: HostConfig) -> Checked:
    """Reads, renders and anchors every text below `root`, and reads what other pages embed."""
    library = read_library(root, host.settings)
    renderer = TextRenderer(host.markdown_extensions, host.extension_configs)
    explained = [
        explain(library, text, renderer.render(text.markdown)) for text in library.texts.values()
    ]
    diagnostics = [*library.diagnostics]
    for one in explained:
        diagnostics.extend(one.diagnostics)
    for path, source in read_pages(root, host.docs_dir):
        embeds = embeds_in(renderer.render(source))
        diagnostics.extend(embed_problems(embeds, library, source, path))
    return Checked(
        library=library,
        diagnostics=tuple(sorted(diagnostics, key=lambda diagnostic: diagnostic.place)),
        summary=summarise(library, [one.explainer for one in explained]),
    )
