"""The changes of a site."""

from __future__ import annotations

from pathlib import Path

from postil.model.settings import Settings
from postil.read.library import read_library
from postil.site.changes import PUBLICATION, changes
from postil.site.explain import explain
from postil.site.markdown import TextRenderer
from postil.site.note_pages import SiteFacts
from postil.site.whole import Whole

NOTES = """\
- id: second
  kind: context
  title: Second
  target: another word
  body: It is 2.
  created: 2026-01-01
- id: first
  kind: context
  title: First
  target: One word
  body: It is 1.
  created: 2026-01-01
  revisions:
    - { date: 2026-02-01, kind: correction, summary: It was 0., before: It is 0. }
    - { date: 2026-02-01, kind: clarification, summary: Clearer. }
- id: undated
  kind: context
  title: Undated
  target: then
  body: Once.
  revisions:
    - { date: 2026-01-15, kind: update, summary: Twice. }
- { id: draft, kind: context, title: Draft, target: then, body: No., draft: true }
"""


def test_they_stand_newest_first_and_each_has_an_id_of_its_own(tmp_path: Path) -> None:
    (tmp_path / "content").mkdir()
    (tmp_path / "annotations").mkdir()
    (tmp_path / "annotations" / "text.yml").write_text(NOTES, "utf-8")
    text = "---\ntitle: A text\n---\n\nOne word, then another word.\n"
    (tmp_path / "content" / "text.md").write_text(text, "utf-8")
    library = read_library(tmp_path, Settings())
    assert not library.diagnostics
    read = library.texts["text"]
    explained = explain(library, read, TextRenderer([], {}).render(read.markdown))
    whole = Whole((explained,), library, Settings(), SiteFacts("A site"))

    found = changes(whole)

    assert [(one.id, one.kind, one.number) for one in found] == [
        ("text:first:2026-02-01:2", "clarification", 1),
        ("text:first:2026-02-01", "correction", 1),
        ("text:undated:2026-01-15", "update", 2),
        # In the order of reading, and not of the file.
        ("text:first:first", PUBLICATION, 1),
        ("text:second:first", PUBLICATION, 3),
    ]
    # The last one was never revised: its body says it still.
    assert [one.after for one in found] == ["It is 1.", "", "Once.", "", ""]
    assert found[1].before == "It is 0."
    assert changes(whole) is found
