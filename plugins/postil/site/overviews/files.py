"""The files for machines that hold what a page about all explainers shows."""

from __future__ import annotations

from markupsafe import Markup

from postil.render.downloads import Download, render_downloads
from postil.site import export_paths as paths
from postil.site.downloads import WEB_ANNOTATION
from postil.site.whole import Whole


def annotation_downloads(whole: Whole, here: str) -> Markup:
    """Those of all annotations, as seen from the page `here`; nothing where a site has none."""
    return _downloads(
        whole,
        here,
        ("Web Annotation", paths.ANNOTATIONS, WEB_ANNOTATION),
        ("CSV", paths.ANNOTATIONS_TABLE, "text/csv"),
    )


def source_downloads(whole: Whole, here: str) -> Markup:
    """Those of all sources."""
    return _downloads(
        whole,
        here,
        ("CSL-JSON", paths.SOURCES_CSL, "application/json"),
        ("BibTeX", paths.SOURCES_BIBTEX, "text/x-bibtex"),
        ("CSV", paths.SOURCES_TABLE, "text/csv"),
    )


def _downloads(whole: Whole, here: str, *files: tuple[str, str, str]) -> Markup:
    if not whole.settings.exports:
        return Markup("")
    context = whole.context
    views = [Download(format, whole.href(path, here), type) for format, path, type in files]
    return render_downloads([(context.words["download"], views)], context)
