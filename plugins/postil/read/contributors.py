"""The list of contributors."""

from __future__ import annotations

from postil.model.contributor import Contributor
from postil.model.diagnostic import Diagnostic
from postil.model.fields.contributor import CONTRIBUTOR
from postil.read.fields import Fields, not_fields
from postil.read.forms import id_from, id_problem, url_problem
from postil.read.nodes import Document, Entries, Items
from postil.read.unique import Ids, Unique
from postil.read.words import shown


def read_contributors(
    document: Document, problems: list[Diagnostic]
) -> tuple[dict[str, Contributor], Ids]:
    """The contributors by id, and what an annotation can name."""
    root = document.root
    nodes = root.items if isinstance(root, Items) else [root] if root else []
    found: dict[str, Contributor] = {}
    ids = Unique("contributor", problems)
    for node in nodes:
        if not isinstance(node, Entries):
            problems.append(not_fields(document, node, CONTRIBUTOR))
            continue
        fields = Fields(document, node, CONTRIBUTOR, problems)
        id, name = fields.word("id"), fields.word("name")
        fields.required("id", id)
        fields.required("name", name)
        contributor = Contributor(
            id=id,
            name=name,
            place=fields.place(),
            kind=fields.choice("kind"),
            url=fields.checked("url", "url-form", url_problem),
            about=fields.text("about"),
        )
        if not id or not ids.add(id, fields.place("id")):
            continue
        if problem := id_problem(id):
            message = f"the id {shown(id)} {problem[0]}"
            fields.report("id-form", message, fields.place("id"), problem[1])
            ids.add(id_from(id), fields.place("id"))
        elif name:
            found[id] = contributor
    return found, Ids(frozenset(found), ids.all)
