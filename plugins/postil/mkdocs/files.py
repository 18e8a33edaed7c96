"""The files that Postil adds to MkDocs'. None of them is written into the docs folder."""

from __future__ import annotations

import hashlib
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

from mkdocs.config.config_options import ExtraScriptValue
from mkdocs.structure.files import File, InclusionLevel
from mkdocs.utils import is_markdown_file

from postil.model.settings import Settings
from postil.model.text import Text
from postil.render.assets import ASSETS, FORM_STYLESHEET, SEARCH_ASSETS
from postil.render.form_place import FormFiles
from postil.render.joined import form_script, offer_script
from postil.site.form_facts import PATH as FORM_FACTS
from postil.site.made import MadeFile
from postil.site.uris import index_uri, text_uri

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


@cache
def asset_uri(asset: Path) -> str:
    """The address of an asset of Postil's among MkDocs' files.

    It changes with the content of the asset, so that browsers may keep it for ever.
    """
    return _uri(asset.stem, asset.suffix, asset.read_bytes())


def _uri(stem: str, suffix: str, content: bytes) -> str:
    return f"assets/postil/{stem}.{hashlib.sha256(content).hexdigest()[:8]}{suffix}"


def form_uris() -> FormFiles:
    """The addresses of what the form needs, among MkDocs' files."""
    return FormFiles(
        offer=_uri("annotate", ".js", offer_script().encode()),
        form=_uri("form", ".js", form_script().encode()),
        style=asset_uri(FORM_STYLESHEET),
        facts=FORM_FACTS,
    )


def script(asset: Path) -> ExtraScriptValue:
    """A script for MkDocs to load on each page, as an ES module."""
    value = ExtraScriptValue(asset_uri(asset))
    value.type = "module"
    return value


def asset_files(config: MkDocsConfig) -> list[File]:
    """The stylesheets and scripts, served from the package."""
    uris = form_uris()
    made = [(uris.offer, offer_script()), (uris.form, form_script())]
    return [
        *(File.generated(config, asset_uri(asset), abs_src_path=str(asset)) for asset in ASSETS),
        *(File.generated(config, uri, content=content) for uri, content in made),
    ]


def search_asset_files(config: MkDocsConfig) -> list[File]:
    """What a site has that Pagefind searches."""
    return [
        File.generated(config, asset_uri(asset), abs_src_path=str(asset)) for asset in SEARCH_ASSETS
    ]


def unlisted_file(config: MkDocsConfig, uri: str) -> File:
    """A page of a note, or about all explainers. Its content comes when every explainer is known.

    It stands in the navigation where the site names it there, and else nowhere: of notes there
    are many.
    """
    return File.generated(config, uri, content="", inclusion=InclusionLevel.NOT_IN_NAV)


def made_file(config: MkDocsConfig, made: MadeFile) -> File:
    """A file for machines, as it is: MkDocs would make a page of one that is Markdown."""
    if not is_markdown_file(made.path):
        return File.generated(config, made.path, content=made.content)
    file = File.generated(config, f"{made.path}.txt", content=made.content)
    file.dest_uri = made.path
    return file
