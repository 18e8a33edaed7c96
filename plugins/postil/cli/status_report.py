"""How far a site is, for a person or a program."""

from __future__ import annotations

import json
from collections.abc import Callable, Sequence
from dataclasses import asdict

from postil.cli.table import shortened, table
from postil.site.standing import OpenItem, Standing, TextStanding

_OPEN = {
    "unverified": "Could not be verified",
    "wanted": "Evidence is wanted",
    "unopened": "Sources that nobody opened",
    "links": "Addresses that are dead or have moved",
    "drafts": "Drafts",
}

_LISTED = 10

Column = Callable[[TextStanding], int]


def as_text(found: Standing, every: bool = False) -> str:
    """Tables of the counts, then what is open, a line each: the first ten, or `every` one."""
    if not found.texts:
        return "The site has no texts yet; “postil new” makes one.\n"
    first = found.texts[0]
    kinds = {id: _of("kinds", id) for id in first.kinds}
    verdicts = {id or "none": _of("verdicts", id) for id in first.verdicts}
    anchors = {id: _of("anchors", id) for id in first.anchors}
    parts = [
        _table("Notes", found.texts, {"all": lambda one: one.notes} | kinds | {"drafts": _drafts}),
        _table("Verdicts", found.texts, verdicts),
        _table("Passages", found.texts, anchors),
        _coverage(found.texts),
    ]
    parts += [_list(name, found.open[name], every) for name in _OPEN if found.open[name]]
    if not any(found.open.values()):
        parts.append("Nothing is open.\n")
    return "\n".join(parts)


def _of(counts: str, id: str) -> Column:
    return lambda one: int(getattr(one, counts)[id])


def _drafts(one: TextStanding) -> int:
    return one.drafts


def _table(title: str, texts: Sequence[TextStanding], columns: dict[str, Column]) -> str:
    rows = [[title, *columns]]
    rows += [[one.slug, *(str(count(one)) for count in columns.values())] for one in texts]
    if len(texts) > 1:
        rows.append(["together", *(str(sum(map(count, texts))) for count in columns.values())])
    return table(rows, right=range(1, len(columns) + 1))


def _coverage(texts: Sequence[TextStanding]) -> str:
    rows = [["Paragraphs", "all", "with a note", "share"]]
    rows += [_covered(one.slug, one.paragraphs, one.covered) for one in texts]
    if len(texts) > 1:
        paragraphs = sum(one.paragraphs for one in texts)
        rows.append(_covered("together", paragraphs, sum(one.covered for one in texts)))
    return table(rows, right=range(1, 4))


def _covered(name: str, paragraphs: int, covered: int) -> list[str]:
    # Rounded down, so that nothing that lacks a note is called 100 %.
    share = f"{covered * 100 // paragraphs} %" if paragraphs else "–"
    return [name, str(paragraphs), str(covered), share]


def _list(name: str, items: Sequence[OpenItem], every: bool) -> str:
    listed = items if every else items[:_LISTED]
    rows = [(f"  {one.place}", one.id, shortened(one.words)) for one in listed]
    more = len(items) - len(listed)
    rest = f"  … and {more} more; --all lists them\n" if more else ""
    return f"{_OPEN[name]} ({len(items)})\n{table(rows)}{rest}"


def as_json(found: Standing) -> str:
    """One JSON object: `texts` with the counts of each, and `open` with lists by their names. Notes
    without a verdict are counted as `none`."""
    texts = [
        asdict(one)
        | {"notes": one.notes, "share": round(one.share, 4)}
        | {"verdicts": {id or "none": count for id, count in one.verdicts.items()}}
        for one in found.texts
    ]
    open_ = {
        name: [
            {
                "path": one.place.path,
                "line": one.place.line,
                "column": one.place.column,
                "id": one.id,
                "words": one.words,
            }
            for one in items
        ]
        for name, items in found.open.items()
    }
    return json.dumps({"texts": texts, "open": open_}, ensure_ascii=False, indent=2) + "\n"
