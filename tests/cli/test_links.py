"""`postil links`, as a person calls it."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from threading import Thread
from typing import Any

import pytest
from click.testing import CliRunner, Result

from postil.cli import link_survey
from postil.cli.link_report import LINK_REPORTS, LinkRow
from postil.cli.main import main
from postil.model.link import LinkCheck, LinkState
from postil.model.place import Place
from postil.site.addresses_used import Use

STATUS = {"/ok": 200, "/gone": 404, "/moved": 301, "/closed": 403, "/letter": 200, "/stored": 200}


class _Handler(BaseHTTPRequestHandler):
    asked: list[str]

    def do_HEAD(self) -> None:
        path, _, query = self.path.partition("?")
        self.asked.append(path)
        failing = path == "/copies" and "moved" in query
        self.send_response(500 if failing else STATUS.get(path, 200))
        if path == "/moved":
            self.send_header("Location", "/ok")
        self.end_headers()
        if path == "/copies" and "gone" in query:
            url = "https://example.org/stored/gone"
            copy = {"available": True, "url": url, "timestamp": "20260102030405"}
            self.wfile.write(json.dumps({"archived_snapshots": {"closest": copy}}).encode())

    do_GET = do_HEAD  # noqa: N815 - the name that the server calls

    def log_message(self, *_: Any) -> None:
        pass


@pytest.fixture
def asked() -> list[str]:
    """The paths that the server was asked for."""
    return []


@pytest.fixture
def server(asked: list[str]) -> Iterator[str]:
    handler = type("Handler", (_Handler,), {"asked": asked})
    with ThreadingHTTPServer(("127.0.0.1", 0), handler) as server:
        thread = Thread(target=server.serve_forever, kwargs={"poll_interval": 0.02})
        thread.start()
        yield f"http://127.0.0.1:{server.server_port}"
        server.shutdown()
        thread.join()


@pytest.fixture
def site(tmp_path: Path, server: str, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A site with sources at addresses of each state, in the working folder."""
    sources = [
        f"- id: {name}\n  type: webpage\n  title: A page\n  URL: {server}/{name}\n"
        for name in ("ok", "gone", "moved", "closed")
    ]
    sources.append(
        f"- id: hostile\n  type: webpage\n  title: A page\n  link: false\n  URL: {server}/hostile\n"
    )
    sources.append(
        f"- id: kept\n  type: webpage\n  title: A page\n  URL: {server}/ok\n"
        f"  archive: {server}/stored\n"
    )
    files = {
        "mkdocs.yml": "site_name: A site\nplugins:\n  - postil\n",
        "content/letter.md": f"---\ntitle: A letter\ntext:\n  url: {server}/letter\n---\n\nDear,\n",
        "annotations/sources.yml": "".join(sources),
    }
    for path, content in files.items():
        file = tmp_path / path
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(content, encoding="utf-8")
    monkeypatch.chdir(tmp_path)
    return tmp_path


Run = Callable[..., Result]


@pytest.fixture
def run(site: Path) -> Run:
    del site
    usual = ("--allow-private", "--delay", "0", "--retries", "0")
    return lambda *arguments: CliRunner().invoke(main, ["links", *usual, *arguments])


def record(site: Path) -> dict[str, dict[str, Any]]:
    written = json.loads((site / "annotations/links.json").read_bytes())
    return {entry["address"].rpartition("/")[2]: entry for entry in written}


def test_what_became_of_each_address_is_written_and_read_back(site: Path, run: Run) -> None:
    result = run()
    assert result.exit_code == 0, result.output
    found = record(site)
    assert {name: entry["state"] for name, entry in found.items()} == {
        "ok": "ok",
        "gone": "dead",
        "moved": "moved",
        "closed": "unknown",
        "letter": "ok",
        "stored": "ok",
    }
    assert found["moved"]["moved_to"].endswith("/ok")
    assert found["gone"]["status"] == 404
    assert "6 addresses: 3 ok, 1 moved, 1 dead, 1 unknown; 6 asked now" in result.stderr
    checked = CliRunner().invoke(main, ["check"])
    assert checked.exit_code == 0, checked.output


def test_the_findings_stand_where_the_addresses_are_written(run: Run, server: str) -> None:
    lines = run().stdout.splitlines()
    assert lines[0].startswith(f"annotations/sources.yml:5:3: {server}/gone is dead since ")
    assert lines[0].endswith(": status 404")
    assert lines[1].endswith(f"{server}/moved has moved to {server}/ok")
    assert lines[2].endswith(f"{server}/closed gave no clear answer: status 403")
    assert len(lines) == 3


def test_an_address_that_must_not_be_linked_is_neither_asked_nor_named(
    site: Path, run: Run, asked: list[str]
) -> None:
    run("--archive", "--archive-api", "http://127.0.0.1:1/")
    assert "/hostile" not in asked
    assert "hostile" not in (site / "annotations/links.json").read_text()


def test_what_was_asked_lately_is_not_asked_again(site: Path, run: Run, asked: list[str]) -> None:
    run()
    before = (site / "annotations/links.json").read_bytes()
    asked.clear()
    again = run()
    # But for what gave no clear answer.
    assert set(asked) == {"/closed"}
    assert "1 asked now" in again.stderr
    assert (site / "annotations/links.json").read_bytes() == before
    asked.clear()
    run("--max-age", "0")
    assert set(asked) == {f"/{name}" for name in record(site)}


def test_a_state_keeps_the_day_since_when_it_is_so(site: Path, run: Run, server: str) -> None:
    old = [
        {"address": f"{server}/gone", "state": "dead", "checked": "2026-01-05"}
        | {"since": "2026-01-01", "archive": "https://example.org/copy", "archived": "2025-12-01"},
        {
            "address": f"{server}/ok",
            "state": "dead",
            "checked": "2026-01-05",
            "since": "2026-01-01",
        },
        {"address": f"{server}/removed", "state": "ok", "checked": "2026-01-05"},
    ]
    (site / "annotations/links.json").write_text(json.dumps(old))
    result = run()
    found = record(site)
    assert found["gone"]["since"] == "2026-01-01"
    assert found["gone"]["archive"] == "https://example.org/copy"
    assert (
        "dead since 2026-01-01: status 404; stored copy: https://example.org/copy" in result.stdout
    )
    assert found["ok"]["since"] == found["ok"]["checked"] > "2026-01-05"
    assert "removed" not in found


def test_stored_copies_are_looked_for_where_none_is_named(
    site: Path, run: Run, server: str, asked: list[str]
) -> None:
    result = run("--archive", "--archive-api", f"{server}/copies")
    assert result.exit_code == 0, result.output
    found = record(site)
    assert found["gone"]["archive"] == "https://example.org/stored/gone"
    assert found["gone"]["archived"] == "2026-01-02"
    # One page for which the archive fails does not keep it from being asked for the others.
    assert "the archive gave no answer for 1 of 5 pages" in result.stderr
    # Of ok, gone, moved, closed and the letter; the copy itself has none.
    assert asked.count("/copies") == 5
    run("--archive", "--archive-api", f"{server}/copies")
    assert asked.count("/copies") == 9
    lost = run("--archive", "--archive-api", f"{server}/gone")
    assert lost.exit_code == 1
    assert "cannot be asked: the answer has the status 404" in lost.output
    assert record(site)["gone"]["archive"]


def test_a_dead_address_fails_where_it_is_asked_to(run: Run, site: Path) -> None:
    assert run().exit_code == 0
    assert run("--check").exit_code == 1
    sources = (site / "annotations/sources.yml").read_text()
    (site / "annotations/sources.yml").write_text(sources.replace("/gone", "/ok"))
    assert run("--check").exit_code == 0


def test_a_program_can_read_the_findings(run: Run) -> None:
    result = run("--format", "json", "-q")
    assert result.stderr == ""
    report = json.loads(result.stdout)
    assert report["summary"] == {"addresses": 6, "ok": 3, "moved": 1, "dead": 1, "unknown": 1}
    by_state = {link["state"]: link for link in report["links"]}
    assert by_state["dead"]["used"] == ["annotations/sources.yml:5:3"]


def test_an_issue_gets_what_is_to_be_mended(run: Run, server: str, site: Path) -> None:
    said = run("--format", "markdown").stdout
    dead, moved = said.split("## ")[1:]
    assert dead.startswith("Addresses that are dead\n\n| what | where |\n")
    assert moved.startswith("Addresses that have moved for good\n")
    # Words, and no links: an address may lead anywhere.
    host = server.removeprefix("http://127.0.0.1:")
    assert f"http&#58;//127.0.0.1&#58;{host}/gone is dead since" in dead
    assert "annotations/sources.yml&#58;" in dead
    assert "closed" not in said
    sources = site / "annotations/sources.yml"
    kept = [one for one in sources.read_text(encoding="utf-8").split("- id: ") if "ok\n" in one]
    sources.write_text("".join(f"- id: {one}" for one in kept[:1]), encoding="utf-8")
    assert run("--format", "markdown").stdout == ""


def test_a_long_list_of_addresses_is_cut() -> None:
    link = LinkCheck("https://example.org/", LinkState.DEAD, "2026-01-01", "2026-01-01", 404)
    rows = [LinkRow(link, (Use(Place("a.yml", 1, 1)),))] * 120
    report = LINK_REPORTS["markdown"](rows)
    assert report.count("is dead since") == 100
    assert report.endswith("\n\nAnd 20 more.\n")


def test_without_a_word_no_private_machine_is_asked(run: Run, asked: list[str]) -> None:
    result = CliRunner().invoke(main, ["links", "--delay", "0"])
    assert result.exit_code == 2
    assert "none of 6 addresses answered" in result.output
    assert asked == []
    del run


def test_a_machine_without_a_network_records_nothing(
    site: Path, run: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    run()
    before = (site / "annotations/links.json").read_bytes()

    def fail(*_: Any, **__: Any) -> None:
        raise OSError("network is unreachable")

    monkeypatch.setattr("socket.socket.connect", fail)
    result = run("--max-age", "0")
    assert result.exit_code == 2
    assert "is this machine online?" in result.output
    assert (site / "annotations/links.json").read_bytes() == before


def test_what_was_found_before_an_interruption_is_kept(
    site: Path, run: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    whole = link_survey.ask_all

    def interrupted(*arguments: Any) -> Iterator[Any]:
        for number, one in enumerate(whole(*arguments)):
            if number == 2:
                raise KeyboardInterrupt
            yield one

    monkeypatch.setattr(link_survey, "ask_all", interrupted)
    assert run().exit_code == 1
    assert len(record(site)) == 2


def test_a_site_without_addresses_gets_no_file(site: Path, run: Run) -> None:
    (site / "annotations/sources.yml").unlink()
    (site / "content/letter.md").write_text("---\ntitle: A letter\n---\n\nDear,\n")
    result = run()
    assert result.exit_code == 0
    assert "0 addresses" in result.stderr
    assert not (site / "annotations/links.json").exists()


def test_nothing_is_written_through_a_link(site: Path, run: Run, tmp_path: Path) -> None:
    victim = tmp_path.parent / f"{tmp_path.name}-victim"
    victim.write_text("mine")
    (site / "annotations/links.json").symlink_to(victim)
    result = run()
    assert result.exit_code == 2
    assert "nothing is written through it" in result.output
    assert victim.read_text() == "mine"
