"""The configuration file of the host, read as the host reads it and without the host.

It is the publisher's own file and trusted: as in MkDocs, it may name Python objects.
"""

from __future__ import annotations

import os
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import yaml
import yaml_env_tag  # type: ignore[import-untyped]  # it ships no types

_LOADER: type[yaml.Loader] = getattr(yaml, "CLoader", yaml.Loader)


@dataclass(slots=True)
class DirPlaceholder(os.PathLike[str]):
    """The value of the tag `!relative`, a path that depends on the configuration.

    MkDocs resolves the bare tag to the folder of the page that is rendered; here it is the
    folder of documents.
    """

    written: str
    dirs: Mapping[str, str] = field(default_factory=dict)

    def __fspath__(self) -> str:
        prefix, _, suffix = self.written.partition("/")
        return os.path.join(self.dirs.get(prefix, self.dirs.get("$docs_dir", "")), suffix)  # noqa: PTH118 - a path as text is what the tag stands for

    def __str__(self) -> str:
        return self.__fspath__()


class InheritError(Exception):
    """The configuration names a parent that is not there, or that names it in turn."""


def load(file: Path) -> dict[str, Any]:
    """The configuration in a file, merged over the one that it inherits.

    Raises OSError, yaml.YAMLError, UnicodeDecodeError or InheritError where there is none, and
    TypeError where the file holds something else than a list of options.
    """
    dirs: dict[str, str] = {}
    config = _load(file, dirs, ())
    folder = file.resolve().parent
    dirs["$config_dir"] = str(folder)
    dirs["$docs_dir"] = str(folder / str(config.get("docs_dir") or "docs"))
    return config


def _load(file: Path, dirs: dict[str, str], children: tuple[Path, ...]) -> dict[str, Any]:
    # A class of its own, so that the tags stay here.
    loader: type[yaml.Loader] = type("Loader", (_LOADER,), {})
    loader.add_constructor("!ENV", yaml_env_tag.construct_env_tag)
    loader.add_constructor("!relative", lambda _, node: DirPlaceholder(str(node.value), dirs))
    with file.open("rb") as stream:
        config = yaml.load(stream, loader)  # noqa: S506 - as the host does; the file is trusted
    if config is None:
        return {}
    if not isinstance(config, dict):
        raise TypeError(str(file))
    parent = config.pop("INHERIT", None)
    if parent is None:
        return config
    path = (file.parent / str(parent)).resolve()
    if path in (*children, file.resolve()) or not path.is_file():
        raise InheritError(str(parent))
    return merged(_load(path, dirs, (*children, file.resolve())), config)


def merged(parent: Mapping[str, Any], child: Mapping[str, Any]) -> dict[str, Any]:
    """The options of both; the child's win, and lists of `key: value` lines are merged."""
    result = dict(parent)
    for key, value in child.items():
        old = result.get(key)
        if isinstance(old, Mapping) and isinstance(value, Mapping):
            result[key] = merged(old, value)
        else:
            result[key] = value
    return result
