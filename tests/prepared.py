"""What MkDocs does anew for each build although it comes out the same, done once in a process.

It compiles the templates of the theme, and looks through the thousands of icons among them: more
than half of the time that the smallest site takes. What tests look at does not change by it.
"""

from __future__ import annotations

import functools
import sysconfig
from contextlib import suppress
from types import CodeType

from jinja2 import BytecodeCache, Environment, FileSystemLoader, TemplateAssertionError
from jinja2.bccache import Bucket
from mkdocs.theme import Theme

_INSTALLED = sysconfig.get_path("purelib")


class _Compiled(BytecodeCache):
    """The code of templates, by what names them and by what stands in them."""

    def __init__(self) -> None:
        self._codes: dict[tuple[str, str], CodeType] = {}

    def load_bytecode(self, bucket: Bucket) -> None:
        bucket.code = self._codes.get((bucket.key, bucket.checksum))

    def dump_bytecode(self, bucket: Bucket) -> None:
        if bucket.code is not None:
            self._codes[bucket.key, bucket.checksum] = bucket.code


def prepare_theme(name: str = "") -> None:
    """From here on, the builds of this process share what they can, and those of processes that it
    forks have what is shared of the theme that is named."""
    compiled, get_env, listed = _Compiled(), Theme.get_env, FileSystemLoader.list_templates

    def env_of(theme: Theme) -> Environment:
        env = get_env(theme)
        env.bytecode_cache = compiled
        return env

    @functools.cache
    def installed(folder: str) -> frozenset[str]:
        # MkDocs leaves out what is hidden, as the icons are.
        return frozenset(
            name for name in listed(FileSystemLoader(folder)) if not name.startswith(".")
        )

    def list_templates(self: FileSystemLoader) -> list[str]:
        found: set[str] = set()
        for folder in self.searchpath:
            shared = folder.startswith(_INSTALLED)
            found.update(installed(folder) if shared else listed(FileSystemLoader(folder)))
        return sorted(found)

    Theme.get_env = env_of  # type: ignore[assignment,method-assign]
    FileSystemLoader.list_templates = list_templates  # type: ignore[method-assign]
    if name:
        env = Theme(name).get_env()
        for template in env.list_templates(extensions=["html"]):
            # Those of a blog ask for filters that its plugin brings.
            with suppress(TemplateAssertionError):
                env.get_template(template)
