"""Names of files and folders, ids, kinds and verdicts are words of strangers too: what is not of
their plain form makes no page and no address, and what stays beside a text acts on nothing."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner
from lxml import etree  # type: ignore[import-untyped]  # it ships no types

from postil.cli.main import main
from postil.read.files import CONTROL

from ..trying import Tried
from .conftest import build
from .hostile_site import CONFIGURATION
from .looking import Watched
from .payloads import share
from .serving import served

pytestmark = pytest.mark.trust

PICTURE = bytes.fromhex("89504e470d0a1a0a")
PLAIN = re.compile(r"[a-z0-9._/-]*")


def names() -> list[str]:
    """Those that a file can have; a stroke would be a folder, and is left out."""
    fit = (re.sub(r"[/\x00\ud800-\udfff]", "", one) for one in share(640))
    return [one for one in dict.fromkeys(fit) if 0 < len(one.encode()) < 200 and one.strip(".")]


def files(given: Sequence[str]) -> Iterator[tuple[str, str | bytes]]:
    yield "mkdocs.yml", json.dumps(CONFIGURATION)
    yield "docs/index.md", "# Home\n\n<!-- postil: changes -->\n\n<!-- postil: open -->\n"
    yield "docs/tags.md", "# Tags\n\n<!-- material/tags -->\n"
    pictures = "\n\n".join(f"![x](<{name}.png>)" for name in given if _is_shown(name))
    yield "content/text-0/index.md", f"---\ntitle: A text\n---\n\nWords stand here.\n\n{pictures}\n"
    for number, name in enumerate(given):
        yield f"content/text-0/{name}.png", PICTURE
        yield f"content/{name}.md", "---\ntitle: A text\n---\n\nWords.\n"
        yield f"content/{name}/index.md", "---\ntitle: A text\n---\n\nWords.\n"
        note = _note(f"note-{number}")
        # Another mistake in each, or the first would hide the others.
        wrong: list[tuple[str, dict[str, Any]]] = [
            (name, {}),
            (f"a-{number}", {"id": name}),
            (f"b-{number}", {"kind": name}),
            (f"c-{number}", {"verdict": name}),
            (f"d-{number}", {"citations": [{"source": name}]}),
            (f"e-{number}", {"contributors": [name], name: "x"}),
        ]
        file, given_as = wrong[number % len(wrong)]
        yield f"annotations/text-0/{file}.yml", _yaml(note | given_as)
        yield f"annotations/{name}/note.yml", _yaml(_note("one"))
        yield f"annotations/sources/{name}.yml", f"- {_yaml({'id': name, 'title': 'x'})}\n"
        yield f"annotations/sources/{name}.json", json.dumps([{"id": name, "type": "book"}])
    ids = (CONTROL.sub("", name) for name in given)
    people = [{"id": id, "name": "x", "kind": "person"} for id in ids]
    yield "annotations/contributors.yml", _yaml(people)


def _is_shown(name: str) -> bool:
    """Whether a text can hold it."""
    return not re.search(rf"\s|{CONTROL.pattern}|<!", name)


def _note(id: str) -> dict[str, Any]:
    return {"id": id, "kind": "context", "title": "T", "target": "Words stand", "body": "B"}


def _yaml(value: Any) -> str:
    return json.dumps(value)


@pytest.fixture(scope="module")
def named(tmp_path_factory: pytest.TempPathFactory) -> Path:
    root = tmp_path_factory.mktemp("names")
    for path, content in files(names()):
        (root / path).parent.mkdir(parents=True, exist_ok=True)
        data = content if isinstance(content, bytes) else content.encode("utf-8", "replace")
        (root / path).write_bytes(data)
    build(root)
    return root


def test_only_plain_names_become_addresses(named: Path, tried: Tried) -> None:
    pages = [path.relative_to(named / "site").as_posix() for path in named.rglob("site/**/*.html")]
    assert len(pages) > len(names()) / 3
    assert [path for path in pages if not PLAIN.fullmatch(path)] == []
    for path in (named / "site").rglob("*.xml"):
        tree = etree.fromstring(path.read_bytes(), etree.XMLParser(resolve_entities=False))
        for element in tree.iter("{*}loc", "{*}link"):
            address = element.text or element.get("href")
            assert re.fullmatch(r"https://site\.example/[a-z0-9./_-]*", address), address
    for name in ("robots.txt", "_headers"):
        assert "alert" not in (named / "site" / name).read_text(encoding="utf-8")
    assert "canary" not in (named / "site" / "_headers").read_text(encoding="utf-8")
    tried("Addresses of pages of a site with such names", len(pages))


def test_no_page_acts(named: Path, watched: Watched, tried: Tried) -> None:
    folder = named / "site"
    every = [path.relative_to(folder).as_posix() for path in sorted(folder.rglob("*.html"))]
    paths = [path.removesuffix("index.html") for path in every]
    notes = [path for path in paths if "/notes/" in path]
    wrong = [(path, found["said"]) for path, found in watched.look_bare(folder, notes)]
    with served(folder) as address:
        whole = [path for path in paths if path not in notes]
        wrong += [(path, watched.look(f"{address}/{path}")["said"]) for path in whole]
    assert [(path, said) for path, said in wrong if said] == []
    tried("Hostile names of files, folders and ids", len(names()))


def test_what_is_said_of_them_controls_nothing(
    named: Path, monkeypatch: pytest.MonkeyPatch, tried: Tried
) -> None:
    monkeypatch.chdir(named)
    for form in ("text", "github"):
        result = CliRunner().invoke(main, ["check", "--format", form])
        assert isinstance(result.exception, SystemExit), result.exception
        shown = result.output
        assert len(shown.splitlines()) > 20
        assert not re.search(r"[\x00-\x08\x0b-\x1f\x7f-\x9f\u2028-\u202e\u2066-\u2069]", shown)
        if form == "github":
            assert all(
                re.match(r"::(error|warning|notice) ", one) for one in shown.splitlines()[:20]
            )
        tried("Lines that `postil check` says of such names", len(shown.splitlines()))
