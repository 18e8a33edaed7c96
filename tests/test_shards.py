"""Which texts a shard has, what seals it, and what is found in the files of shards."""

from __future__ import annotations

import os
import pickle
from collections import Counter
from pathlib import Path

import pytest

from postil import shards as module
from postil.archives import About, Archive, Writing
from postil.joined import Joined
from postil.kept import Kept, Task, done
from postil.sealed import seal
from postil.shards import (
    SECRET,
    Join,
    Part,
    Shard,
    ShardError,
    asked,
    missing,
    secret,
    shard_from,
    shard_named,
    variables,
)

ONE, OTHER = b"s" * 32, b"o" * 32
KEY, CHANGED = b"k" * 32, b"c" * 32
ABOUT = About("1/2", 1, 3, b"code", "Postil")


@pytest.mark.parametrize(
    ("written", "said"),
    [
        # No shard at all.
        ("3", "names no shard"),
        ("", "names no shard"),
        ("3/8/2", "names no shard"),
        ("-1/8", "names no shard"),
        ("a/b", "names no shard"),
        # One that no site has.
        ("0/8", "they go from 1 to 8"),
        ("9/8", "they go from 1 to 8"),
        ("0/0", "1 to 10,000 shards"),
        ("1/10001", "1 to 10,000 shards"),
    ],
)
def test_what_is_no_shard_is_said(written: str, said: str) -> None:
    with pytest.raises(ShardError, match=said):
        shard_from(written)


def test_each_text_belongs_to_one_shard() -> None:
    slugs = [f"text-{number}" for number in range(2000)]
    every = [Shard(number, 8) for number in range(1, 9)]
    dealt = [[one for one in every if one.takes(slug)] for slug in slugs]
    assert {len(found) for found in dealt} == {1}
    sizes = Counter(found[0].number for found in dealt)
    assert len(sizes) == 8
    assert max(sizes.values()) < 2000 / 8 * 1.2
    # Where a text is does not depend on others, on the process, or on the version of Python.
    assert [dealt[at][0].number for at in range(8)] == [2, 5, 2, 8, 4, 4, 4, 3]


def test_names_of_files_are_read_as_they_are_written() -> None:
    assert shard_from("3/8") == Shard(3, 8)
    assert shard_named(Shard(3, 8).file_name) == Shard(3, 8)
    assert shard_named("shard-3-of-8.zip") is None
    assert shard_named("other.postil") is None
    assert missing([Shard(1, 3), Shard(3, 3)]) == (Shard(2, 3),)
    assert missing([Shard(1, 1)]) == ()


def test_a_build_is_told_what_it_is_for(tmp_path: Path) -> None:
    for what in (Part(Shard(3, 8), tmp_path / "a:b;c"), Join((tmp_path / "a:b", tmp_path / "ü"))):
        assert asked(variables(what)) == what
        # One command within another.
        assert asked({**variables(Part(Shard(1, 1), tmp_path)), **variables(what)}) == what
    assert asked({}) is None


def test_the_secret_is_that_of_the_environment(monkeypatch: pytest.MonkeyPatch) -> None:
    found = secret({SECRET: "a" * 32})
    assert len(found) == 32
    assert found == secret({SECRET: "a" * 32})
    assert found != secret({SECRET: "a" * 33})
    # A forge gives an empty one where none is set, as to builds of strangers.
    with pytest.raises(ShardError, match="is empty"):
        secret({SECRET: ""})
    with pytest.raises(ShardError, match="is shorter than 32"):
        secret({SECRET: "a" * 31})
    # Without one it is that of the machine, but not the one that opens what it keeps.
    monkeypatch.setattr(module, "secret_of_machine", lambda: ONE)
    assert secret({}) == secret({SECRET: ONE.hex()})
    assert secret({}) != ONE
    monkeypatch.setattr(module, "secret_of_machine", lambda: None)
    with pytest.raises(ShardError, match="can keep no secret"):
        secret({})


def write(path: Path, things: dict[str, object], by: bytes = ONE) -> Path:
    writing = Writing(path, ABOUT, by, "mkdocs.yml")
    for slot, thing in things.items():
        writing.put(slot, KEY, thing)
    assert not path.exists()
    writing.end()
    writing.cancel()
    return path


def read(path: Path, by: bytes = ONE) -> Archive:
    return Archive(path, by, "mkdocs.yml")


def test_what_a_shard_made_is_found_by_slot_and_key(tmp_path: Path) -> None:
    archive = read(write(tmp_path / "parts" / "a.postil", {"text a": ["é"], "text b": None}))
    assert archive.about == ABOUT
    assert len(archive) == 2
    assert archive.get("text a", KEY) == (["é"],)
    assert archive.get("text b", KEY) == (None,)
    assert archive.get("text a", CHANGED) is None
    assert archive.get("text c", KEY) is None
    assert archive.key("text a") == KEY
    assert archive.key("text c") is None
    other = Archive(archive.path, ONE, "other.yml")
    assert other.get("text a", KEY) is None
    assert [one.name for one in (tmp_path / "parts").iterdir()] == ["a.postil"]


def test_a_shard_that_fails_leaves_nothing(tmp_path: Path) -> None:
    writing = Writing(tmp_path / "a.postil", ABOUT, ONE)
    writing.put("text a", KEY, 1)
    writing.cancel()
    assert list(tmp_path.iterdir()) == []


class Acts:
    """Does something where it is read."""

    def __reduce__(self) -> tuple[object, ...]:
        return (exec, ("raise AssertionError('it was read')",))


def test_nothing_is_read_that_another_wrote(tmp_path: Path) -> None:
    archive = read(write(tmp_path / "a.postil", {"text a": Acts()}, OTHER))
    assert archive.about is None
    assert (archive.bad, len(archive)) == (2, 0)
    assert archive.get("text a", KEY) is None
    # One that stands in place of a good thing, with its key and with any seal.
    good = write(tmp_path / "b.postil", {"text a": 1}).read_bytes()
    bad = KEY + pickle.dumps(Acts())
    for with_seal in (bytes(32), seal(bad, OTHER), seal(bad, b"")):
        start = good.rindex(KEY) - 32 - 8
        size = (32 + len(bad)).to_bytes(8, "big")
        (tmp_path / "c.postil").write_bytes(good[:start] + size + with_seal + bad)
        archive = read(tmp_path / "c.postil")
        assert archive.about == ABOUT
        assert archive.bad == 1
        assert archive.get("text a", KEY) is None
    # One that somebody puts there after it was read first.
    archive = read(write(tmp_path / "d.postil", {"text a": 1}))
    whole = archive.path.read_bytes()
    archive.path.write_bytes(whole[:start] + size + with_seal + bad)
    assert archive.get("text a", KEY) is None
    archive.path.unlink()
    assert archive.get("text a", KEY) is None


def test_half_of_a_file_is_as_much_as_is_whole(tmp_path: Path) -> None:
    path = write(tmp_path / "a.postil", {"text a": "a" * 50, "text b": "b" * 50})
    whole = path.read_bytes()
    for size in range(0, len(whole), 5):
        path.write_bytes(whole[:size])
        archive = read(path)
        found = [archive.get(f"text {one}", KEY) for one in "ab"]
        assert found in ([None, None], [("a" * 50,), None])
    for at in range(0, len(whole), 5):
        path.write_bytes(whole[:at] + bytes([whole[at] ^ 255]) + whole[at + 1 :])
        archive = read(path)
        for one in "ab":
            assert archive.get(f"text {one}", KEY) in (None, (one * 50,))


def test_what_is_joined_is_taken_and_the_rest_is_made(tmp_path: Path) -> None:
    first = read(write(tmp_path / "a.postil", {"text a": "a", "text b": "b"}))
    again = read(write(tmp_path / "b.postil", {"text a": "a", "text c": "c"}))
    # A thing whose last byte is another one.
    path = write(tmp_path / "c.postil", {"text d": "d"})
    path.write_bytes(path.read_bytes()[:-1] + b"!")
    kept = Kept(tmp_path / "kept", ONE)
    last = read(path)
    joined = Joined([first, again, last], kept)
    made: list[str] = []

    def task(slug: str, key: bytes = KEY) -> Task[str]:
        return Task(f"text {slug}", key, lambda: made.append(slug) or slug.upper())  # type: ignore[func-returns-value]  # it returns None

    tasks = [task("a"), task("b", CHANGED), task("c"), task("d"), task("e")]
    joined.count(tasks)
    assert (joined.taken, joined.other, last.bad) == (2, 1, 1)
    assert list(done(tasks, joined, map)) == ["a", "B", "c", "D", "E"]
    assert sorted(made) == ["b", "d", "e"]
    # What was made here is kept here, and what was taken is not.
    assert [kept.has(one.slot, one.key) for one in tasks] == [False, True, False, True, True]
    alone = Joined([first], None)
    assert list(done([task("a"), task("z")], alone, map)) == ["a", "Z"]
    alone.clear()
    os.utime(kept._path("text e"), (0, 0))
    joined.clear()
    assert not kept.has("text e", KEY)
