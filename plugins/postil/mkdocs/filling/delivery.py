"""What goes into files as soon as it is made."""

from __future__ import annotations

import os
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from postil.mkdocs.filling.filled import Filled
from postil.site.overviews.where import entry_ids

if TYPE_CHECKING:
    from mkdocs.config.defaults import MkDocsConfig
    from mkdocs.structure.files import Files


def deliver(
    config: MkDocsConfig, files: Files, put: Callable[[bytes, str], None], *, lean: bool = False
) -> Callable[[Filled], Filled]:
    """What writes the finished pages and the files of a part into the site by `put`, and leaves
    the rest; a file that a person wrote stands. Where it is to be `lean`, nobody asks for the
    content of finished pages."""
    taken, site = frozenset(files.src_uris), f"{Path(config.site_dir)}{os.sep}"
    paths = {file.src_uri: file.abs_dest_path for file in files.documentation_pages()}

    def write(made: Filled) -> Filled:
        for uri, page in made.finished.items():
            put(page.html.encode("utf-8", "xmlcharrefreplace"), paths[uri])
        for file in made.files:
            if file.path not in taken:
                content = file.content
                put(
                    content if isinstance(content, bytes) else content.encode(),
                    f"{site}{file.path.replace('/', os.sep)}",
                )
        finished = {uri: replace(one, html="") for uri, one in made.finished.items()}
        rest = replace(made, finished=finished, files=[])
        if lean:
            rest.ids = {
                uri: entry_ids(made.content[uri]) for uri in finished if uri in made.content
            }
            rest.content = {uri: one for uri, one in made.content.items() if uri not in rest.ids}
        return rest

    return write
