"""A build that is killed, refused a file or not alone: no broken cache, and a clear message."""

from __future__ import annotations

import errno
import os
import random
import resource
import shutil
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

import pytest
from requests.exceptions import RequestException

from postil.mkdocs.cards import CACHE
from postil.mkdocs.faults import refused

from ..processes import Ended, Fault, Processes, Run, files_below
from ..trying import Tried

Build = Callable[..., Any]
END = b"IEND\xaeB`\x82"
"""Of a picture that is whole."""
BUILD = ("mkdocs", "build", "--quiet")
PICTURE = "content/town/picture.png"
# Few files of a theme: what is asked of the system is asked for what is ours.
PLAIN = {"name": None, "custom_dir": "theme"}
PAGE = "<!doctype html><html><head><title>{{ page.title }}</title></head>{{ page.content }}</html>"
MORE = {
    "theme/main.html": PAGE,
    "content/town/index.md": "---\ntitle: A town\n---\n\n![A map](picture.png)\n\nIt voted.\n",
    PICTURE: "no picture",
    "annotations/town/voted.yml": "id: voted\nkind: context\ntitle: When\ntarget: It voted\n"
    "body: In spring.\ncitations: [book]\n",
    "annotations/books.bib": "@book{book, title = {A book}}\n",
}
OTHER = {
    "docs/index.md": "# Another home\n",
    "content/speech.md": "---\ntitle: A speech\n---\n\nWe go to the moon; it is easy.\n",
    "annotations/speech.yml": "id: easy\nkind: context\ntitle: Easy\ntarget: easy\nbody: No.\n",
    "annotations/books.bib": "@book{book, title = {Another book}}\n",
    PICTURE: "another picture",
}
"""What files of the site say after somebody changed them."""


# One build, in this process.


@pytest.mark.parametrize(
    ("error", "words"),
    [
        (FileNotFoundError(2, "No such file", "/site/docs/a.md"), "docs/a.md: No such file"),
        (OSError(28, "No space", "/theme/a.js", None, "/site/out/a.js"), "out/a.js: No space"),
        (OSError(errno.ENOSPC, "No space left"), "No space left"),
        (PermissionError(13, "Denied", "/elsewhere/a"), "/elsewhere/a: Denied"),
        (IsADirectoryError(21, "Is a directory", b"/site/a"), "a: Is a directory"),
        # What is no file's is told as it always was.
        (ConnectionRefusedError(111, "Connection refused"), None),
        (RequestException("no answer"), None),
        (shutil.SameFileError("the same"), None),
        (ZeroDivisionError(), None),
    ],
)  # fmt: skip
def test_a_refusal_in_one_sentence(error: Exception, words: str | None) -> None:
    assert refused(error, Path("/site")) == words


def test_a_file_that_vanishes_during_a_build_is_named(build_site: Build) -> None:
    gone = f"pathlib.Path(__file__).parent.joinpath('{PICTURE}').unlink()"
    hook = f"import pathlib\ndef on_env(env, **_):\n    {gone}\n"
    built = build_site({**MORE, "hook.py": hook}, theme=PLAIN, hooks=["hook.py"])
    assert built.aborted == f"The build ends here: {PICTURE}: No such file or directory"


def test_a_disk_that_is_full_during_a_build_is_named(build_site: Build) -> None:
    limits = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (10_000, limits[1]))
    try:
        built = build_site(MORE, theme=PLAIN, site_url="https://site.example/")
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, limits)
    assert built.aborted.startswith("The build ends here: site/")
    assert built.aborted.endswith(": File too large")
    # Where only small ones could be kept, no part of a large one is.
    kept = files_below(built.root / CACHE).values()
    assert all(png.endswith(END) for png in kept)


# Many, in processes of their own.


@dataclass(frozen=True)
class Site:
    """A site, and what is made of it and kept for the next build where nothing happens."""

    root: Path
    processes: Processes
    made: dict[str, bytes]
    kept: dict[str, bytes]
    asked: int
    seconds: float

    def clear(self) -> None:
        for name in ("site", "other", ".cache"):
            shutil.rmtree(self.root / name, ignore_errors=True)

    def build(self, *options: str, **meets: Any) -> Ended:
        return self.processes.run(self.run(*options, **meets))

    def run(self, *options: str, **meets: Any) -> Run:
        return Run(str(self.root), (*BUILD, *options), **meets)

    def result(self, folder: str = "site") -> dict[str, bytes]:
        return files_below(self.root / folder)

    def cache(self) -> dict[str, bytes]:
        return files_below(self.root / ".cache")

    def moments(self, step: int = 1, first: int = 0) -> Iterator[int]:
        """All of them, or one of some; not the same ones where `first` is another."""
        return iter(range(1 + first % step, self.asked + 1, step))


@pytest.fixture
def site(write_site: Callable[..., Path], processes: Processes) -> Site:
    return _site(write_site(MORE, plugins=["search"], theme=PLAIN, site_url=ADDRESS), processes)


@pytest.fixture
def usual_site(write_site: Callable[..., Path], processes: Processes) -> Site:
    """The same with the theme that sites have."""
    return _site(write_site(MORE, plugins=["search"], site_url=ADDRESS), processes)


ADDRESS = "https://site.example/"


def _site(root: Path, processes: Processes) -> Site:
    began = time.monotonic()
    new = Site(root, processes, {}, {}, 0, 0)
    ended = new.build(fault=Fault(f"{root}{os.sep}"))
    assert (ended.code, ended.said) == (0, "")
    seconds = time.monotonic() - began
    assert ended.asked > 100
    assert len(new.cache()) > 5
    return replace(new, made=new.result(), kept=new.cache(), asked=ended.asked, seconds=seconds)


def check_next(site: Site, what: str) -> None:
    """What was kept is whole, and the next build is what it would have been."""
    assert site.cache().items() <= site.kept.items(), what
    ended = site.build()
    assert (ended.code, ended.said) == (0, ""), what
    assert site.result() == site.made, what
    assert site.cache() == site.kept, what


def check_message(ended: Ended, what: str) -> None:
    """It ended well, or with a message."""
    assert ended.code in {0, 1}, what
    assert "Traceback" not in ended.said, what
    assert ended.code == 0 or "The build ends here: " in ended.said, what


@pytest.mark.trust
def test_a_build_is_killed_at_any_moment(site: Site, tried: Tried) -> None:
    site.clear()
    kept = site.build(fault=Fault(f"{site.root / '.cache'}{os.sep}")).asked
    assert kept > 20
    # All of those at which something is kept, and some of the others.
    moments = [(site.root / ".cache", number) for number in range(1, kept + 1)]
    moments += [(site.root, number) for number in site.moments(4)]
    for folder, number in moments:
        site.clear()
        ended = site.build(fault=Fault(f"{folder}{os.sep}", number, "kill"))
        assert ended.code == -9, number
        check_next(site, f"killed at {number} in {folder}")
    tried("Moments at which a build was killed; the next one was whole", len(moments))


@pytest.mark.trust
def test_a_build_is_killed_at_any_time(usual_site: Site, tried: Tried) -> None:
    chance = random.Random(7)  # noqa: S311 - the same moments each time
    for _ in range(20):
        usual_site.clear()
        after = chance.uniform(0.01, usual_site.seconds)
        usual_site.build(after=after)
        check_next(usual_site, f"killed after {after} of {usual_site.seconds} s")
    tried("Moments at which a build was killed; the next one was whole", 20)


@pytest.mark.trust
@pytest.mark.parametrize(("code", "first"), [(errno.ENOSPC, 0), (errno.EACCES, 1)])
def test_the_system_refuses_a_build_anything(
    site: Site, code: int, first: int, tried: Tried
) -> None:
    # MkDocs itself opens its configuration, before it knows of us, and takes a folder of documents
    # that it cannot list for one that is empty.
    ours = ("docs/", "content", "annotations", ".cache", "site/", "theme")
    moments: list[tuple[str, int]] = []
    for below in (f"{site.root / name}" + "/" * name.endswith("/") for name in ours):
        site.clear()
        asked = site.build(fault=Fault(below)).asked
        assert asked, below
        moments += [(below, number) for number in range(1 + first, asked + 1, 2)]
    for below, number in moments:
        site.clear()
        ended = site.build(fault=Fault(below, number, "refuse", code))
        what = f"refused at {number} in {below}: {ended}"
        check_message(ended, what)
        # A build without a note that could not be read draws other pictures, too.
        kept = site.cache()
        assert all(picture == site.kept.get(name, picture) for name, picture in kept.items()), what
        assert all(picture.endswith(END) for picture in kept.values()), what
        if ended.code == 0 and not ended.said:
            assert site.result() == site.made, what
    tried("Things that the system refused a build", len(moments))


@pytest.mark.trust
@pytest.mark.parametrize("room", [0, 500, 5_000, 20_000, 40_000])
def test_the_disk_is_full(site: Site, room: int, tried: Tried) -> None:
    site.clear()
    ended = site.build(room=room or 1)
    assert ended.code == 1
    check_message(ended, ended.said)
    assert "File too large" in ended.said
    check_next(site, ended.said)
    tried("Builds on a disk that is full", 1)


@pytest.mark.trust
@pytest.mark.parametrize("path", [*OTHER, "annotations", "mkdocs.yml"])
def test_a_file_vanishes(site: Site, path: str, tried: Tried) -> None:
    """At any moment: the build says so, or is that of the site with it, or without it."""
    file = site.root / path
    if file.is_dir():
        path, file = next(
            (str(one.relative_to(site.root)), one) for one in sorted(file.rglob("*.yml"))
        )
    content = file.read_bytes()
    file.unlink()
    without = site.build()
    made = site.result() if without.code == 0 else {}
    count = 0
    for number in site.moments(20, len(path)):
        file.write_bytes(content)
        fault = Fault(f"{site.root}{os.sep}", number, "remove", path=str(file))
        ended = site.build(fault=fault)
        what = f"{path} vanished at {number} of {site.asked}: {ended}"
        check_message(ended, what)
        if ended.code == 0:
            assert site.result() == (site.made if not ended.said else made) or (
                ended.said == without.said and site.result() == made
            ), what
        count += 1
    tried("Files that vanished during a build", count)


@pytest.mark.trust
@pytest.mark.parametrize("path", OTHER)
def test_a_file_changes(site: Site, path: str, tried: Tried) -> None:
    """At any moment: the build is that of what the file said before, or of what it says after."""
    file = site.root / path
    content = file.read_bytes()
    file.write_text(OTHER[path], encoding="utf-8")
    after = site.build()
    made = site.result()
    assert made != site.made
    count = 0
    for number in site.moments(20, len(path)):
        file.write_bytes(content)
        fault = Fault(
            f"{site.root}{os.sep}", number, "replace", path=str(file), content=OTHER[path]
        )
        ended = site.build(fault=fault)
        what = f"{path} changed at {number} of {site.asked}: {ended}"
        assert ended.code == 0, what
        result = site.result()
        assert (result == site.made and not ended.said) or (
            result == made and ended.said == after.said
        ), what
        count += 1
    tried("Files that changed during a build", count)


@pytest.mark.trust
def test_folders_that_cannot_be_written_to(site: Site, tried: Tried) -> None:
    for code in (errno.EROFS, errno.EACCES):

        def read_only(folder: str, code: int = code) -> Ended:
            site.clear()
            return site.build(fault=Fault(str(site.root / folder), 0, "refuse", code, writes=True))

        # What is kept for the next build makes it slow, not wrong.
        assert read_only(".cache").code == 0
        assert site.result() == site.made
        for folder in ("site", ""):
            ended = read_only(folder)
            assert ended.code == 1
            check_message(ended, ended.said)
            assert f"The build ends here: site: {os.strerror(code)}" in ended.said
    tried("Folders that cannot be written to", 6)


@pytest.mark.trust
@pytest.mark.parametrize("theme", ["site", "usual_site"])
def test_two_builds_at_once(theme: str, request: pytest.FixtureRequest, tried: Tried) -> None:
    site = request.getfixturevalue(theme)
    count = 10
    for number in range(count):
        site.clear()
        ended = site.processes.at_once(site.run(), site.run("--site-dir", "other"))
        assert [(one.code, one.said) for one in ended] == [(0, ""), (0, "")], number
        assert site.result() == site.result("other") == site.made
        assert site.cache() == site.kept
        assert not [*(site.root / CACHE).glob(".*.tmp")]
    tried("Builds of one site at once, which share what is kept", 2 * count)
