"""Fields: does each field hold what it should?"""

from __future__ import annotations

from postil.model.codes.code import Code, Group
from postil.model.diagnostic import Level

FIELDS = Group(
    "Fields",
    "Does each field hold what it should?",
    (
        Code(
            "field-missing",
            Level.ERROR,
            "A required field is missing or empty.",
            "The field was forgotten, is empty, or what follows it is a comment.",
            "Write it. [Files](files.md) says what each file needs.",
        ),
        Code(
            "field-unknown",
            Level.ERROR,
            "A field has a name that Postil does not know.",
            "The name is misspelt, or is that of another format.",
            "Write the name that the hint offers. A name that begins with `x-` is yours, and is"
            " left alone.",
        ),
        Code(
            "field-twice",
            Level.ERROR,
            "The same field stands twice in one list of fields.",
            "The same name stands in two lines, and one of them would be lost.",
            "Keep one of the two.",
        ),
        Code(
            "field-type",
            Level.ERROR,
            "A value is of another type than its field wants.",
            "A list or a list of fields stands where a text should, or the other way round."
            " Brackets make a list of what may have been meant as a text.",
            "Write the value in the form that the message names.",
        ),
        Code(
            "boolean-word",
            Level.ERROR,
            "A field that is true or false holds another word.",
            "In these files `yes`, `no`, `on` and `off` are words, and quotation marks make a word"
            " of `true`.",
            "Write `true` or `false`, without quotation marks.",
        ),
        Code(
            "value-unknown",
            Level.ERROR,
            "A value is not one of the words that its field allows.",
            "The word is misspelt, or the field does not have it.",
            "Take one of the words that the hint lists. [Files](files.md) says what each means.",
        ),
        Code(
            "kind-unknown",
            Level.ERROR,
            "An annotation has a kind that the site does not have.",
            "The word is misspelt, or the settings do not list it.",
            "Take a kind that the site has, or add it to `kinds` in the"
            " [configuration](configuration.md#options-kinds).",
        ),
        Code(
            "verdict-unknown",
            Level.ERROR,
            "An annotation has a verdict that the site does not have.",
            "The word is misspelt, or the scale of the site does not have it.",
            "Take a verdict of the scale, or add it to `verdicts` in the"
            " [configuration](configuration.md#options-verdicts).",
        ),
        Code(
            "source-unknown",
            Level.ERROR,
            "A citation names a source that does not exist.",
            "The id is misspelt, or the source is not in the list yet.",
            "Write the id as it stands in the list, or add the source.",
        ),
        Code(
            "contributor-unknown",
            Level.ERROR,
            "An annotation names a contributor who is not listed.",
            "The id is misspelt, or the person is not in the list yet.",
            "Write the id as it stands in `contributors.yml`, or add them.",
        ),
        Code(
            "id-form",
            Level.ERROR,
            "An id cannot be an address.",
            "An id becomes part of an address, and holds a capital, a space or another sign.",
            "Take the id that the hint offers.",
        ),
        Code(
            "id-duplicate",
            Level.ERROR,
            "Two things have the same id.",
            "A file was copied, and its id with it.",
            "Give one of the two another id; the one that was published first keeps its own.",
        ),
        Code(
            "date-form",
            Level.ERROR,
            "A date is not an ISO 8601 date, or there is no such day.",
            "The date is written as people of one country write it, or the month has no such day.",
            "Write year, month and day with hyphens: `2026-11-22`.",
        ),
        Code(
            "date-order",
            Level.ERROR,
            "Dates contradict each other.",
            "A revision is dated before the note was published, or the revisions do not stand in"
            " the order of time.",
            "Check both dates, and put the oldest revision first.",
        ),
        Code(
            "url-form",
            Level.ERROR,
            "An address is not one of the web.",
            "`https://` is missing, the address has a space, or it leads elsewhere than to the"
            " web. For a DOI, the address stands in place of the number.",
            "Copy the address anew from the browser.",
        ),
        Code(
            "isbn-form",
            Level.ERROR,
            "An ISBN or ISSN has a wrong form, or its last digit does not fit.",
            "A digit is missing or wrong: the last one is computed from the others.",
            "Compare each digit with the book or the journal.",
        ),
        Code(
            "language-form",
            Level.ERROR,
            "A language is not named by its tag (BCP 47).",
            "The name of the language stands there, or a code that no language has.",
            "Write its tag, such as `en`, `de` or `pt-BR`.",
        ),
        Code(
            "hash-form",
            Level.ERROR,
            "A SHA-256 hash does not have 64 hexadecimal digits.",
            "The hash was cut short, or written by hand.",
            "Let `postil pin` write it.",
        ),
        Code(
            "target-empty",
            Level.ERROR,
            "A target names no words and no section.",
            "Nothing says which words the note is about.",
            "Copy the words of the passage from the text into `exact`.",
        ),
        Code(
            "citation-form",
            Level.ERROR,
            "A citation does not say, or says twice, which passage it is of.",
            "A citation of a passage names a text without a note or words, or has fields beside"
            " `passage` that do not go with it.",
            "Write `passage` with the text, `#` and the id of a note, or with the text alone and"
            " the words as `target`.",
        ),
        Code(
            "passage-unknown",
            Level.ERROR,
            "A citation names a text or a note that does not exist.",
            "The slug of the text or the id of the note is misspelt, or not on this site.",
            "Write both as they stand at the end of the note’s address: `text#note`.",
        ),
        Code(
            "passage-draft",
            Level.ERROR,
            "A published annotation cites the passage of a draft.",
            "The annotation that is cited has `draft: true`, and readers cannot see it.",
            "Publish that one first, or cite the words of its text by `target`.",
        ),
        Code(
            "citation-repeated",
            Level.WARNING,
            "An annotation holds the same citation twice.",
            "The same source is cited twice, with nothing that tells the two apart.",
            "Leave one out, or say what differs: `locator`, `quote` or `supports`.",
        ),
        Code(
            "source-unused",
            Level.INFO,
            "No annotation cites a source.",
            "A source was added for a note that is not written yet, or the note was changed.",
            "Cite it, or take it out of the list. Bibliographies in BibTeX and JSON may hold more"
            " than is cited.",
        ),
        Code(
            "contributor-unused",
            Level.INFO,
            "No annotation names a contributor.",
            "Somebody was added before their first note, or their note was changed.",
            "Name them in a note, or take them out of the list.",
        ),
        Code(
            "links-form",
            Level.WARNING,
            "The record of checked links cannot be used, or not all of it.",
            "`links.json` was edited by hand, or two versions of it were merged.",
            "Delete it and run `postil links`, which writes it anew.",
        ),
    ),
)
