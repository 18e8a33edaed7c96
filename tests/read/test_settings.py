"""The configuration of the host, read without the host."""

from __future__ import annotations

import os
from pathlib import Path

import pytest
from mkdocs.config import load_config

from postil.model.diagnostic import Level
from postil.model.publisher import Publisher
from postil.model.scale import KINDS, VERDICTS, Kind, Verdict
from postil.model.settings import Settings
from postil.read.settings import HostConfig, read_settings, settings_from


def config(folder: Path, text: str, **files: str) -> HostConfig:
    for name, content in files.items():
        (folder / f"{name}.yml").write_text(content, encoding="utf-8")
    path = folder / "mkdocs.yml"
    path.write_text(text, encoding="utf-8")
    found, problems = read_settings(path)
    assert not problems
    return found


def test_defaults(tmp_path: Path) -> None:
    found = config(tmp_path, "site_name: A site\n")
    assert found == HostConfig(tmp_path / "mkdocs.yml", "A site")
    assert found.settings == Settings()
    assert found.markdown_extensions == ("toc", "tables", "fenced_code")
    assert config(tmp_path, "") == HostConfig(tmp_path / "mkdocs.yml")


@pytest.mark.parametrize(
    "plugins",
    [
        "[search, postil]",
        "[search, {postil: {}}]",
        "[{postil: }]",
        "{postil: {}}",
        "{postil: , search: }",
        "[]",
        "{}",
        "",
        "[search, {tags: {postil: 1}}]",
    ],
)
def test_forms_of_the_plugin_without_options(tmp_path: Path, plugins: str) -> None:
    assert config(tmp_path, f"plugins: {plugins}\n").settings == Settings()


@pytest.mark.parametrize(
    "plugins", ["[search, {postil: {content: texts}}]", "{search: , postil: {content: texts}}"]
)
def test_forms_of_the_plugin_with_options(tmp_path: Path, plugins: str) -> None:
    assert config(tmp_path, f"plugins: {plugins}\n").settings.content == "texts"


EXTENSIONS = """
  - admonition
  - toc:
      permalink: true
  - pymdownx.emoji:
      emoji_index: !!python/name:material.extensions.emoji.twemoji
  - footnotes:
  - admonition
"""


@pytest.mark.parametrize(
    "extensions", [EXTENSIONS, " {admonition: , toc: {permalink: true}}", " []"]
)
def test_extensions_are_those_of_the_host(tmp_path: Path, extensions: str) -> None:
    (tmp_path / "docs").mkdir()
    found = config(tmp_path, f"site_name: A\nplugins: []\nmarkdown_extensions:{extensions}\n")
    host = load_config(str(tmp_path / "mkdocs.yml"))
    assert list(found.markdown_extensions) == host.markdown_extensions
    assert found.extension_configs == host.mdx_configs


def test_environment(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    text = 'site_url: !ENV [POSTIL_TEST_URL, "https://town.example/"]\n'
    assert config(tmp_path, text).site_url == "https://town.example/"
    monkeypatch.setenv("POSTIL_TEST_URL", "https://village.example/")
    assert config(tmp_path, text).site_url == "https://village.example/"


def test_relative(tmp_path: Path) -> None:
    found = config(
        tmp_path,
        "docs_dir: pages\nmarkdown_extensions:\n  - pymdownx.snippets:\n      base_path:\n"
        "        - !relative\n        - !relative $docs_dir/parts\n"
        "        - !relative $config_dir\n",
    )
    paths = found.extension_configs["pymdownx.snippets"]["base_path"]
    docs = tmp_path.resolve() / "pages"
    assert [Path(os.fspath(path)) for path in paths] == [docs, docs / "parts", tmp_path.resolve()]


def test_inherited(tmp_path: Path) -> None:
    found = config(
        tmp_path,
        "INHERIT: base.yml\nplugins: {postil: {branch: trunk}}\n",
        base="site_name: A\nuse_directory_urls: false\nplugins: {postil: {content: texts}}\n",
    )
    assert found.site_name == "A"
    assert not found.use_directory_urls
    assert (found.settings.content, found.settings.branch) == ("texts", "trunk")


def test_missing_file(tmp_path: Path) -> None:
    found, problems = read_settings(tmp_path / "mkdocs.yml")
    assert found.settings == Settings()
    assert [problem.code for problem in problems] == ["settings-syntax"]


def test_options() -> None:
    settings, problems = settings_from(
        {
            "content": "texts/",
            "annotations": "./notes/of/mine",
            "path": "read",
            "repository": "https://town.example/a/b/",
            "branch": "trunk",
            "forge": "gitea",
            "contact": "mailto:desk@town.example",
            "cards": "pages",
            "publisher": {
                "name": "A desk",
                "url": "https://desk.example",
                "logo": "./assets/mark.png",
                "method": "about/method.md",
                "corrections": "https://desk.example/corrections#how",
            },
            "kinds": {
                "context": {"label": "Background"},
                "definition": {"label": "Definition", "plural": "Definitions", "line": "wavy"},
                "aside": None,
            },
            "verdicts": {
                "supported": None,
                "off": {"label": "Off", "meaning": "It is off.", "sign": "0", "rating": 1},
            },
            # A host that reads YAML 1.1 takes `off` for false.
            "levels": {"source-unused": False, "anchor-lost": "info"},
            "words": {"checked": "read {date}", "note-count-few": "{count} notes"},
        }
    )
    assert not problems
    assert settings == Settings(
        content="texts",
        annotations="notes/of/mine",
        path="read",
        repository="https://town.example/a/b",
        branch="trunk",
        forge="gitea",
        contact="mailto:desk@town.example",
        cards="pages",
        publisher=Publisher(
            "A desk",
            "https://desk.example",
            "assets/mark.png",
            "about/method.md",
            "https://desk.example/corrections#how",
        ),
        kinds=(
            Kind("context", "Background", "Background", "solid"),
            *KINDS[1:],
            Kind("definition", "Definition", "Definitions", "wavy"),
            Kind("aside", "Aside", "Aside", "dashed"),
        ),
        verdicts=(VERDICTS[0], Verdict("off", "Off", "It is off.", "0", 1)),
        levels={"source-unused": Level.OFF, "anchor-lost": Level.INFO},
        words={
            # What the site calls a kind of the default scale is a word of its own as well.
            "kind-context": "Background",
            "kinds-context": "Background",
            "checked": "read {date}",
            "note-count-few": "{count} notes",
        },
    )


def test_what_is_wrong_with_the_publisher() -> None:
    settings, problems = settings_from(
        {
            "publisher": {
                "name": ["A desk"],
                "nmae": "A desk",
                "url": "desk.example",
                "logo": "../mark.png",
                "method": "javascript:alert(1)",
                "corrections": "/about/corrections.md",
            }
        }
    )
    assert settings.publisher == Publisher()
    assert [problem.option[-1] for problem in problems] == [
        *("nmae", "url", "name", "logo", "method", "corrections"),
    ]
    _, problems = settings_from({"publisher": "A desk", "cards": "few"})
    assert [str(problem) for problem in problems] == [
        "cards: “few” is not one of its words (it can be auto, all, pages or none)",
        "publisher: must be a list of “key: value” lines",
    ]


def test_an_option_problem_names_the_option() -> None:
    _, problems = settings_from({"kinds": {"context": {"line": "doted"}}})
    assert [str(problem) for problem in problems] == [
        "kinds.context.line: “doted” is not one of its words (did you mean “dotted”?)"
    ]
