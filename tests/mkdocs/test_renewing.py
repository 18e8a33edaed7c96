"""After an edit of one text, a preview has of it what a whole build makes, and the rest follows."""

from __future__ import annotations

import copy
import json
import logging
import random
import shutil
import threading
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import pytest
from mkdocs.commands.build import build
from mkdocs.config import load_config
from mkdocs.config.defaults import MkDocsConfig
from watchdog.events import FileModifiedEvent, FileSystemEvent, FileSystemEventHandler

from postil.mkdocs import preview

from ..processes import Processes, Run
from ..trying import Tried
from . import test_keeping as keeping

URL = "http://127.0.0.1:8000/"
TEXTS = [f"text-{number}" for number in range(keeping.TEXTS)]
# A whole build takes well under a second; the rest is for a machine that has other work.
PATIENCE = 120


@dataclass
class Watched:
    """An observer that looks at nothing: a test says what changed."""

    handlers: dict[str, FileSystemEventHandler] = field(default_factory=dict)

    def schedule(self, handler: FileSystemEventHandler, path: str, *, recursive: bool) -> None:
        assert recursive
        self.handlers[path] = handler


class Server:
    """What a preview knows of the server of MkDocs, without one that listens."""

    def __init__(self, builder: Callable[[], None]) -> None:
        self.builder, self.observer = builder, Watched()
        self.watched: list[str] = []
        self.asked = threading.Event()

    def watch(self, path: str) -> None:
        self.watched.append(path)
        handler = FileSystemEventHandler()
        handler.on_any_event = self._ask  # type: ignore[method-assign] # as MkDocs does
        self.observer.schedule(handler, path, recursive=True)

    def _ask(self, _: FileSystemEvent) -> None:
        self.asked.set()

    def wait(self) -> None:
        """Waits until it is asked to build."""
        assert self.asked.wait(PATIENCE)
        self.asked.clear()


class Serving:
    """A preview of a site in this process: edits are told, and it is asked to build."""

    def __init__(self, root: Path, site: Path) -> None:
        self.root, self.site, self.wholes = root, site, 0
        self.config = self._load(site)
        self.config.plugins.on_startup(command="serve", dirty=False)
        self.config.site_url = URL
        build(self.config, serve_url=URL)
        self.server: Any = Server(self._build)
        self.config.plugins.on_serve(self.server, config=self.config, builder=self._build)

    def _load(self, site: Path) -> MkDocsConfig:
        return load_config(str(self.root / "mkdocs.yml"), site_dir=str(site))

    def _build(self) -> None:
        self.wholes += 1
        config = self._load(self.site)
        # MkDocs keeps the plugins that asked for it.
        config.site_url = URL
        build(config, serve_url=URL)

    def edit(self, *paths: str) -> None:
        """Builds after these files changed; the preview sees for itself that some did."""
        files = {self.root / path for path in paths}
        for folder, handler in self.server.observer.handlers.items():
            for file in files:
                if file.is_relative_to(folder):
                    handler.dispatch(FileModifiedEvent(str(file)))
        preview = self.config.plugins["postil"]._preview
        until = time.monotonic() + PATIENCE
        while not files <= preview._changes._paths:
            assert time.monotonic() < until
            time.sleep(0.02)  # it looks at all of them
        time.sleep(0.1)  # the server waits for more
        self.server.asked.clear()
        self.server.builder()

    def follow(self) -> None:
        """Waits for the whole build beside, and takes it."""
        following = self.config.plugins["postil"]._preview._following
        while following._run is not None:
            self.server.wait()
            self.server.builder()

    def end(self) -> None:
        self.config.plugins.on_shutdown()


@pytest.fixture
def serve(
    write_site: Callable[..., Path], tmp_path_factory: pytest.TempPathFactory
) -> Iterator[Callable[..., Serving]]:
    begun: list[Serving] = []

    def begin(site: keeping.Site, **config: Any) -> Serving:
        root = write(write_site, site, **config)
        begun.append(Serving(root, tmp_path_factory.mktemp("served")))
        return begun[-1]

    yield begin
    for one in begun:
        one.end()


def write(write_site: Callable[..., Path], site: keeping.Site, **config: Any) -> Path:
    return write_site(keeping.written(site), site["options"], **{**keeping.CONFIG, **config})


def files_of(folder: Path) -> dict[str, bytes]:
    return {
        path.relative_to(folder).as_posix(): path.read_bytes()
        for path in sorted(folder.rglob("*"))
        if path.is_file()
    }


def made_anew(processes: Processes, root: Path, folder: Path) -> dict[str, bytes]:
    """The files of a whole build by a program of its own: MkDocs shares plugins within one."""
    folder.mkdir()
    order = {
        "config_file": str(root / "mkdocs.yml"),
        "options": {},
        "site": str(folder / "none"),
        "site_url": URL,
        "index": str(folder / "index"),
        "level": logging.CRITICAL,
        "folder": str(folder),
    }
    (folder / "index").mkdir()
    ended = processes.run(Run(str(root), ("follower", json.dumps(order))))
    assert ended.code == 0, ended.said
    return files_of(folder / "site")


def same(found: dict[str, bytes], expected: dict[str, bytes], slug: str) -> None:
    """That everything of a text is as it should be."""
    own = [path for path in expected if slug in path]
    assert len(own) > 5
    assert [path for path in own if found.get(path) != expected[path]] == []


# Edits of a note or of a text, and of nothing else.
EDITS: tuple[keeping.Edit, ...] = (
    keeping.edit_body,
    keeping.edit_citation,
    keeping.edit_dates,
    keeping.edit_draft,
    keeping.edit_front_matter,
    keeping.edit_number_of_notes,
    keeping.edit_order,
    keeping.edit_target,
    keeping.edit_text,
    keeping.edit_title,
)


def changed(root: Path, site: keeping.Site) -> list[str]:
    """Writes what was edited, and gives the paths of it."""
    found = []
    for path, content in keeping.written(site).items():
        file = root / path
        if content is not None and file.read_text(encoding="utf-8") != content:
            file.write_text(content, encoding="utf-8")
            found.append(path)
    return found


def check(processes: Processes, serving: Serving, site: keeping.Site, folder: Path) -> bool:
    """Has an edit shown, and compares; whether there was one."""
    paths = changed(serving.root, site)
    if not paths:
        return False
    serving.edit(*paths)
    expected = made_anew(processes, serving.root, folder)
    for slug in {Path(path).stem for path in paths}:
        same(files_of(serving.site), expected, slug)
    shutil.rmtree(folder)
    return True


LOOKING = '{% extends "base.html" %}{% block footer %}{{ page.title | length }}{% endblock %}'
"""A template for which the page around a note is not that around another."""

# Who makes the pages of notes: the theme once for all, the theme each, the host.
BY: dict[str, tuple[dict[str, Any], bool, bool]] = {
    "the theme once": ({}, True, True),
    "the theme": (
        {"theme": {"name": "material", "font": False, "custom_dir": "own"}},
        True,
        False,
    ),
    "the host": ({"theme": {"name": "readthedocs"}}, False, False),
}


@pytest.mark.parametrize(("config", "ours", "once"), BY.values(), ids=BY)
def test_an_edited_text_is_as_a_whole_build_makes_it(
    serve: Callable[..., Serving],
    processes: Processes,
    tmp_path: Path,
    config: dict[str, Any],
    ours: bool,
    once: bool,
) -> None:
    site, chance = keeping.made_up(), random.Random(11)  # noqa: S311 - of a test
    site["own/main.html"] = LOOKING
    serving = serve(site, **config)
    build = serving.config.plugins["postil"]._build
    assert (build.pages._light, bool(build.assembled.notes._shells)) == (ours, once)
    # Those whose chance falls on one text are made together.
    for edit in EDITS:
        before = copy.deepcopy(site)
        edit(site, chance)
        paths = [path for path in site if site[path] != before[path]]
        if not all("text-1" in path or "text-2" in path for path in paths):
            site = before
    assert check(processes, serving, site, tmp_path / "anew")
    # The notes whose pages were made before to see whether all are alike.
    for number in (0, 1):
        site[f"annotations/text-{number}.yml"][0]["title"] = "Another"
    assert check(processes, serving, site, tmp_path / "again")
    assert serving.wholes == 0


def test_a_first_note_of_a_text_below_which_every_page_names_another(
    serve: Callable[..., Serving], processes: Processes, tmp_path: Path
) -> None:
    site = keeping.made_up()
    site["docs/explainers/text-new/about.md"] = "# About\n"
    site["content/text-new.md"] = "---\ntitle: New\n---\n\nSentence 0 of text 0 stands here, too.\n"
    site["annotations/text-new.yml"] = []
    serving = serve(site)
    site["annotations/text-new.yml"] = [keeping.note(0, 0)]
    assert check(processes, serving, site, tmp_path / "anew")
    assert serving.wholes == 0
    page = files_of(serving.site)["explainers/text-new/notes/n-0/index.html"]
    assert b'"../../about/"' in page


@pytest.mark.parametrize("edit", EDITS, ids=lambda edit: edit.__name__)
@pytest.mark.trust
def test_each_edit_shows(
    serve: Callable[..., Serving],
    processes: Processes,
    tmp_path: Path,
    edit: keeping.Edit,
    tried: Tried,
) -> None:
    site, chance = keeping.made_up(), random.Random(edit.__name__)  # noqa: S311 - of a test
    serving = serve(site)
    for _ in range(8):
        edit(site, chance)
        if check(processes, serving, site, tmp_path / "anew"):
            tried("Edits of a text after which its pages in a preview were compared", 1)


def test_the_rest_of_the_site_follows_beside_the_preview(
    serve: Callable[..., Serving],
    processes: Processes,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    caplog: pytest.LogCaptureFixture,
) -> None:
    monkeypatch.setattr(preview, "QUIET", 0.0)
    site = keeping.made_up()
    site["annotations/text-0.yml"][0]["target"] = "Words that are nowhere"
    site["annotations/text-1.yml"][1]["citations"] = []
    serving = serve(site)
    before = files_of(serving.site)
    # A note less, one that cites another text no more, and one whose place is lost.
    site["annotations/text-2.yml"].pop(2)
    site["annotations/text-2.yml"][1]["citations"] = []
    site["annotations/text-2.yml"][0]["target"] = "Nowhere at all"
    caplog.clear()
    caplog.set_level("INFO", "mkdocs")
    serving.edit(*changed(serving.root, site))
    said = [one.getMessage() for one in caplog.records]
    assert [one for one in said if "Nowhere at all" in one]
    assert [one for one in said if "text-2: made anew" in one and "rest" in one]
    expected = made_anew(processes, serving.root, tmp_path / "anew")
    same(files_of(serving.site), expected, "text-2")
    assert files_of(serving.site)["sources/index.html"] == before["sources/index.html"]
    caplog.clear()
    serving.follow()
    assert files_of(serving.site) == expected
    # Nothing is said twice.
    said = [one.getMessage() for one in caplog.records if one.levelname != "DEBUG"]
    assert said == ["postil: the rest of the site has followed"]
    # And on from there.
    site["annotations/text-2.yml"][0]["body"] = "Once more."
    serving.edit(*changed(serving.root, site))
    assert serving.wholes == 0
    assert b"Once more." in files_of(serving.site)["explainers/text-2/index.html"]


def test_what_concerns_more_than_a_text_is_built_whole(
    serve: Callable[..., Serving], monkeypatch: pytest.MonkeyPatch
) -> None:
    site = keeping.made_up()
    serving = serve(site)
    site["annotations/sources.yml"][0]["title"] = "A book by another name"
    serving.edit(*changed(serving.root, site))
    assert serving.wholes == 1
    assert b"A book by another name" in files_of(serving.site)["sources/index.html"]
    # What an editor writes beside a file is nothing.
    (serving.root / "annotations" / ".text-1.yml.swp").touch()
    serving.edit("annotations/.text-1.yml.swp")
    assert serving.wholes == 1
    # Nothing that anybody saw: a file that another plugin watches, say.
    serving.edit()
    assert serving.wholes == 2
    # More texts than are made one by one.
    for number in range(keeping.TEXTS):
        site[f"annotations/text-{number}.yml"][0]["body"] = "All of them."
    serving.edit(*changed(serving.root, site))
    assert serving.wholes == 3
    # Whatever goes wrong on the way.
    monkeypatch.setattr("postil.mkdocs.renewing.part_of", lambda *_: 1 / 0)
    site["annotations/text-1.yml"][0]["body"] = "Once more."
    serving.edit(*changed(serving.root, site))
    assert serving.wholes == 4
    assert b"Once more." in files_of(serving.site)["explainers/text-1/index.html"]


def test_after_a_build_that_failed_everything_is_built(
    serve: Callable[..., Serving], monkeypatch: pytest.MonkeyPatch
) -> None:
    site = keeping.made_up()
    serving = serve(site)
    monkeypatch.setattr("postil.mkdocs.assembling.join", lambda *_: 1 / 0)
    with pytest.raises(ZeroDivisionError):
        serving.edit("docs/index.md")
    monkeypatch.undo()
    site["annotations/text-1.yml"][0]["body"] = "Once more."
    serving.edit(*changed(serving.root, site))
    assert serving.wholes == 2
    site["annotations/text-1.yml"][0]["body"] = "And again."
    serving.edit(*changed(serving.root, site))
    assert serving.wholes == 2


def test_a_rest_that_cannot_be_built_is_named_and_left(
    serve: Callable[..., Serving],
    monkeypatch: pytest.MonkeyPatch,
    caplog: pytest.LogCaptureFixture,
) -> None:
    monkeypatch.setattr(preview, "QUIET", 0.0)
    site = keeping.made_up()
    serving = serve(site)
    before = files_of(serving.site)["sources/index.html"]
    config = serving.root / "mkdocs.yml"
    config.write_text(config.read_text(encoding="utf-8") + "\nplugins: [no-such-plugin]\n")
    site["annotations/text-1.yml"][0]["body"] = "Once more."
    serving.edit(*changed(serving.root, site))
    caplog.clear()
    serving.follow()
    (said,) = (one.getMessage() for one in caplog.records if one.levelname == "WARNING")
    assert "as it was before the last edit" in said
    assert "no-such-plugin" in said
    assert files_of(serving.site)["sources/index.html"] == before


# Where every edit is a whole build: a strict one fails at a warning, wherever it is, and of a hook
# nobody knows what it does to pages once all are read.
@pytest.mark.parametrize(
    "config", [{"strict": True}, {"hooks": ["hook.py"]}], ids=["strict", "hook"]
)
def test_some_sites_are_always_built_whole(
    serve: Callable[..., Serving], tmp_path: Path, config: dict[str, Any]
) -> None:
    (tmp_path / "hook.py").write_text("def on_env(env, **_):\n    return env\n", encoding="utf-8")
    serving = serve(keeping.made_up(), **config)
    assert serving.server.watched == []
    assert serving.server.builder == serving._build
