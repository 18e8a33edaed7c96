"""The options of the plugin, as MkDocs reads them.

What they mean stands in `postil.model.fields.options`, their defaults in `postil.model.settings`,
and what is wrong with a value says `postil.read.options`, which `postil check` uses as well; here
MkDocs only learns their names and types.
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
    annotations = c.Type(str, default=_DEFAULTS.annotations)
    path = c.Type(str, default=_DEFAULTS.path)
    repository = c.Type(str, default=_DEFAULTS.repository)
    branch = c.Type(str, default=_DEFAULTS.branch)
    forge = c.Type(str, default=_DEFAULTS.forge)
    contact = c.Type(str, default=_DEFAULTS.contact)
    form = c.Type(bool, default=_DEFAULTS.form)
    kinds: c.Type[dict[str, Any]] = c.Type(dict, default={})
    verdicts: c.Type[dict[str, Any]] = c.Type(dict, default={})
    levels: c.Type[dict[str, Any]] = c.Type(dict, default={})
    note_pages = c.Type(bool, default=_DEFAULTS.note_pages)
    overviews = c.Type(bool, default=_DEFAULTS.overviews)
    exports = c.Type(bool, default=_DEFAULTS.exports)
    search = c.Type(str, default=_DEFAULTS.search)
    cards = c.Type(str, default=_DEFAULTS.cards)
    limits: c.Type[dict[str, Any]] = c.Type(dict, default={})
    publisher: c.Type[dict[str, Any]] = c.Type(dict, default={})
    words: c.Type[dict[str, Any]] = c.Type(dict, default={})
    style = c.Type(str, default=_DEFAULTS.style)
    trusted: c.Type[list[Any]] = c.Type(list, default=[])
    csp = c.Type(bool, default=_DEFAULTS.csp)
    csp_also: c.Type[dict[str, Any]] = c.Type(dict, default={})
    jobs = c.Type(int, default=_DEFAULTS.jobs)
    cache = c.Type(bool, default=_DEFAULTS.cache)
