"""What is done last to pages: their heads are completed, what the theme lacks is mended, and the
policy gets its place."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

from postil.mkdocs.build import Build
from postil.mkdocs.hosted import OwnPage
from postil.mkdocs.material import mended
from postil.mkdocs.site_search import SiteSearch

if TYPE_CHECKING:
    from mkdocs.structure.pages import Page


def complete(build: Build, page: Page, output: str) -> str:
    """Says in the head of a page what it looks like when it is shared, and mends the rest."""
    if isinstance(page, OwnPage) and page.finished:
        return output
    head = build.assembled.head(page.file.src_uri) if build.assembled else ""
    return completed(build.search, page, output, head)


def completed(search: SiteSearch, page: Page, output: str, head: str) -> str:
    """A page with what belongs into its head."""
    output = search.box(output, page.file.url)
    return mended(output.replace("</head>", f"{head}</head>", 1) if head else output)


def complete_template(build: Build, name: str, output: str) -> str:
    """Mends the page for addresses that do not exist."""
    if not name.endswith(".html"):
        return output
    return mended(build.search.box(output, build.search.root))


def restrict(build: Build, page: Page, output: str) -> str:
    """Makes place for the policy in a page."""
    if build.policies is None:
        return output
    uri = page.file.src_uri
    ours = build.pages.owns(uri) or (build.assembled is not None and build.assembled.adds_to(uri))
    found = page.finished.inline if isinstance(page, OwnPage) and page.finished else None
    return build.policies.page(output, Path(page.file.abs_dest_path), not ours, found)


def restrict_template(build: Build, name: str, output: str) -> str:
    """Makes place for the policy in a page that is no document."""
    if build.policies is None or not name.endswith(".html"):
        return output
    return build.policies.page(output, Path(build.config.site_dir, name), own=True)


def finish(build: Build) -> Iterator[str]:
    """Writes the policy, known when all pages are, and the pages of notes; yields what the policy
    keeps from running."""
    notes = build.assembled.notes if build.assembled else None
    if notes is not None:
        notes.prepare()
    if build.policies is not None:
        yield from build.policies.finish(build.config)
    if notes is not None:
        notes.write(build.machine.share, build.policies.said if build.policies else str)
