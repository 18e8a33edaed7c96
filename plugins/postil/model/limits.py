"""How much of what people wrote a site takes."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Limits:
    """Far above what people write, and far below what hurts; a site may choose its own.

    `text`, `annotations` and `sources` are the largest files, in kilobytes of 1024 bytes: a text
    (ten times the longest novels), a file of annotations (some 200 long notes), and one of sources
    or contributors (some 10,000 entries with abstracts). `notes` are the annotations of one text,
    and `seconds` what one text may take to be rendered and anchored.
    """

    text: int = 16_384
    annotations: int = 512
    sources: int = 8_192
    notes: int = 10_000
    seconds: int = 60
