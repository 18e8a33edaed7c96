"""The vocabulary of CSL data, version 1.0.2.

https://github.com/citation-style-language/schema, `csl-data.json`.
"""

from __future__ import annotations

TYPES = (
    *("article", "article-journal", "article-magazine", "article-newspaper", "bill", "book"),
    *("broadcast", "chapter", "classic", "collection", "dataset", "document", "entry"),
    *("entry-dictionary", "entry-encyclopedia", "event", "figure", "graphic", "hearing"),
    *("interview", "legal_case", "legislation", "manuscript", "map", "motion_picture"),
    *("musical_score", "pamphlet", "paper-conference", "patent", "performance", "periodical"),
    *("personal_communication", "post", "post-weblog", "regulation", "report", "review"),
    *("review-book", "software", "song", "speech", "standard", "thesis", "treaty", "webpage"),
)

NAMES = (
    *("author", "chair", "collection-editor", "compiler", "composer", "container-author"),
    *("contributor", "curator", "director", "editor", "editorial-director"),
    *("executive-producer", "guest", "host", "interviewer", "illustrator", "narrator"),
    *("organizer", "original-author", "performer", "producer", "recipient", "reviewed-author"),
    *("script-writer", "series-creator", "translator"),
)
"""Fields that hold lists of names."""

NAME_PARTS = (
    *("family", "given", "literal", "suffix", "dropping-particle", "non-dropping-particle"),
    *("comma-suffix", "static-ordering", "parse-names"),
)

DATES = ("issued", "accessed", "available-date", "event-date", "original-date", "submitted")
"""Fields that hold dates."""

DATE_PARTS = ("date-parts", "season", "circa", "literal", "raw")

TEXTS = (
    *("title", "title-short", "container-title", "container-title-short", "publisher"),
    *("publisher-place", "URL", "DOI", "ISBN", "ISSN", "PMID", "PMCID", "abstract", "annote"),
    *("archive_collection", "archive_location", "archive-place", "authority", "call-number"),
    *("chapter-number", "citation-key", "citation-label", "citation-number"),
    *("collection-number", "collection-title", "dimensions", "division", "edition", "event"),
    *("event-place", "event-title", "first-reference-note-number", "genre", "issue"),
    *("journalAbbreviation", "jurisdiction", "keyword", "language", "locator", "medium", "note"),
    *("number", "number-of-pages", "number-of-volumes", "original-publisher"),
    *("original-publisher-place", "original-title", "page", "page-first", "part", "part-title"),
    *("printing", "references", "reviewed-genre", "reviewed-title", "scale", "section"),
    *("shortTitle", "source", "status", "supplement", "version", "volume", "volume-title"),
    *("volume-title-short", "year-suffix"),
)
"""Fields that hold words or numbers, both kept as they were written. CSL's own `archive`, the
name of an archive, is missing: there, Postil's `archive` is an address."""

OTHERS = ("categories", "custom")
"""Fields that are kept as they are."""
