"""A new annotation of a text, from what a person says of it."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from postil.model.annotation import Annotation, Citation
from postil.model.library import Library
from postil.model.place import Place
from postil.model.settings import Settings
from postil.model.target import Target
from postil.read.forms import id_problem
from postil.read.words import meant
from postil.site.imports.titles import unique_id

_PLACE = Place("")


class WishError(ValueError):
    """What was wished cannot be; the message says why, for the person who wished it."""


@dataclass(frozen=True, slots=True)
class Wishes:
    """What is known of a new annotation; empty is what is not."""

    kind: str = ""
    title: str = ""
    verdict: str = ""
    body: str = ""
    sources: tuple[str, ...] = ()
    contributors: tuple[str, ...] = ()
    wanted: str = ""
    created: str = ""
    id: str = ""
    draft: bool = False


def new_note(
    wishes: Wishes, slug: str, targets: Sequence[Target], library: Library, settings: Settings
) -> Annotation:
    """The annotation of the text of that slug; a draft where nothing is said in it yet.

    Raises WishError for a kind, verdict, source, contributor or id that cannot be.
    """
    _known("kind", [wishes.kind], [kind.id for kind in settings.kinds])
    _known("verdict", filter(None, [wishes.verdict]), [one.id for one in settings.verdicts])
    _known("source", wishes.sources, library.sources)
    _known("contributor", wishes.contributors, library.contributors)
    quote = next((one.quote.exact for one in targets if one.quote), "")
    taken = {annotation.id for annotation in library.annotations[slug]}
    if wishes.id and (problem := id_problem(wishes.id)):
        raise WishError(f"the id “{wishes.id}” {problem[0]}; {problem[1]}")
    if wishes.id in taken:
        raise WishError(f"the text has a note with the id “{wishes.id}” already")
    return Annotation(
        id=wishes.id or unique_id(wishes.title, quote, taken, {}),
        text=slug,
        kind=wishes.kind,
        title=wishes.title,
        body=wishes.body,
        targets=tuple(targets),
        place=_PLACE,
        body_place=_PLACE,
        verdict=wishes.verdict,
        citations=tuple(Citation(id, _PLACE) for id in wishes.sources),
        contributors=wishes.contributors,
        created=wishes.created,
        wanted=wishes.wanted,
        draft=wishes.draft or not wishes.body.strip(),
    )


def _known(what: str, wished: Iterable[str], known: Iterable[str]) -> None:
    words = list(known)
    for one in wished:
        if one not in words:
            hint = meant(one, words)
            raise WishError(f"there is no {what} “{one}”" + (f"; {hint}" if hint else ""))
