"""The pictures of pages: drawn at the first build, and taken from the cache at the next."""

from __future__ import annotations

import hashlib
import json
from dataclasses import asdict
from pathlib import Path
from typing import TYPE_CHECKING

from mkdocs.structure.files import File

from postil.render.cards.card import SocialCard, draw
from postil.render.cards.fingerprint import fingerprint
from postil.save import save
from postil.site.cards import pictures
from postil.site.whole import Whole

if TYPE_CHECKING:
    from mkdocs.config.defaults import MkDocsConfig
    from mkdocs.structure.files import Files

CACHE = Path(".cache/plugin/postil/cards")
"""Below the folder of the configuration, beside what Material's plugins keep."""


def add_cards(config: MkDocsConfig, whole: Whole, files: Files, cache: Path) -> None:
    """Adds the pictures of pages; one that a person made stands."""
    for picture in pictures(whole).values():
        if files.get_file_from_path(picture.path) is None:
            files.append(card_file(config, picture.path, picture.card, cache))


def card_file(config: MkDocsConfig, path: str, card: SocialCard, cache: Path) -> File:
    """A picture that stays on the disk: of notes there may be thousands."""
    kept = cache / f"{key(card)}.png"
    if not kept.is_file():
        drawn = draw(card)
        try:
            kept.parent.mkdir(parents=True, exist_ok=True)
            save(kept, drawn)
        except OSError:
            # A folder that cannot be written makes a build slow, not wrong.
            return File.generated(config, path, content=drawn)
    return File.generated(config, path, abs_src_path=str(kept))


def key(card: SocialCard) -> str:
    """The name of a card in the cache: another for other words, and for another way to draw."""
    said = json.dumps(asdict(card), sort_keys=True, ensure_ascii=False)
    return hashlib.sha256(f"{fingerprint()}\n{said}".encode()).hexdigest()
