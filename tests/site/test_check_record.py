"""A check that takes what an earlier one found says what one says that finds all of it."""

from __future__ import annotations

import os
import pickle
import random
from collections.abc import Callable, Iterable, Sequence
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
import yaml

from postil.model.diagnostic import Diagnostic
from postil.read import signs
from postil.read.library import read_library
from postil.read.pages import find_pages, read_page
from postil.read.settings import HostConfig, read_settings
from postil.site.check import Findings, findings
from postil.site.checking.record import Record, of_settings
from postil.site.digest import digest
from postil.site.embeds.check import embed_problems
from postil.site.embeds.find import embeds_in
from postil.site.markdown import UnrenderableError, explained, renderer_of
from postil.site.summary import Summary, summarise
from postil.workers import Sharing

from ..cli.faults import fault
from ..mkdocs import test_keeping as keeping
from ..trying import Tried

Site = dict[str, Any]
Edit = Callable[[Site, random.Random], None]


def plainly(root: Path, host: HostConfig) -> tuple[tuple[Diagnostic, ...], Summary]:
    """The findings, by the whole library and nothing else."""
    library = read_library(root, host.settings)
    renderer = renderer_of(host)
    diagnostics, found = [*library.diagnostics], []
    for text in library.texts.values():
        try:
            one = explained(library, renderer, text)
        except UnrenderableError as error:
            diagnostics.append(Diagnostic("text-unrendered", error.reason, text.place))
        else:
            diagnostics += one.diagnostics
            found.append(one.explainer)
    for path, file in find_pages(root, host.docs_dir):
        if source := read_page(file):
            embeds = embeds_in(renderer.render(source))
            diagnostics += embed_problems(embeds, library.annotations, source, path)
    diagnostics.sort(key=lambda one: one.place)
    rest = replace(library, texts={one.text.slug: one.text for one in found})
    return tuple(diagnostics), summarise(rest, found)


class Checks:
    """Checks of one folder, each with what the last one of the same settings left."""

    def __init__(self, root: Path) -> None:
        self.root, self.records = root, dict[bytes, bytes]()

    def same(self, site: Site) -> Findings:
        """What is found of a site, which is as well what is found plainly."""
        self.write(site)
        host, wrong = read_settings(self.root / "mkdocs.yml")
        assert not wrong
        settings = of_settings(host, host.settings)
        assert settings is not None
        key = digest(settings)
        kept = self.records.get(key)
        before: Record | None = pickle.loads(kept) if kept else None  # noqa: S301 - made here
        found = findings(map, self.root, host, before)
        assert (found.diagnostics, found.summary) == plainly(self.root, host)
        self.records[key] = pickle.dumps(found.record)
        assert pickle.loads(self.records[key]) == found.record  # noqa: S301 - made here
        return found

    def write(self, site: Site) -> None:
        """Writes what is not as it is to be, and nothing else."""
        files = keeping.written(site)
        plugins = [{"postil": site["options"]} if site["options"] else "postil"]
        files["mkdocs.yml"] = yaml.safe_dump({"site_name": "A site", "plugins": plugins})
        for folder in ("annotations", "content", "docs"):
            for file in [*(self.root / folder).rglob("*")]:
                if not file.is_dir() and files.get(file.relative_to(self.root).as_posix()) is None:
                    file.unlink()
        for path, content in files.items():
            file = self.root / path
            if content is None or (file.exists() and file.read_text("utf-8") == content):
                continue
            file.parent.mkdir(parents=True, exist_ok=True)
            file.write_text(content, "utf-8")


@pytest.fixture(params=["young", "settled"])
def checks(
    request: pytest.FixtureRequest, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> Checks:
    """Files that were written long before they are looked at are known by their signs."""
    if request.param == "settled":
        monkeypatch.setattr(signs, "_SETTLED", -(10**15))
    return Checks(tmp_path)


def _texts(site: Site) -> list[str]:
    return sorted(path for path in site if path.startswith("content/") and site[path])


def _notes(site: Site) -> list[str]:
    return sorted(path for path in site if path.startswith("annotations/text") and site[path])


def edit_add_text(site: Site, chance: random.Random) -> None:
    site[f"content/more-{chance.randrange(4)}.md"] = "---\ntitle: More\n---\n\nSentence 1 of it.\n"


def edit_remove_text(site: Site, chance: random.Random) -> None:
    if len(_texts(site)) > 2:
        site[chance.choice(_texts(site))] = None


def edit_break_text(site: Site, chance: random.Random) -> None:
    ends = ["\x01", "\n<script>x</script>\n", "\n<![x](y)>\n", "\n[a](https://xn--80ak6aa92e.com)"]
    site[chance.choice(_texts(site))] += chance.choice(ends)


def edit_move_text(site: Site, chance: random.Random) -> None:
    path = chance.choice(_texts(site))
    other = (
        path.replace("/index.md", ".md")
        if path.endswith("/index.md")
        else path.replace(".md", "/index.md")
    )
    site[other], site[path] = site[path], None


def edit_same_size(site: Site, chance: random.Random) -> None:
    path = chance.choice(_texts(site))
    site[path] = site[path].replace("Sentence", chance.choice(["Sentense", "Sentence", "Zentence"]))


def edit_add_notes(site: Site, chance: random.Random) -> None:
    slug = chance.choice(["text-0", "text-1", "nowhere", "more-1"])
    number = chance.randrange(3)
    site[f"annotations/{slug}/one-{number}.yml"] = keeping.note(1, number)


def edit_remove_notes(site: Site, chance: random.Random) -> None:
    if found := _notes(site):
        site[chance.choice(found)] = None


def edit_break_notes(site: Site, chance: random.Random) -> None:
    """By what cannot be read, and by what names nothing that is there."""
    broken: list[Any] = [
        "id: [",
        "",
        "id: x\nkind: no\n",
        [{**keeping.note(1, 0), "citations": ["s-99"], "contributors": ["p-1", "nobody"]}],
        [{**keeping.note(1, 0), "citations": [{"passage": "text-9#n-1"}, {"passage": "text-1"}]}],
        [keeping.note(2, 0), keeping.note(2, 0)],
        [{**keeping.note(2, 1), "kind": None, "citations": ["s-3"]}],
    ]
    site[f"annotations/text-{chance.randrange(keeping.TEXTS)}.yml"] = chance.choice(broken)


def edit_cited_words(site: Site, chance: random.Random) -> None:
    words = ["cabbages and kings", "Sentense 0 of text 0 stood here", "stands here"]
    cited = {"passage": "text-0", "target": chance.choice(words)}
    site["annotations/text-1.yml"] = [{**keeping.note(1, 0), "citations": ["s-1", cited]}]


def edit_restore(site: Site, chance: random.Random) -> None:
    made = keeping.made_up()
    paths = [path for path in made if path not in {"config", "options"}]
    for path in chance.sample(paths, 4):
        site[path] = made[path]


def edit_remove_source(site: Site, chance: random.Random) -> None:
    sources = site["annotations/sources.yml"]
    if len(sources) > 2:
        sources.pop(chance.randrange(len(sources)))


def edit_break_sources(site: Site, chance: random.Random) -> None:
    bib = "@book{x-1, title = {X}}\n"
    site["annotations/more.bib"] = chance.choice([None, bib, bib * 2, "@book{"])
    site["annotations/sources.yml"][0]["issued"] = chance.choice(["long ago", 1999])


def edit_page(site: Site, chance: random.Random) -> None:
    what = ["changes", "explainers 5", "note text-0/n-0", "note text-0/no", "note text-9/n", "what"]
    comments = "\n\n".join(f"<!-- postil: {one} -->" for one in chance.sample(what, 3))
    site[f"docs/page-{chance.randrange(2)}.md"] = chance.choice([None, f"# P\n\n{comments}\n"])


def edit_choices(site: Site, chance: random.Random) -> None:
    site["options"] = chance.choice(
        [
            {},
            {"kinds": {"remark": {"label": "A remark"}}},
            {"trusted": ["text-1"]},
            {"limits": {"notes": 2}},
            {"limits": {"annotations": 1}},
            {"style": "styles/none.csl"},
            {"annotations": "notes"},
        ]
    )


OWN: tuple[Edit, ...] = tuple(
    value for name, value in sorted(globals().items()) if name.startswith("edit_")
)
OTHERS: tuple[Edit, ...] = tuple(
    edit for edit in keeping.EDITS if edit not in (keeping.edit_options, keeping.edit_configuration)
)


def sound(edit: Edit, site: Site, chance: random.Random) -> None:
    """Edits a site, where there still is what the edit is of."""
    try:
        edit(site, chance)
    except (AttributeError, IndexError, KeyError, TypeError):
        edit_restore(site, chance)


@pytest.mark.trust
@pytest.mark.parametrize("edit", [*OWN, *OTHERS], ids=lambda edit: edit.__name__)
def test_each_edit_is_found(checks: Checks, edit: Edit, tried: Tried) -> None:
    site, chance = keeping.made_up(), random.Random(edit.__name__)  # noqa: S311 - of a test
    checks.same(site)
    for _ in range(4):
        sound(edit, site, chance)
        checks.same(site)
        tried("Edits of a site after which a check with a record was compared with one without", 1)


def counted(looked: list[int]) -> Sharing:
    """Work one by one, and how many things were worked on."""

    def share(work: Callable[[Any], Any], items: Sequence[Any], /) -> Iterable[Any]:
        looked.append(len(items))
        return map(work, items)

    return share


def test_only_what_changed_is_looked_at(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(signs, "_SETTLED", -(10**15))
    site, checks = keeping.made_up(), Checks(tmp_path)
    host = HostConfig(tmp_path / "mkdocs.yml")
    checks.write(site)
    looked: list[int] = []
    record = findings(counted(looked), tmp_path, host).record
    assert looked == [keeping.TEXTS]
    for path, change, texts in (
        ("annotations/text-1.yml", [keeping.note(1, 0)], [1]),
        ("annotations/text-1/more.yml", {**keeping.note(1, 2), "id": "more"}, [1]),
        ("content/text-2.md", "Sentence 1 of text 2 stands here.\n", [1]),
        # What notes name is there as before, whatever it is.
        ("annotations/sources.yml", [{"id": f"s-{n}", "title": "T"} for n in range(5)], []),
        ("annotations/contributors.yml", [{"id": f"p-{n}", "name": "N"} for n in range(4)], []),
        ("annotations/links.json", "[]", []),
        ("docs/index.md", "Nothing.\n", []),
        # One of them is not.
        ("annotations/sources.yml", [{"id": f"s-{n}", "title": "T"} for n in range(3)], [3]),
    ):
        site[path] = change
        checks.write(site)
        looked.clear()
        record = findings(counted(looked), tmp_path, host, record).record
        assert looked == texts, path
    # Nobody wrote to it, and its bytes are the same.
    os.utime(tmp_path / "content/text-1.md", (1, 1))
    looked.clear()
    assert findings(counted(looked), tmp_path, host, record).record.texts == record.texts
    assert looked == [1]


def test_what_could_not_be_read_is_read_again(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The disk may be mended, and the file is the one that it was."""
    monkeypatch.setattr(signs, "_SETTLED", -(10**15))
    checks = Checks(tmp_path)
    checks.write(keeping.made_up())
    host = HostConfig(tmp_path / "mkdocs.yml")
    well = findings(map, tmp_path, host)
    for number in range(1, 1000):
        with fault(tmp_path, number) as refused:
            ill = findings(map, tmp_path, host)
        after = findings(map, tmp_path, host, ill.record)
        assert (after.diagnostics, after.summary) == (well.diagnostics, well.summary), refused.what
        if not refused.what:
            break
    assert number > 10


@pytest.mark.parametrize("seed", range(6))
def test_edits_of_all_kinds_are_found(checks: Checks, seed: int) -> None:
    site, chance = keeping.made_up(), random.Random(seed)  # noqa: S311 - of a test
    for _ in range(12):
        for edit in chance.choices([*OWN, *OTHERS], k=chance.choice([0, 1, 1, 1, 3])):
            sound(edit, site, chance)
        checks.same(site)
