"""Hostile sites and harmless ones beside them, each built once."""

from __future__ import annotations

import logging
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest
from mkdocs.commands.build import build as mkdocs_build
from mkdocs.config import load_config
from playwright.sync_api import Browser

from .foreign_site import write_foreign_site
from .hostile_fields import GROUP
from .hostile_site import write_site
from .looking import Watched, watched_tab
from .payloads import corpus, harmless, share
from .serving import served

FAST = 32
"""Payloads that `make test` tries; `make trust` tries all."""
PARTS = 16
"""Sites that all of them are divided into, so that several are tried at once."""
FOREIGN = 480
"""Payloads, of every class, that come by files of other programs."""


@dataclass(frozen=True, slots=True)
class Sites:
    """Two sites that differ in the words of their fields, as they were built."""

    hostile: Path
    harmless: Path
    address: str
    """Where the hostile one is served, without a slash at the end."""
    words: int
    """Hostile strings in it, each in every field."""
    foreign: bool
    """Whether they came by files of other programs."""
    texts: int
    """Texts that it has at least."""
    notes: int
    """Notes that have a page in it, at least: what no field can hold makes none."""


@dataclass(frozen=True, slots=True)
class Kind:
    """How a pair of sites is written, and from how many payloads the harmless one is."""

    write: Callable[..., None]
    beside: int
    whole: float
    """The share of the texts and notes that the site has at least."""


OWN_SMALL = Kind(write_site, 24, 0.9)
OWN = Kind(write_site, 240, 0.9)
"""With so many notes that lists have several pages."""
IMPORTED = Kind(write_foreign_site, FOREIGN, 0.7)


def build(root: Path) -> Path:
    """Builds the site below `root` in this process; the folder with its pages."""
    # What is wrong with it has its own tests, and would fill the memory of this one.
    logging.disable(logging.CRITICAL)
    try:
        config = load_config(str(root / "mkdocs.yml"))
        config.plugins.on_startup(command="build", dirty=False)
        mkdocs_build(config)
    finally:
        logging.disable(logging.NOTSET)
    return root / "site"


def _chosen(name: str) -> tuple[Kind, Sequence[str]]:
    if name == "share":
        return OWN_SMALL, share(FAST)
    if name == "foreign":
        return IMPORTED, share(FOREIGN)
    return OWN, corpus()[int(name.removeprefix("part-")) :: PARTS]


@pytest.fixture(scope="session")
def harmless_sites() -> dict[Kind, Path]:
    """Those that were built."""
    return {}


def _long(name: str) -> Any:
    return pytest.param(name, marks=pytest.mark.trust)


@pytest.fixture(
    scope="session",
    params=["share", *(_long(f"part-{part:02}") for part in range(PARTS)), _long("foreign")],
)
def sites(
    request: pytest.FixtureRequest,
    tmp_path_factory: pytest.TempPathFactory,
    harmless_sites: dict[Kind, Path],
) -> Iterator[Sites]:
    """Both sites: with a share of the payloads, with a part of all of them, or with what came by
    files of other programs."""
    kind, every = _chosen(request.param)
    payloads = [*every, *every[: -len(every) % GROUP]]
    folder = tmp_path_factory.mktemp("sites")
    if kind not in harmless_sites:
        kind.write(folder / "harmless", harmless(kind.beside))
        harmless_sites[kind] = build(folder / "harmless")
    hostile = folder / "hostile" / "site"
    hostile.mkdir(parents=True)
    with served(hostile) as address:
        # Material goes from page to page without a load where the site knows its own address.
        kind.write(folder / "hostile", payloads, site_url=f"{address}/")
        yield Sites(
            *(build(folder / "hostile"), harmless_sites[kind], address),
            words=len(set(payloads)),
            foreign=kind is IMPORTED,
            texts=len(list((folder / "hostile" / "content").iterdir())),
            notes=int(kind.whole * len(payloads)),
        )


@pytest.fixture
def watched(browser: Browser) -> Iterator[Watched]:
    """A tab that notes whatever runs, opens or asks in it. The test fails if anything did."""
    with watched_tab(browser) as tab:
        yield tab
    assert not tab.surprises, "\n".join(tab.surprises[:20])
