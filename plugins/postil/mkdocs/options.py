"""The options of the plugin, as MkDocs reads them.

Their meaning, their defaults and what is wrong with a value belong to `postil.model.settings` and
`postil.read.settings`, which `postil check` uses as well; here MkDocs only learns their names.
"""

from __future__ import annotations

from typing import Any

from mkdocs.config import config_options as c
from mkdocs.config.base import Config

from postil.model.settings import Settings

_DEFAULTS = Settings()


class PostilOptions(Config):
    """What stands under `plugins: - postil:` in mkdocs.yml."""

    content = c.Type(str, default=_DEFAULTS.content)
    """The folder of the texts, relative to mkdocs.yml."""

    annotations = c.Type(str, default=_DEFAULTS.annotations)
    """The folder of the annotations, the sources and the contributors, relative to mkdocs.yml."""

    path = c.Type(str, default=_DEFAULTS.path)
    """The folder of the site in which the explainers and their index are published."""

    repository = c.Type(str, default=_DEFAULTS.repository)
    """The address of the repository on its forge, such as `https://github.com/owner/name`. Without
    one the pages have no links to edit a text or a note. It is Postil's own setting, since MkDocs'
    `repo_url` makes Material call the forge from every reader's browser."""

    branch = c.Type(str, default=_DEFAULTS.branch)
    """The branch that the links to the repository lead to."""

    forge = c.Type(str, default=_DEFAULTS.forge)
    """The software of the forge, `github`, `gitlab` or `gitea`, where its address does not tell."""

    contact = c.Type(str, default=_DEFAULTS.contact)
    """Where readers report errors: `mailto:` and an address, or an address of the web. Without one
    it is where the repository takes reports, if that is set."""

    kinds: c.Type[dict[str, Any]] = c.Type(dict, default={})
    """Kinds of annotation beside context, source and correction: `id: {label, plural, line}`."""

    verdicts: c.Type[dict[str, Any]] = c.Type(dict, default={})
    """A scale of verdicts in place of the default one: `id: {label, meaning, sign, rating}`."""

    levels: c.Type[dict[str, Any]] = c.Type(dict, default={})
    """The level of single diagnostics: `code: error`, `warning`, `info` or `off`."""

    note_pages = c.Type(bool, default=_DEFAULTS.note_pages)
    """Whether each note has a page of its own, to share and to cite."""

    overviews = c.Type(bool, default=_DEFAULTS.overviews)
    """Whether the site has pages about all explainers: sources, corrections, changes and more."""

    exports = c.Type(bool, default=_DEFAULTS.exports)
    """Whether the site has files for machines: Web Annotations, feeds, CSL-JSON and more."""

    words: c.Type[dict[str, Any]] = c.Type(dict, default={})
    """Words of the interface in place of those of its language: `name: words`."""

    style = c.Type(str, default=_DEFAULTS.style)
    """How references are written: `postil`, or the path of a CSL file below that of mkdocs.yml."""
