"""A site that several machines make, beside the one that a machine makes alone."""

from __future__ import annotations

import os
import random
import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from pathlib import Path

import pytest

from postil.archives import About, Archive, Writing
from postil.programs import code
from postil.shards import SECRET, Join, Part, Shard, secret, variables

from ..processes import files_below
from ..trying import Tried
from .conftest import Build, Built
from .test_keeping import CONFIG as CONFIG_OF_EDITS
from .test_keeping import EDITS, made_up, output, written

TEXTS, NOTES, OF = 12, 3, 3
TOLD = "the secret of this build, and no other"
CONFIG = """\
site_name: A site
site_url: https://site.example/
theme: {name: material, font: false}
plugins: [search, {postil: {cards: none}}]
"""


def note(text: int, number: int) -> str:
    """One that quotes its text, or not quite; the last one cites passages of other texts."""
    passage = f"Sentence {number} of text {text}" if number else f"Sentense 0 of text {text}"
    cited = [f"s-{(text + number) % 4}"]
    if number == NOTES - 1:
        cited.append(f"{{passage: 'text-{(text + 5) % TEXTS}#n-1'}}")
        cited.append(f"{{passage: text-{(text + 3) % TEXTS}, target: Sentence 7}}")
    kind = ("context", "correction", "source")[number % 3]
    return (
        f"- id: n-{number}\n  kind: {kind}\n  title: Note {number}\n  target: {passage}\n"
        f"  body: Words of note {number} of {text}.\n  created: 2026-0{1 + number}-{10 + text}\n"
        f"  draft: {str(number == 0 and text % 5 == 0).lower()}\n"
        f"  contributors: [p]\n  citations: [{', '.join(cited)}]\n"
    )


def files() -> dict[str, str]:
    """Texts that cite one another across the shards, and pages about them all."""
    made = {
        "mkdocs.yml": CONFIG,
        "docs/index.md": "# Home\n\n<!-- postil: changes -->\n",
        "annotations/contributors.yml": "- {id: p, name: A person}\n",
        "annotations/sources.yml": "".join(
            f"- {{id: s-{n}, type: book, title: Book {n}}}\n" for n in range(4)
        ),
    }
    for text in range(TEXTS):
        words = " ".join(f"Sentence {n} of text {text} stands here." for n in range(8))
        made[f"content/text-{text}.md"] = f"---\ntitle: Text {text}\n---\n\n## Part\n\n{words}\n"
        made[f"annotations/text-{text}.yml"] = "".join(note(text, n) for n in range(NOTES))
    return made


@dataclass(frozen=True, slots=True)
class Ended:
    code: int
    said: str


class Machine:
    """A clone of the site, in a folder and with a home of its own."""

    def __init__(self, folder: Path) -> None:
        self.root = folder / "clone"
        for path, content in files().items():
            (self.root / path).parent.mkdir(parents=True, exist_ok=True)
            (self.root / path).write_text(content, encoding="utf-8")
        self._home = folder / "home"

    def run(self, *command: str) -> Ended:
        variables = {
            "XDG_CACHE_HOME": str(self._home),
            "POSTIL_SHARD_SECRET": TOLD,
            "NO_MKDOCS_2_WARNING": "1",
        }
        ended = subprocess.run(
            [sys.executable, "-m", *command],
            cwd=self.root,
            env={**os.environ, **variables},
            capture_output=True,
            text=True,
        )
        return Ended(ended.returncode, ended.stdout + ended.stderr)

    def site(self) -> dict[str, bytes]:
        return files_below(self.root / "site")


def shard(machine: Machine, number: int, folder: Path) -> Ended:
    command = ("postil", "build", "--shard", f"{number}/{OF}", "--into", str(folder))
    return machine.run(*command)


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> tuple[dict[str, bytes], Path]:
    """The site that one machine makes, and the files that three others make for it."""
    folder = tmp_path_factory.mktemp("machines")
    alone = Machine(folder / "alone")
    machines = [Machine(folder / f"machine-{number}") for number in range(1, OF + 1)]
    with ThreadPoolExecutor(2) as pool:
        whole = pool.submit(alone.run, "mkdocs", "build", "--quiet")
        parts = [
            pool.submit(shard, machine, number, folder / "parts" / str(number))
            for number, machine in enumerate(machines, start=1)
        ]
    assert whole.result().code == 0, whole.result().said
    for part in parts:
        assert part.result().code == 0, part.result().said
        # What is wrong is told once, by the join.
        assert "anchor" not in part.result().said
    assert all(not (machine.root / "site").exists() for machine in machines)
    site = alone.site()
    assert len(site) > 100
    return site, folder / "parts"


def different(one: dict[str, bytes], other: dict[str, bytes]) -> set[str]:
    return {path for path in one.keys() | other.keys() if one.get(path) != other.get(path)}


def test_what_is_joined_is_the_site_of_one_machine(
    made: tuple[dict[str, bytes], Path], tmp_path: Path
) -> None:
    site, parts = made
    machine = Machine(tmp_path)
    ended = machine.run("postil", "join", str(parts))
    assert ended.code == 0, ended.said
    assert different(machine.site(), site) == set()
    # All that is made of one text came from its shard, and all of that was wanted.
    key = secret({SECRET: TOLD})
    things = sum(len(Archive(path, key)) for path in parts.rglob("*.postil"))
    assert things >= TEXTS
    assert f"{things} things that shards made were taken" in ended.said
    assert "anew" not in ended.said
    assert "is not there" not in ended.said
    assert "INFO" in ended.said


def test_whatever_is_missing_or_wrong_the_site_is_the_same(
    made: tuple[dict[str, bytes], Path], tmp_path: Path
) -> None:
    parts, some = made[1], tmp_path / "some"
    some.mkdir()
    # The first is missing. Of the second, a word was changed on the way. The third is of
    # somebody who does not know the secret. And a text is another one by now.
    second = (parts / "2" / "shard-2-of-3.postil").read_bytes()
    bad, rest = second[: len(second) // 2].replace(b"Part", b"Evil"), second[len(second) // 2 :]
    (some / "shard-2-of-3.postil").write_bytes(bad + rest)
    stranger = Writing(some / "shard-3-of-3.postil", About("3/3", 1, 1, code(), ""), b"s" * 32)
    stranger.end()
    about = About("3/3", 1, 1, b"other code", "Postil of another day")
    older = Writing(some / "older" / "shard-3-of-3.postil", about, secret({SECRET: TOLD}))
    older.end()
    # The first machine again, which has kept what it made.
    alone, joined = Machine(parts.parent / "alone"), Machine(tmp_path)
    edited = next(f"text-{n}" for n in range(TEXTS) if Shard(2, OF).takes(f"text-{n}"))
    for machine in (alone, joined):
        with (machine.root / "content" / f"{edited}.md").open("a") as text:
            text.write("\nA last word.\n")
    assert alone.run("mkdocs", "build", "--quiet").code == 0
    ended = joined.run("postil", "join", str(some))
    assert ended.code == 0, ended.said
    assert different(joined.site(), alone.site()) == set()
    assert different(joined.site(), made[0]) != set()
    assert "Shard 1/3 is not there: its texts are made here." in ended.said
    assert "of shard-2-of-3.postil are not as they were sealed, and are made anew" in ended.said
    assert "anew: a file, a setting or a program is another one" in ended.said
    assert "shard-3-of-3.postil was not sealed with this secret" in ended.said
    assert "made by other programs (Postil of another day; here Postil" in ended.said


@pytest.mark.trust
@pytest.mark.parametrize("seed", range(8))
def test_a_shard_knows_enough_of_other_texts(
    seed: int,
    build_site: Build,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    tried: Tried,
) -> None:
    """Whatever a site holds: all that two shards made is what the whole site wants."""
    site, chance = made_up(), random.Random(seed)  # noqa: S311 - of a test
    for _ in range(seed * 4):
        chance.choice(EDITS)(site, chance)
    config = {**CONFIG_OF_EDITS, **site["config"]}
    options = {**site["options"], "cache": False, "cards": "none"}

    def build(what: Part | Join | None) -> Built:
        with monkeypatch.context() as patched:
            for name, value in variables(what).items() if what else ():
                patched.setenv(name, value)
            patched.setenv("POSTIL_SHARD_SECRET", TOLD)
            return build_site(written(site), options, **config)

    parts = [Part(Shard(n, 2), tmp_path / "parts" / Shard(n, 2).file_name) for n in (1, 2)]
    for part in parts:
        with pytest.raises(SystemExit):
            build(part)
    joined = build(Join(tuple(part.into for part in parts)))
    found = output(joined.root)
    alone = build(None)
    assert different(found, output(alone.root)) == set()
    assert joined.warnings == alone.warnings
    assert not [said for said in joined.infos if "anew" in said]
    tried("Sites that shards made, compared with those of one machine", 1)
