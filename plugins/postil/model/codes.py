"""Every diagnostic that Postil can give: its code, its level unless the site sets another, and
what it means."""

from __future__ import annotations

from dataclasses import dataclass

from postil.model.diagnostic import Level


@dataclass(frozen=True, slots=True)
class Code:
    """The name of a diagnostic, its default level and one sentence of documentation.

    `room` is the part of Postil that gives it.
    """

    id: str
    level: Level
    meaning: str
    room: str = "read"


_ERROR, _WARNING, _INFO = Level.ERROR, Level.WARNING, Level.INFO

_TABLE: tuple[Code, ...] = (
    # Files and folders: is everything there, readable, and where Postil looks for it?
    Code("folder-missing", _WARNING, "A folder that the settings name does not exist."),
    Code("file-unknown", _WARNING, "A file or folder is not one that Postil reads here."),
    Code("file-type", _WARNING, "A file beside a text is of a type that is not published."),
    Code("file-unreadable", _ERROR, "A file cannot be opened."),
    Code("file-outside", _ERROR, "A link leads out of the folder that it stands in."),
    Code("file-size", _ERROR, "A file is larger than Postil reads."),
    Code("file-encoding", _ERROR, "A file is not stored as UTF-8."),
    Code("file-characters", _ERROR, "A file holds control characters, which no text needs."),
    Code("file-empty", _WARNING, "A file holds nothing."),
    Code("name-form", _ERROR, "The name of a text cannot be an address."),
    Code(
        "name-clash", _WARNING, "Two names differ only in capitals, and many systems mix them up."
    ),
    Code("text-duplicate", _ERROR, "Two files claim to be the same text."),
    Code("text-unknown", _ERROR, "Annotations belong to a text that does not exist."),
    Code("front-matter", _ERROR, "The front matter of a text is not closed."),
    Code("problems-more", _ERROR, "A file has more problems than are listed."),
    # YAML: can the file be understood at all?
    Code("yaml-colon", _ERROR, "A value holds a colon, which YAML reads as the end of a key."),
    Code("yaml-tab", _ERROR, "A line is indented with a tab, which YAML forbids."),
    Code("yaml-quotes", _ERROR, "Quotation marks begin a value and do not end it."),
    Code("yaml-brackets", _ERROR, "Brackets begin a value and do not end it."),
    Code("yaml-sign", _ERROR, "A value begins with a character that has a meaning in YAML."),
    Code("yaml-bar", _ERROR, "A value of several lines lacks the sign | after its key."),
    Code("yaml-indent", _ERROR, "A line is not in line with those that it belongs to."),
    Code("yaml-key", _ERROR, "A line lacks the colon and space between key and value."),
    Code("yaml-alias", _ERROR, "Anchors and aliases (&, *, <<) are not allowed in these files."),
    Code("yaml-documents", _ERROR, "A file holds more than one YAML document."),
    Code("yaml-limits", _ERROR, "A file nests too deeply or holds too many values."),
    Code("yaml-syntax", _ERROR, "A file is not YAML, for a reason that has no code of its own."),
    # BibTeX and JSON: other forms of the list of sources
    Code("bibtex-syntax", _ERROR, "An entry of a BibTeX file cannot be read."),
    Code(
        "bibtex-name", _ERROR, "A BibTeX field names what no @string or entry of its file defines."
    ),
    Code("bibtex-tex", _WARNING, "A BibTeX field holds a command of TeX that Postil cannot read."),
    Code("bibtex-limits", _ERROR, "A BibTeX file nests too deeply, or holds too much."),
    Code("json-syntax", _ERROR, "A file is not JSON."),
    Code("json-limits", _ERROR, "A JSON file nests too deeply or holds too many values."),
    # Values that YAML understands, though hardly as they were meant
    Code("quotes-typographic", _WARNING, "Typographic quotation marks stand around a whole value."),
    Code("comment-in-value", _WARNING, "A # cuts a value short: YAML reads a comment after it."),
    Code("body-long", _WARNING, "A body is too long to be read as Markdown."),
    Code("lines-joined", _WARNING, "A text of several paragraphs or items is joined into one."),
    # Fields
    Code("field-missing", _ERROR, "A required field is missing or empty."),
    Code("field-unknown", _ERROR, "A field has a name that Postil does not know."),
    Code("field-twice", _ERROR, "The same field stands twice in one list of fields."),
    Code("field-type", _ERROR, "A value is of another type than its field wants."),
    Code("boolean-word", _ERROR, "A field that is true or false holds another word."),
    Code("value-unknown", _ERROR, "A value is not one of the words that its field allows."),
    Code("kind-unknown", _ERROR, "An annotation has a kind that the site does not have."),
    Code("verdict-unknown", _ERROR, "An annotation has a verdict that the site does not have."),
    Code("source-unknown", _ERROR, "A citation names a source that does not exist."),
    Code("contributor-unknown", _ERROR, "An annotation names a contributor who is not listed."),
    Code("id-form", _ERROR, "An id cannot be an address."),
    Code("id-duplicate", _ERROR, "Two things have the same id."),
    Code("date-form", _ERROR, "A date is not an ISO 8601 date, or there is no such day."),
    Code("date-order", _ERROR, "Dates contradict each other."),
    Code("url-form", _ERROR, "An address is not one of the web."),
    Code("isbn-form", _ERROR, "An ISBN or ISSN has a wrong form, or its last digit does not fit."),
    Code("language-form", _ERROR, "A language is not named by its tag (BCP 47)."),
    Code("hash-form", _ERROR, "A SHA-256 hash does not have 64 hexadecimal digits."),
    Code("target-empty", _ERROR, "A target names no words and no section."),
    Code("citation-form", _ERROR, "A citation names no source and no passage, or too many things."),
    Code("passage-unknown", _ERROR, "A citation names a text or a note that does not exist."),
    Code("passage-draft", _ERROR, "A published annotation cites the passage of a draft."),
    Code("citation-repeated", _WARNING, "An annotation holds the same citation twice."),
    Code("source-unused", _INFO, "No annotation cites a source."),
    Code("contributor-unused", _INFO, "No annotation names a contributor."),
    Code("links-form", _WARNING, "The record of checked links cannot be used, or not all of it."),
    # The configuration of the site
    Code("settings-syntax", _ERROR, "The configuration of the site cannot be read."),
    Code("settings-value", _ERROR, "An option of Postil has a wrong name or value."),
    Code("style-form", _ERROR, "The citation style that the settings name cannot be used."),
    # Anchors: does each note stand where its author put it?
    Code(
        "anchor-changed",
        _WARNING,
        "The passage was found, but its words are no longer the same.",
        "anchor",
    ),
    Code(
        "anchor-ambiguous",
        _ERROR,
        "The target fits several places of the text equally well.",
        "anchor",
    ),
    Code("anchor-lost", _ERROR, "The passage is not in the text.", "anchor"),
    Code(
        "section-unknown",
        _ERROR,
        "The target names a section that the text does not have.",
        "anchor",
    ),
    # Pages that people write: is what they embed there?
    Code("embed-unknown", _ERROR, "A page embeds something that Postil does not know.", "site"),
    Code(
        "embed-value",
        _ERROR,
        "What a page embeds does not exist, or cannot stand where it is asked for.",
        "site",
    ),
    # The record: does what was published stay what it was, unless somebody says otherwise?
    Code(
        "text-changed",
        _WARNING,
        "The words of a text are no longer those that were pinned.",
        "site",
    ),
    Code(
        "revision-missing",
        _ERROR,
        "A published annotation claims something else, and no new revision says so.",
        "site",
    ),
    Code(
        "revision-removed",
        _ERROR,
        "A revision of a published annotation is on record no more.",
        "site",
    ),
    Code("annotation-removed", _ERROR, "A published annotation is not published any more.", "site"),
    Code(
        "body-changed",
        _INFO,
        "A published annotation is worded differently, and no new revision says so.",
        "site",
    ),
)

CODES: dict[str, Code] = {code.id: code for code in _TABLE}
