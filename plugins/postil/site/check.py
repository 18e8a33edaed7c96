"""Everything that a build would find, without building."""

from __future__ import annotations

from dataclasses import dataclass, replace
from functools import partial
from pathlib import Path

from postil.model.diagnostic import Diagnostic
from postil.model.library import Library
from postil.model.text import Text
from postil.read.library import read_library_by
from postil.read.pages import read_pages
from postil.read.settings import HostConfig
from postil.site.embeds.check import embed_problems
from postil.site.embeds.find import embeds_in
from postil.site.explain import Explained
from postil.site.markdown import TextRenderer, UnrenderableError, explained, renderer_of
from postil.site.packed import Packed, packed, unpacked
from postil.site.summary import Summary, summarise
from postil.workers import Sharing


@dataclass(frozen=True, slots=True)
class Checked:
    """What was read, the diagnostics of a site, by place, and the counts."""

    library: Library
    diagnostics: tuple[Diagnostic, ...]
    summary: Summary


def check_site(root: Path, host: HostConfig) -> Checked:
    """Reads, renders and anchors every text below `root`, and reads what other pages embed."""
    return check_site_by(map, root, host)


def check_site_by(share: Sharing, root: Path, host: HostConfig) -> Checked:
    """What `check_site` finds; what is done for each text is done by `share`."""
    library = read_library_by(share, root, host.settings)
    renderer = renderer_of(host)
    diagnostics = [*library.diagnostics]
    found: list[Explained] = []
    texts = tuple(library.texts.values())
    for text, one in zip(texts, share(partial(_found, library, renderer), texts), strict=True):
        if isinstance(one, Diagnostic):
            diagnostics.append(one)
        else:
            diagnostics.extend(one.diagnostics)
            found.append(unpacked(one, text, library))
    # The annotations of the others have no place; see `summarise`.
    rest = replace(library, texts={one.explainer.text.slug: one.explainer.text for one in found})
    for path, source in read_pages(root, host.docs_dir):
        embeds = embeds_in(renderer.render(source))
        diagnostics.extend(embed_problems(embeds, library, source, path))
    return Checked(
        library=library,
        diagnostics=tuple(sorted(diagnostics, key=lambda diagnostic: diagnostic.place)),
        summary=summarise(rest, [one.explainer for one in found]),
    )


def _found(library: Library, renderer: TextRenderer, text: Text) -> Packed | Diagnostic:
    """What anchoring finds in a text, or why it cannot be rendered."""
    try:
        return packed(explained(library, renderer, text), library)
    except UnrenderableError as error:
        return Diagnostic("text-unrendered", error.reason, text.place)
