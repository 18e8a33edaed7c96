"""docs/reference/configuration.md: every option of the plugin."""

from __future__ import annotations

from pathlib import Path

from tools.reference.fields import entries, whole
from tools.reference.markup import fence, indented, page

from postil.model.fields.options import KIND, LIMITS, OPTIONS, PUBLISHER, VERDICT
from postil.model.words import ENGLISH_WORDS
from postil.publish.yaml_scalar import scalar

_LINKS = {"kind": "#a-kind", "verdict": "#a-verdict", "publisher": "#the-publisher"} | {
    "limits": "#the-limits"
}
_INTRODUCTION = """\
The plugin is set in `mkdocs.yml`. Nothing needs to be set:

```yaml title="mkdocs.yml"
plugins:
  - search
  - postil
```

A wrong name or value is [reported](diagnostics.md#settings-value) by `postil check`, and the build
stops. The options of MkDocs and of the theme are theirs; these that Postil needs to know it reads
from them: `site_url` (feeds, exports and links to pages need it), `site_name`, and the language of
the theme.
"""


def configuration_page(root: Path) -> str:
    """The page."""
    del root
    plugin = "plugins:\n  - search\n  - postil:\n" + indented(whole(OPTIONS.fields), 6)
    return page(
        "Configuration",
        _INTRODUCTION,
        [
            "## Options\n",
            "All together, each with a value that is not its default:\n",
            fence(plugin, "yaml", "mkdocs.yml"),
            entries(OPTIONS.fields, OPTIONS, _LINKS),
            f"## A kind\n\n{KIND.meaning}\n",
            entries(KIND.fields, KIND, _LINKS),
            f"## A verdict\n\n{VERDICT.meaning}\n",
            entries(VERDICT.fields, VERDICT, _LINKS),
            f"## The limits\n\n{LIMITS.meaning}\n",
            entries(LIMITS.fields, LIMITS, _LINKS),
            f"## The publisher\n\n{PUBLISHER.meaning}\n",
            entries(PUBLISHER.fields, PUBLISHER, _LINKS),
            "## Words of the interface\n\nThe names for the option `words`, with the English words."
            " What stands in braces is filled in; a word can leave it out, and have no other."
            " Plural forms end in a form of CLDR, such as `-one` and `-other`.\n",
            fence(_words(), "yaml"),
        ],
    )


def _words() -> str:
    return "words:\n" + "\n".join(
        f"  {name}: {scalar(words)}" for name, words in ENGLISH_WORDS.items()
    )
