"""BibTeX and JSON: can other forms of the list of sources be read?"""

from __future__ import annotations

from postil.model.codes.code import Code, Group
from postil.model.diagnostic import Level

FORMS = Group(
    "BibTeX and JSON",
    "Can other forms of the list of sources be read?",
    (
        Code(
            "bibtex-syntax",
            Level.ERROR,
            "An entry of a BibTeX file cannot be read.",
            "A brace, a comma or a quotation mark is missing or one too many.",
            "Mend the entry as the hint says; entries after it are read all the same where their"
            " begin can be told.",
        ),
        Code(
            "bibtex-name",
            Level.ERROR,
            "A BibTeX field names what no @string or entry of its file defines.",
            "A value without braces is the name of an abbreviation, and none is defined before it;"
            " or `crossref` names an entry of another file.",
            "Put the value in braces, or define it with `@string` in the same file.",
        ),
        Code(
            "bibtex-tex",
            Level.WARNING,
            "A BibTeX field holds a command of TeX that Postil cannot read.",
            "The field uses a command of TeX that stands for something that cannot be told from"
            " the file alone.",
            "Write what it stands for, in Unicode.",
        ),
        Code(
            "bibtex-limits",
            Level.ERROR,
            "A BibTeX file nests too deeply, or holds too much.",
            "Braces stand within braces very deeply, or a field or the file is far larger than a"
            " bibliography.",
            "Split the file, and look for braces that are not closed.",
        ),
        Code(
            "json-syntax",
            Level.ERROR,
            "A file is not JSON.",
            "A comma, a bracket or a quotation mark is missing or one too many.",
            "Save the file anew with the program that made it, or mend the place that is named.",
        ),
        Code(
            "json-limits",
            Level.ERROR,
            "A JSON file nests too deeply, or holds too many values or too long ones.",
            "Lists stand within lists more deeply than any field needs, the file holds some hundred"
            " thousand values, or one of them has more than 100,000 characters.",
            "Split the file.",
        ),
    ),
)
