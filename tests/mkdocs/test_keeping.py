"""A build that takes what others kept makes the same site as one that makes all of it."""

from __future__ import annotations

import json
import os
import random
import subprocess
import sys
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any

import pytest
import yaml

from ..trying import Tried
from .conftest import Build

Site = dict[str, Any]
"""The files of a site by path, as text or as what YAML is written from."""

TEXTS = 4
NOTES = 3
CONFIG = {"site_url": "https://site.example/", "plugins": ["search"]}


def made_up() -> Site:
    """A site whose texts cite one another, share sources, and have notes of any date."""
    site: Site = {
        "annotations/speech.yml": None,
        "annotations/sources.yml": [
            {"id": f"s-{n}", "type": "book", "title": f"Book {n}", "URL": f"https://b.example/{n}"}
            for n in range(4)
        ],
        "annotations/contributors.yml": [{"id": f"p-{n}", "name": f"Person {n}"} for n in range(3)],
        "content/speech.md": None,
        "docs/index.md": "# Home\n\n<!-- postil: changes -->\n",
        "config": {},
        "options": {},
    }
    for text in range(TEXTS):
        words = " ".join(f"Sentence {n} of text {text} stands here." for n in range(8))
        site[f"content/text-{text}.md"] = f"---\ntitle: Text {text}\n---\n\n## Part\n\n{words}\n"
        site[f"annotations/text-{text}.yml"] = [note(text, number) for number in range(NOTES)]
    return site


def note(text: int, number: int) -> dict[str, Any]:
    made = {
        "id": f"n-{number}",
        "kind": ("context", "correction", "source")[number % 3],
        "title": f"Note {number}",
        "target": f"Sentence {number} of text {text}",
        "body": f"Words of note {number}.",
        "created": f"2026-0{1 + number}-01",
        "citations": [f"s-{(text + number) % 4}"],
        "contributors": [f"p-{number % 3}"],
    }
    if number == 1:
        made["citations"].append({"passage": f"text-{(text + 1) % TEXTS}#n-0"})
    return made


Edit = Callable[[Site, random.Random], None]


def _notes(site: Site, chance: random.Random) -> list[dict[str, Any]]:
    paths = sorted(p for p in site if p.startswith("annotations/text-") and site[p])
    found: list[dict[str, Any]] = site[chance.choice(paths)]
    return found


def _one(site: Site, chance: random.Random) -> dict[str, Any]:
    return chance.choice(_notes(site, chance))


def _again(chance: random.Random) -> str:
    return f"again {chance.randrange(1000)}"


def edit_body(site: Site, chance: random.Random) -> None:
    _one(site, chance)["body"] = f"Words, {_again(chance)}."


def edit_title(site: Site, chance: random.Random) -> None:
    _one(site, chance)["title"] = f"Title, {_again(chance)}"


def edit_target(site: Site, chance: random.Random) -> None:
    _one(site, chance)["target"] = f"Sentence {chance.randrange(8)} of text"


def edit_dates(site: Site, chance: random.Random) -> None:
    one = _one(site, chance)
    day = f"2026-{chance.randrange(1, 12):02}-{chance.randrange(1, 28):02}"
    one["revisions"] = [{"date": day, "kind": "update", "summary": _again(chance)}]


def edit_draft(site: Site, chance: random.Random) -> None:
    one = _one(site, chance)
    one["draft"] = not one.get("draft")


def edit_citation(site: Site, chance: random.Random) -> None:
    where = f"text-{chance.randrange(TEXTS)}"
    cited: Any = f"{where}#n-{chance.randrange(NOTES)}"
    if chance.random() < 0.5:
        cited = {"passage": where, "target": f"Sentence {chance.randrange(8)}"}
    else:
        cited = {"passage": cited}
    _one(site, chance)["citations"] = [f"s-{chance.randrange(4)}", cited]


def edit_number_of_notes(site: Site, chance: random.Random) -> None:
    notes = _notes(site, chance)
    if len(notes) > 1 and chance.random() < 0.5:
        notes.pop(chance.randrange(len(notes)))
    else:
        notes.append({**notes[0], "id": f"more-{chance.randrange(10**6)}", "citations": []})


def edit_order(site: Site, chance: random.Random) -> None:
    chance.shuffle(_notes(site, chance))


def edit_text(site: Site, chance: random.Random) -> None:
    path = f"content/text-{chance.randrange(TEXTS)}.md"
    number = chance.randrange(8)
    site[path] = site[path].replace(f"Sentence {number} of", f"Sentence {_again(chance)} of", 1)


def edit_front_matter(site: Site, chance: random.Random) -> None:
    path = f"content/text-{chance.randrange(TEXTS)}.md"
    body = site[path].rpartition("---\n")[2]
    front = {"title": f"T {_again(chance)}", "description": "D", "text": {"author": "A. Person"}}
    site[path] = f"---\n{yaml.safe_dump(front)}---\n{body}"


def edit_source(site: Site, chance: random.Random) -> None:
    one = chance.choice(site["annotations/sources.yml"])
    one["title"] = f"Book, {_again(chance)}"
    one["issued"] = 1900 + chance.randrange(100)


def edit_sources(site: Site, chance: random.Random) -> None:
    made = {"id": f"x-{chance.randrange(10**6)}", "type": "book", "title": f"A {_again(chance)}"}
    site["annotations/sources.yml"].insert(chance.randrange(3), made)


def edit_person(site: Site, chance: random.Random) -> None:
    chance.choice(site["annotations/contributors.yml"])["name"] = f"Person, {_again(chance)}"


def edit_links(site: Site, chance: random.Random) -> None:
    state = chance.choice(["ok", "dead"])
    record = [
        {
            "address": f"https://b.example/{n}",
            "state": state,
            "checked": "2026-11-22",
            "status": 200,
        }
        for n in range(chance.randrange(1, 4))
    ]
    site["annotations/links.json"] = json.dumps(record)


def edit_options(site: Site, chance: random.Random) -> None:
    options = [
        {},
        {"note_pages": False},
        {"overviews": False},
        {"words": {"explainers": "Documents"}},
        {"kinds": {"context": {"label": "About it"}}},
        {"publisher": {"name": "The publisher"}},
        {"form": False},
        {"repository": "https://github.com/example/site"},
    ]
    site["options"] = chance.choice(options)


def edit_configuration(site: Site, chance: random.Random) -> None:
    site["config"] = chance.choice(
        [
            {},
            {"site_name": "Another"},
            {"use_directory_urls": False},
            {"theme": {"name": "material", "font": False, "language": "de"}},
            {"site_url": ""},
        ]
    )


def edit_navigation(site: Site, chance: random.Random) -> None:
    texts = [f"explainers/text-{n}.md" for n in range(TEXTS)]
    site["config"] = chance.choice(
        [
            {"nav": ["index.md", *texts[:2]]},
            {"nav": ["index.md", {"Named": texts[1]}, {"Some": texts[2:]}]},
            {"nav": [{_again(chance): "index.md"}, {"The list": "explainers/index.md"}]},
        ]
    )


def edit_theme(site: Site, chance: random.Random) -> None:
    folder = f"overrides-{chance.randrange(2)}"
    site[f"{folder}/main.html"] = (
        '{% extends "base.html" %}{% block announce %}' + _again(chance) + "{% endblock %}"
    )
    theme = {"name": "material", "font": False}
    site["config"] = chance.choice(
        [
            {"theme": {**theme, "custom_dir": folder}},
            {"theme": {**theme, "features": ["navigation.tabs", "navigation.footer"]}},
            {"theme": theme, "extra": {"homepage": f"https://{_again(chance)[6:]}.example/"}},
        ]
    )


def edit_text_links(site: Site, chance: random.Random) -> None:
    path = f"content/text-{chance.randrange(TEXTS)}.md"
    to = chance.choice(["text-1.md", "text-2.md#part", "text-2.md#nowhere", "nothing.md", "#no"])
    site[path] += f"\n[A link]({to}) to it, and one [home](../index.md).\n"


EDITS: tuple[Edit, ...] = tuple(
    value for name, value in sorted(globals().items()) if name.startswith("edit_")
)


def written(site: Site) -> dict[str, str | None]:
    return {
        path: content if content is None or isinstance(content, str) else yaml.safe_dump(content)
        for path, content in site.items()
        if path not in {"config", "options"}
    }


def output(built: Path) -> dict[str, bytes]:
    folder = built / "site"
    return {
        path.relative_to(folder).as_posix(): path.read_bytes()
        for path in sorted(folder.rglob("*"))
        if path.is_file()
    }


def compare(build_site: Build, site: Site) -> None:
    """Builds a site with what is kept, and again with nothing that is."""
    config = {**CONFIG, **site["config"]}
    kept = build_site(written(site), site["options"], **config)
    found, said = output(kept.root), kept.warnings
    anew = build_site(written(site), {**site["options"], "cache": False}, **config)
    expected = output(anew.root)
    assert found.keys() == expected.keys()
    assert [path for path in found if found[path] != expected[path]] == []
    assert said == anew.warnings


@pytest.mark.parametrize("edit", EDITS, ids=lambda edit: edit.__name__)
@pytest.mark.trust
def test_each_edit_is_seen(build_site: Build, edit: Edit, tried: Tried) -> None:
    site, chance = made_up(), random.Random(edit.__name__)  # noqa: S311 - of a test
    compare(build_site, site)
    for _ in range(8):
        edit(site, chance)
        compare(build_site, site)
        tried("Edits of a site after which what was kept was compared with what is made anew", 1)


def test_what_is_kept_is_what_would_be_made(build_site: Build) -> None:
    site, chance = made_up(), random.Random(4711)  # noqa: S311 - of a test
    compare(build_site, site)
    # All of them at once, and then none.
    for edit in EDITS:
        edit(site, chance)
    site["config"] = site["options"] = {}
    compare(build_site, site)
    edit_body(site, chance)
    compare(build_site, site)


def test_another_process_takes_all_of_it(write_site: Callable[..., Path]) -> None:
    """Keys must not follow the order of a set, or which values are one object."""
    root = write_site(written(made_up()), {}, **CONFIG)
    folder = root / ".cache" / "plugin" / "postil" / "texts"

    def build(seed: str, **variables: str) -> Mapping[str, int]:
        command = [sys.executable, "-m", "mkdocs", "build", "--quiet"]
        variables |= {"PYTHONHASHSEED": seed, "NO_MKDOCS_2_WARNING": "1"}
        subprocess.run(command, cwd=root, check=True, env={**os.environ, **variables})
        return {path.name: path.stat().st_mtime_ns for path in folder.iterdir()}

    first = build("1")
    assert len(first) > 2 * TEXTS
    assert build("2") == first
    # With another secret, nothing is one's own.
    (root / "elsewhere").mkdir()
    other = build("1", XDG_CACHE_HOME=str(root / "elsewhere"))
    assert other.keys() == first.keys()
    assert [name for name in first if other[name] == first[name]] == []


def test_no_link_leads_what_is_kept_elsewhere(build_site: Build, tmp_path: Path) -> None:
    outside = tmp_path / "outside"
    outside.mkdir()
    (tmp_path / ".cache").symlink_to(outside)
    build_site(written(made_up()), {"cards": "none"})
    assert list(outside.iterdir()) == []
