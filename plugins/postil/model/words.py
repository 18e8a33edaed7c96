"""The words of the interface in English: the names of all words, and what stands in for a missing
translation. Other languages are in `postil.render.languages`."""

from __future__ import annotations

import string
from collections.abc import Mapping
from types import MappingProxyType

from postil.model.scale import KINDS, VERDICTS

PLURAL_FORMS = ("zero", "one", "two", "few", "many", "other")
"""The plural categories of Unicode CLDR; a language uses some of them, always `other`."""

COUNTED = ("note-count", "source-count", "citation-count", "search-count")
"""What is counted: its words are `<name>-<plural form>`, with a form left out standing for
`other`."""

ENGLISH_WORDS: Mapping[str, str] = MappingProxyType(
    {
        # Marks and notes.
        "note": "Note {number}, {kind}: {title}",
        "notes": "Notes",
        "back": "Back to the passage",
        "back-part": "Back to passage {part}",
        "changed": "The words of the text have changed since this note was written "
        "(similarity {score} %).",
        "written-for": "It was written for:",
        "lost-part": "One of its passages is no longer in the text:",
        "ambiguous-part": "One of its passages fits several places of the text:",
        "lost": "The passage is not in the text as it stands.",
        "ambiguous": "The passage fits several places of the text equally well.",
        "unplaced": "Notes without a place in the text",
        "unplaced-about": "The text has changed since these notes were written, or their passages "
        "cannot be told apart. They are attached to no words.",
        "section": "Section “{section}”",
        "wanted": "Sources wanted",
        "sources": "Sources",
        "by": "By",
        "written": "Written",
        "history": "Changes",
        "revision-correction": "Correction",
        "revision-clarification": "Clarification",
        "revision-update": "Update",
        "revised-correction": "Corrected",
        "revised-clarification": "Clarified",
        "revised-update": "Updated",
        "before": "Before:",
        "suggest": "Suggest a change",
        "report": "Report an error",
        "no-report": "This site names no address for reports of errors.",
        "problem": "Report a problem",
        "problem-title": "Error in a note: {title}",
        "problem-body": "Address of the note: {address}\n\nWhat is wrong, and what shows it:",
        # Files beside an explainer.
        "download": "Download",
        "plain-text": "Plain text",
        # The page of a note.
        "in-text": "The note in its text",
        "in-original": "These words in the original",
        "cite": "Cite this note",
        "cite-plain": "As text",
        "siblings": "Other notes of this text",
        "previous-note": "Previous note:",
        "next-note": "Next note:",
        "permalink": "Page of this note",
        # What the script adds. {shown} and {total} are numbers of notes.
        "filter": "Filter the notes",
        "filter-kind": "Kind",
        "filter-verdict": "Verdict",
        "filter-by": "Contributor",
        "all": "All",
        "shown": "Notes shown: {shown} of {total}",
        "marks": "Marks in the text",
        "shortcuts": "Keyboard shortcuts",
        "shortcuts-on": "Single-key shortcuts",
        "key-next": "Next note",
        "key-previous": "Previous note",
        "key-close": "Close the note, back to its passage",
        "key-list": "This list",
        "key-annotate": "Write a note on words of this text",
        "close": "Close",
        "copy-link": "Copy link",
        "copied": "Link copied",
        "copy-by-hand": "Address to copy",
        # The form in which a reader writes a note. {host} is a forge.
        "annotate": "Annotate this",
        "annotate-text": "Write a note on words of this text",
        "form": "Write a note",
        "form-about": "Nothing is sent while you write. At the end you get a file, and choose "
        "where it goes.",
        "form-failed": "The form could not be loaded. Try it again.",
        "form-words": "The words it is about",
        "form-choose": "Choose words",
        "form-choose-about": "Select them here, by mouse or finger, or with Shift and the arrow "
        "keys.",
        "form-no-words": "No words are chosen yet.",
        "form-title": "Title",
        "form-title-about": "What the evidence shows, in a few words, and not what was claimed.",
        "form-body": "Note",
        "form-body-about": "Two to five sentences. Links, lists and stress are written in "
        "Markdown.",
        "form-id": "Name of the note",
        "form-id-about": "It ends the address of the note and names its file. It never changes.",
        "form-by-none": "Not in the list",
        "form-source": "Source",
        "form-source-new": "One that is not in the list",
        "form-source-add": "Add a source",
        "form-remove": "Remove",
        "form-locator": "Place in it, such as a page",
        "form-quote": "Its words",
        "form-type": "Kind of work",
        "form-work": "Its title",
        "form-publisher": "Who published it",
        "form-issued": "When it was published",
        "form-url": "Its address",
        "form-checked": "When you opened it",
        "form-copy": "Whose page you opened",
        "form-seen": "What you opened",
        "form-missing": "This is needed.",
        "form-wrong-id": "Use small letters a to z, digits, and single hyphens between them.",
        "form-wrong-date": "Write a date such as 2026-11-22, 2026-11 or 2026.",
        "form-wrong-url": "Write an address of the web, as the browser shows it.",
        "form-taken": "There is one of this name already.",
        "form-problems": "Before you can send it, look at what is marked.",
        "form-files": "What you send",
        "form-send": "Open it on {host}",
        "form-send-long": "Copy it and open {host}",
        "form-pasted": "It is copied. Paste it into the empty file on {host}.",
        "form-long": "It is too long for an address: the file opens empty, and you paste it there.",
        "form-drops": "{host} may open the file empty: then paste it there.",
        "form-no-forge": "This site names no place to send it to. Copy or download it, and give "
        "it to those who run the site.",
        "form-second": "A source that is not in the list is a file of its own. Send both in one "
        "change.",
        "form-copy-file": "Copy",
        "form-copied": "It is copied.",
        "form-not-copied": "It could not be copied. Download it, or select it below.",
        "form-draft": "Your draft is kept in this browser alone.",
        "form-restored": "This is the draft that you began before.",
        "form-delete": "Delete the draft",
        # Sources and how they were checked. {date} may be a day, a month or a year.
        "archived": "archived copy",
        "archived-on": "archived copy of {date}",
        "own-page": "own page",
        "repost": "repost",
        "secondary": "reported by another",
        "live": "live page",
        "stored": "stored copy",
        "paper": "paper copy",
        "part": "in part",
        "checked": "checked {date}",
        "unchecked": "not opened",
        "supports": "Supports:",
        "own-text": "text on this site",
        "cited-by": "Cited by",
        "showed": "It showed:",
        "unknown-source": "Unknown source {id}",
        "and-others": "and others",
        "no-title": "Title not shown",
        # The head of an explainer.
        "annotated": "Annotated text",
        "examined": "Text under examination",
        "primary": "Primary source",
        "text": "Text",
        "no-author": "author not shown",
        "no-date": "date not shown",
        "no-author-or-date": "author and date not shown",
        "retrieved": "retrieved {date}",
        "reason": "Why it is here",
        "copy": "This copy",
        "rights": "Rights",
        "original": "Original",
        "evidence": "The evidence at a glance",
        "kinds": "Notes by kind",
        "explains": "Explanation only",
        # The preview.
        "problems": "Problems of this page, shown in the preview only",
        # The index.
        "explainers": "Explainers",
        "no-explainers": "No text has been published yet.",
        "note-count-one": "{count} note",
        "note-count-other": "{count} notes",
        "source-count-one": "{count} source",
        "source-count-other": "{count} sources",
        # The pages about all explainers. {count} and {number} are numbers.
        "corrections": "Corrections",
        "changes": "Changes",
        "contributors": "Contributors",
        "open-questions": "Open questions",
        "sheet": "{title}, page {number}",
        "parts": "Parts of this list",
        "sheets": "Pages of this list",
        "sheet-previous": "Previous page",
        "sheet-next": "Next page",
        # {first}, {last} and {total} are numbers.
        "sheet-shown": "{first} to {last} of {total}",
        "continued": "{title} (continued)",
        "more": "And {count} more.",
        "undated": "Without a date",
        "about-sources": "Every work that a note cites: how it was checked, what it showed, and "
        "what it is cited for. Works that were read on their own page come first, then by title.",
        "no-sources": "No source has been named yet.",
        "sources-own-page": "Read on their own page",
        "sources-opened": "Opened",
        "sources-repost": "Read in a repost",
        "sources-secondary": "Read in what others report",
        "sources-unopened": "Not opened",
        "sources-uncited": "Cited by no note",
        "sources-texts": "Texts on this site",
        "uncited": "No note cites it.",
        "citation-count-one": "{count} citation",
        "citation-count-other": "{count} citations",
        "link-ok": "link worked, {date}",
        "link-moved": "page has moved, {date}",
        "link-dead": "link dead since {date}",
        "link-unknown": "link gave no answer, {date}",
        "link-new": "new address",
        "links-ok": "Works",
        "links-moved": "Moved",
        "links-dead": "Dead",
        "links-unknown": "No answer",
        "about-corrections": "Where the evidence says something other than a text. Each entry "
        "quotes the passage and begins what the note says; the sources are in the note. The "
        "newest come first.",
        "no-corrections": "No correction has been published yet.",
        "about-changes": "What changed in notes after they were published, and what they said "
        "before. A change of what a note claims is always on record here.",
        "no-changes": "No published note has changed since its first publication. A correction, a "
        "clarification or an update of one would stand here, with what the note said before and "
        "what it says now.",
        "publication": "First published",
        "no-before": "What the note said before is not on record.",
        "fate-removed": "removed:",
        "fate-added": "added:",
        "about-contributors": "Who wrote the notes, and on which texts.",
        "no-contributors": "No contributor has been named yet.",
        "person": "Person",
        "organization": "Organisation",
        "about-open": "Where help is needed. Each entry says what is missing, and leads to the "
        "file in which it can be mended.",
        "nothing-open": "Nothing is open: no source is wanted, and every passage was found.",
        "open-wanted": "More sources wanted",
        "open-wanted-about": "Notes that stand, and that this evidence would settle or strengthen.",
        "open-unverified": "Not verified",
        "open-unverified-about": "Passages that could not be checked, and the evidence that would "
        "settle them where it is known.",
        "open-unopened": "Sources that nobody opened",
        "open-unopened-about": "They are known only by what others say of them. Open one, and "
        "write down what it shows.",
        "open-links": "Links that broke or moved",
        "open-links-about": "Find the page at its new address, or a stored copy of it.",
        "open-anchors": "Passages that were not found as written",
        "open-anchors-about": "The text has changed since these notes were written, or their "
        "words fit several places of it.",
        "in-file": "File:",
        "all-uses": "Where it is cited",
        "feeds": "Feeds",
        # The page of the search.
        "search": "Search",
        "about-search": "In the texts, in their notes and in the other pages of this site.",
        "search-count-one": "{count} page found",
        "search-count-other": "{count} pages found",
        "search-none": "Nothing was found. Try fewer words, or others.",
        # Words that stand in every text: a query that has others passes over them.
        "search-small": "the of and to in a is that it for on with as was by be are at from this "
        "or an not have which has were they but their its had will would who what all if when "
        "there been",
        "search-more": "Show more",
        "search-failed": "The search could not be loaded. Try it again.",
        "search-no-script": "The search needs JavaScript. Without it, these lists lead to "
        "everything:",
        "sift": "Filter this list",
        "sift-words": "Words",
        "sifted": "Entries shown: {shown} of {total}",
        "sifted-here": "Entries of this page shown: {shown} of {total}",
        "sift-check": "How it was checked",
        "sift-link": "Link",
        "sift-change": "Change",
        "sift-open": "What is open",
        # What stands between words, its spaces included.
        "comma": ", ",
        "semicolon": "; ",
        "colon": ": ",
        "stop": ". ",
        # Kinds and verdicts.
        **{f"kind-{kind.id}": kind.label for kind in KINDS},
        **{f"kinds-{kind.id}": kind.plural for kind in KINDS},
        **{f"verdict-{verdict.id}": verdict.label for verdict in VERDICTS},
        **{f"verdict-{verdict.id}-meaning": verdict.meaning for verdict in VERDICTS},
    }
)


def english_of(key: str) -> str | None:
    """The English words for `key`, or None if there is no word of that name.

    A plural form that English does not have stands beside its `other`.
    """
    for counted in COUNTED:
        if key in {f"{counted}-{form}" for form in PLURAL_FORMS}:
            return ENGLISH_WORDS.get(key, ENGLISH_WORDS[f"{counted}-other"])
    return ENGLISH_WORDS.get(key)


def word_names() -> tuple[str, ...]:
    """The names of all words that a language or a site may give, each plural form included."""
    counts = [f"{counted}-{form}" for counted in COUNTED for form in PLURAL_FORMS]
    return tuple(dict.fromkeys((*ENGLISH_WORDS, *counts)))


def placeholders(text: str) -> frozenset[str]:
    """The names in braces that `text` is filled in with, whatever else stands in the braces.

    Raises ValueError where a brace is not closed, or has more in it than a name.
    """
    names = set()
    for _, name, layout, conversion in string.Formatter().parse(text):
        if name is not None:
            if layout or conversion or not name.isidentifier():
                raise ValueError(f"{{{name}}} is not a plain name in braces")
            names.add(name)
    return frozenset(names)
