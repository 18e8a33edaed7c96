"""The same input gives the same bytes, whoever builds it, wherever and whenever."""

from __future__ import annotations

import shutil
import subprocess
from collections.abc import Callable
from dataclasses import replace
from importlib.metadata import distribution
from pathlib import Path

import pytest

from ..trying import Tried
from .machines import Machine, build, differences
from .pythons import others

# Everything that could reach the output is another than on a `Machine()`.
OTHER = Machine(
    zone="Asia/Kathmandu",
    locale="tr_TR.UTF-8",
    seed="4711",
    umask=0o077,
    clock=400 * 24 * 60 * 60,
    order="7",
    processors="1",
    folder="another/and deeper",
)
PLAIN = "site_name: A site\nsite_url: https://site.example/\ntheme: {name: material, font: false}\n"
# What differs without Postil: MkDocs dates every page by the day of the build.
OF_THE_HOST = {"sitemap.xml", "sitemap.xml.gz"}
LONG = "The town voted, and nobody objected. " * 20


@pytest.fixture
def source(write_site: Callable[..., Path], tmp_path: Path) -> Path:
    """A site with everything that is made of notes, and enough texts for several processes."""
    short = {
        f"{folder}/short-{number}{ending}": content.format(number)
        for number in range(20)
        for folder, ending, content in (
            ("content", ".md", "# Short {0}\n\nThe word {0} stands here.\n"),
            (
                "annotations",
                ".yml",
                "- {{id: n-{0}, kind: context, title: N {0}, target: word {0}, body: Words.,"
                " created: 2026-11-22, citations: [almanac, {{passage: town}}]}}\n",
            ),
        )
    }
    more = "".join(
        f"- {{id: n-{number}, kind: {kind}, title: N {number}, target: {word}, body: '{word}',"
        " contributors: [editors], citations: [{source: almanac, locator: 5}],"
        " revisions: [{date: 2026-11-22, kind: correction, summary: Mended}]}\n"
        for number, (kind, word) in enumerate(
            [("context", "The town"), ("source", "nobody"), ("correction", "خطاب")]
        )
    )
    root = write_site(
        {
            "content/town/index.md": f"---\ntitle: A town\n---\n\n## خطاب\n\n{LONG[:40]}\n",
            "content/town/picture.png": "no picture",
            "annotations/town/more.yml": more,
            "annotations/books.bib": "@book{other, title = {Other}}\n",
            **short,
        },
        plugins=["search"],
        site_url="https://site.example/",
    )
    kept = tmp_path.parent / f"{tmp_path.name}-source"
    shutil.copytree(root, kept)
    return kept


@pytest.fixture
def package(root: Path) -> Path:
    return root / "plugins"


def test_two_machines_make_the_same(source: Path, tmp_path: Path, package: Path) -> None:
    one = build(Machine(), source, tmp_path / "machines", package)
    other = build(OTHER, source, tmp_path / "machines", package)
    assert {
        "index.html",
        "search/search_index.json",
        "sitemap.xml.gz",
        "cards/index.png",
    } <= one.keys()
    assert differences(one, other) == set()


@pytest.mark.trust
def test_the_machines_differ(source: Path, tmp_path: Path, package: Path, tried: Tried) -> None:
    (source / "mkdocs.yml").write_text(PLAIN, encoding="utf-8")
    (source / "docs/index.md").write_text("# Home\n", encoding="utf-8")
    one = build(Machine(), source, tmp_path / "machines", package)
    other = build(OTHER, source, tmp_path / "machines", package)
    assert differences(one, other) == OF_THE_HOST
    tried("Builds on machines that differ, compared byte for byte", 2)


@pytest.mark.trust
def test_the_day_that_the_publisher_sets_counts(
    source: Path, tmp_path: Path, package: Path, tried: Tried
) -> None:
    chosen = {"SOURCE_DATE_EPOCH": "1000000000"}
    one = build(Machine(variables=chosen), source, tmp_path / "machines", package)
    far = Machine(clock=OTHER.clock, folder="far", variables=chosen)
    other = build(far, source, tmp_path / "machines", package)
    assert differences(one, other) == set()
    assert b"2001-09-09" in one["sitemap.xml"]
    tried("Builds on machines that differ, compared byte for byte", 2)


@pytest.mark.trust
def test_the_site_of_this_repository(
    tmp_path: Path, root: Path, package: Path, tried: Tried
) -> None:
    source = tmp_path / "source"
    for name in ("annotations", "content", "docs", "theme"):
        shutil.copytree(root / name, source / name)
    shutil.copy(root / "mkdocs.yml", source)
    address = {"SITE_URL": "https://site.example/"}
    machines = (Machine(variables=address), replace(OTHER, variables=address))
    one, other = (build(machine, source, tmp_path / "machines", package) for machine in machines)
    assert len(one) > 300
    assert differences(one, other) == set()
    tried("Builds on machines that differ, compared byte for byte", 2)


@pytest.mark.trust
@pytest.mark.parametrize("version", others())
def test_another_version_of_python(
    version: str, source: Path, tmp_path: Path, root: Path, package: Path, tried: Tried
) -> None:
    folder = tmp_path / "python"
    subprocess.run([others()[version], "-m", "venv", folder], check=True)
    python = str(folder / "bin" / "python")
    lock = root / "requirements" / "site.lock"
    pip = [python, "-m", "pip", "install", "--quiet", "--require-hashes", "-r", lock]
    subprocess.run(pip, check=True)
    # What tells MkDocs of the plugin; the code itself is that of this repository.
    ours = distribution("postil")
    told = Path(_site_packages(python), f"postil-{ours.version}.dist-info")
    told.mkdir()
    for name in ("METADATA", "entry_points.txt"):
        (told / name).write_text(ours.read_text(name) or "", encoding="utf-8")
    one = build(Machine(), source, tmp_path / "machines", package)
    other = build(Machine(python=python, folder="other"), source, tmp_path / "machines", package)
    assert differences(one, other) == set()
    tried("Other versions of Python, whose builds were compared", 1)


def _site_packages(python: str) -> str:
    words = "import sysconfig; print(sysconfig.get_path('purelib'))"
    done = subprocess.run([python, "-c", words], capture_output=True, text=True, check=True)
    return done.stdout.strip()
