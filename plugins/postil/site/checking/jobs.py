"""What is to be looked at."""

from __future__ import annotations

from dataclasses import dataclass

from postil.model.target import Target
from postil.read.text_folder import TextFile


@dataclass(frozen=True, slots=True)
class Job:
    """A text to be looked at: its file, if it has one, and those of its annotations by their paths.

    `digest` is that of the contents of which everything is known already.
    """

    slug: str
    file: TextFile | None
    paths: tuple[str, ...]
    digest: bytes = b""


@dataclass(frozen=True, slots=True)
class CitedJob:
    """Passages of a text that notes cite; `digest` is that of the text and of these."""

    file: TextFile
    targets: tuple[Target, ...]
    digest: bytes
