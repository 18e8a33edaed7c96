"""The files that Postil adds to MkDocs'. None of them is written into the docs folder."""

from __future__ import annotations

import hashlib
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

from mkdocs.config.config_options import ExtraScriptValue
from mkdocs.structure.files import File, InclusionLevel

from postil.model.settings import Settings
from postil.model.text import Text
from postil.render.assets import ASSETS

if TYPE_CHECKING:
    from mkdocs.config.defaults import MkDocsConfig


def text_file(config: MkDocsConfig, settings: Settings, root: Path, text: Text) -> File:
    """The page of a text.

    It stays out of the navigation tree, which Material renders whole on every page, so that a
    site grows with its texts and not with their square; the index of explainers lists it. A
    site that wants it there names it under `nav`, which MkDocs obeys all the same.
    """
    return File.generated(
        config,
        text_uri(settings, text),
        abs_src_path=str(root / text.place.path),
        inclusion=InclusionLevel.NOT_IN_NAV,
    )


def text_uri(settings: Settings, text: Text) -> str:
    """The address of a text's page among MkDocs' source files.

    A text that is a folder keeps it, so that its pictures stay where its Markdown says.
    """
    name = f"{text.slug}/index.md" if text.place.path.endswith("/index.md") else f"{text.slug}.md"
    return f"{settings.path}/{name}"


def text_media(config: MkDocsConfig, settings: Settings, root: Path, text: Text) -> list[File]:
    """What lies beside a text: its pictures, at the same distance as in the content folder."""
    return [
        File.generated(
            config,
            f"{settings.path}/{Path(path).relative_to(settings.content).as_posix()}",
            abs_src_path=str(root / path),
        )
        for path in text.files
    ]


def index_file(config: MkDocsConfig, settings: Settings) -> File:
    """The page that lists all explainers. Its content comes when every explainer is known."""
    return File.generated(config, index_uri(settings), content="")


def index_uri(settings: Settings) -> str:
    """The address of the index among MkDocs' source files."""
    return f"{settings.path}/index.md"


@cache
def asset_uri(asset: Path) -> str:
    """The address of an asset of Postil's among MkDocs' files.

    It changes with the content of the asset, so that browsers may keep it for ever.
    """
    mark = hashlib.sha256(asset.read_bytes()).hexdigest()[:8]
    return f"assets/postil/{asset.stem}.{mark}{asset.suffix}"


def script(asset: Path) -> ExtraScriptValue:
    """A script for MkDocs to load on each page, as an ES module."""
    value = ExtraScriptValue(asset_uri(asset))
    value.type = "module"
    return value


def asset_files(config: MkDocsConfig) -> list[File]:
    """The stylesheet and the script, served from the package."""
    return [File.generated(config, asset_uri(asset), abs_src_path=str(asset)) for asset in ASSETS]
