"""Where the files for machines stand, below the root of the site.

Those of an explainer have its slug in their name, so that they can be told apart when they are
saved; those of a note stand beside its page.
"""

from __future__ import annotations

from postil.model.settings import Settings
from postil.publish.schema import VERSION, file_name

FOLDER = "exports"
"""The files of the whole site."""

ANNOTATIONS = f"{FOLDER}/annotations.jsonld"
"""The collection of all annotations (W3C Web Annotation)."""
ANNOTATIONS_TABLE = f"{FOLDER}/annotations.csv"
SOURCES_CSL = f"{FOLDER}/sources.json"
SOURCES_BIBTEX = f"{FOLDER}/sources.bib"
SOURCES_TABLE = f"{FOLDER}/sources.csv"
VOCABULARY = f"{FOLDER}/vocabulary.jsonld"
"""What the terms of the annotations mean that are Postil's own."""

SITE_EXPORTS: tuple[tuple[str, str], ...] = (
    ("Web Annotation", ANNOTATIONS),
    ("CSV", ANNOTATIONS_TABLE),
    ("CSL-JSON", SOURCES_CSL),
    ("BibTeX", SOURCES_BIBTEX),
    ("CSV", SOURCES_TABLE),
)
"""The formats and files of the whole site, for a page to link to: two of the annotations, then
three of the sources."""


def schema(name: str) -> str:
    """The JSON Schema of one kind of file. Its address does not change while what is right under it
    stays right."""
    return f"schemas/{VERSION}/{file_name(name)}"


def note_annotation(settings: Settings, slug: str, id: str) -> str:
    """The Web Annotation of one note."""
    return f"{settings.path}/{slug}/notes/{id}.jsonld"


def text_annotations(settings: Settings, slug: str) -> str:
    """The Web Annotations of one text: a page of the collection of the site."""
    return _of_text(settings, slug, ".jsonld")


def text_table(settings: Settings, slug: str) -> str:
    """The annotations of one text as a table."""
    return _of_text(settings, slug, ".csv")


def text_csl(settings: Settings, slug: str) -> str:
    """The sources that the notes of one text cite, as CSL-JSON."""
    return _of_text(settings, slug, "-sources.json")


def text_bibtex(settings: Settings, slug: str) -> str:
    """The sources that the notes of one text cite, as BibTeX."""
    return _of_text(settings, slug, "-sources.bib")


def text_sources_table(settings: Settings, slug: str) -> str:
    """The sources that the notes of one text cite, as a table."""
    return _of_text(settings, slug, "-sources.csv")


def text_plain(settings: Settings, slug: str) -> str:
    """The plain-text edition of one text and its notes."""
    return _of_text(settings, slug, ".txt")


def text_markdown(settings: Settings, slug: str) -> str:
    """The Markdown edition of one text and its notes."""
    return _of_text(settings, slug, ".md")


CHANGES_FEED = f"{FOLDER}/changes"
CORRECTIONS_FEED = f"{FOLDER}/corrections"
"""The feeds of the site, without their ending."""
FEED_ENDINGS = (".xml", "-feed.json")
"""Of Atom, which every server calls XML by this ending, and of JSON Feed."""


def text_feed(settings: Settings, slug: str) -> str:
    """The feed of one text, without its ending."""
    return _of_text(settings, slug, "-changes")


def _of_text(settings: Settings, slug: str, ending: str) -> str:
    return f"{settings.path}/{slug}/{slug}{ending}"
