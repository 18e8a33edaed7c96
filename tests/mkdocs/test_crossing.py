"""Citations of passages in a built site: on the pages of both texts, and of both notes."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

Build = Callable[..., Any]

LETTER = "---\ntitle: A letter\n---\n\nThey chose the moon, and went.\n"
LETTER_NOTES = """\
- id: they-chose
  kind: context
  title: Who chose
  target: They chose the moon
  body: The same people.
  citations:
    - passage: speech#the-moon
    - passage: speech
      target: because it is hard
- id: they-went
  kind: context
  title: Not told yet
  target: and went
  body: Later.
  draft: true
  citations: [{ passage: "speech#easy" }]
"""
FILES = {"content/letter.md": LETTER, "annotations/letter.yml": LETTER_NOTES}


def test_both_sides_lead_to_each_other(build_site: Build) -> None:
    built = build_site(FILES, strict=True)
    assert not built.aborted
    for path, there in (
        ("explainers/letter/index.html", "../speech/"),
        ("explainers/letter/notes/they-chose/index.html", "../../../speech/"),
    ):
        page = built.page(path)
        assert f'<a href="{there}#the-moon">A speech</a>' in page, path
        assert "<q data-nosnippet>to go to the moon</q>" in page, path
        assert f'href="{there}#:~:text=because%20it%20is%20hard"' in page, path
        assert "2 sources" in page, path
    for path, there in (
        ("explainers/speech/index.html", "../letter/"),
        ("explainers/speech/notes/the-moon/index.html", "../../../letter/"),
    ):
        assert f'<a href="{there}#they-chose">Who chose</a>' in built.page(path), path
    assert 'class="postil-quoted-from"' in built.page("explainers/speech/index.html")
    # The draft cites that one.
    assert "Cited by" not in built.page("explainers/speech/notes/easy/index.html")
    pages = [path.read_text("utf-8") for path in (built.root / "site").rglob("*.html")]
    assert not any("<!-- postil" in page or "Not told yet" in page for page in pages)


def test_a_strict_build_fails_on_words_that_are_gone(build_site: Build) -> None:
    gone = LETTER_NOTES.replace("because it is hard", "because it is Tuesday and cold")
    built = build_site({**FILES, "annotations/letter.yml": gone}, strict=True)
    assert built.aborted
    assert any("annotations/letter.yml:9:15" in warning for warning in built.warnings)
