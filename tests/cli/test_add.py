"""`postil add`, as a person calls it, at a terminal and elsewhere."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from postil.cli import add, add_passage
from postil.cli.main import main

from .repository import write

FILES = {
    "mkdocs.yml": "site_name: A site\nplugins:\n  - postil\n",
    "content/letter.md": "---\ntitle: A letter\n---\n\nHe liked *the* city and the “old\nharbour”."
    "\n\n## Spring\n\nIn the spring he went to the city, and stayed; others left.\n",
    "annotations/sources.yml": "- id: almanac\n  type: book\n  title: An almanac\n",
    "annotations/contributors.yml": "- id: editors\n  name: The editors\n  kind: organization\n",
    "annotations/letter/spring.yml": "id: spring\nkind: context\ntarget: In the spring\n"
    "title: Spring\ncitations: [almanac]\ncontributors: [editors]\n",
}
FOLDER = "annotations/letter"
TITLE = ("--kind", "context", "--title", "Which city")
DAY = ("--created", "2026-01-31")

Run = Callable[..., Result]


@pytest.fixture
def run(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Run:
    write(tmp_path, dict(FILES))
    monkeypatch.chdir(tmp_path)
    return lambda *arguments, **more: CliRunner().invoke(
        main, ["add", "letter", *arguments], **more
    )


@pytest.fixture
def terminal(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(add, "at_terminal", lambda: True)
    monkeypatch.setattr(add_passage, "at_terminal", lambda: True)


def test_a_note_is_written_with_the_shortest_target(run: Run, tmp_path: Path) -> None:
    result = run("the city", "--place", "2", *TITLE, *DAY, "--body", "The one that is meant.")
    assert result.exit_code == 0, result.output
    assert result.stdout == (
        f"{FOLDER}/which-city.yml: a note on"
        " … Spring In the spring he went to [the city], and stayed; others left.\n"
    )
    assert result.stderr == "Next: read the file once more, run “postil check”, and commit it.\n"
    assert (tmp_path / FOLDER / "which-city.yml").read_text(encoding="utf-8") == (
        "id: which-city\n"
        "kind: context\n"
        "target:\n"
        "  exact: the city\n"
        '  suffix: ", and"\n'
        "title: Which city\n"
        "body: |-\n  The one that is meant.\n"
        "contributors: [editors]\n"
        "created: 2026-01-31\n"
        "# verdict: one of supported, partly-supported, contradicted, unsupported, unverified,"
        " opinion; none where the note only explains\n"
        "# citations:\n"
        "#   - source: its id in the list of sources\n"
        "#     locator: where in it, such as p. 2\n"
        "#     quote: its words\n"
        "# wanted: which evidence is still wanted\n"
    )
    checked = CliRunner().invoke(main, ["check"])
    assert checked.exit_code == 0, checked.output


# What is asked for, and the target that is written.
TARGETS = [
    # White space and typography do not count, nor does the markup of the text.
    (("He liked the city",), "target: He liked the city\n"),
    (('the "old harbour"',), 'target: "the “old harbour”"\n'),
    # What is given with the words tells places apart, and only what is needed is written.
    (("the city", "--prefix", "liked "), 'target:\n  exact: the city\n  suffix: " and"\n'),
    (("the city", "--suffix", ", and"), 'target:\n  exact: the city\n  suffix: ", and"\n'),
    (("the city", "--section", "Spring"), 'target:\n  exact: the city\n  suffix: ", and"\n'),
    # Whole words come before parts of words: not the one in “others”.
    (("the", "--section", "spring", "--place", "2"), 'target:\n  exact: the\n  prefix: "to "\n'),
]


# Words of any script, and across the ends of paragraphs, are found again by the check.
PASSAGES = [
    "harbour”. Spring In the",
    "went to the city, and stayed; others left",
    "春",
    "في المدينة",
]


@pytest.mark.parametrize("words", PASSAGES)
def test_passages_are_found_again(run: Run, tmp_path: Path, words: str) -> None:
    text = tmp_path / "content/letter.md"
    more = "\n- 春天来了。春\n- وصل في الربيع وبقي في المدينة.\n"
    text.write_text(text.read_text(encoding="utf-8") + more, encoding="utf-8")
    result = run(words, *TITLE, "--body", "A note.", "--place", "1")
    assert result.exit_code == 0, result.output
    checked = CliRunner().invoke(main, ["check"])
    assert checked.exit_code == 0, checked.output
    assert "2 exact" in checked.stderr


@pytest.mark.parametrize(("arguments", "target"), TARGETS)
def test_targets(run: Run, arguments: tuple[str, ...], target: str) -> None:
    result = run(*arguments, *TITLE, "--dry-run")
    assert result.exit_code == 0, result.output
    assert target in result.stdout


def test_words_in_several_places_are_listed(run: Run, tmp_path: Path) -> None:
    result = run("the city", *TITLE)
    assert result.exit_code == 1
    assert result.stderr == (
        "Error: “the city” stands in 2 places of content/letter.md:\n"
        "  1  He liked [the city] and the “old harbour”. Spring In the …\n"
        "  2  … Spring In the spring he went to [the city], and stayed; others left.\n"
        "say which one is meant: --place N, or --prefix, --suffix or --section\n"
    )
    assert [path.name for path in (tmp_path / FOLDER).iterdir()] == ["spring.yml"]


# What is asked for, the exit code, and what is said.
MISTAKES = [
    (("He likes the city", *TITLE), 1, "the nearest words: [He liked the city] and the"),
    (("Nothing like it", *TITLE), 1, "is not in content/letter.md; copy them as they are read"),
    (("the city", "--place", "3", *TITLE), 2, "--place: “the city” stands in 2 places"),
    (("the city", "--section", "Sprin", *TITLE), 2, "no section “Sprin”; did you mean “Spring”?"),
    (("old harbour", "--kind", "context"), 2, "--title must be given where nobody can be asked"),
    (("old harbour", *TITLE, "--verdict", "suported"), 2, "did you mean “supported”?"),
    (("old harbour", *TITLE, "--source", "almanach"), 2, "did you mean “almanac”?"),
    (("old harbour", "--kind", "contxt", "--title", "A"), 2, "did you mean “context”?"),
    (("old harbour", *TITLE, "--id", "spring"), 2, "has a note with the id “spring” already"),
    (("old harbour", *TITLE, "--id", "A b"), 2, "the id “A b”"),
    (("old harbour", *TITLE, "--body", "a", "--body-file", "b"), 2, "not both"),
    (("old harbour", *TITLE, "--body-file", "no-such"), 2, "no-such: No such file"),
]


@pytest.mark.parametrize(("arguments", "code", "said"), MISTAKES)
def test_mistakes_are_named(
    run: Run, tmp_path: Path, arguments: tuple[str, ...], code: int, said: str
) -> None:
    result = run(*arguments)
    assert result.exit_code == code
    assert said in " ".join(result.stderr.split())
    assert [path.name for path in (tmp_path / FOLDER).iterdir()] == ["spring.yml"]


def test_a_note_without_a_body_is_a_draft(run: Run, tmp_path: Path) -> None:
    result = run("old harbour", *TITLE, *DAY, "--source", "almanac", "--verdict", "opinion")
    assert result.exit_code == 0
    assert "take “draft: true” out" in result.stderr
    written = (tmp_path / FOLDER / "which-city.yml").read_text(encoding="utf-8")
    assert "draft: true\n# body: |\n" in written
    assert "# verdict" not in written
    assert "# citations" not in written


def test_no_file_is_replaced(run: Run, tmp_path: Path) -> None:
    there = tmp_path / FOLDER / "which-city.yml"
    there.write_text("# Nothing yet.\n", encoding="utf-8")
    result = run("old harbour", *TITLE)
    assert result.exit_code == 1
    assert "is there already" in result.stderr
    assert there.read_text(encoding="utf-8") == "# Nothing yet.\n"


def test_what_is_wrong_with_the_file_is_said(run: Run) -> None:
    result = run("old harbour", *TITLE, "--created", "31 January", "--body", "A note.")
    assert result.exit_code == 1
    assert f"{FOLDER}/which-city.yml:" in result.stderr
    assert "31 January" in result.stderr


def test_the_note_comes_from_standard_input(run: Run, tmp_path: Path) -> None:
    body = "One.\n\n- Two: three\n"
    assert run("old harbour", *TITLE, "--body-file", "-", input=body).exit_code == 0
    written = (tmp_path / FOLDER / "which-city.yml").read_text(encoding="utf-8")
    assert "body: |\n  One.\n\n  - Two: three\n" in written


@pytest.mark.usefixtures("terminal")
def test_at_a_terminal_it_asks_for_what_is_missing(run: Run, tmp_path: Path) -> None:
    answers = [
        "3",
        "1",
        "nothing",
        "context",
        " ",
        "Which city",
        "",
        "A note: this.",
        "x",
        "almanac",
    ]
    result = run("the city", input="".join(f"{answer}\n" for answer in answers))
    assert result.exit_code == 0, result.output
    assert "a note needs a title" in result.output
    assert "there is no source “x”" in result.output
    written = (tmp_path / FOLDER / "which-city.yml").read_text(encoding="utf-8")
    assert 'suffix: " and"' in written
    assert "body: |-\n  A note: this.\ncitations:\n  - almanac\n" in written


@pytest.mark.usefixtures("terminal")
def test_it_asks_for_nothing_that_is_given(run: Run) -> None:
    more = ("--verdict", "opinion", "--body", "A note.", "--source", "almanac")
    assert run("old harbour", *TITLE, *more).exit_code == 0
