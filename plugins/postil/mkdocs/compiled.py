"""The templates of the theme as Python, kept from build to build: to compile them takes as long as
to fill them for hundreds of texts."""

from __future__ import annotations

from typing import TYPE_CHECKING

from jinja2 import BytecodeCache

from postil.kept import Keeping
from postil.mkdocs.others import stranger
from postil.programs import code
from postil.site.digest import digest

if TYPE_CHECKING:
    from jinja2 import Environment
    from jinja2.bccache import Bucket
    from mkdocs.config.defaults import MkDocsConfig

_LOOK = (
    *("block_start_string", "block_end_string", "variable_start_string", "variable_end_string"),
    *("comment_start_string", "comment_end_string", "line_statement_prefix"),
    *("line_comment_prefix", "trim_blocks", "lstrip_blocks", "newline_sequence"),
    *("keep_trailing_newline", "optimized", "is_async", "sandboxed"),
)
"""How an environment reads templates (https://jinja.palletsprojects.com/en/stable/api/)."""


class Compiled(BytecodeCache):
    """Compiled templates, each by a key of its source and of what compiles it."""

    def __init__(self, kept: Keeping, around: bytes) -> None:
        """Kept among other things, which are sealed: code that somebody else wrote never runs."""
        self._kept, self._around = kept, around

    def load_bytecode(self, bucket: Bucket) -> None:
        """Takes a template, if it is there."""
        if found := self._kept.get(*self._where(bucket)):
            bucket.bytecode_from_string(found[0])

    def dump_bytecode(self, bucket: Bucket) -> None:
        """Keeps a template."""
        self._kept.put(*self._where(bucket), bucket.bytecode_to_string())

    def _where(self, bucket: Bucket) -> tuple[str, bytes]:
        return f"template {bucket.key}", digest(self._around, bucket.key, bucket.checksum)


def keep_compiled(env: Environment, kept: Keeping | None, config: MkDocsConfig) -> None:
    """Has an environment take its templates from where they are kept; not where a plugin may have
    changed how it compiles them."""
    if kept is None or env.bytecode_cache is not None or stranger(config, "env"):
        return
    if callable(env.autoescape) or env.finalize is not None:
        return
    # What is constant in a template is worked out when it is compiled, by filters and tests too.
    named = {**env.filters, **env.tests}
    around = digest(
        code(),
        [getattr(env, name) for name in _LOOK],
        env.autoescape,
        sorted(env.extensions),
        sorted((name, f"{made.__module__}.{made.__qualname__}") for name, made in named.items()),
    )
    env.bytecode_cache = Compiled(kept, around)
