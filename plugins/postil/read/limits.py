"""How much Postil reads. Contributed files are not trusted: none of them may exhaust memory or
time. Each limit is far above what a person writes, and far below what hurts."""

from __future__ import annotations

YAML_BYTES = 512 * 1024
"""A file of annotations: some 200 long notes. One note is 1 to 3 kB."""

SOURCES_BYTES = 8 * 1024 * 1024
"""The list of sources or contributors: some 10,000 entries with abstracts."""

BIBTEX_SIGNS = {"@": 100_000, "=": 300_000, " and ": 200_000}
"""Signs of entries, fields and names in a BibTeX file, which take more time than other characters:
10,000 entries with 20 fields and ten authors each, as many signs again in their words."""

BIBTEX_VALUE = 100_000
"""Characters of a BibTeX field, its abbreviations written out."""

BIBTEX_WRITTEN = 16 * 1024 * 1024
"""Characters of all fields of a BibTeX file together, abbreviations written out: a few lines of
@string, each twice the one above, would make any number."""

STYLE_BYTES = 512 * 1024
"""A citation style: twice the largest of the CSL project's."""

STYLE_DEPTH = 100
"""Elements within elements of a citation style."""

STYLE_STEPS = 20_000
"""Elements that a citation style goes through for one reference, macros written out; large styles
go through some hundreds. A few macros, each calling the one above ten times, would never end."""

# Python-Markdown takes time that grows with the square of what it reads: for each opening bracket
# it looks for the closing one in the whole rest. Both limits keep the worst that was found to
# about two seconds.
BODY_CHARACTERS = 20_000
"""The longest body that is read as Markdown: a note has a few sentences."""

BODY_BRACKETS = 1_000_000
"""Opening brackets of a body times its characters: 50 links in the longest one."""

TEXT_BYTES = 16 * 1024 * 1024
"""A text: ten times the longest novels."""

FRONT_MATTER_LINES = 1000
"""Lines of front matter. The fields of a text need 20."""

DEPTH = 32
"""Lists within lists. The deepest that the formats know is about 10, targets within targets
included; reading recurses, so this also bounds the stack."""

FOREIGN_BYTES = 32 * 1024 * 1024
"""A file of another program that is imported: some 10,000 notes of Hypothesis."""

ORIGINAL_BYTES = 64 * 1024 * 1024
"""A document of another program, unpacked, without pictures: four times a text, for the markup."""

FOREIGN_DEPTH = 60
"""Lists within lists in such a file. JSON-LD nests more deeply than Postil's own files."""

FOREIGN_HTML = 20_000
"""Characters of an HTML body that is turned into Markdown; of a longer one the words are taken.
Elements within elements take time that grows with the square of their depth, and can make Markdown
that is hundreds of times as long. A body of that length is not shown as Markdown anyway."""

NODES = 200_000
"""Values in one file: 10,000 sources with 20 fields each."""

ID_LENGTH = 100
"""Characters of an id or slug: it is part of file names and addresses."""

SHOWN = 60
"""Characters of a wrong value that a message repeats."""

DATE_LENGTH = 60
"""Characters of a wrong date for which the right one is looked for."""

DOI_LENGTH = 500
"""Characters of a DOI."""

PROBLEMS = 500
"""Diagnostics listed of one file. The rest is summed up in one: a file can hold 100,000."""

GUESSES = 1000
"""Diagnostics of a run after which the nearest right words are no longer looked for."""

SLIP_COLUMNS = 2000
SLIP_LINES = 2000
"""How far around the place where a parser stopped the slip is looked for."""

GUESS_LENGTH = 100
"""Characters of a wrong word for which a right one is looked for; longer ones are no typing
errors, and comparing them with every source would take long."""
