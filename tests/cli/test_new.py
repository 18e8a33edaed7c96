"""`postil new`: documents become texts of a site."""

from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from postil.cli.main import main

CONFIG = "site_name: A site\ntheme: material\nplugins: [search, postil]\n"
PAGE = "<html lang='en'><title>A speech</title><h1>A speech</h1><p>We <b>choose</b> to go.</p>"

Run = Callable[..., Result]


@pytest.fixture
def run(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Run:
    """Runs the command in the folder of a site, beside the document `page.html`."""
    (tmp_path / "mkdocs.yml").write_text(CONFIG)
    (tmp_path / "page.html").write_text(PAGE)
    (tmp_path / "content").mkdir()
    (tmp_path / "annotations").mkdir()
    monkeypatch.chdir(tmp_path)
    return lambda *arguments, **options: CliRunner().invoke(main, ["new", *arguments], **options)


def test_a_page_becomes_a_text_that_the_check_likes(run: Run, tmp_path: Path) -> None:
    result = run(
        *("page.html", "--slug", "speech", "--author", "A sample: somebody", "--pin"),
        *("--publisher", "A publisher", "--published", "1962-09", "--retrieved", "2026-01-31"),
        *("--url", "https://example.org/speech", "--relation", "primary"),
    )
    assert result.exit_code == 0, result.output
    assert result.stdout == "content/speech.md: 6 words, as in page.html\n"
    assert "annotations/speech/" in result.stderr
    text = (tmp_path / "content/speech.md").read_text()
    assert '  author: "A sample: somebody"\n' in text
    assert "  language: en\n" in text
    assert "  relation: primary\n" in text
    assert re.search(r"^  sha256: [0-9a-f]{64}$", text, re.MULTILINE)
    assert text.endswith("---\n\n# A speech\n\nWe **choose** to go.\n")
    checked = CliRunner().invoke(main, ["check"])
    assert (checked.exit_code, checked.stdout) == (0, "")
    assert CliRunner().invoke(main, ["pin", "--check"]).exit_code == 0


def test_what_is_missing_is_told_in_comments_that_can_be_filled_in(
    run: Run, tmp_path: Path
) -> None:
    run("page.html", "--slug", "speech")
    file = tmp_path / "content/speech.md"
    text = file.read_text()
    comments = re.findall(r"^  # ([a-z]+): ", text, re.MULTILINE)
    fields = ["author", "publisher", "published", "url", "archive", "retrieved", "rights", "reason"]
    assert [name for name in comments if name != "examined"] == fields
    # Without the sign of a comment, each is a field that is read.
    filled = re.sub(r"^  # ((?!examined)\w+:)", r"  \1", text, flags=re.MULTILINE)
    file.write_text(filled)
    checked = CliRunner().invoke(main, ["check"])
    assert checked.stdout == ""


@pytest.mark.parametrize(
    ("arguments", "slug", "title"),
    [
        # The name of the file names the text, unless something else does.
        (("page.html",), "page", "A speech"),
        (("page.html", "--title", "Going"), "page", "Going"),
        (("page.html", "--slug", "going"), "going", "A speech"),
        (("-",), "a-speech", "A speech"),
    ],
)
def test_a_text_has_a_name_and_a_title(
    run: Run, tmp_path: Path, arguments: tuple[str, ...], slug: str, title: str
) -> None:
    assert run(*arguments, input=PAGE).exit_code == 0
    text = (tmp_path / f"content/{slug}.md").read_text()
    assert text.startswith(f"---\ntitle: {title}\n")


def test_plain_text_comes_from_standard_input(run: Run, tmp_path: Path) -> None:
    poem = "# one\n* two\n\nthree"
    done = run("--from", "text", "--title", "A poem", "--breaks", "-", input=poem)
    assert done.exit_code == 0
    assert done.stdout.endswith("5 words, as in standard input\n")
    assert (tmp_path / "content/a-poem.md").read_text().endswith("\n\\# one  \n\\* two\n\nthree\n")


def test_an_encoding_can_be_named(run: Run, tmp_path: Path) -> None:
    (tmp_path / "old.txt").write_bytes("naïve €".encode("windows-1252"))
    failed = run("old.txt")
    assert failed.exit_code == 1
    assert "old.txt: the byte 0xef is not utf-8; name its encoding with --encoding" in failed.output
    assert run("old.txt", "--encoding", "windows-1252").exit_code == 0
    assert (tmp_path / "content/old.md").read_text(encoding="utf-8").endswith("\nnaïve €\n")
    (tmp_path / "meta.html").write_bytes("<meta charset=iso-8859-1><p>naïve".encode("latin-1"))
    assert run("meta.html").exit_code == 0
    assert "not known" in run("old.txt", "--encoding", "klingon").output


def test_markdown_stays_as_it_is(run: Run, tmp_path: Path) -> None:
    markdown = "# A letter\n\nDear *reader*,\nthis   stays:\n\n* a\n* b\n"
    (tmp_path / "letter.md").write_text(markdown)
    assert run("letter.md", "--url", "https://example.org/letter").exit_code == 0
    assert (tmp_path / "content/letter.md").read_text().endswith(f"---\n\n{markdown}")


def test_a_dry_run_shows_the_file_and_writes_nothing(run: Run, tmp_path: Path) -> None:
    result = run("page.html", "--dry-run")
    assert result.exit_code == 0
    assert result.stdout.startswith("---\ntitle: A speech\n")
    assert list((tmp_path / "content").iterdir()) == []
    assert run("page.html").exit_code == 0
    assert (tmp_path / "content/page.md").read_text() == result.stdout


@pytest.mark.parametrize("there", ["content/page.md", "content/page/index.md"])
def test_no_text_is_replaced(run: Run, tmp_path: Path, there: str) -> None:
    (tmp_path / there).parent.mkdir(exist_ok=True)
    (tmp_path / there).write_text("mine")
    result = run("page.html")
    assert result.exit_code == 1
    assert "is there already; choose another --slug" in result.output
    assert (tmp_path / there).read_text() == "mine"


def test_nothing_is_written_out_of_the_site(run: Run, tmp_path: Path) -> None:
    outside = tmp_path.parent / f"{tmp_path.name}-outside"
    outside.mkdir()
    (tmp_path / "content").rmdir()
    (tmp_path / "content").symlink_to(outside)
    result = run("page.html")
    assert result.exit_code == 1
    assert "its folder leads out of the site" in result.output
    assert list(outside.iterdir()) == []


@pytest.mark.parametrize(
    ("arguments", "code", "message"),
    [
        # How it was called.
        (("page.html", "--slug", "A Speech"), 2, "write “a-speech”"),
        (("page.html", "--published", "yesterday"), 2, "--published: “yesterday” is not a date"),
        (("page.html", "--url", "example.org"), 2, "is not an address of the web"),
        (("page.html", "--language", "english"), 2, "--language: “english”"),
        (("nowhere.html",), 2, "nowhere.html: No such file or directory"),
        # What the document is.
        (("words",), 1, "words: its format is not known; name it with --from"),
        (("words", "--from", "docx"), 1, "words: it is damaged, or of another format"),
        (("empty.html",), 1, "empty.html: it holds no words"),
        (("control.txt",), 1, "the invisible character U+0007"),
        (("open.md",), 1, "the front matter that begins here has no end"),
        (("page.html", "--slug", "sources"), 1, "a text cannot be called “sources”"),
    ],
)
def test_mistakes_are_named(
    run: Run, tmp_path: Path, arguments: tuple[str, ...], code: int, message: str
) -> None:
    (tmp_path / "words").write_text("words")
    (tmp_path / "empty.html").write_text("<p> </p><script>a</script>")
    (tmp_path / "control.txt").write_text("a\x07b")
    (tmp_path / "open.md").write_text("---\ntitle: a\n")
    result = run(*arguments)
    assert result.exit_code == code, result.output
    assert message in " ".join(result.output.split())
    assert list((tmp_path / "content").iterdir()) == []


def test_words_that_would_change_are_never_written(
    run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """An extension of the site may do anything; then nothing is written, and the place is named."""
    (tmp_path / "shouting.py").write_text(
        "from markdown.extensions import Extension\n"
        "from markdown.postprocessors import Postprocessor\n"
        "class Shout(Postprocessor):\n"
        "    def run(self, text):\n"
        "        return text.replace('go', 'GO')\n"
        "class Shouting(Extension):\n"
        "    def extendMarkdown(self, md):\n"
        "        md.postprocessors.register(Shout(md), 'shout', 1)\n"
        "def makeExtension(**options):\n"
        "    return Shouting(**options)\n"
    )
    monkeypatch.syspath_prepend(tmp_path)
    (tmp_path / "mkdocs.yml").write_text(f"{CONFIG}markdown_extensions: [shouting]\n")
    result = run("page.html")
    assert result.exit_code == 1
    assert "its words would not stay what they are: “choose to go.” would become" in result.output
    assert list((tmp_path / "content").iterdir()) == []


# More than the parser reads, and more than Markdown can say.
@pytest.mark.parametrize("depth", [3000, 900])
def test_a_document_that_nests_without_end_is_told(run: Run, tmp_path: Path, depth: int) -> None:
    nested = "<blockquote>" * depth + "a" + "</blockquote>" * depth
    (tmp_path / "deep.html").write_text(f"<p>Before.</p>{nested}<p>After.</p>")
    result = run("deep.html")
    assert result.exit_code == 1
    assert "its elements stand one within the other more than 200 deep" in result.output
    assert list((tmp_path / "content").iterdir()) == []
