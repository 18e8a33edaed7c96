"""The front matter of a text, with what is missing in comments."""

from __future__ import annotations

from postil.model.text import Provenance
from postil.publish.yaml_scalar import prose, scalar

_MISSING = {
    "author": "author: who wrote it, as the origin shows it",
    "publisher": "publisher: where it was published",
    "published": "published: 2026-01-31  # the day; 2026-01 or 2026 where no more is known",
    "url": "url: https://example.org/  # the address that it was taken from",
    "archive": "archive: https://example.org/  # an archive copy of that page",
    "retrieved": "retrieved: 2026-01-31  # the day on which it was taken",
    "language": "language: en  # its language tag; its direction follows from it",
    "rights": "rights: what is known of the rights to it",
    "reason": "reason: why it is shown",
}
_RELATIONS = "# examined: a text under examination, not the site's own voice; primary: a document"


def front_matter_yaml(title: str, description: str, provenance: Provenance, slug: str) -> str:
    """The front matter, from fence to fence, ending with a line feed."""
    lines = ["---", f"title: {prose(title, 2)}"]
    if description:
        lines.append(f"description: {prose(description, 2)}")
    lines += ["text:", "  # Where the text comes from. Leave out what the origin does not show."]
    for field, missing in _MISSING.items():
        value = getattr(provenance, field)
        plain = field in ("published", "retrieved")
        written = f"{field}: {value if plain else prose(value, 4)}" if value else f"# {missing}"
        lines.append(f"  {written}")
    if provenance.direction:
        lines.append(f"  direction: {provenance.direction}")
    if provenance.remark:
        lines.append(f"  remark: {prose(provenance.remark, 4)}")
    lines += [f"  {_RELATIONS}", f"  relation: {scalar(provenance.relation)}"]
    if provenance.sha256:
        lines.append(f"  sha256: {provenance.sha256}")
    else:
        lines.append(f"  # “postil pin {slug}” notes the hash of the words here.")
    return "\n".join([*lines, "---"]) + "\n"
