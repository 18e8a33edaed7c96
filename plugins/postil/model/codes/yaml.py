"""YAML: can the file be understood at all?"""

from __future__ import annotations

from postil.model.codes.code import Code, Group
from postil.model.diagnostic import Level

YAML = Group(
    "YAML",
    "Can the file be understood at all?",
    (
        Code(
            "yaml-colon",
            Level.ERROR,
            "A value holds a colon, which YAML reads as the end of a key.",
            "A colon followed by a space ends a key in YAML, so that a value cannot hold one as it"
            " is.",
            "Put the whole value in quotation marks, as the hint does.",
        ),
        Code(
            "yaml-tab",
            Level.ERROR,
            "A line is indented with a tab, which YAML forbids.",
            "An editor indents with tabs.",
            "Indent with spaces, two for each step.",
        ),
        Code(
            "yaml-quotes",
            Level.ERROR,
            "Quotation marks begin a value and do not end it.",
            "The value begins with a quotation mark that belongs to the text, or holds the same"
            " mark inside.",
            "Put marks of the other kind around the whole value.",
        ),
        Code(
            "yaml-brackets",
            Level.ERROR,
            "Brackets begin a value and do not end it.",
            "The value begins with a bracket or a brace, with which YAML begins a list.",
            "Put the value in quotation marks if the bracket belongs to the text; otherwise close"
            " it.",
        ),
        Code(
            "yaml-sign",
            Level.ERROR,
            "A value begins with a character that has a meaning in YAML.",
            "The value begins with a sign such as `@`, `*`, `&`, `%` or a backtick, which YAML"
            " keeps for itself.",
            "Put the whole value in quotation marks.",
        ),
        Code(
            "yaml-bar",
            Level.ERROR,
            "A value of several lines lacks the sign | after its key.",
            "A text goes on in the next line, and YAML does not know that it belongs to the field"
            " above.",
            "Write `|` after the colon, and the whole text below it, indented.",
        ),
        Code(
            "yaml-indent",
            Level.ERROR,
            "A line is not in line with those that it belongs to.",
            "A line begins in another column than its neighbours.",
            "Let all fields of one thing begin in the same column, and all hyphens of one list.",
        ),
        Code(
            "yaml-key",
            Level.ERROR,
            "A line lacks the colon and space between key and value.",
            "The colon after a name is missing, or the space after the colon.",
            "Write `name: value`.",
        ),
        Code(
            "yaml-alias",
            Level.ERROR,
            "Anchors and aliases (&, *, <<) are not allowed in these files.",
            "The value begins with `&` or `*`, or a key is `<<`: with these YAML repeats parts of"
            " a file, and a few lines could grow without end.",
            "Put the value in quotation marks if the sign belongs to the text; otherwise write the"
            " part out.",
        ),
        Code(
            "yaml-documents",
            Level.ERROR,
            "A file holds more than one YAML document.",
            "A line `---` begins a second document, and what follows would be left out.",
            "Write several annotations as a list, or in files of their own.",
        ),
        Code(
            "yaml-limits",
            Level.ERROR,
            "A file nests too deeply, or holds too many values or too long ones.",
            "Lists stand within lists more deeply than any field needs, the file holds some hundred"
            " thousand values, or one of them has more than 100,000 characters.",
            "Split the file, and look for brackets that are not closed.",
        ),
        Code(
            "yaml-syntax",
            Level.ERROR,
            "A file is not YAML, for a reason that has no code of its own.",
            "The parser stopped, and none of the usual slips explains it.",
            "Look at the colons, quotation marks and indentation of the line that is named and of"
            " the one above.",
        ),
    ),
)
