"""Extensions are loaded as the host loads them, without a look at every installed package."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

import markdown
import pytest
from markdown import util

from postil.site.extensions import PYTHON_MARKDOWN
from postil.site.markdown import TextRenderer

SOURCE = 'A "word"[^1] [TOC]\n\n# One\n\n~~~ text\nx\n~~~\n\n[^1]: Two.\n'


def loaded(made: markdown.Markdown) -> list[tuple[type, dict[str, object]]]:
    return [(type(one), vars(one).get("config", {})) for one in made.registeredExtensions]


@pytest.mark.parametrize(
    ("names", "configs"),
    [
        *(([name], {}) for name in sorted(PYTHON_MARKDOWN)),
        (["markdown.extensions.toc"], {"markdown.extensions.toc": {"permalink": True}}),
        (["toc"], {"toc": {"title": "Parts"}}),
        (["pymdownx.superfences", "pymdownx.details"], {}),
        # By a class, and by a name of nobody that is known.
        (["markdown.extensions.toc:TocExtension"], {}),
    ],
)
def test_the_html_is_that_of_names(names: Sequence[str], configs: Mapping[str, Any]) -> None:
    by_name = markdown.Markdown(extensions=names, extension_configs=configs)
    renderer = TextRenderer(names, configs)
    assert renderer.render(SOURCE) == by_name.convert(SOURCE)
    assert loaded(renderer._markdown) == loaded(by_name)


def test_known_ones_ask_no_installed_package(monkeypatch: pytest.MonkeyPatch) -> None:
    def asked() -> None:
        raise AssertionError

    monkeypatch.setattr(util, "get_installed_extensions", asked)
    assert "<table>" in TextRenderer(["tables", "pymdownx.tilde"], {}).render("a | b\n--|--\nc | d")
