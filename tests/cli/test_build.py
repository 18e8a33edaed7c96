"""What `postil build` and `postil join` say before they build anything."""

from __future__ import annotations

from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from postil.cli.main import main

GOOD = "x" * 32


@pytest.fixture(autouse=True)
def site(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    (tmp_path / "docs").mkdir()
    (tmp_path / "docs/index.md").write_text("# Home\n")
    (tmp_path / "mkdocs.yml").write_text("site_name: A\nplugins: [postil]\n")
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("POSTIL_SHARD_SECRET", GOOD)
    monkeypatch.setenv("NO_MKDOCS_2_WARNING", "1")
    return tmp_path


def run(*arguments: str) -> Result:
    return CliRunner().invoke(main, arguments)


@pytest.mark.parametrize(
    ("command", "said"),
    [
        # Shards that no site has.
        (["build", "--shard", "9/8"], "there is no shard 9 of 8: they go from 1 to 8"),
        (["build", "--shard", "three"], "“three” names no shard: 3/8 is the third of eight"),
        # Options of another build.
        (["build", "--into", "parts"], "--into is for shards"),
        (["build", "--shard", "1/8", "--strict"], "-d and --strict are for “postil join”"),
        (["build", "--shard", "1/8", "-d", "x"], "-d and --strict are for “postil join”"),
        # No site, or nothing to join.
        (["build", "-f", "other.yml"], "there is no other.yml here"),
        (["join", "-f", "other.yml"], "there is no other.yml here"),
        (["join"], "shards: there is no file of a shard, such as shard-1-of-8.postil"),
        (["join", "docs"], "docs: there is no file of a shard"),
        (["join", "nowhere"], "does not exist"),
    ],
)
def test_what_cannot_be_run_is_said(command: list[str], said: str) -> None:
    found = run(*command)
    assert found.exit_code == 2
    assert said in " ".join(found.output.split())


@pytest.mark.parametrize("command", [["build", "--shard", "1/8"], ["join", "."]])
@pytest.mark.parametrize(("told", "said"), [("", "is empty"), ("short", "is shorter than 32")])
def test_a_secret_that_is_none_is_said(
    command: list[str], told: str, said: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("POSTIL_SHARD_SECRET", told)
    found = run(*command)
    assert found.exit_code == 2
    assert said in found.output
    assert "secrets.token_hex(32)" in found.output


def test_a_configuration_with_faults_builds_nothing(site: Path) -> None:
    (site / "mkdocs.yml").write_text("site_name: A\nplugins: [{postil: {jobs: many}}]\n")
    for command in (["build"], ["build", "--shard", "1/2"], ["join"]):
        found = run(*command)
        assert found.exit_code == 2
        assert "jobs" in found.output


def test_a_site_without_the_plugin_has_no_shards(site: Path) -> None:
    (site / "mkdocs.yml").write_text("site_name: A\nplugins: []\ntheme: {name: mkdocs}\n")
    found = run("build", "--shard", "1/2")
    assert found.exit_code == 2
    assert "is “postil” among its plugins?" in found.output
    assert not (site / "site").exists()


def test_a_shard_is_whole_or_not_there(site: Path) -> None:
    """Neither half of it nor that of an older build."""
    plain = "site_name: A\nplugins: [postil]\ntheme: {name: mkdocs}\n"
    (site / "mkdocs.yml").write_text(plain)
    (site / "shards").mkdir()
    (site / "shards" / "shard-1-of-1.postil").write_text("of another build")
    (site / "content").mkdir()
    (site / "content" / "deep.md").write_text("1. " * 2_000)
    found = run("build", "--shard", "1/1")
    assert found.exit_code == 1
    assert "text-unrendered" in found.output
    assert list((site / "shards").iterdir()) == []
    (site / "content" / "deep.md").write_text("It is not.\n")
    found = run("build", "--shard", "1/1")
    assert found.exit_code == 0
    assert found.output.startswith("shard-1-of-1.postil: 1 of 1 texts, 0.0 MB")


def test_a_build_without_shards_is_that_of_the_host(
    site: Path, capfd: pytest.CaptureFixture[str]
) -> None:
    (site / "content").mkdir()
    (site / "docs/index.md").write_text("[Nowhere](nowhere.md)\n")
    assert run("build", "-d", "out").exit_code == 0
    assert (site / "out" / "index.html").is_file()
    assert "nowhere.md" in capfd.readouterr().err
    found = run("build", "--strict")
    assert found.exit_code == 1
    assert "mkdocs ended with 1" in found.output
