"""BibTeX's types and fields, biblatex's included, and what CSL calls them.

The BibLaTeX manual, sections 2.1 and 2.2 (https://ctan.org/pkg/biblatex); where CSL has nothing of
the same name, as pandoc maps them.
"""

from __future__ import annotations

TYPES = {
    **{"article": "article-journal", "suppperiodical": "article-journal", "book": "book"},
    **{"mvbook": "book", "collection": "book", "mvcollection": "book", "manual": "book"},
    **{"proceedings": "book", "mvproceedings": "book", "reference": "book", "mvreference": "book"},
    **{"inbook": "chapter", "bookinbook": "chapter", "suppbook": "chapter"},
    **{"incollection": "chapter", "suppcollection": "chapter", "inreference": "entry"},
    **{"booklet": "pamphlet", "conference": "paper-conference"},
    **{"inproceedings": "paper-conference", "dataset": "dataset", "software": "software"},
    **{"online": "webpage", "electronic": "webpage", "www": "webpage", "patent": "patent"},
    **{"periodical": "periodical", "report": "report", "techreport": "report"},
    **{"thesis": "thesis", "phdthesis": "thesis", "mastersthesis": "thesis"},
    **{"unpublished": "manuscript", "misc": "document", "movie": "motion_picture"},
    **{"video": "motion_picture", "audio": "song", "music": "song", "image": "graphic"},
    **{"artwork": "graphic", "jurisdiction": "legal_case", "legislation": "legislation"},
    **{"legal": "legislation", "letter": "personal_communication", "performance": "performance"},
    **{"review": "review", "standard": "standard", "commentary": "book", "newspaper": "periodical"},
}

WEB = frozenset(("online", "electronic", "www"))
"""Types of pages, whose organization is the site that they stand on."""

GENRES = {"phdthesis": "PhD thesis", "mastersthesis": "Master’s thesis"}
"""What the names of types say beyond CSL's."""

NAMES = {
    **{"author": "author", "editor": "editor", "translator": "translator"},
    **{"bookauthor": "container-author", "director": "director", "illustrator": "illustrator"},
}

TEXTS = {
    **{"booktitle": "container-title", "journal": "container-title"},
    **{"journaltitle": "container-title", "maintitle": "container-title"},
    **{"shorttitle": "title-short", "shortjournal": "container-title-short"},
    **{"series": "collection-title", "volume": "volume", "volumes": "number-of-volumes"},
    **{"issue": "issue", "pages": "page", "pagetotal": "number-of-pages", "edition": "edition"},
    **{"publisher": "publisher", "institution": "publisher", "school": "publisher"},
    **{"organization": "publisher", "address": "publisher-place", "location": "publisher-place"},
    **{"chapter": "chapter-number", "part": "part", "version": "version", "type": "genre"},
    **{"abstract": "abstract", "keywords": "keyword", "note": "note", "addendum": "note"},
    **{"annote": "annote", "annotation": "annote", "eventtitle": "event-title"},
    **{"venue": "event-place", "origpublisher": "original-publisher"},
    **{"origlocation": "original-publisher-place", "origtitle": "original-title"},
    **{"library": "call-number", "pubstate": "status", "howpublished": "publisher"},
    **{"titleaddon": "genre"},
}
"""Fields whose words are kept; of several that mean the same, the first in the entry."""

VERBATIM = {
    **{"doi": "DOI", "url": "URL", "isbn": "ISBN", "issn": "ISSN", "pmid": "PMID"},
    **{"pmcid": "PMCID"},
}
"""Fields that are no TeX."""

DATES = {
    "date": "issued",
    "urldate": "accessed",
    "origdate": "original-date",
    "eventdate": "event-date",
}

SUBTITLES = {
    "subtitle": "title",
    "booksubtitle": "booktitle",
    "journalsubtitle": "journaltitle",
    "mainsubtitle": "maintitle",
}

READ_ELSEWHERE = frozenset(
    (
        *("title", "number", "year", "month", "day", "language", "langid", "crossref"),
        *("eprint", "eprinttype", "archiveprefix"),
        *SUBTITLES,
    )
)

IGNORED = frozenset(
    (
        *("eprintclass", "primaryclass", "file", "owner", "timestamp", "date-added"),
        *("date-modified", "creationdate", "modificationdate", "groups", "read"),
        *("readstatus", "rating", "priority", "ranking", "printed", "relevance"),
        *("qualityassured", "comment", "local-url", "pdf", "ids", "options", "xref", "xdata"),
        *("entryset", "execute", "related", "relatedtype", "relatedstring", "relatedoptions"),
        *("sortkey", "sorttitle", "sortname", "sortyear", "presort", "key", "label"),
        *("shorthand", "langidopts", "hyphenation", "gender", "indextitle", "indexsorttitle"),
        *("biburl", "bibsource", "entrysubtype", "pagination", "bookpagination", "nameaddon"),
        *("shortauthor", "shorteditor", "shortseries", "urlyear", "copyright", "lccn"),
        *("numpages", "articleno", "issue_date", "eventtitleaddon", "mrclass", "mrnumber"),
        *("zblnumber", "adsurl", "adsnote", "collaboration"),
    )
)
"""Fields of programs and of typesetting, which say nothing of the work that CSL could hold."""

IGNORED_FAMILIES = ("bdsk-", "jabref-", "mendeley-", "zotero-", "x-", "opt", "citeulike-")

LANGUAGES = {
    **{"english": "en", "american": "en-US", "usenglish": "en-US", "british": "en-GB"},
    **{"ukenglish": "en-GB", "australian": "en-AU", "canadian": "en-CA", "german": "de"},
    **{"ngerman": "de", "austrian": "de-AT", "naustrian": "de-AT", "french": "fr"},
    **{"spanish": "es", "mexican": "es-MX", "italian": "it", "portuguese": "pt"},
    **{"brazilian": "pt-BR", "brazil": "pt-BR", "dutch": "nl", "danish": "da", "swedish": "sv"},
    **{"norsk": "nb", "nynorsk": "nn", "finnish": "fi", "polish": "pl", "czech": "cs"},
    **{"russian": "ru", "ukrainian": "uk", "greek": "el", "turkish": "tr", "arabic": "ar"},
    **{"hebrew": "he", "persian": "fa", "hindi": "hi", "bengali": "bn", "japanese": "ja"},
    **{"chinese": "zh", "korean": "ko", "hungarian": "hu", "latin": "la"},
}
"""Languages as babel and polyglossia name them, by their tags (BCP 47)."""
