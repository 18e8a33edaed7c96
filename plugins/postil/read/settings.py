"""What the configuration of the site says to Postil."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import yaml

from postil.model.diagnostic import Diagnostic
from postil.model.place import Place
from postil.model.settings import Settings
from postil.read import host
from postil.read.options import OptionProblem, settings_from
from postil.read.words import shown

__all__ = ["HostConfig", "OptionProblem", "read_settings", "settings_from"]

PLUGIN = "postil"
_EXTENSIONS = ("toc", "tables", "fenced_code")
"""What MkDocs switches on before the extensions of the configuration."""


@dataclass(frozen=True, slots=True)
class HostConfig:
    """The options of the host that matter to Postil, and Postil's own.

    `path` is the configuration file. `markdown_extensions` are names for Python-Markdown, in
    order, each once; `extension_configs` are their options, by name.
    """

    path: Path
    site_name: str = ""
    docs_dir: str = "docs"
    site_url: str = ""
    use_directory_urls: bool = True
    markdown_extensions: tuple[str, ...] = _EXTENSIONS
    extension_configs: Mapping[str, Mapping[str, Any]] = field(default_factory=dict)
    settings: Settings = field(default_factory=Settings)


def read_settings(path: Path) -> tuple[HostConfig, tuple[Diagnostic, ...]]:
    """The configuration in `mkdocs.yml`, and what is wrong with it; defaults for what is wrong.

    Other options than Postil's are the host's to check.
    """
    try:
        config = host.load(path)
    except Exception as error:  # the file may construct any object, which may raise anything
        return HostConfig(path), (_unreadable(path, error),)
    problems: list[Diagnostic] = []
    extensions, configs = _extensions(config.get("markdown_extensions"))
    section = _section(config.get("plugins"))
    if not isinstance(section, Mapping):
        place = _place(path, ("plugins",))
        message = "the options of postil must be a list of “key: value” lines"
        problems.append(Diagnostic("settings-value", message, place))
        section = {}
    settings, wrong = settings_from(section)
    problems.extend(
        Diagnostic("settings-value", _said(one), _place(path, one.option), one.hint)
        for one in wrong
    )
    host_config = HostConfig(
        path=path,
        site_name=str(config.get("site_name") or ""),
        docs_dir=str(config.get("docs_dir") or "docs"),
        site_url=str(config.get("site_url") or ""),
        use_directory_urls=bool(config.get("use_directory_urls", True)),
        markdown_extensions=extensions,
        extension_configs=configs,
        settings=settings,
    )
    return host_config, tuple(sorted(problems, key=lambda problem: problem.place))


def _extensions(written: Any) -> tuple[tuple[str, ...], dict[str, Mapping[str, Any]]]:
    """The extensions in the forms that MkDocs allows: names, or names with options."""
    names = dict.fromkeys(_EXTENSIONS)
    configs: dict[str, Mapping[str, Any]] = {}
    items = written.items() if isinstance(written, Mapping) else _pairs(written)
    for name, config in items:
        names[str(name)] = None
        if isinstance(config, Mapping):
            configs[str(name)] = config
    return tuple(names), configs


def _pairs(written: Any) -> list[tuple[Any, Any]]:
    """The items of a list, each a name or one name with options."""
    pairs: list[tuple[Any, Any]] = []
    for item in written if isinstance(written, list) else []:
        pairs.extend(item.items() if isinstance(item, Mapping) else [(item, None)])
    return pairs


def _section(plugins: Any) -> Any:
    """The options of the plugin; none where the site does not use it or sets none."""
    items = plugins.items() if isinstance(plugins, Mapping) else _pairs(plugins)
    return next((config for name, config in items if name == PLUGIN and config is not None), {})


def _said(problem: OptionProblem) -> str:
    return f"{'.'.join(problem.option)}: {problem.message}"


def _unreadable(path: Path, error: Exception) -> Diagnostic:
    place = Place(path.name)
    if isinstance(error, OSError):
        message = f"the file cannot be opened: {error.strerror or error}"
    elif isinstance(error, host.InheritError):
        message = f"INHERIT names {shown(str(error))}, which is not there or inherits from this"
    elif isinstance(error, TypeError):
        message = "the file does not hold a list of options"
    elif isinstance(error, yaml.MarkedYAMLError):
        mark = error.problem_mark or error.context_mark
        place = Place(path.name, mark.line + 1, mark.column + 1) if mark else place
        message = f"the file cannot be read: {error.problem or error.context}"
    else:
        message = f"the file cannot be read: {error}"
    return Diagnostic("settings-syntax", message, place)


def _place(path: Path, option: tuple[str, ...]) -> Place:
    """Where an option of the plugin stands, or the nearest thing around it."""
    best = Place(path.name)
    try:
        node = yaml.compose(path.read_bytes(), yaml.SafeLoader)
    except (OSError, yaml.YAMLError):
        return best
    for key in ("plugins", PLUGIN, *option):
        found = _find(node, key)
        if found is None:
            break
        at, node = found
        best = Place(path.name, at.start_mark.line + 1, at.start_mark.column + 1)
    return best


def _find(node: yaml.Node | None, key: str) -> tuple[yaml.Node, yaml.Node] | None:
    """The nodes of a key and its value, in a list of options or of plugins."""
    if isinstance(node, yaml.SequenceNode):
        for item in node.value:
            if isinstance(item, yaml.ScalarNode) and item.value == key:
                return item, item
            if found := _find(item, key) if isinstance(item, yaml.MappingNode) else None:
                return found
    elif isinstance(node, yaml.MappingNode):
        for at, value in node.value:
            if isinstance(at, yaml.ScalarNode) and at.value == key:
                return at, value
    return None
