"""What builds keep, and what they never take."""

from __future__ import annotations

import os
import pickle
import time
from collections.abc import Iterable
from pathlib import Path

import pytest

from postil import kept as module
from postil.kept import Kept, Task, done
from postil.sealed import seal

SECRET, OTHER = b"s" * 32, b"o" * 32
KEY, CHANGED = b"k" * 32, b"c" * 32


@pytest.fixture
def kept(tmp_path: Path) -> Kept:
    return Kept(tmp_path / "kept", SECRET)


def files(kept: Kept) -> list[Path]:
    return sorted(kept._folder.iterdir())


def test_what_is_kept_is_found_by_its_key(kept: Kept) -> None:
    assert not kept.has("a", KEY)
    assert kept.get("a", KEY) is None
    kept.put("a", KEY, {"words": ["é"]})
    kept.put("b", KEY, None)
    assert kept.has("a", KEY)
    assert kept.get("a", KEY) == ({"words": ["é"]},)
    assert kept.get("b", KEY) == (None,)
    assert not kept.has("a", CHANGED)
    assert kept.get("a", CHANGED) is None


def test_a_slot_holds_one_thing(kept: Kept) -> None:
    for number in range(5):
        kept.put("a", bytes([number] * 32), number)
    assert len(files(kept)) == 1
    assert kept.get("a", bytes([4] * 32)) == (4,)


def test_names_have_slots_of_their_own(kept: Kept) -> None:
    other = Kept(kept._folder, SECRET, "other.yml")
    other.put("a", KEY, 1)
    assert kept.get("a", KEY) is None
    assert other.get("a", KEY) == (1,)


class Acts:
    """Does something where it is read."""

    def __reduce__(self) -> tuple[object, ...]:
        return (exec, ("raise AssertionError('it was read')",))


def test_nothing_is_read_that_another_wrote(kept: Kept) -> None:
    kept.put("a", KEY, 1)
    (file,) = files(kept)
    sealed = KEY + pickle.dumps(Acts())
    for put in (b"", bytes(32), seal(sealed, OTHER)):
        file.write_bytes(put + sealed)
        assert kept.get("a", KEY) is None


def test_half_of_a_thing_is_none(kept: Kept) -> None:
    kept.put("a", KEY, "words" * 100)
    (file,) = files(kept)
    whole = file.read_bytes()
    for size in (0, 1, 31, 32, 63, 64, 65, len(whole) - 1):
        file.write_bytes(whole[:size])
        assert kept.get("a", KEY) is None
    for at in range(0, len(whole), 7):
        file.write_bytes(whole[:at] + bytes([whole[at] ^ 1]) + whole[at + 1 :])
        assert kept.get("a", KEY) is None
    file.write_bytes(whole)
    assert kept.get("a", KEY) == ("words" * 100,)


def test_another_slot_s_thing_is_taken_for_the_same_key_alone(kept: Kept) -> None:
    """Whoever moves files gains nothing: equal keys are equal things."""
    kept.put("a", KEY, 1)
    (file,) = files(kept)
    file.rename(kept._path("b"))
    assert kept.get("b", CHANGED) is None
    assert kept.get("b", KEY) == (1,)


def test_where_nothing_can_be_written_nothing_is_kept(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")
    kept = Kept(tmp_path / "file" / "kept", SECRET)
    kept.put("a", KEY, 1)
    kept.clear()
    assert kept.get("a", KEY) is None


def test_what_nobody_asks_for_goes(kept: Kept, monkeypatch: pytest.MonkeyPatch) -> None:
    now = time.time()
    for slot in ("used", "unused"):
        kept.put(slot, KEY, slot)
    stranger = kept._folder / "notes.txt"
    stranger.write_text("mine")
    os.utime(stranger, (0, 0))
    day = 24 * 60 * 60
    monkeypatch.setattr(module.time, "time", lambda: now + 20 * day)
    assert kept.get("used", KEY)
    os.utime(kept._path("used"), (now + 20 * day, now + 20 * day))
    monkeypatch.setattr(module.time, "time", lambda: now + 40 * day)
    kept.clear()
    assert files(kept) == sorted([stranger, kept._path("used")])


def test_only_what_is_not_kept_is_made(kept: Kept) -> None:
    made: list[int] = []

    def tasks(keys: Iterable[bytes]) -> list[Task[int]]:
        def make(number: int) -> int:
            made.append(number)
            return number

        return [
            Task(f"slot {number}", key, lambda number=number: make(number))  # type: ignore[misc]  # its default is a number
            for number, key in enumerate(keys)
        ]

    assert list(done(tasks([KEY, KEY, KEY]), kept, map)) == [0, 1, 2]
    assert list(done(tasks([KEY, CHANGED, KEY]), kept, map)) == [0, 1, 2]
    assert made == [0, 1, 2, 1]
    # One that seems to be there, and is not as it was.
    file = kept._path("slot 2")
    file.write_bytes(file.read_bytes()[:-1])
    assert list(done(tasks([KEY, CHANGED, KEY]), kept, map)) == [0, 1, 2]
    assert made == [0, 1, 2, 1, 2]
    assert list(done(tasks([KEY]), None, map)) == [0]
    assert made == [0, 1, 2, 1, 2, 0]


def test_the_secret_is_made_once_and_for_one_person(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    ask = module.secret.__wrapped__
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "home"))
    first = ask()
    assert first is not None
    assert len(first) == 32
    assert ask() == first
    file = tmp_path / "home" / "postil" / "secret"
    assert file.stat().st_mode & 0o777 == 0o600
    file.write_bytes(b"short")
    assert ask() is None
    monkeypatch.setenv("XDG_CACHE_HOME", str(file))
    assert ask() is None
