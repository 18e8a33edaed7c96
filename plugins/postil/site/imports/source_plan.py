"""Sources of bibliographies to items of the site's list: which are appended, and which are not."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import replace
from pathlib import Path
from typing import Any

from postil.model.diagnostic import Diagnostic, Level
from postil.model.library import Library
from postil.model.place import Place
from postil.model.settings import Settings
from postil.model.source import Source
from postil.publish.iri import web_uri
from postil.publish.yaml_source import sources_yaml
from postil.read import limits
from postil.read.files import decode
from postil.read.foreign.values import Foreign, ForeignSource, Remark
from postil.read.forms import id_from, source_id_problem
from postil.read.sources import read_sources
from postil.read.yaml_nodes import compose
from postil.render.text_item import text_id
from postil.site.imports.append import AppendError, appended, shared_path
from postil.site.imports.outcomes import Outcome, Plan, State

_PLACE = Place("")


def plan_sources(foreign: Foreign, root: Path, library: Library, settings: Settings) -> Plan:
    """What importing the sources of a bibliography into the site below `root` would append."""
    path = shared_path(root, settings.annotations, "sources")
    known = dict(library.sources)
    outcomes = [
        Outcome(one.where, one.origin, State.REFUSED, remarks=one.remarks)
        for one in foreign.refused
    ]
    new: list[Mapping[str, Any]] = []
    for source in foreign.sources:
        outcome, item = _settled(source, library, known, settings, path)
        outcomes.append(outcome)
        if outcome.state is State.NEW:
            new.append(item)
    remarks = foreign.remarks
    if not new:
        return Plan(outcomes=tuple(outcomes), remarks=remarks)
    try:
        data, before = appended(root / path, path, sources_yaml(new))
    except AppendError as error:
        remark = Remark("sources", path, f"{error}; nothing was written")
        failed = [
            replace(one, state=State.CONFLICT, remarks=(*one.remarks, remark))
            if one.state is State.NEW
            else one
            for one in outcomes
        ]
        return Plan(outcomes=tuple(failed), remarks=remarks)
    return Plan({path: data}, {path: before}, tuple(outcomes), remarks)


def _settled(
    foreign: ForeignSource,
    library: Library,
    known: dict[str, Source],
    settings: Settings,
    path: str,
) -> tuple[Outcome, Mapping[str, Any]]:
    """What becomes of one source; one that is new is added to those that are `known`."""
    item = dict(foreign.item)
    origin = str(item.get("id") or "")
    if origin in map(text_id, library.texts):
        remark = Remark("id", origin, "a text of this site, which needs no entry among its sources")
        return _with(Outcome(foreign.where, origin, State.SAME, origin), remark), item
    item = {"id": _id(item), "type": item.get("type") or "document"} | {
        key: value for key, value in item.items() if key not in {"id", "type"}
    }
    outcome = Outcome(
        foreign.where, origin, State.NEW, str(item["id"]), path=path, remarks=foreign.remarks
    )
    if origin != item["id"]:
        why = f"the id cannot be one of Postil's; it is “{item['id']}” here"
        outcome = _with(outcome, Remark("id", origin, why))
    source, problems = _read(item, path)
    faults = [one for one in problems if settings.level_of(one.code) is Level.ERROR]
    if source is None or faults:
        remarks = [Remark(one.code, "", one.message) for one in faults]
        return _with(replace(outcome, state=State.REFUSED), *remarks), item
    there = known.get(source.id)
    if there:
        if _plain(there) == _plain(source):
            return replace(outcome, state=State.SAME), item
        why = "the site has another source of this id"
        return _with(replace(outcome, state=State.CONFLICT), Remark("id", source.id, why)), item
    if twin := _twin(source, known):
        why = f"the site has this work already, as “{twin}”"
        return _with(replace(outcome, state=State.SAME, id=twin), Remark("id", origin, why)), item
    known[source.id] = source
    return outcome, item


def _read(item: Mapping[str, Any], path: str) -> tuple[Source | None, list[Diagnostic]]:
    """The source as the site would read it from the text that is written."""
    text, problems = decode(sources_yaml([item]).encode("utf-8"), path, yaml=True)
    document = None
    if text is not None:
        document, found = compose(text, path, text.split("\n"))
        problems += found
    if document is None:
        return None, problems
    sources, _ = read_sources(document, problems)
    return next(iter(sources.values()), None), problems


def _id(item: Mapping[str, Any]) -> str:
    """The id that the item has, if Postil can have it, else its citation key or one made of what
    tells works apart: author, year and title."""
    for key in ("id", "citation-key"):
        written = str(item.get(key) or "").strip()
        if written and not source_id_problem(written):
            return written
    written = str(item.get("id") or "")
    if written and ":" not in written and "/" not in written and id_from(written):
        return id_from(written)
    names = item.get("author") or item.get("editor") or [{}]
    name = names[0] if isinstance(names, list) and isinstance(names[0], Mapping) else {}
    author = str(name.get("family") or name.get("literal") or "")
    year = re.search(r"\d{4}", str(item.get("issued") or ""))
    words = str(item.get("title") or "").split()[:4]
    made = id_from(" ".join([author, year[0] if year else "", *words]))
    return made[: limits.ID_LENGTH].strip("-") or id_from(written) or "source"


def _twin(source: Source, known: Mapping[str, Source]) -> str:
    """The id of a source with the same DOI, or at the same address; empty where there is none."""
    for field in ("DOI", "URL"):
        wanted = str(source.item.get(field) or "").casefold()
        for id, other in known.items():
            if wanted and str(other.item.get(field) or "").casefold() == wanted:
                return id
    return ""


def _plain(source: Source) -> Source:
    """The source without its place, its address as exports write it."""
    item = dict(source.item)
    if address := web_uri(str(item.get("URL") or "")):
        item["URL"] = address
    return replace(source, item=item, place=_PLACE)


def _with(outcome: Outcome, *remarks: Remark) -> Outcome:
    return replace(outcome, remarks=(*outcome.remarks, *remarks))
