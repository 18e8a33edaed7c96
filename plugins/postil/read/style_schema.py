"""The schema of CSL, which the processor ships."""

from __future__ import annotations

import re

_FOLLOWS = re.compile("interleave|failed to validate|^Expecting")
"""What the validator says of the elements around a fault, and of others that could stand there."""

_SHOWN = 5
"""Faults of one style that are listed; most follow from the first."""


def schema_problems(text: str) -> list[tuple[int, str]]:
    """Where a style, well-formed XML without entities, is not valid: lines and messages."""
    # They take a while to load, and few sites have a style of their own.
    import citeproc  # type: ignore[import-untyped]  # it ships no types
    from lxml import etree  # type: ignore[import-untyped]  # nor does this

    parser = etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False)
    document = etree.fromstring(text.encode(), parser)
    schema = etree.RelaxNG(etree.parse(citeproc.SCHEMA_PATH))
    if schema.validate(document):
        return []
    # Of what is missing, or there twice, the validator may know no line, and says 0.
    found = dict.fromkeys((error.line or 1, error.message) for error in schema.error_log)
    telling = [one for one in found if not _FOLLOWS.search(one[1])] or list(found)
    return telling[:_SHOWN] or [(1, "it does not follow the schema")]
