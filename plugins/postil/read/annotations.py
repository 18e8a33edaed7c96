"""Files of annotations: one annotation, or a list of them."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass

from postil.model.annotation import Annotation
from postil.model.diagnostic import Diagnostic
from postil.model.fields.annotation import ANNOTATION
from postil.model.place import Place
from postil.read.bodies import body_place, check_length, check_paragraphs
from postil.read.citations import read_citations, read_revisions
from postil.read.fields import Fields, not_fields
from postil.read.forms import id_from, id_problem
from postil.read.nodes import Document, Entries, Items, Scalar
from postil.read.targets import read_targets
from postil.read.unique import Ids
from postil.read.words import nearest, shown


@dataclass(frozen=True, slots=True)
class Known:
    """What an annotation can name: ids of kinds, verdicts, sources and contributors."""

    kinds: Collection[str]
    verdicts: Collection[str]
    sources: Ids
    contributors: Ids

    @property
    def key(self) -> tuple[str, ...]:
        """The same for the same ids."""
        lists = (self.sources.key, self.contributors.key)
        return (repr((list(self.kinds), list(self.verdicts))), *lists)


def read_annotations(
    document: Document, text: str, known: Known, problems: list[Diagnostic]
) -> tuple[list[tuple[Annotation, Place]], int]:
    """The annotations in a file about the text of that slug, and how many were left out.

    Beside each stands the place of its id. An annotation is left out where it lacks an id, a
    kind, a target, or title and body both.
    """
    root = document.root
    if root is None:
        return [], 0
    nodes = root.items if isinstance(root, Items) else [root]
    annotations: list[tuple[Annotation, Place]] = []
    for node in nodes:
        if not isinstance(node, Entries):
            problems.append(not_fields(document, node, ANNOTATION))
            continue
        fields = Fields(document, node, ANNOTATION, problems)
        annotation = _annotation(fields, text, known)
        if annotation:
            annotations.append((annotation, fields.place("id")))
    return annotations, len(nodes) - len(annotations)


def _annotation(fields: Fields, text: str, known: Known) -> Annotation | None:
    id = _id(fields)
    kind = _kind(fields, known.kinds)
    title, body = fields.word("title"), fields.get("body")
    fields.required("title", title)
    words = fields.words(body, "body") if body else ""
    targets = read_targets(fields)
    created = fields.date("created", whole=True)
    if body:
        check_paragraphs(fields, body)
        check_length(fields, words, body_place(fields, body))
    citations, passages = read_citations(fields, known.sources)
    annotation = Annotation(
        id=id,
        text=text,
        kind=kind,
        title=title,
        body=words,
        targets=targets,
        place=fields.place(),
        body_place=body_place(fields, body),
        verdict=fields.choice("verdict", known.verdicts, code="verdict-unknown"),
        citations=citations,
        cited_passages=passages,
        contributors=_contributors(fields, known.contributors),
        created=created,
        revisions=read_revisions(fields, created),
        wanted=fields.text("wanted"),
        draft=fields.flag("draft"),
    )
    return annotation if id and kind and targets and (title or words.strip()) else None


def _id(fields: Fields) -> str:
    written = fields.word("id")
    fields.required("id", written)
    problem = id_problem(written) if written else None
    if not problem:
        return written
    fields.report(
        "id-form", f"the id {shown(written)} {problem[0]}", fields.place("id"), problem[1]
    )
    # The note can still be shown, at the address that is offered.
    return id_from(written)


def _kind(fields: Fields, kinds: Collection[str]) -> str:
    written, node = fields.choice("kind", kinds, code="kind-unknown"), fields.get("kind")
    if not fields.required("kind", written) and node and "kind" in fields.faulty:
        # So that the note can be shown while its author looks for the right word.
        word = node.value.strip() if isinstance(node, Scalar) else ""
        return nearest(word, kinds) or next(iter(kinds))
    return written


def _contributors(fields: Fields, known: Ids) -> tuple[str, ...]:
    names: dict[str, None] = {}
    for node in fields.items("contributors"):
        name = fields.bare(node, "contributors")
        if name in known.good:
            names[name] = None
        elif name and not known.excuses(name):
            fields.report(
                "contributor-unknown",
                f"there is no contributor {shown(name)}",
                fields.document.place(node),
                fields.meant(name, known.good) or "add them to the list of contributors",
            )
    return tuple(names)
