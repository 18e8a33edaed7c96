"""What is no file is never read, wherever it stands."""

from __future__ import annotations

import socket
from pathlib import Path

import pytest

from postil.read.files import read_text, special

DEVICES = [Path(name) for name in ("/dev/zero", "/dev/null", "/dev/tty", "/dev/stdin")]
WORDS = "it is neither a file nor a folder, but a pipe, a socket or a device"


@pytest.mark.parametrize("device", [one for one in DEVICES if one.exists()], ids=str)
def test_a_device_is_not_read(device: Path) -> None:
    """One of them never ends, and another waits for a person."""
    text, problems = read_text(device, "content/town.md", 1024)
    assert text is None
    # A terminal that this process has not cannot be opened at all.
    assert problems[0].code == "file-unreadable"
    if device.name in {"zero", "null"}:
        assert [problem.message for problem in problems] == [WORDS]
        found = special(device, device.parent)
        assert found is not None
        assert found.message == WORDS


def test_a_socket_is_not_read(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)  # its whole path may be longer than a socket's can be
    with socket.socket(socket.AF_UNIX) as server:
        server.bind("a.yml")
        found = special(tmp_path / "a.yml", tmp_path)
    assert found is not None
    assert found.message == WORDS
