"""The file of a new annotation: what is known, and in comments what can be added."""

from __future__ import annotations

from collections.abc import Iterable

from postil.model.annotation import Annotation
from postil.publish.yaml_file import annotation_yaml

_BODY = """\
# body: |
#   The note, in Markdown. Two to five sentences.
"""
_CITATIONS = """\
# citations:
#   - source: its id in the list of sources
#     locator: where in it, such as p. 2
#     quote: its words
"""
_WANTED = "# wanted: which evidence is still wanted\n"


def note_yaml(annotation: Annotation, verdicts: Iterable[str]) -> str:
    """The file of an annotation, ending with a line feed, with a comment for each field that it
    lacks; `verdicts` are the ids of those that the site has."""
    said = annotation_yaml(annotation)
    parts = [said]
    if not annotation.verdict:
        known = ", ".join(verdicts)
        parts.append(f"# verdict: one of {known}; none where the note only explains\n")
    if not annotation.body:
        parts.append(_BODY)
    if not annotation.citations:
        parts.append(_CITATIONS)
    if not annotation.wanted:
        parts.append(_WANTED)
    if annotation.draft:
        parts.append("# Take “draft: true” out when the note is done: drafts are not published.\n")
    return "".join(parts)
