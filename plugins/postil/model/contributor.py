"""Who wrote or reviewed an annotation."""

from __future__ import annotations

from dataclasses import dataclass

from postil.model.place import Place


@dataclass(frozen=True, slots=True)
class Contributor:
    """A person or an organisation. `kind` is `person` or `organization`."""

    id: str
    name: str
    place: Place
    kind: str = "person"
    url: str = ""
    about: str = ""
