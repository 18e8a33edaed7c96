"""A text that no host can render ends the build with one line that names it."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

Build = Callable[..., Any]

HEAD = "---\ntitle: A text\n---\n\n"


@pytest.mark.parametrize(
    ("markdown", "reason"),
    [
        # Python-Markdown looks for the closing bracket of each in all that follows.
        ("[" * 200_000, "it takes longer than 2 s to render and anchor"),
        # Its parser calls itself for each.
        ("1. " * 2_000, "things stand within things too deeply"),
        # Python's parser of HTML gives up there.
        ("A <![x](y)> in words.", "“<!” and “[” begin what MkDocs cannot read as HTML"),
    ],
)
def test_it_is_named(build_site: Build, markdown: str, reason: str) -> None:
    built = build_site({"content/other.md": HEAD + markdown}, {"limits": {"seconds": 2}})
    assert built.aborted == "The build ends here: a text cannot be rendered"
    said = [line for line in built.warnings if "text-unrendered" in line]
    assert len(said) == 1
    assert f"content/other.md: {reason}" in said[0]
    assert not (built.root / "site" / "explainers").exists()


def test_other_errors_stay_what_they_are(
    build_site: Build, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail(*_: object, **__: object) -> None:
        raise ZeroDivisionError

    monkeypatch.setattr("postil.mkdocs.filling.texts.page_of_text", fail)
    with pytest.raises(ZeroDivisionError):
        build_site()
