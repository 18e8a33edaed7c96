"""The words that readers see are spelled right: cspell finds no word that is in no list.

The lists are its British dictionary, `tools/checkers/words.txt`, and the names in what is quoted: a
name is right where a text or a source writes it so. Original texts and quotations are others', and
are not looked at.
"""

from __future__ import annotations

import json
import re
import subprocess
import sys
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

import yaml

from postil.model.words import ENGLISH_WORDS

PAGES = (
    *("README.md", "CHANGELOG.md", "ARCHITECTURE.md", "CONTRIBUTING.md", "SECURITY.md"),
    *("CODE_OF_CONDUCT.md", "docs/**/*.md", ".github/**/*.md"),
    # What a new site begins with.
    "plugins/postil/cli/starter/files/**/*.md",
)
# The fields of annotations, texts and the site whose words are ours.
OWN = {
    *("title", "body", "wanted", "summary", "before", "supports", "remark", "about"),
    *("description", "reason", "rights", "site_name", "site_description", "copyright"),
    # Of the forms in which errors are reported.
    *("label", "value", "placeholder"),
}
CODE = re.compile(
    r"^[ \t]*(?P<fence>`{3,}|~{3,}).*?^[ \t]*(?P=fence)[ \t]*$|(?P<tick>`+).+?(?P=tick)",
    re.DOTALL | re.MULTILINE,
)
# Addresses, also of links and without their beginning; HTML with its comments; lists of attributes;
# what makes a name say whose.
NO_WORDS = re.compile(
    r"\]\([^)]*\)|https?://\S+|<!--.*?-->|</?[a-z][^>]*>|\{[ :.#][^}]*\}|\{\w+\}"
    r"|(?<=\w)['’]s\b|[\w.-]+@[\w.-]+|\b(?:[\w-]+\.)+(?:blog|com|edu|example|gov|io|net|news|org|us)\b",
    re.DOTALL,
)
SLIP = "The evidense says otherwise."


def prose(markdown: str) -> str:
    """The words of Markdown: all else becomes spaces, and lines stay where they are."""
    for pattern in (CODE, NO_WORDS):
        markdown = pattern.sub(lambda match: re.sub(r"[^\n]", " ", match[0]), markdown)
    return markdown


def own_words(source: str, own: set[str] = OWN) -> str:
    """The words of YAML that are ours, with lines where they are."""
    kept = [character if character == "\n" else " " for character in source]
    for node in scalars(yaml.compose(source), own):
        place = slice(node.start_mark.index, node.end_mark.index)
        kept[place] = source[place]
    return prose("".join(kept))


def scalars(node: yaml.Node | None, own: set[str]) -> Iterator[yaml.ScalarNode]:
    """The values of the fields of these names."""
    if isinstance(node, yaml.SequenceNode):
        for one in node.value:
            yield from scalars(one, own)
    elif isinstance(node, yaml.MappingNode):
        for key, value in node.value:
            if not isinstance(value, yaml.ScalarNode):
                yield from scalars(value, own)
            elif key.value in own:
                yield value


def public_words(root: Path) -> Mapping[str, str]:
    """What readers see, by the file that it stands in."""
    found = {
        path: prose(path.read_text(encoding="utf-8")) for one in PAGES for path in root.glob(one)
    }
    for path in (root / "annotations").rglob("*.yml"):
        # The title of a source is another's.
        own = OWN - {"title"} if "sources" in path.stem else OWN
        found[path] = own_words(path.read_text(encoding="utf-8"), own)
    for path in (root / "content").rglob("*.md"):
        found[path] = own_words(path.read_text(encoding="utf-8").partition("\n---\n")[0])
    for path in (root / "mkdocs.yml", *(root / ".github" / "ISSUE_TEMPLATE").glob("*.yml")):
        found[path] = own_words(path.read_text(encoding="utf-8"))
    words = {path.relative_to(root).as_posix(): words for path, words in found.items()}
    return words | {"words": prose("\n".join(ENGLISH_WORDS.values()))}


def quoted_names(root: Path) -> set[str]:
    """Words with a capital in texts, and in what sources are called and showed, and their sites."""
    files = [*(root / "content").rglob("*.md"), root / "annotations" / "sources.yml"]
    names: set[str] = set()
    for path in files:
        words = path.read_text(encoding="utf-8")
        names.update(re.findall(r"\b[A-Z][\w-]+", words))
        names.update(*(host.split(".") for host in re.findall(r"https?://([\w.-]+)", words)))
    return names


def test_no_word_is_misspelled(root: Path, tmp_path: Path) -> None:
    listed = root / "tools" / "checkers" / "words.txt"
    names = tmp_path / "names"
    names.write_text("\n".join(sorted(quoted_names(root))), encoding="utf-8")
    configuration: dict[str, Any] = {
        "language": "en-GB",
        "minWordLength": 3,
        "dictionaryDefinitions": [
            {"name": "ours", "path": str(listed)},
            {"name": "names", "path": str(names)},
        ],
        "dictionaries": ["ours", "names"],
    }
    (tmp_path / "cspell.json").write_text(json.dumps(configuration), encoding="utf-8")
    # A slip among them, so that finding nothing else means something.
    files = {**public_words(root), "slip": SLIP}
    for path, words in files.items():
        file = tmp_path / "words" / f"{path}.txt"
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(words, encoding="utf-8")
    done = subprocess.run(
        [
            *(sys.executable, root / "tools" / "checkers.py", "cspell/bin.mjs", "lint"),
            *("--config", tmp_path / "cspell.json", "--dot", "--no-progress", "--no-color"),
            *("--no-summary", "--relative", "."),
        ],
        cwd=tmp_path / "words",
        capture_output=True,
        text=True,
    )
    found = re.sub(r"\.txt:", ":", done.stdout).splitlines()
    assert done.stderr == ""
    expected = ["slip:1:5 - Unknown word (evidense)"]
    assert found == expected, "mend them, or add them to tools/checkers/words.txt"
