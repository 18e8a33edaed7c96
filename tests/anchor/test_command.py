"""`postil anchor --jsonl`: one line out for each line in."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner, Result

from postil.cli.anchor import anchor_command

Line = dict[str, Any]


@pytest.fixture
def essay(tmp_path: Path) -> Path:
    path = tmp_path / "essay.txt"
    path.write_bytes("\ufeffOne line.\r\nA second — line. Yes, yes.".encode())
    return path


def _run(lines: list[Line | str], *arguments: str) -> tuple[Result, list[Line]]:
    text = "".join((line if isinstance(line, str) else json.dumps(line)) + "\n" for line in lines)
    result = CliRunner().invoke(anchor_command, ["--jsonl", *arguments], input=text)
    return result, [json.loads(line) for line in result.stdout.splitlines()]


def _query(doc: Path | str, exact: Any, **more: Any) -> Line:
    return {"id": "a", "doc": str(doc), "selector": {"exact": exact}, **more}


def test_each_status(essay: Path) -> None:
    result, lines = _run(
        [
            _query(essay, "line. A second -- line"),
            _query(essay, "One lime. A second line. Yes"),
            _query(essay, "es"),
            _query(essay, "nothing like that"),
            _query(essay, "es", position={"start": 35, "end": 37}),
        ]
    )
    assert result.exit_code == 0
    # Code points of the file as it is: the byte order mark is one, CR LF are two.
    assert lines[0] == {
        "id": "a",
        "status": "anchored",
        "start": 5,
        "end": 27,
        "score": 1.0,
        "quality": "exact",
    }
    assert (lines[1]["status"], lines[1]["quality"]) == ("anchored", "changed")
    assert (lines[1]["start"], lines[1]["end"]) == (1, 32)
    assert 0.8 < lines[1]["score"] < 1.0
    assert lines[2] == {
        "id": "a",
        "status": "ambiguous",
        "start": None,
        "end": None,
        "score": 1.0,
        "quality": None,
    }
    assert (lines[3]["status"], lines[3]["start"]) == ("orphan", None)
    assert (lines[4]["status"], lines[4]["start"]) == ("anchored", 35)


@pytest.mark.parametrize(
    ("line", "word"),
    [
        ("", "Expecting value"),
        ("{", "Expecting"),
        ("[]", "not a JSON object"),
        ('{"id": 7, "doc": "essay.txt"}', "selector"),
        ('{"doc": "essay.txt", "selector": {}}', "exact"),
        ('{"doc": "essay.txt", "selector": {"exact": 3}}', "exact"),
        ('{"doc": "essay.txt", "selector": {"exact": "a", "prefix": 1}}', "prefix"),
        ('{"doc": 1, "selector": {"exact": "a"}}', "doc"),
        ('{"doc": "missing.txt", "selector": {"exact": "a"}}', "missing.txt"),
        ('{"doc": "a\\u0000b", "selector": {"exact": "a"}}', "null"),
        ('{"doc": "essay.txt", "selector": {"exact": "a"}, "position": 3}', "position"),
        ('{"doc": "essay.txt", "selector": {"exact": "a"}, "position": {"start": "1"}}', "start"),
        ("[" * 100_000, "recursion"),
    ],
)
def test_a_line_in_error_gives_a_line_and_status_1(line: str, word: str, essay: Path) -> None:
    result, lines = _run([line, _query(essay, "second")])
    assert result.exit_code == 1
    assert lines[0]["status"] == "orphan"
    assert word in lines[0]["error"]
    assert lines[1]["status"] == "anchored"


def test_a_line_that_is_not_utf_8(essay: Path) -> None:
    good = json.dumps(_query(essay, "second")).encode()
    result = CliRunner().invoke(anchor_command, ["--jsonl"], input=b"\xff{}\n" + good)
    assert result.exit_code == 1
    first, second = (json.loads(line) for line in result.stdout.splitlines())
    assert "error" in first
    assert second["status"] == "anchored"


def test_a_document_that_is_not_utf_8(tmp_path: Path) -> None:
    (tmp_path / "latin").write_bytes(b"caf\xe9")
    result, lines = _run([_query(tmp_path / "latin", "caf")])
    assert result.exit_code == 1
    assert "utf-8" in lines[0]["error"]


def test_many_documents_and_a_file_argument(tmp_path: Path) -> None:
    queries = []
    for at in range(12):
        (tmp_path / str(at)).write_text(f"document {at} ends", "utf-8")
        queries += [_query(tmp_path / str(at), f"{at} ends"), _query(tmp_path / "0", "document")]
    path = tmp_path / "queries.jsonl"
    path.write_text("".join(json.dumps(query) + "\n" for query in queries), "utf-8")
    result = CliRunner().invoke(anchor_command, ["--jsonl", str(path)])
    assert result.exit_code == 0
    lines = [json.loads(line) for line in result.stdout.splitlines()]
    assert [line["status"] for line in lines] == ["anchored"] * 24


def test_selectors_may_say_null_for_what_they_lack(essay: Path) -> None:
    query = _query(essay, "second", position=None)
    query["selector"] |= {"prefix": None, "suffix": None}
    assert _run([query])[1][0]["status"] == "anchored"


def test_wrong_use_is_status_2_and_help_teaches() -> None:
    assert CliRunner().invoke(anchor_command, []).exit_code == 2
    assert CliRunner().invoke(anchor_command, ["--jsonl", "no such file"]).exit_code == 2
    help = CliRunner().invoke(anchor_command, ["--help"]).output
    assert "orphan" in help
    assert "code points" in help
