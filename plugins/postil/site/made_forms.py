"""What is made from every explainer together: a page, or a file for machines."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from postil.site.whole import Whole


@dataclass(frozen=True, slots=True)
class Overview:
    """A page about all explainers.

    `uri` is its name among the host's source files, `sources.md` for the address `/sources/`;
    `title` is a word of the interface; `make` gives its content as HTML, with its `h1`. A list
    that is long goes on in further pages, of which this is number `number`. `searched` says
    whether the search of the site finds what stands there, which it finds elsewhere if not.
    """

    uri: str
    title: str
    make: Callable[[Whole], str]
    number: int = 1
    searched: bool = False


@dataclass(frozen=True, slots=True)
class MadeFile:
    """A file for machines: its path below the root of the site, and what it holds."""

    path: str
    content: bytes
