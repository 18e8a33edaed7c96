"""What a check leaves for the next one."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from postil.model.settings import Settings
from postil.read.folders import SharedFiles
from postil.read.settings import HostConfig
from postil.read.signs import Signs
from postil.read.site_files import SiteFiles
from postil.site.checking.facts import CitedFacts, ListFacts, PageFacts, TextFacts
from postil.site.extensions import PYTHON_MARKDOWN

_NO_SIGNS = Signs({})

_NOTHING = ListFacts(b"")

_NO_FILES = SiteFiles({}, {}, SharedFiles(), frozenset(), 0, (), ())

_PYMDOWN = (
    "arithmatex betterem caret critic details emoji escapeall extra fancylists highlight"
    " inlinehilite keys magiclink mark pathconverter progressbar quotes saneheaders smartsymbols"
    " striphtml superfences tabbed tasklist tilde blocks.admonition blocks.caption"
    " blocks.definition blocks.details blocks.html blocks.tab"
)

_PURE = PYTHON_MARKDOWN | {f"pymdownx.{name}" for name in _PYMDOWN.split()}
"""Extensions of Python-Markdown that render by the text and their options alone. Others may read
files, as `pymdownx.snippets` does."""

_FUNCTIONS = ("markdown.", "pymdownx.", "material.extensions.")
"""Where functions stand that options may name."""


@dataclass(frozen=True, slots=True)
class Record:
    """What was found in every part of a site, by the `signs` and paths of its files."""

    signs: Signs = _NO_SIGNS
    files: SiteFiles = _NO_FILES
    sources: ListFacts = _NOTHING
    contributors: ListFacts = _NOTHING
    links: ListFacts = _NOTHING
    style: ListFacts = _NOTHING
    texts: Mapping[str, TextFacts] = field(default_factory=dict)
    cited: Mapping[str, CitedFacts] = field(default_factory=dict)
    pages: Mapping[str, PageFacts] = field(default_factory=dict)


def of_settings(host: HostConfig, settings: Settings) -> tuple[object, ...] | None:
    """What findings depend on besides files; None where they may depend on more than is known."""
    extensions = [name.removeprefix("markdown.extensions.") for name in host.markdown_extensions]
    if not (_PURE.issuperset(extensions) and _is_plain(host.extension_configs)):
        return None
    return (
        host.markdown_extensions,
        host.extension_configs,
        host.docs_dir,
        settings.content,
        settings.annotations,
        settings.trusted,
        settings.style,
        settings.limits,
        [kind.id for kind in settings.kinds],
        [verdict.id for verdict in settings.verdicts],
    )


def _is_plain(value: Any) -> bool:
    """Whether a value of an option is data, or a function that is known to go by data alone."""
    if isinstance(value, Mapping):
        # Icons of the site's own.
        return "custom_icons" not in value and all(map(_is_plain, value.values()))
    if isinstance(value, list | tuple):
        return all(map(_is_plain, value))
    if value is None or isinstance(value, str | int | float):
        return True
    module = getattr(value, "__module__", "")
    return callable(value) and hasattr(value, "__qualname__") and module.startswith(_FUNCTIONS)
