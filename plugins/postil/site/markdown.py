"""Texts to HTML without the host, as the host does it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from html.parser import HTMLParser
from importlib import import_module
from typing import Any

import markdown
from markdown.extensions import Extension
from markdown.preprocessors import Preprocessor

from postil.model.library import Library
from postil.model.limits import Limits
from postil.model.text import Text
from postil.read.settings import HostConfig
from postil.site.deadline import TooLongError, within
from postil.site.explain import Explained, explain
from postil.site.extensions import PYTHON_MARKDOWN

UNREADABLE = "“<!” and “[” begin what MkDocs cannot read as HTML; write “&lt;” for the first sign"
"""Why a text cannot be rendered of which MkDocs' parser raises AssertionError."""

_BY_MODULE = ("markdown.extensions.", "pymdownx.")
"""Where extensions stand that nobody else offers by their names."""

_SAID = 200
"""Characters of what the error of an extension says."""


class UnrenderableError(Exception):
    """Nothing can be made of a text: `reason` says why, and `path` names its file, if known."""

    def __init__(self, reason: str, path: str = "") -> None:
        self.reason, self.path = reason, path
        super().__init__(f"{path}: {reason}" if path else reason)


class TextRenderer:
    """Renders Markdown with the extensions of the site's configuration.

    MkDocs makes a new instance for each page; making one is slow, and `reset` gives the same
    HTML. What the host adds on its own (it rewrites links) never changes visible text. `seconds`
    is what one text may take.
    """

    def __init__(
        self,
        extensions: Sequence[str],
        configs: Mapping[str, Any],
        seconds: float = Limits().seconds,
    ) -> None:
        self.seconds = seconds
        self._extensions, self._configs = list(extensions), dict(configs)
        self._markdown = self._new()

    def render(self, source: str) -> str:
        """The HTML of `source`, a text without its front matter. Raises UnrenderableError."""
        try:
            with sensible(self.seconds):
                self._markdown.reset()
                return self._markdown.convert(source)
        except BaseException:
            # It still believes to be within the list or quotation where it was interrupted, and
            # `reset` does not tell it.
            self._markdown = self._new()
            raise

    def _new(self) -> markdown.Markdown:
        try:
            made = markdown.Markdown()
            made.registerExtensions(
                [_known(name, self._configs) for name in self._extensions], self._configs
            )
        except Exception as error:  # an extension is code of others, and may raise anything
            said = " ".join(f"{type(error).__name__}: {error}".split())
            raise UnrenderableError(
                f"the Markdown extensions of the configuration cannot be loaded ({said[:_SAID]})"
            ) from None
        # Where MkDocs has its own: just before raw HTML is taken out.
        made.preprocessors.register(_AsMkDocs(made), "postil-as-mkdocs", 21.6)
        return made


def _known(name: str, configs: Mapping[str, Any]) -> Extension | str:
    """An extension of Python-Markdown or PyMdown, and of any other one its name: for a name,
    Python-Markdown first reads what every installed package says of itself."""
    module = f"markdown.extensions.{name}" if name in PYTHON_MARKDOWN else name
    if ":" in name or not module.startswith(_BY_MODULE):
        return name
    try:
        found = import_module(module)
    except ImportError:
        return name  # what is wrong with it, Python-Markdown says
    made: Extension = found.makeExtension(**dict(configs.get(name, {})))
    return made


class _AsMkDocs(Preprocessor):
    """Reads what MkDocs reads to find anchors, with Python's parser as it does, and so finds what
    ends its build: that parser gives up at sections such as `<![x](y)>`."""

    def run(self, lines: list[str]) -> list[str]:
        if any("<![" in line for line in lines):
            parser = HTMLParser()
            try:
                parser.feed("\n".join(lines))
                parser.close()
            except AssertionError:
                raise UnrenderableError(UNREADABLE) from None
        return lines


def renderer_of(host: HostConfig) -> TextRenderer:
    """Renders the texts of a site."""
    return TextRenderer(
        host.markdown_extensions, host.extension_configs, host.settings.limits.seconds
    )


def rendered(renderer: TextRenderer, text: Text) -> str:
    """The HTML of a text. Raises UnrenderableError."""
    try:
        return renderer.render(text.markdown)
    except UnrenderableError as error:
        raise UnrenderableError(error.reason, text.place.path) from None


def explained(library: Library, renderer: TextRenderer, text: Text) -> Explained:
    """A text, rendered and anchored. Raises UnrenderableError."""
    html = rendered(renderer, text)
    try:
        with sensible(renderer.seconds):
            return explain(library, text, html)
    except UnrenderableError as error:
        raise UnrenderableError(error.reason, text.place.path) from None


@contextmanager
def sensible(seconds: float) -> Iterator[None]:
    """Raises UnrenderableError for a text that would take too long, or exhaust the stack."""
    try:
        with within(seconds):
            yield
    except (TooLongError, RecursionError) as error:
        raise UnrenderableError(why(error, seconds)) from None


def why(error: Exception, seconds: float) -> str:
    """What is wrong with a text at which a build ended, as the end of a sentence."""
    if isinstance(error, AssertionError):
        return UNREADABLE
    if isinstance(error, RecursionError):
        return "things stand within things too deeply to be rendered"
    return f"it takes longer than {seconds:g} s to render and anchor, which no text of people does"
