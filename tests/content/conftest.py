"""The texts, annotations and sources of this site, read without Postil."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from html.parser import HTMLParser
from pathlib import Path
from typing import Any

import markdown
import pytest
import yaml

ROOT = Path(__file__).resolve().parents[2]
EXTENSIONS = ["toc", "tables", "fenced_code", "footnotes", "attr_list"]
HEADINGS = {"h1", "h2", "h3", "h4", "h5", "h6"}


class Page(HTMLParser):
    """Collects the visible words of each paragraph and heading, and every tag."""

    def __init__(self, source: str) -> None:
        super().__init__()
        self.blocks: list[str] = []
        self.tags: set[str] = set()
        self.feed(markdown.markdown(source, extensions=EXTENSIONS))
        self.close()

    def handle_starttag(self, tag: str, _: list[tuple[str, str | None]]) -> None:
        self.tags.add(tag)
        if tag == "p" or tag in HEADINGS:
            self.blocks.append("")

    def handle_data(self, data: str) -> None:
        if self.blocks and data.strip():
            self.blocks[-1] += data


@dataclass(frozen=True)
class Explainer:
    """A text and its notes, as their files have them."""

    slug: str
    front_matter: dict[str, Any]
    page: Page
    paths: list[Path]
    notes: list[dict[str, Any]] = field(default_factory=list)

    @property
    def whole(self) -> str:
        return "\n".join(self.page.blocks)


def load(path: Path) -> Any:
    return parse(path.read_text(encoding="utf-8"))


def parse(source: str) -> Any:
    # Every scalar as it is written, so that a date stays the string that YAML 1.2 makes of it.
    return yaml.load(source, Loader=yaml.BaseLoader)  # noqa: S506


@pytest.fixture(scope="session")
def root() -> Path:
    return ROOT


@pytest.fixture(scope="session")
def render() -> Callable[[str], Page]:
    return Page


@pytest.fixture(scope="session")
def explainer_of() -> Callable[[str], Explainer]:
    def explainer(slug: str) -> Explainer:
        _, head, body = (
            (ROOT / "content" / f"{slug}.md").read_text(encoding="utf-8").split("---\n", 2)
        )
        paths = sorted((ROOT / "annotations" / slug).glob("*.yml"))
        return Explainer(slug, parse(head), Page(body), paths, [load(path) for path in paths])

    return explainer


@pytest.fixture(scope="session")
def sources() -> dict[str, dict[str, Any]]:
    items = load(ROOT / "annotations" / "sources.yml")
    by_id = {item["id"]: item for item in items}
    assert len(by_id) == len(items)
    return by_id


@pytest.fixture(scope="session")
def contributors() -> dict[str, dict[str, Any]]:
    return {item["id"]: item for item in load(ROOT / "annotations" / "contributors.yml")}


@pytest.fixture(scope="session")
def cited() -> Callable[[dict[str, Any]], list[str]]:
    """The ids of the sources that a note cites."""

    def ids(note: dict[str, Any]) -> list[str]:
        return [
            one if isinstance(one, str) else one["source"]
            for one in note["citations"]
            if "passage" not in one
        ]

    return ids
