"""Texts: front matter and Markdown."""

from __future__ import annotations

import re

from postil.model.diagnostic import Diagnostic
from postil.model.fields.text import FRONT_MATTER, TEXT
from postil.model.place import Place
from postil.model.text import Provenance, Text
from postil.read import limits
from postil.read.fields import Fields, not_fields
from postil.read.files import control_in_yaml
from postil.read.forms import hash_problem, language_problem, url_problem
from postil.read.host_meta import host_meta
from postil.read.nodes import Document, Entries
from postil.read.scalars import plain
from postil.read.words import nearest
from postil.read.yaml_nodes import compose

_NEAR = 80.0
"""Stricter than for Postil's own lists of fields: a host has fields such as `next`."""
_FENCE = re.compile(r"---[ \t]*")
_END = re.compile(r"(?:---|\.\.\.)[ \t]*")


def read_text_file(
    content: str,
    slug: str,
    path: str,
    files: tuple[str, ...],
    problems: list[Diagnostic],
    trusted: bool = False,
) -> Text:
    """The text in a Markdown file. What its front matter lacks is empty, the title the slug.

    Its `meta` is all of its front matter where the site trusts it; see `host_meta`.
    """
    lines = content.split("\n")
    document, first_line = front_matter(lines, path, problems)
    markdown = "\n".join(lines[first_line - 1 :])
    root = document.root if document else None
    if document is not None and root is not None and not isinstance(root, Entries):
        problems.append(not_fields(document, root, FRONT_MATTER))
        document = None
    if document is None:
        return Text(
            slug, slug, markdown, Place(path), first_line=first_line, files=files, trusted=trusted
        )
    node = root if isinstance(root, Entries) else Entries({}, 1, 1)
    fields = Fields(document, node, FRONT_MATTER, problems, shared=True)
    misnamed = _check_names(fields)
    title = fields.word("title")
    hint = "" if root else "begin the file with the lines “---”, “title: …”, “---”"
    fields.required("title", title, hint)
    return Text(
        slug=slug,
        title=title or slug,
        markdown=markdown,
        place=Place(path),
        description=fields.text("description"),
        provenance=_provenance(fields),
        first_line=first_line,
        meta=plain(node) if trusted else host_meta(fields, misnamed),
        files=files,
        trusted=trusted,
        pinned_at=_pinned_at(fields),
    )


def _pinned_at(fields: Fields) -> Place | None:
    _, node = fields.entries.get("text", (None, None))
    if not isinstance(node, Entries) or "sha256" not in node.entries:
        return None
    return fields.document.place(node.entries["sha256"][1])


def front_matter(
    lines: list[str], path: str, problems: list[Diagnostic]
) -> tuple[Document | None, int]:
    """The front matter of a file, None where it cannot be parsed, and the line after it (from 1).

    A file without one has a front matter that holds nothing, and its first line after it.
    """
    if not _FENCE.fullmatch(lines[0]):
        return Document(path, lines, None), 1
    head = enumerate(lines[1 : limits.FRONT_MATTER_LINES], 1)
    end = next((number for number, line in head if _END.fullmatch(line)), None)
    if end is None:
        problems.append(
            Diagnostic(
                "front-matter",
                "the front matter that begins here has no end",
                Place(path, 1, 1),
                "write a line “---” after its last field",
            )
        )
        return None, 1
    if problem := control_in_yaml("\n".join(lines[:end]), path):
        problems.append(problem)
        return None, end + 2
    # An empty line for the fence, so that lines keep their numbers.
    document, found = compose("\n" + "\n".join(lines[1:end]), path, lines)
    problems.extend(found)
    return document, end + 2


def _check_names(fields: Fields) -> set[str]:
    """Offer the right name where a field that Postil reads is missing and one near it stands.

    Returns the wrong names.
    """
    misnamed: set[str] = set()
    for name in FRONT_MATTER.names:
        if name in fields.entries:
            continue
        for key, (at, _) in fields.entries.items():
            if key not in FRONT_MATTER.by_name and nearest(key, (name,), _NEAR):
                fields.faulty.add(name)
                misnamed.add(key)
                place = fields.document.place(at)
                message = f"“{key}” is not a field that Postil reads"
                fields.report("field-unknown", message, place, f"did you mean “{name}”?")
    return misnamed


def _provenance(fields: Fields) -> Provenance:
    node = fields.get("text")
    if node is None:
        return Provenance()
    if not isinstance(node, Entries):
        fields.not_fields(node, TEXT)
        return Provenance()
    own = Fields(fields.document, node, TEXT, fields.problems)
    return Provenance(
        author=own.text("author"),
        publisher=own.text("publisher"),
        published=own.date("published"),
        url=own.checked("url", "url-form", url_problem),
        archive=own.checked("archive", "url-form", url_problem),
        retrieved=own.date("retrieved"),
        language=own.checked("language", "language-form", language_problem),
        direction=own.choice("direction"),
        rights=own.text("rights"),
        relation=own.choice("relation"),
        reason=own.text("reason"),
        remark=own.text("remark"),
        sha256=own.checked("sha256", "hash-form", hash_problem),
    )
