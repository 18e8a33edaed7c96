"""Documents of each format, and the texts that are made from them."""

from __future__ import annotations

import os
import zipfile
from pathlib import Path
from xml.etree import ElementTree

import pytest

from postil.model.text import Provenance
from postil.read.originals.formats import format_of, read_original
from postil.read.settings import HostConfig
from postil.render.visible import read_visible
from postil.site.markdown import TextRenderer
from postil.site.originals.text_file import TextFile, Wishes, text_file

SAMPLES = Path(__file__).parent / "samples"
GOLDEN = Path(__file__).parent / "golden"
HOST = HostConfig(
    Path("mkdocs.yml"),
    markdown_extensions=("toc", "tables", "fenced_code", "attr_list", "footnotes"),
)
FROM = Provenance(url="https://example.org/avis/page", retrieved="2026-11-22")


def made(name: str) -> TextFile:
    data = (SAMPLES / name).read_bytes()
    original = read_original(data, format_of(name, data), breaks=name == "poem.txt")
    return text_file(original, name, Wishes(provenance=FROM, pin=True), HOST)


def visible(content: str) -> str:
    markdown = content.partition("\n---\n")[2]
    renderer = TextRenderer(HOST.markdown_extensions, {})
    return read_visible(renderer.render(markdown)).text


@pytest.mark.parametrize("name", sorted(path.name for path in SAMPLES.iterdir()))
def test_a_document_becomes_the_text_that_is_expected(name: str) -> None:
    text = made(name)
    assert text.problems == ()
    remarks = "".join(f"{remark}\n" for remark in text.remarks)
    golden = GOLDEN / f"{name}.md"
    found = f"{text.content}===\n{remarks}"
    if os.environ.get("POSTIL_UPDATE_GOLDEN"):
        golden.parent.mkdir(exist_ok=True)
        golden.write_text(found, encoding="utf-8")
    assert found == golden.read_text(encoding="utf-8")


@pytest.mark.parametrize("name", sorted(path.name for path in SAMPLES.iterdir()))
def test_nothing_in_a_text_can_act(name: str) -> None:
    page = TextRenderer(HOST.markdown_extensions, {}).render(made(name).content)
    for sign in ("alert(", "<script", "onclick", "javascript:", "<img", "<svg", "style="):
        assert sign not in page


W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
TEXT = "{urn:oasis:names:tc:opendocument:xmlns:text:1.0}"


def test_the_words_of_word_are_those_of_the_document() -> None:
    """Read from the document by another way: its runs of text, and those of its notes."""
    with zipfile.ZipFile(SAMPLES / "sample.docx") as archive:
        body, notes = (
            ElementTree.fromstring(archive.read(f"word/{part}.xml"))  # noqa: S314 - our own file
            for part in ("document", "footnotes")
        )
    words: list[str] = []
    for paragraph in [*body.iter(f"{W}p"), *notes.iter(f"{W}p")]:
        parts = {
            f"{W}t": lambda one: one.text or "",
            f"{W}br": lambda _: " ",
            f"{W}tab": lambda _: " ",
        }
        words += "".join(
            parts[one.tag](one) for one in paragraph.iter() if one.tag in parts
        ).split()
    assert visible(made("sample.docx").content).split() == words
    assert len(words) == 102


def test_the_words_of_opendocument_are_those_of_the_document() -> None:
    with zipfile.ZipFile(SAMPLES / "sample.odt") as archive:
        root = ElementTree.fromstring(archive.read("content.xml"))  # noqa: S314 - our own file
    notes: list[str] = []
    for paragraph in root.iter():
        for note in paragraph.findall(f"{TEXT}note"):
            body = note.find(f"{TEXT}note-body")
            assert body is not None
            notes += "".join(body.itertext()).split()
            tail = note.tail
            note.clear()
            note.tail = tail
    words: list[str] = []
    for paragraph in root.iter():
        if paragraph.tag in (f"{TEXT}p", f"{TEXT}h"):
            words += "".join(paragraph.itertext()).split()
    assert visible(made("sample.odt").content).split() == words + notes
    assert len(words) > len(notes) > 0


def test_two_forms_of_a_letter_say_the_same() -> None:
    word, document = (visible(made(f"sample.{form}").content).split() for form in ("docx", "odt"))
    assert word == document
