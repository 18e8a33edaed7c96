"""The live preview follows every folder, and a broken annotation never hangs it."""

from __future__ import annotations

import os
import socket
import subprocess
import sys
import time
import urllib.request
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

# A rebuild takes well under a second; the rest is for a machine that has other work.
PATIENCE = 60


def free_port() -> int:
    with socket.socket() as listener:
        listener.bind(("127.0.0.1", 0))
        return int(listener.getsockname()[1])


class Preview:
    """A running `mkdocs serve` over the folder of a site."""

    def __init__(self, root: Path, address: str) -> None:
        self.root = root
        self._address = address

    def write(self, path: str, content: str) -> None:
        (self.root / path).write_text(content, encoding="utf-8")

    def wait_for(self, words: str, page_at: str = "explainers/speech/") -> str:
        """A page, as soon as it holds `words`; fails with its last state if it never does."""
        until = time.monotonic() + PATIENCE
        page = "nothing was answered"
        while time.monotonic() < until:
            try:
                with urllib.request.urlopen(
                    f"{self._address}/{page_at}", timeout=PATIENCE
                ) as answer:
                    page = answer.read().decode("utf-8")
            except OSError:
                page = "nothing was answered"
            if words in page:
                return page
            time.sleep(0.1)  # the server is asked again until it has built
        pytest.fail(f"“{words}” never came; the page was:\n{page[-4000:]}")


@pytest.fixture
def preview(write_site: Callable[..., Path]) -> Iterator[Preview]:
    root = write_site()
    port = free_port()
    server = subprocess.Popen(
        [sys.executable, "-m", "mkdocs", "serve", "--dev-addr", f"127.0.0.1:{port}"],
        cwd=root,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
        env={**os.environ, "NO_MKDOCS_2_WARNING": "1"},
    )
    yield Preview(root, f"http://127.0.0.1:{port}")
    server.terminate()
    server.wait(timeout=PATIENCE)


def test_every_edit_shows_and_every_mistake_is_said_on_the_page(
    preview: Preview, site: dict[str, str]
) -> None:
    notes = site["annotations/speech.yml"]
    assert "postil-problems" not in preview.wait_for("Which moon")
    # An edit of a note, and one of the text.
    preview.write("annotations/speech.yml", notes.replace("Which moon", "That moon"))
    preview.wait_for("That moon")
    preview.write("content/speech.md", site["content/speech.md"] + "\nThank you.\n")
    preview.wait_for("Thank you.")
    # Broken YAML: the page is there without its notes, and says where the mistake is.
    preview.write("annotations/speech.yml", "- id: [\n")
    page = preview.wait_for("annotations/speech.yml:")
    assert "postil-problems" in page
    assert "Thank you." in page
    # A target that is nowhere: the note is there, and so is what is wrong with it.
    preview.write("annotations/speech.yml", notes.replace("it is easy", "cabbages and kings"))
    page = preview.wait_for("cabbages and kings” is not in content/speech.md")
    assert "It was easy" in page
    # Mended, nothing is said any more.
    preview.write("annotations/speech.yml", notes.replace("It was easy", "It was mended"))
    assert "postil-problems" not in preview.wait_for("It was mended")
    # What is made of all texts follows.
    preview.wait_for("It was mended", "corrections/")
