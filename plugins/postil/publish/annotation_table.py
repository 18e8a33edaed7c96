"""Annotations as rows of a table. `postil import` takes them back."""

from __future__ import annotations

import json
from collections.abc import Sequence
from typing import Any

from postil.model.annotation import Annotation
from postil.model.target import Target
from postil.model.text import Text

COLUMNS = (
    *("id", "text", "url", "kind", "title", "exact", "prefix", "suffix", "section", "targets"),
    *("verdict", "body", "wanted", "citations", "contributors", "created", "revisions", "address"),
)


def annotation_row(annotation: Annotation, text: Text, address: str) -> tuple[str, ...]:
    """The cells of an annotation, as `COLUMNS` names them.

    Of several targets, and of one within another, all stand in `targets`, as JSON; a single one
    stands in columns of its own. Citations are ids with semicolons between, or JSON where one has
    more than its source; revisions are JSON.
    """
    first = annotation.targets[0] if annotation.targets else None
    quote = first.quote if first else None
    alone = len(annotation.targets) == 1 and first is not None and first.within is None
    return (
        annotation.id,
        annotation.text,
        text.provenance.url,
        annotation.kind,
        annotation.title,
        quote.exact if quote else "",
        quote.prefix if quote else "",
        quote.suffix if quote else "",
        first.section if first else "",
        "" if alone else _json([_target(target) for target in annotation.targets]),
        annotation.verdict,
        annotation.body,
        annotation.wanted,
        _citations(annotation),
        ";".join(annotation.contributors),
        annotation.created,
        _json(
            [
                _filled(date=one.date, kind=one.kind, summary=one.summary, before=one.before)
                for one in annotation.revisions
            ]
        ),
        address,
    )


def _citations(annotation: Annotation) -> str:
    cited: list[dict[str, Any]] = [
        _filled(source=one.source, locator=one.locator, quote=one.quote, supports=one.supports)
        for one in annotation.citations
    ]
    for passage in annotation.cited_passages:
        words = {"target": _target(passage.target)} if passage.target else {}
        more = _filled(locator=passage.locator, supports=passage.supports)
        cited.append({"passage": passage.name, **words, **more})
    if all(one.keys() == {"source"} for one in cited):
        return ";".join(one["source"] for one in cited)
    return _json(cited)


def _target(target: Target) -> dict[str, Any]:
    made: dict[str, Any] = {}
    if target.quote is not None:
        quote = target.quote
        made["exact"] = quote.exact
        made |= _filled(prefix=quote.prefix, suffix=quote.suffix)
    made |= _filled(section=target.section)
    if target.within is not None:
        made["within"] = _target(target.within)
    return made


def _filled(**fields: str) -> dict[str, str]:
    return {name: value for name, value in fields.items() if value}


def _json(values: Sequence[Any]) -> str:
    return json.dumps(values, ensure_ascii=False) if values else ""
