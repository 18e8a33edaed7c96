"""The files for machines that hold what a page about all explainers shows, and its feeds."""

from __future__ import annotations

from markupsafe import Markup

from postil.publish import atom, json_feed
from postil.render.downloads import Download, render_downloads
from postil.site import export_paths as paths
from postil.site.downloads import WEB_ANNOTATION
from postil.site.modified import modified
from postil.site.whole import Whole

_ANNOTATIONS = (
    ("Web Annotation", paths.ANNOTATIONS, WEB_ANNOTATION),
    ("CSV", paths.ANNOTATIONS_TABLE, "text/csv"),
)
_SOURCES = (
    ("CSL-JSON", paths.SOURCES_CSL, "application/json"),
    ("BibTeX", paths.SOURCES_BIBTEX, "text/x-bibtex"),
    ("CSV", paths.SOURCES_TABLE, "text/csv"),
)
_FEEDS = zip(("Atom", "JSON Feed"), paths.FEED_ENDINGS, (atom.TYPE, json_feed.TYPE), strict=True)
_FEED_FORMS = tuple(_FEEDS)


def annotation_downloads(whole: Whole, here: str, feed: str = "") -> Markup:
    """Those of all annotations, as seen from the page `here`, and its feed, by the path of that
    without its ending; nothing where a site has none."""
    feeds: tuple[tuple[str, str, str], ...] = ()
    # As in `postil.site.feeds`: without an address or a date there is none.
    if feed and whole.root and any(modified(whole).values()):
        feeds = tuple((form, feed + ending, type) for form, ending, type in _FEED_FORMS)
    return _downloads(whole, here, ("feeds", feeds), ("download", _ANNOTATIONS))


def source_downloads(whole: Whole, here: str) -> Markup:
    """Those of all sources."""
    return _downloads(whole, here, ("download", _SOURCES))


def _downloads(
    whole: Whole, here: str, *groups: tuple[str, tuple[tuple[str, str, str], ...]]
) -> Markup:
    if not whole.settings.exports:
        return Markup("")
    context = whole.context
    shown = [
        (
            context.words[name],
            [Download(form, whole.href(path, here), type) for form, path, type in files],
        )
        for name, files in groups
        if files
    ]
    return render_downloads(shown, context)
