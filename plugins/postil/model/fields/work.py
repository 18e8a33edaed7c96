"""The fields of a work: the vocabulary of CSL data, version 1.0.2.

https://github.com/citation-style-language/schema, `csl-data.json`; what each field means is told
after https://docs.citationstyles.org/en/stable/specification.html#appendix-iv-variables.
"""

from __future__ import annotations

from postil.model.fields.field import Field, Form

TYPES = (
    *("article", "article-journal", "article-magazine", "article-newspaper", "bill", "book"),
    *("broadcast", "chapter", "classic", "collection", "dataset", "document", "entry"),
    *("entry-dictionary", "entry-encyclopedia", "event", "figure", "graphic", "hearing"),
    *("interview", "legal_case", "legislation", "manuscript", "map", "motion_picture"),
    *("musical_score", "pamphlet", "paper-conference", "patent", "performance", "periodical"),
    *("personal_communication", "post", "post-weblog", "regulation", "report", "review"),
    *("review-book", "software", "song", "speech", "standard", "thesis", "treaty", "webpage"),
)

_NAMES = {
    "author": "Who wrote the work.",
    "chair": "Who led the session in which it was given.",
    "collection-editor": "The editor of the series that it is part of.",
    "compiler": "Who selected and gathered what it holds.",
    "composer": "Who composed it.",
    "container-author": "The author of the larger work that it stands in.",
    "contributor": "Who helped with it.",
    "curator": "Who curated it, such as an exhibition.",
    "director": "Who directed it, such as a film.",
    "editor": "Who edited it.",
    "editorial-director": "The managing editor.",
    "executive-producer": "The executive producer, such as of a series.",
    "guest": "A guest, such as of a broadcast.",
    "host": "The host of a broadcast.",
    "interviewer": "Who asked the questions of an interview.",
    "illustrator": "Who drew its pictures.",
    "narrator": "Who reads it aloud.",
    "organizer": "Who organised the event.",
    "original-author": "Who made the work that this one is made from.",
    "performer": "Who performs it.",
    "producer": "Who produced it, such as a broadcast.",
    "recipient": "To whom a letter is addressed.",
    "reviewed-author": "The author of the work that it reviews.",
    "script-writer": "Who wrote the script.",
    "series-creator": "Who created the series.",
    "translator": "Who translated it.",
}

_DATES = {
    "issued": "When the work was published.",
    "accessed": "When it was last looked at.",
    "available-date": "When it could first be had, such as on the web before it was printed.",
    "event-date": "When the event took place.",
    "original-date": "When the original version was published.",
    "submitted": "When it was handed in for publication.",
}

_TEXTS = {
    "title": "The title of the work.",
    "title-short": "Its title, shortened.",
    "container-title": "What it stands in: a journal, a newspaper, a website, a book with"
    " chapters.",
    "container-title-short": "The title of what it stands in, shortened.",
    "publisher": "The publisher.",
    "publisher-place": "The place of the publisher.",
    "URL": "Its address on the web.",
    "DOI": "Its Digital Object Identifier.",
    "ISBN": "Its International Standard Book Number.",
    "ISSN": "The International Standard Serial Number of its journal.",
    "PMID": "Its number in PubMed.",
    "PMCID": "Its number in PubMed Central.",
    "abstract": "Its abstract.",
    "annote": "A short mark or comment on it.",
    "archive_collection": "The collection of an archive that it belongs to.",
    "archive_location": "Where it lies in an archive, such as box and folder.",
    "archive-place": "The place of the archive.",
    "authority": "The court or office that issued it.",
    "call-number": "Its call number in a library.",
    "chapter-number": "The number of the chapter.",
    "citation-key": "Its name in the file that it comes from.",
    "citation-label": "A label for it, such as “Ferr78”.",
    "citation-number": "Its number in a list.",
    "collection-number": "Its number in the series.",
    "collection-title": "The series that it is part of.",
    "dimensions": "Its size, or how long it runs.",
    "division": "The division of a court.",
    "edition": "The edition.",
    "event": "An older name of `event-title`.",
    "event-place": "Where the event took place.",
    "event-title": "The event at which it was given.",
    "first-reference-note-number": "The number of the note that first names it.",
    "genre": "What sort of work it is, more closely than its type: “Doctoral dissertation”.",
    "issue": "The issue of the journal.",
    "journalAbbreviation": "The title of the journal, shortened, as some programs call it.",
    "jurisdiction": "The area for which it holds, such as that of a law.",
    "keyword": "Its keywords.",
    "language": "Its language, by its tag.",
    "locator": "A place in it. For one note, `locator` of the citation is the right field.",
    "medium": "What it is stored on, such as a CD.",
    "note": "A note on it.",
    "number": "Its number, such as that of a report.",
    "number-of-pages": "How many pages it has.",
    "number-of-volumes": "How many volumes it has.",
    "original-publisher": "The publisher of the original version.",
    "original-publisher-place": "The place of that publisher.",
    "original-title": "The title of the original version.",
    "page": "The pages on which it stands.",
    "page-first": "The first of them.",
    "part": "The number of the part that is cited.",
    "part-title": "The title of that part.",
    "printing": "The number of the printing.",
    "references": "What happened to it before, such as the course of a case.",
    "reviewed-genre": "What sort of work it reviews.",
    "reviewed-title": "The title of the work that it reviews.",
    "scale": "The scale of a map or model.",
    "section": "The section of a law, or of a newspaper.",
    "shortTitle": "Its title, shortened, as some programs call it.",
    "source": "The catalogue or database that it was found in.",
    "status": "Whether it is published yet: “forthcoming”, “retracted”.",
    "supplement": "The number of the supplement.",
    "version": "The version, such as that of a program.",
    "volume": "The volume.",
    "volume-title": "The title of the volume.",
    "volume-title-short": "The title of the volume, shortened.",
    "year-suffix": "A letter after the year that tells works apart.",
}

_FORMS = {
    "URL": (Form.ADDRESS, "URL: https://example.org/minutes"),
    "DOI": (Form.DOI, "DOI: 10.1000/182"),
    "ISBN": (Form.ISBN, "ISBN: 978-0-306-40615-7"),
    "ISSN": (Form.ISSN, "ISSN: 0317-8471"),
}
"""Fields with a form of their own; both numbers are examples of their standards."""

_EXAMPLES = {
    "title": "title: Minutes of the meeting",
    "container-title": "container-title: The Gazette",
    "publisher": "publisher: Name of the publisher",
    "genre": "genre: Doctoral dissertation",
    "language": "language: en",
    "page": "page: 12-19",
    "volume": "volume: 3",
    "issue": "issue: 2",
    "edition": "edition: 2",
    "number": "number: 17",
    "section": "section: § 5-102",
}

TEXTS: tuple[Field, ...] = tuple(
    Field(name, form, meaning, example)
    for name, meaning in _TEXTS.items()
    for form, example in [_FORMS.get(name, (Form.TEXT, _EXAMPLES.get(name, "")))]
)
"""Fields that hold words or numbers, both kept as they were written. CSL's own `archive`, the
name of an archive, is missing: there, Postil's `archive` is an address."""

NAMES: tuple[Field, ...] = tuple(
    Field(
        name,
        Form.FIELDS,
        meaning,
        f"{name}: [{{ family: Name, given: First }}, {{ literal: A committee }}]"
        if name == "author"
        else "",
        many=True,
        of="name",
    )
    for name, meaning in _NAMES.items()
)
"""Fields that hold lists of names."""

DATES: tuple[Field, ...] = tuple(
    Field(name, Form.RANGE, meaning, f"{name}: 2025-10-27" if name == "issued" else "", of="date")
    for name, meaning in _DATES.items()
)
"""Fields that hold dates."""

OTHERS: tuple[Field, ...] = (
    Field("categories", Form.ANY, "What a program sorts it under. Kept as it is."),
    Field(
        "custom",
        Form.ANY,
        "What CSL has no field for. Postil’s own fields may stand in it, as they do in CSL-JSON;"
        " the rest is kept as it is.",
    ),
)
"""Fields that are kept as they are."""
