"""Commands look for garbage seldom, and leave that as it was."""

from __future__ import annotations

import gc

import click
import pytest
from click.testing import CliRunner

from postil.cli.garbage import seldom_collected
from postil.cli.main import main


def test_it_is_as_before_afterwards() -> None:
    before = gc.get_threshold()
    with pytest.raises(ZeroDivisionError), seldom_collected():
        _ = 1 / 0
    assert gc.get_threshold() == before


def test_a_command_looks_seldom(monkeypatch: pytest.MonkeyPatch) -> None:
    @click.command("status")
    def status() -> None:
        click.echo(str(gc.get_threshold()[0]))

    monkeypatch.setattr(main, "command_named", lambda _: status)
    usual = gc.get_threshold()[0]
    assert int(CliRunner().invoke(main, ["status"]).output) > 10 * usual
    assert gc.get_threshold()[0] == usual
