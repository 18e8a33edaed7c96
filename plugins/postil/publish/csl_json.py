"""Sources as CSL-JSON, for reference managers and for other sites.

https://github.com/citation-style-language/schema, `csl-data.json`.
"""

from __future__ import annotations

import json
import re
from collections.abc import Mapping
from typing import Any

from postil.model.source import Source
from postil.publish.iri import web_uri
from postil.render.citation import archive_link

_DATES = frozenset(
    ("issued", "accessed", "available-date", "event-date", "original-date", "submitted")
)
_ISO = re.compile(r"(\d{4})(?:-(\d\d)(?:-(\d\d))?)?", re.ASCII)
_NUMBER = re.compile(r"[0-9]+", re.ASCII)


def csl_line(source: Source) -> str:
    """The item of a source on one line."""
    return json.dumps(csl_item(source), ensure_ascii=False)


def csl_item(source: Source) -> dict[str, Any]:
    """The item of a source, its dates in CSL's form.

    What CSL has no field for (the archive copy, how the source was checked) stands under `custom`,
    which is CSL's place for it. An address that must not be linked is left out.
    """
    item: dict[str, Any] = {}
    for key, value in source.item.items():
        if key in _DATES:
            item[key] = csl_date(value)
        elif key == "URL":
            if address := web_uri(source.url):
                item[key] = address
        elif key != "DOI" or source.link:
            item[key] = value
    facts = {
        "archive": archive_link(source),
        "archived": source.archived,
        "checked": source.checked,
        "copy": source.copy,
        "seen": source.seen,
        "extent": source.extent,
        "excerpt": source.excerpt,
        "remark": source.remark,
    }
    custom: dict[str, Any] = {name: value for name, value in facts.items() if value}
    if not source.link:
        custom["link"] = False
    if custom:
        own = item.get("custom")
        item["custom"] = {**(own if isinstance(own, Mapping) else {}), **custom}
    return item


def csl_date(value: Any) -> Any:
    """A date as CSL has it: ISO 8601 dates, and two with a stroke between, as `date-parts`; one
    with ~ behind it is about right."""
    if not isinstance(value, str):
        return value
    found = [_ISO.fullmatch(end) for end in value.removesuffix("~").split("/")]
    if 1 <= len(found) <= 2 and all(found):
        parts = [[int(part) for part in one.groups() if part] for one in found if one]
        return {"date-parts": parts, **({"circa": True} if value.endswith("~") else {})}
    return {"raw": value} if _NUMBER.search(value) else {"literal": value}
