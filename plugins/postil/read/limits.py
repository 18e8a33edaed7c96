"""How much Postil reads, beyond what a site can choose (`postil.model.limits`).

Contributed files are not trusted: none of them may exhaust memory or time. Each limit is far above
what a person writes, and far below what hurts."""

from __future__ import annotations

from postil.model.fields import patterns
from postil.model.limits import Limits

_DEFAULTS = Limits()

YAML_BYTES = _DEFAULTS.annotations * 1024
"""A file of annotations, where no site says otherwise."""

SOURCES_BYTES = _DEFAULTS.sources * 1024
"""The list of sources or contributors, where no site says otherwise."""

BIBTEX_SIGNS = {"@": 100_000, "=": 300_000, " and ": 200_000}
"""Signs of entries, fields and names in a BibTeX file, which take more time than other characters:
10,000 entries with 20 fields and ten authors each, as many signs again in their words."""

VALUE = 100_000
"""Characters of one value: a line of millions would stand on every page that names it. Those of a
BibTeX field are counted with its abbreviations written out."""

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
# and each backtick it looks for the closing one in the whole rest, and each line it may take for
# the end of a paragraph. These keep the worst that was found to half a second.
BODY_CHARACTERS = 20_000
"""The longest body that is read as Markdown: a note has a few sentences."""

BODY_BRACKETS = 1_000_000
"""Opening brackets of a body times its characters: 50 links in the longest one."""

BODY_BACKTICKS = 4_000_000
"""Backticks of a body times its characters: 100 words of code in the longest one."""

BODY_LINES = 8_000_000
"""Lines of a body times its characters: 400 in the longest one."""

PAST_BYTES = 64 * 1024 * 1024
"""A file as it was at a revision; what a site takes of it, its own limits say."""

FRONT_MATTER_LINES = 1000
"""Lines of front matter. The fields of a text need 20."""

DEPTH = 32
"""Lists within lists. The deepest that the formats know is about 10, targets within targets
included; reading recurses, so this also bounds the stack."""

FOREIGN_BYTES = 32 * 1024 * 1024
"""A file of another program that is imported: some 10,000 notes of Hypothesis."""

HTML_DEPTH = 200
"""Elements within elements of HTML that a parser of trees is given: more than any text has, and
fewer than browsers give up at (512)."""

HTML_TAGS = 500_000
"""Tags of such HTML: ten times those of the longest pages."""

HTML_ATTRIBUTES = 1000
"""Attributes of an element of such HTML."""

HTML_ESCAPES = 100_000_000_000
"""Signs of a piece of text in such HTML that are escaped, times its characters: a second of
writing, 30,000 signs in a piece of 3 MB."""

HTML_WORK = 20_000_000
"""Tags of such HTML times the elements that each stands in. A second of parsing, and a hundred
megabytes."""

ORIGINAL_SIGNS = 20_000_000_000
"""Signs of a paragraph of such a document times its characters, as Markdown. Rendering it takes
some seconds: 8,000 links in a paragraph of 2 MB."""

ORIGINAL_BYTES = 32 * 1024 * 1024
"""A document of another program, unpacked, without pictures: twice a text, for the markup."""

ORIGINAL_TAGS = 500_000
"""Tags of its markup: more than a novel of 1,500 pages has."""

FOREIGN_DEPTH = 60
"""Lists within lists in such a file. JSON-LD nests more deeply than Postil's own files."""

FOREIGN_HTML = 20_000
"""Characters of an HTML body that is turned into Markdown; of a longer one the words are taken.
Elements within elements take time that grows with the square of their depth, and can make Markdown
that is hundreds of times as long. A body of that length is not shown as Markdown anyway."""

NODES = 200_000
"""Values in one file: 10,000 sources with 20 fields each."""

ID_LENGTH = patterns.ID_LENGTH

SHOWN = 60
"""Characters of a wrong value that a message repeats."""

DATE_LENGTH = 60
"""Characters of a wrong date for which the right one is looked for."""

DOI_LENGTH = patterns.DOI_LENGTH

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
