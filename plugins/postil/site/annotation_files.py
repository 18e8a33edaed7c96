"""The annotations of the site as W3C Web Annotations: one file a note, a text, and for all."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import partial
from typing import Any

from postil.model.annotation import Annotation, PassageCitation
from postil.model.text import Text
from postil.publish.iri import as_uri, site_iri
from postil.publish.json_text import one_line, standing_alone, with_items
from postil.publish.vocabulary import vocabulary
from postil.publish.web_annotation import AnnotatedText, Surroundings, web_annotation
from postil.publish.web_body import CitedText
from postil.publish.web_collection import PageOfText, annotation_page, collection
from postil.site import export_paths as paths
from postil.site.crossing import crossing_of
from postil.site.explain import Explained
from postil.site.made_forms import MadeFile
from postil.site.table_files import note_address
from postil.site.uris import text_uri
from postil.site.whole import Whole


def collection_files(whole: Whole) -> Iterator[MadeFile]:
    """All annotations of the site as a collection of pages, and the words that they use."""
    all_of_them, _ = collection_of(whole)
    yield MadeFile(paths.ANNOTATIONS, standing_alone(one_line(all_of_them)))
    yield MadeFile(paths.VOCABULARY, f"{one_line(vocabulary())}\n".encode())


def annotation_files(whole: Whole, some: Iterable[Explained]) -> Iterator[MadeFile]:
    """The annotations of each of some texts: the page of the collection, and a file a note."""
    settings, around = whole.settings, surroundings(whole)
    all_of_them, pages = collection_of(whole)
    numbers = whole.once(
        "numbers of texts", lambda: {slug: at for at, slug in enumerate(whole.by_slug)}
    )
    for explained in some:
        slug = explained.explainer.text.slug
        number = numbers[slug]
        written = dict(_annotations(whole, explained, around))
        for id, line in written.items():
            yield MadeFile(paths.note_annotation(settings, slug, id), standing_alone(line))
        yield MadeFile(
            paths.text_annotations(settings, slug),
            with_items(annotation_page(number, pages, all_of_them), written.values()),
        )


def collection_of(whole: Whole) -> tuple[dict[str, Any], tuple[PageOfText, ...]]:
    """The collection of all annotations, and its pages."""
    return whole.once("collection", lambda: _of_all(whole))


def _of_all(whole: Whole) -> tuple[dict[str, Any], tuple[PageOfText, ...]]:
    pages = tuple(
        PageOfText(
            iri_of(whole, paths.text_annotations(whole.settings, one.explainer.text.slug)),
            one.explainer.text.title,
            len(one.explainer.annotations),
        )
        for one in whole.explained
    )
    return collection(iri_of(whole, paths.ANNOTATIONS), whole.facts.name, pages), pages


def surroundings(whole: Whole) -> Surroundings:
    """What the annotations of a site refer to."""
    context = whole.context
    return Surroundings(
        sources=whole.library.sources,
        contributors=whole.library.contributors,
        agent=lambda one: iri_of(whole, f"contributors/#{one}"),
        verdicts={verdict.id: verdict.label for verdict in context.settings.verdicts},
        language=whole.facts.language,
        direction=context.words["direction"],
        passage=partial(_passage, whole),
    )


def page_iri(whole: Whole, text: Text) -> str:
    """The IRI of the page of a text."""
    page = whole.address(text_uri(whole.settings, text))
    return as_uri(page) if page else iri_of(whole, f"{whole.settings.path}/{text.slug}/")


def _passage(whole: Whole, note: Annotation, citation: PassageCitation) -> CitedText | None:
    found = crossing_of(whole).found.get((note.text, note.id, citation))
    if found is None:
        return None
    explained, passage = found
    text, target = explained.explainer.text, citation.target
    if target is None:
        target = explained.explainer.annotations[passage.number - 1].annotation.targets[0]
    return CitedText(
        text, page_iri(whole, text), explained.visible.text, target, passage.anchors[0]
    )


def iri_of(whole: Whole, path: str) -> str:
    """The IRI of what stands at a path of the site."""
    return site_iri(whole.root, whole.facts.name, path)


def _annotations(
    whole: Whole, explained: Explained, around: Surroundings
) -> Iterator[tuple[str, str]]:
    """The id of each annotation of a text, and its Web Annotation on one line."""
    settings, text = whole.settings, explained.explainer.text
    about = AnnotatedText(text, explained.visible.text, page_iri(whole, text))
    for anchored in explained.explainer.annotations:
        id = anchored.annotation.id
        made = web_annotation(
            anchored,
            about,
            around,
            iri_of(whole, paths.note_annotation(settings, text.slug, id)),
            as_uri(note_address(whole, explained, id)),
        )
        yield id, one_line(made)
