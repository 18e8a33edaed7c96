"""What came of opening addresses, as the file that the site keeps of it."""

from __future__ import annotations

import json
from collections.abc import Iterable
from dataclasses import asdict
from typing import Any

from postil.model.link import LinkCheck


def as_link_file(links: Iterable[LinkCheck]) -> bytes:
    """The content of `annotations/links.json`: JSON, sorted by address, one entry a line.

    So two people's results can be merged line by line, and a run that finds nothing new changes
    nothing but dates.
    """
    lines = [
        json.dumps(link_fields(link), ensure_ascii=False)
        for link in sorted(links, key=lambda link: link.address)
    ]
    return ("[\n" + ",\n".join(lines) + "\n]\n" if lines else "[]\n").encode()


def link_fields(link: LinkCheck) -> dict[str, Any]:
    """What is known of an address, by the names of its fields; what is empty is left out."""
    return {key: value for key, value in asdict(link).items() if value}
