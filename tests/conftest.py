"""What tests of several rooms share: the root of the repository, its site, and a browser."""

from __future__ import annotations

import functools
import http.server
import os
import subprocess
import sys
import threading
from collections.abc import Callable, Iterator
from contextlib import ExitStack
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

import hypothesis
import pytest
from playwright.sync_api import Browser, BrowserContext, Page, sync_playwright

from .prepared import prepare_theme

# pytest finds them by their names here.
from .processes import processes
from .trying import pytest_collection_modifyitems, pytest_configure, tried

__all__ = ["processes", "pytest_collection_modifyitems", "pytest_configure", "tried"]

# How long an example takes is the machine's business; what never ends is found by other means.
hypothesis.settings.register_profile("unhurried", deadline=None)
hypothesis.settings.load_profile("unhurried")

prepare_theme()

ROOT = Path(__file__).resolve().parent.parent

# Chromium tries to reach its maker's services at every start; tests must reach nobody.
BROWSER_OPTIONS = (
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-domain-reliability",
    "--disable-gpu",
    "--disable-quic",
    "--disable-sync",
    "--no-first-run",
)


@pytest.fixture(scope="session")
def root() -> Path:
    """The folder of the repository."""
    return ROOT


@pytest.fixture(scope="session")
def checkers(root: Path) -> Path:
    """The folder of the packages that hold the checkers. Installs them where that is not done."""
    subprocess.run([sys.executable, root / "tools" / "checkers.py"], check=True)
    return Path(sys.prefix) / "checkers" / "node_modules"


@pytest.fixture(scope="session")
def chromium_path() -> str:
    """The path of a Chromium. A test that needs one fails where there is none."""
    if path := os.environ.get("POSTIL_CHROMIUM"):
        return path
    found = subprocess.run(
        [sys.executable, ROOT / "tools" / "chromium.py"], capture_output=True, text=True
    )
    if found.returncode:
        pytest.fail(found.stderr.strip(), pytrace=False)
    return found.stdout.strip()


@pytest.fixture(scope="session")
def browser(chromium_path: str) -> Iterator[Browser]:
    """A headless Chromium, one for each test process."""
    # Chromium's sandbox refuses to work for root, as whom containers and CI run.
    for_root = ["--no-sandbox"] if os.geteuid() == 0 else []
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(
            executable_path=chromium_path, args=[*BROWSER_OPTIONS, *for_root]
        )
        yield browser
        browser.close()


class Visit:
    """What went on in the pages of a test that no page may do."""

    def __init__(self) -> None:
        self.strangers: list[str] = []
        """Requests to any host but this machine: readers are not tracked."""
        self.errors: list[str] = []
        """Errors that no script caught."""
        self.cookies: list[Any] = []
        """Cookies that were set."""

    def watch(self, context: BrowserContext) -> None:
        """Note what the pages of a context do; keep them from reaching other hosts."""
        context.route(lambda url: not _is_here(url), lambda route: route.abort())
        context.on("request", self._note_request)
        context.on("weberror", lambda event: self.errors.append(str(event.error)))

    def _note_request(self, request: Any) -> None:
        if not _is_here(request.url):
            self.strangers.append(request.url)


def _is_here(url: str) -> bool:
    parts = urlsplit(url)
    return parts.scheme not in {"http", "https"} or parts.hostname == "127.0.0.1"


@pytest.fixture
def visit() -> Iterator[Visit]:
    """What the pages of this test did. The test fails at its end if anything is left in it."""
    visit = Visit()
    yield visit
    assert not visit.strangers, "the page asked another host"
    assert not visit.errors, "a script failed in the page"
    assert not visit.cookies, "the page set a cookie"


# What the theme searches. It reads the words of the whole site on every page that is opened,
# whether anybody searches or not, and that takes a browser as long as the page itself.
INDEX = "**/search/search_index.json"
EMPTY_INDEX = {
    "config": {"lang": ["en"], "separator": r"\s+", "pipeline": [], "fields": {}},
    "docs": [],
}


@pytest.fixture
def searching() -> None:
    """In the pages of a test that takes it, the theme's search finds what there is. In those of all
    others it finds nothing."""


@pytest.fixture
def new_page(
    browser: Browser, visit: Visit, request: pytest.FixtureRequest
) -> Iterator[Callable[..., Page]]:
    """Makes pages, each in a context of its own that takes Playwright's options.

    `new_page(viewport={"width": 390, "height": 844}, java_script_enabled=False)`. The test fails
    if any of them asked another host for something or set a cookie, or if a script failed in one.
    Whoever searches takes `searching` as well.
    """
    with ExitStack() as stack:

        def make(**options: Any) -> Page:
            context = stack.enter_context(browser.new_context(**options))
            visit.watch(context)
            if "searching" not in request.fixturenames:
                context.route(INDEX, lambda route: route.fulfill(json=EMPTY_INDEX))
            # Before the context is closed.
            stack.callback(lambda: visit.cookies.extend(context.cookies()))
            return context.new_page()

        yield make


@pytest.fixture
def page(new_page: Callable[..., Page]) -> Page:
    """A page of 1280 by 720 pixels, watched as `new_page` says."""
    return new_page()


class _Handler(http.server.SimpleHTTPRequestHandler):
    """Serves a folder without a word in the test's output, with headers of the test's choice."""

    def __init__(self, *arguments: Any, headers_to_send: dict[str, str], **options: Any) -> None:
        self._headers_to_send = headers_to_send
        super().__init__(*arguments, **options)

    def end_headers(self) -> None:
        for name, value in self._headers_to_send.items():
            self.send_header(name, value)
        super().end_headers()

    def log_message(self, *_arguments: Any) -> None:
        pass


class _Server(http.server.ThreadingHTTPServer):
    """Forgives browsers that close a connection while a file is being sent."""

    def handle_error(self, request: Any, client_address: Any) -> None:
        if not isinstance(sys.exception(), ConnectionError):
            super().handle_error(request, client_address)


@pytest.fixture(scope="session")
def serve() -> Iterator[Callable[..., str]]:
    """Serves a folder on this machine: `serve(folder)` gives its address, without a slash.

    `serve(folder, {"Content-Security-Policy": "default-src 'self'"})` sends headers with each
    answer.
    """
    with ExitStack() as stack:

        def start(folder: Path, headers: dict[str, str] | None = None) -> str:
            assert folder.is_dir(), f"{folder} is no folder"
            handler = functools.partial(
                _Handler, directory=str(folder), headers_to_send=headers or {}
            )
            server = stack.enter_context(_Server(("127.0.0.1", 0), handler))
            thread = threading.Thread(target=server.serve_forever, daemon=True)
            thread.start()
            stack.callback(thread.join)
            stack.callback(server.shutdown)
            return f"http://127.0.0.1:{server.server_port}"

        yield start


@pytest.fixture(scope="session")
def built(
    root: Path, tmp_path_factory: pytest.TempPathFactory, serve: Callable[..., str]
) -> tuple[Path, str]:
    """The site of this repository: the folder that it was built into, and where it is served."""
    folder = tmp_path_factory.mktemp("site")
    address = serve(folder)
    # A quiet host counts no warnings.
    done = subprocess.run(
        [sys.executable, "-m", "mkdocs", "build", "--strict", "--site-dir", folder],
        cwd=root,
        check=False,
        capture_output=True,
        text=True,
        # Instant navigation works only where the site knows its own address.
        env={**os.environ, "SITE_URL": f"{address}/", "NO_MKDOCS_2_WARNING": "1"},
    )
    assert done.returncode == 0, done.stderr
    return folder, address


@pytest.fixture(scope="session")
def site_folder(built: tuple[Path, str]) -> Path:
    """The folder that the site of this repository was built into."""
    return built[0]


@pytest.fixture(scope="session")
def site(built: tuple[Path, str]) -> str:
    """The address of the site of this repository, without a slash at its end."""
    return built[1]
