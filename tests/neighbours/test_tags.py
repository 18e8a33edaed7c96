"""Material's tags work on texts: their front matter belongs to the host as well."""

from collections.abc import Callable
from typing import Any

TEXT = "---\ntitle: A speech\ntags: [Space]\n---\n\nWe choose to go to the moon.\n"
TAGS = "# Tags\n\n<!-- material/tags -->\n"


def test_a_text_may_have_tags(build: Callable[..., Any]) -> None:
    site = build(["tags", "postil"], files={"content/speech.md": TEXT, "docs/tags.md": TAGS})
    assert "Space" in site.explainer
    assert "explainers/speech/" in site.page("tags/index.html")
