"""ProperDocs, the drop-in fork of MkDocs, publishes the same pages."""

import re
from collections.abc import Callable
from typing import Any


def test_the_same_explainer(build: Callable[..., Any]) -> None:
    def without_generator(page: str) -> str:
        return re.sub(r'<meta name="generator"[^>]*>', "", page)

    on_mkdocs = build(["search", "postil"]).explainer
    on_properdocs = build(["search", "postil"], host="properdocs").explainer
    assert "The near one." in on_properdocs
    assert without_generator(on_properdocs) == without_generator(on_mkdocs)
