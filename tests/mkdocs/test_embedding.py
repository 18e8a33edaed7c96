"""What pages embed, in a site that MkDocs builds."""

from __future__ import annotations

import json
import re
from collections.abc import Callable
from typing import Any

import pytest
from click.testing import CliRunner

from postil.cli.main import main

Build = Callable[..., Any]

PAGE = """\
---
title: A page
---

# A page

<!-- postil: note speech/easy -->

## Explainers

<!-- postil: explainers -->

<!-- postil: changes 5 -->

<!-- postil: open -->

```html
<!-- postil: nothing -->
```
"""
WRONG = """\
---
title: A page
---

# A page

<!-- postil: note speech/eazy -->

```html
<!-- postil: notes -->
```

<!-- postil: notes -->
"""


@pytest.mark.parametrize("theme", ["material", "mkdocs"])
def test_a_page_shows_what_it_embeds(theme: str, build_site: Build) -> None:
    built = build_site(
        {"docs/about/us.md": PAGE},
        strict=True,
        theme={"name": theme, **({"font": False} if theme == "material" else {})},
    )
    assert (built.aborted, built.warnings) == ("", [])
    page = built.page("about/us/index.html")
    assert '<mark class="postil-mark postil-kind-correction' in page
    assert '<a href="../../explainers/speech/#easy">It was easy</a></h2>' in page
    assert '<h3><a href="../../explainers/speech/">A speech</a></h3>' in page
    assert "<!-- postil:" not in page
    assert "postil: nothing" in page
    # The style sheet of these, once, and on no page that has none of them.
    (style,) = re.findall(r'<link rel="stylesheet" href="([^"]*/embeds\.[^"]+)">', page)
    assert (built.root / "site" / "about" / "us" / style).is_file()
    assert "/embeds." not in built.page("index.html")


def test_search_finds_a_note_in_its_text_alone(build_site: Build) -> None:
    built = build_site({"docs/us.md": PAGE}, plugins=["search"], strict=True)
    index = json.loads(built.page("search/search_index.json"))
    found = [one["location"] for one in index["docs"] if "It was not." in one["text"]]
    assert found
    assert all(location.startswith("explainers/speech/") for location in found)


@pytest.mark.parametrize("strict", [True, False])
def test_what_cannot_be_embedded_is_named_with_its_line(strict: bool, build_site: Build) -> None:
    built = build_site({"docs/about/us.md": WRONG}, strict=strict)
    said = [
        "postil: docs/about/us.md:7:1: the text “speech” has no note “eazy” "
        "(did you mean “speech/easy”?) [embed-value]",
        "postil: docs/about/us.md:13:1: “notes” is nothing that a page can embed "
        "(did you mean “note”?) [embed-unknown]",
    ]
    assert built.warnings[:2] == said
    assert ("Aborted" in built.aborted) == strict


def test_the_command_finds_the_same(
    write_site: Callable[..., Any], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(write_site({"docs/about/us.md": WRONG}))
    done = CliRunner().invoke(main, ["check"])
    assert done.exit_code == 1
    found = re.findall(r"^docs/about/us\.md:(\d+:\d+): .* \[([\w-]+)\]$", done.stdout, re.MULTILINE)
    assert found == [("7:1", "embed-value"), ("13:1", "embed-unknown")]


def test_a_text_embeds_nothing(build_site: Build, site: dict[str, str]) -> None:
    """Texts are contributions, and stand as they were published."""
    text = f"{site['content/speech.md']}\n<!-- postil: open -->\n\n<!-- postil: nothing -->\n"
    built = build_site({"content/speech.md": text}, strict=True)
    assert (built.aborted, built.warnings) == ("", [])
    page = built.page("explainers/speech/index.html")
    assert "<!-- postil: open -->" in page
    assert "postil-embed" not in page


def test_in_a_language_from_right_to_left(build_site: Build) -> None:
    built = build_site(
        {"docs/us.md": PAGE},
        strict=True,
        theme={"name": "material", "font": False, "language": "ar"},
    )
    page = built.page("us/index.html")
    boxes = re.findall(r'<div data-postil class="postil-embed [^>]*>', page)
    assert len(boxes) == 4
    assert all('lang="ar" dir="rtl"' in box for box in boxes)


def test_the_same_input_gives_the_same_bytes(build_site: Build) -> None:
    pages = {build_site({"docs/us.md": PAGE}).page("us/index.html") for _ in range(2)}
    assert len(pages) == 1
