"""An annotation as W3C Web Annotation (https://www.w3.org/TR/annotation-model/), in JSON-LD.

Where each thing stands, and from where an import takes it back:

| Postil | Web Annotation |
|---|---|
| `id`, the text's slug, `kind` | `postil:id`, `postil:text`, `postil:kind` |
| `kind` | `motivation`: `linking` for source, `assessing` for correction, else `commenting` |
| `title` | `label` |
| `body` | the body with `postil:role` `note`: `TextualBody`, its `value` is the Markdown |
| `verdict` | the body with `postil:role` `verdict`: `postil:verdict`; its `value` is the label |
| `wanted` | the body with `postil:role` `wanted`: its `value` |
| each of `citations`, in order | a body with `postil:role` `citation`: `postil:cites` is the id of the source, then `postil:locator`, `postil:supports`; the quote is the `exact` of its selector, or `postil:quote` where the source has no address |
| each of `citations` of a passage, after those | a body with `postil:role` `citation`: a specific resource of that text; `postil:passage` is `passage`, `postil:written` the `target`, then `postil:locator`, `postil:supports` |
| each of the targets, in order | `target`: `postil:written` has `exact`, `prefix`, `suffix`, `postil:section`, `postil:within` |
| `contributors`, in order | `creator`: `nickname` is the id; `name`, `type` (`Person`, `Organization`), `homepage` |
| `created` | `created`, the first ten characters |
| each of `revisions` | `postil:revisions`: `postil:date`, `postil:kind`, `postil:summary`, `postil:before`; the last one is `modified` |

A list of one body, target or creator is that one alone; an empty one is left out. A draft is not
exported. `postil.publish.json_text` adds the `@context`.
"""  # noqa: E501 - a table

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import Any

from postil.model.annotation import Annotation, PassageCitation
from postil.model.contributor import Contributor
from postil.model.explainer import AnchoredAnnotation
from postil.model.source import Source
from postil.model.text import Text
from postil.publish.iri import web_uri
from postil.publish.moment import day_start
from postil.publish.web_body import (
    CitedText,
    citation_body,
    note_body,
    passage_body,
    verdict_body,
    wanted_body,
)
from postil.publish.web_target import web_target

MOTIVATIONS: Mapping[str, str] = {"source": "linking", "correction": "assessing"}
"""The motivation of each kind; every other one comments. A correction assesses: `editing` would ask
for a change of the text, which is never altered."""


@dataclass(frozen=True, slots=True)
class Surroundings:
    """What annotations refer to.

    `verdicts` are the words for each verdict by its id. `language` is that of the notes, and
    `direction` is `rtl` or `ltr` where it is known. `agent` gives the IRI of a contributor by id,
    `passage` what an annotation cites from another text.
    """

    sources: Mapping[str, Source]
    contributors: Mapping[str, Contributor]
    agent: Callable[[str], str]
    verdicts: Mapping[str, str] = field(default_factory=dict)
    language: str = "en"
    direction: str = ""
    passage: Callable[[Annotation, PassageCitation], CitedText | None] = lambda _, __: None


@dataclass(frozen=True, slots=True)
class AnnotatedText:
    """A text, its words as its readers see them, and the IRI of its page."""

    text: Text
    visible: str
    page: str


def web_annotation(
    anchored: AnchoredAnnotation,
    about: AnnotatedText,
    around: Surroundings,
    iri: str,
    page: str = "",
) -> dict[str, Any]:
    """An annotation without its `@context`, to stand in a page of annotations.

    `iri` names it, `page` is the address of the note's own page, or empty.
    """
    annotation = anchored.annotation
    made: dict[str, Any] = {
        "id": iri,
        "type": "Annotation",
        "motivation": MOTIVATIONS.get(annotation.kind, "commenting"),
    }
    if annotation.title:
        made["label"] = annotation.title
    creators = [
        _agent(around.contributors[id], around.agent(id))
        for id in annotation.contributors
        if id in around.contributors
    ]
    _set(made, "creator", creators)
    if created := day_start(annotation.created):
        made["created"] = created
    dates = [revision.date for revision in annotation.revisions]
    if modified := day_start(max(dates, default="")):
        made["modified"] = modified
    if page:
        made["foaf:page"] = {"id": page}
    _set(made, "body", _bodies(annotation, around))
    targets = [
        web_target(target, anchor, about.visible, about.text.provenance, about.page)
        for target, anchor in zip(annotation.targets, anchored.anchors, strict=True)
    ]
    _set(made, "target", targets)
    made |= {
        "postil:id": annotation.id,
        "postil:text": annotation.text,
        "postil:kind": annotation.kind,
    }
    if annotation.revisions:
        made["postil:revisions"] = [
            {
                "postil:date": one.date,
                "postil:kind": one.kind,
                "postil:summary": one.summary,
                **({"postil:before": one.before} if one.before else {}),
            }
            for one in annotation.revisions
        ]
    return made


def _bodies(annotation: Annotation, around: Surroundings) -> list[dict[str, Any]]:
    bodies = []
    if annotation.body:
        bodies.append(note_body(annotation.body, around.language, around.direction))
    if annotation.verdict:
        label = around.verdicts.get(annotation.verdict, annotation.verdict)
        bodies.append(verdict_body(annotation.verdict, label, around.language))
    if annotation.wanted:
        bodies.append(wanted_body(annotation.wanted, around.language))
    bodies += [citation_body(one, around.sources.get(one.source)) for one in annotation.citations]
    for passage in annotation.cited_passages:
        if cited := around.passage(annotation, passage):
            bodies.append(passage_body(passage, cited))
    return bodies


def _agent(contributor: Contributor, iri: str) -> dict[str, Any]:
    """A contributor (https://www.w3.org/TR/annotation-model/#agents)."""
    kind = "Organization" if contributor.kind == "organization" else "Person"
    made = {"id": iri, "type": kind, "name": contributor.name, "nickname": contributor.id}
    if homepage := web_uri(contributor.url):
        made["homepage"] = homepage
    return made


def _set(made: dict[str, Any], key: str, values: list[dict[str, Any]]) -> None:
    if values:
        made[key] = values[0] if len(values) == 1 else values
