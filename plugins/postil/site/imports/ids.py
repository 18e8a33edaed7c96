"""The ids of imported notes: those that they had, or new ones that no other note has."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping
from dataclasses import replace

from postil.model.library import Library
from postil.site.imports.existing import without_places
from postil.site.imports.notes import ORIGIN, Imported
from postil.site.imports.titles import unique_id


class Ids:
    """The ids that the notes of a site have, and those that an import gives, by slug and id."""

    def __init__(self, library: Library, origins: Mapping[tuple[str, str], str]) -> None:
        """Begin with those of the site; `origins` tells where the notes in its files came from."""
        self._library = library
        self._origins = origins
        self._here = {(slug, origin): id for (slug, id), origin in origins.items() if origin}
        self._given: dict[tuple[str, str], str] = {}
        self._numbers: defaultdict[str, dict[str, int]] = defaultdict(dict)

    def id_for(self, imported: Imported) -> str:
        """The id of a note: that of the same note of an import before, or a new one."""
        annotation = imported.annotation
        slug, origin = annotation.text, str(imported.extras.get(ORIGIN, ""))
        if imported.own:
            return annotation.id
        if id := self._here.get((slug, origin), "") or self._equal(imported):
            return id
        quote = next((one.quote.exact for one in annotation.targets if one.quote), "")
        id = unique_id(annotation.title, quote, _OfText(self, slug), self._numbers[slug])
        if origin:  # the same note may stand in the file twice
            self._here[slug, origin] = id
        return id

    def give(self, slug: str, id: str, where: str) -> str:
        """Note that the note at `where` has the id; the place of the first that has it already in
        this file, or an empty string."""
        first = self._given.get((slug, id), "")
        self._given.setdefault((slug, id), where)
        return first

    def stands(self, slug: str, id: str) -> bool:
        """Whether a file of the site has a note of that id, readable or not."""
        return (slug, id) in self._origins

    def taken(self, slug: str, id: str) -> bool:
        """Whether a note of the site or of this import has the id."""
        return self.stands(slug, id) or (slug, id) in self._given

    def _equal(self, imported: Imported) -> str:
        """The id of an annotation that says the same, for a note that came from nowhere; empty
        where there is none."""
        slug = imported.annotation.text
        if ORIGIN in imported.extras:
            return ""
        wanted = without_places(imported.annotation)
        same = (
            one.id
            for one in self._library.annotations[slug]
            if (one.title, one.body) == (wanted.title, wanted.body)
            and without_places(replace(one, id=wanted.id)) == wanted
            and (slug, one.id) not in self._given
            and not self._origins.get((slug, one.id))
        )
        return next(same, "")


class _OfText:
    """The ids of one text, for asking whether one is among them."""

    def __init__(self, ids: Ids, slug: str) -> None:
        self.ids = ids
        self.slug = slug

    def __contains__(self, id: object) -> bool:
        return self.ids.taken(self.slug, str(id))
