"""What one build goes by, before anything is read."""

from __future__ import annotations

import os
from collections.abc import Iterable
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING, Any

from mkdocs.exceptions import ConfigurationError

from postil.mkdocs.files import asset_uri, script
from postil.mkdocs.messages import tell
from postil.mkdocs.sharding import asked_of
from postil.model.diagnostic import Diagnostic
from postil.model.settings import STYLES, Settings
from postil.read.settings import settings_from
from postil.render.assets import SCRIPT, STYLESHEET
from postil.shards import Join, Part

if TYPE_CHECKING:
    from mkdocs.config.defaults import MkDocsConfig


@dataclass(frozen=True, slots=True)
class Setup:
    """`root` is the folder of the configuration, and `asked` what a command wants of this build;
    one that is `serving` is a preview."""

    settings: Settings = field(default_factory=Settings)
    root: Path = Path()
    serving: bool = False
    strict: bool = False
    asked: Part | Join | None = None

    @property
    def folders(self) -> tuple[Path, ...]:
        """Those of what people write."""
        return tuple(self.root / one for one in (self.settings.content, self.settings.annotations))

    def tell(self, diagnostics: Iterable[Diagnostic]) -> None:
        """Says what is wrong, at the levels that the site gives it."""
        tell(diagnostics, self.settings, strict=self.strict)


def set_up(config: MkDocsConfig, options: dict[str, Any], *, serving: bool) -> Setup:
    """Takes the options of the plugin. Raises ConfigurationError, and PluginError where a command
    wants what cannot be."""
    settings, problems = settings_from(options)
    if problems:
        raise ConfigurationError("; ".join(f"postil: {problem}" for problem in problems))
    root = Path(config.config_file_path or "mkdocs.yml").resolve().parent
    asked = None if serving else asked_of(os.environ)
    return Setup(settings, root, serving, config.strict, asked)


def add_to(config: MkDocsConfig, setup: Setup) -> None:
    """Has MkDocs watch what people write, and adds the stylesheet and the script to each page."""
    config.watch += map(str, setup.folders)
    style = setup.root / setup.settings.style
    if setup.settings.style not in STYLES and style.is_file():
        config.watch.append(str(style))
    # First, so that the site's own stylesheets win.
    config.extra_css.insert(0, asset_uri(STYLESHEET))
    config.extra_javascript.append(script(SCRIPT))
