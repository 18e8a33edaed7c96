"""Configuration: can the settings of the site be read?"""

from __future__ import annotations

from postil.model.codes.code import Code, Group
from postil.model.diagnostic import Level

SETTINGS = Group(
    "Configuration",
    "Can the settings of the site be read?",
    (
        Code(
            "settings-syntax",
            Level.ERROR,
            "The configuration of the site cannot be read.",
            "`mkdocs.yml` is not YAML, names an object that cannot be loaded, or inherits from a"
            " file that is not there.",
            "Mend the place that is named; MkDocs cannot read the file either.",
        ),
        Code(
            "settings-value",
            Level.ERROR,
            "An option of Postil has a wrong name or value.",
            "An option is misspelt, or has a value that it cannot have.",
            "Take the name or the value that the hint offers. [Configuration](configuration.md)"
            " lists them all.",
        ),
        Code(
            "style-form",
            Level.ERROR,
            "The citation style that the settings name cannot be used.",
            "The file is not a style of CSL 1.0 with a bibliography, only names another style, or"
            " calls its own macros.",
            "Take an independent style, as the hint says.",
        ),
    ),
)
