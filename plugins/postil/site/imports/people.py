"""Who wrote the imported notes: contributors that the site has, and those that it could add."""

from __future__ import annotations

from collections.abc import Mapping

from postil.model.contributor import Contributor
from postil.model.place import Place
from postil.read.foreign.values import Person
from postil.read.forms import id_from, id_problem, url_problem

_LONGEST = 200
"""Characters of a name; more is none."""


class People:
    """The contributors of a site, and those that were met in a file and are not listed."""

    def __init__(self, known: Mapping[str, Contributor]) -> None:
        """Begin with the contributors of the site."""
        self._known = known
        self._names = {_folded(one.name): id for id, one in known.items()}
        self._urls = {one.url: id for id, one in known.items() if one.url}
        self.proposed: dict[str, Contributor] = {}
        self._met: dict[str, str] = {}

    def id_of(self, person: Person, own: bool = False) -> tuple[str, bool]:
        """The id of a person, and whether the site lists them; empty for one without a name.

        People are known by name or address. The id that they have elsewhere may be somebody else's
        here: it counts in an export of the site's `own`, or where there is no other name.
        """
        name = _folded(person.name or person.id)
        if person.id in self._known and (own or name == _folded(person.id)):
            return person.id, True
        if found := self._names.get(name) or self._urls.get(person.url or person.id):
            return found, True
        if name not in self._met:
            self._met[name] = self._propose(person)
        return self._met[name], False

    def _propose(self, person: Person) -> str:
        name = " ".join((person.name or person.id).split())
        if not name:
            return ""
        if len(name) > _LONGEST:
            name = f"{name[:_LONGEST]} …"
        # Somebody who is named by an address alone has its last part as id.
        called = name if person.name else name.rstrip("/").rpartition("/")[2]
        wished = person.id if not id_problem(person.id) else id_from(called) or "contributor"
        id, number = wished, 1
        while id in self._known or id in self.proposed:
            number += 1
            id = f"{wished}-{number}"
        addresses = (one for one in (person.url, person.id) if one and not url_problem(one))
        url = next(addresses, "")
        self.proposed[id] = Contributor(id, name, Place(""), person.kind, url)
        return id


def _folded(name: str) -> str:
    """A name whose capitals and white space do not matter."""
    return " ".join(name.split()).casefold()
