"""Templates are compiled once, and taken as they are until what they are made from changes."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from jinja2 import DictLoader, Environment
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.plugins import PluginCollection

from postil.kept import Kept
from postil.mkdocs.compiled import keep_compiled

TEMPLATE = "{% for one in (1, 2) %}{{ one }}\n{% endfor %}{{ word | upper }}"


class Compiling:
    """Fills a template, and counts how many were compiled."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.compiled = 0

    def made(self, template: str = TEMPLATE, secret: bytes = b"s", **options: Any) -> str:
        env = Environment(loader=DictLoader({"a": template}), **options)  # noqa: S701 - a theme's
        config = MkDocsConfig()
        config.plugins = PluginCollection()
        keep_compiled(env, Kept(self.folder, secret * 32), config)
        generate = env._generate

        def counted(*given: Any, **named: Any) -> Any:
            self.compiled += 1
            return generate(*given, **named)

        env._generate = counted  # type: ignore[method-assign]
        return env.get_template("a").render(word="w")


@pytest.fixture
def compiling(tmp_path: Path) -> Compiling:
    return Compiling(tmp_path)


def test_a_template_is_compiled_once(compiling: Compiling) -> None:
    assert compiling.made() == compiling.made() == "1\n2\nW"
    assert compiling.compiled == 1


@pytest.mark.parametrize(
    ("changed", "made"),
    [
        # What it says, how it is read, and what escapes what stands in it.
        ({"template": "{{ word }}"}, "w"),
        ({"trim_blocks": True}, "1\n2\nW"),
        ({"variable_start_string": "[["}, "{{ one }}\n{{ one }}\n{{ word | upper }}"),
        ({"autoescape": True}, "1\n2\nW"),
        ({"extensions": ["jinja2.ext.do"]}, "1\n2\nW"),
        # What another machine wrote there.
        ({"secret": b"t"}, "1\n2\nW"),
    ],
)
def test_whatever_it_is_made_from_counts(
    compiling: Compiling, changed: dict[str, Any], made: str
) -> None:
    compiling.made()
    assert compiling.made(**changed) == made
    assert compiling.compiled == 2


@pytest.mark.parametrize(
    "options",
    # Functions may do as they like.
    [{"autoescape": lambda name: name == "a"}, {"finalize": lambda value: value}],
)
def test_what_no_key_can_hold_is_compiled_anew(
    compiling: Compiling, options: dict[str, Any]
) -> None:
    for _ in range(2):
        assert compiling.made(**options) == "1\n2\nW"
    assert compiling.compiled == 2
