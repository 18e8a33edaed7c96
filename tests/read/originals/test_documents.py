"""Documents of Word and OpenDocument, sound, unusual and hostile."""

from __future__ import annotations

import warnings
import zipfile
from collections.abc import Callable
from io import BytesIO

import pytest

from postil.read import limits
from postil.read.originals.docx import docx
from postil.read.originals.formats import format_of
from postil.read.originals.odt import odt
from postil.read.originals.original import Original, OriginalError

TYPES = (
    '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">'
    '<Default Extension="xml" ContentType="application/xml"/></Types>'
)
RELATIONS = (
    '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">'
    '<Relationship Id="r1" Type="http://schemas.openxmlformats.org/officeDocument/2006/'
    'relationships/officeDocument" Target="word/document.xml"/></Relationships>'
)
WORD = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
NAMES = " ".join(
    f'xmlns:{short}="urn:oasis:names:tc:opendocument:xmlns:{name}:1.0"'
    for short, name in {
        "office": "office",
        "style": "style",
        "text": "text",
        "table": "table",
        "draw": "drawing",
        "fo": "xsl-fo-compatible",
    }.items()
)


def packed(parts: dict[str, str]) -> bytes:
    buffer = BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in parts.items():
            # A reader tells an OpenDocument by its type, which stands at the front as it is.
            stored = zipfile.ZIP_STORED if name == "mimetype" else None
            archive.writestr(name, content, stored)
    return buffer.getvalue()


def word(body: str, head: str = "", **parts: str) -> bytes:
    return packed(
        {
            "[Content_Types].xml": TYPES,
            "_rels/.rels": RELATIONS,
            "word/document.xml": (
                f'{head}<w:document xmlns:w="{WORD}"><w:body>{body}</w:body></w:document>'
            ),
            **{f"word/{name}.xml": content for name, content in parts.items()},
        }
    )


def open_document(body: str, styles: str = "", head: str = "") -> bytes:
    return packed(
        {
            "mimetype": "application/vnd.oasis.opendocument.text",
            "content.xml": (
                f"{head}<office:document-content {NAMES}>"
                f"<office:automatic-styles>{styles}</office:automatic-styles>"
                f"<office:body><office:text>{body}</office:text></office:body>"
                "</office:document-content>"
            ),
        }
    )


def run(words: str, tag: str = "t") -> str:
    return f'<w:r><w:{tag} xml:space="preserve">{words}</w:{tag}></w:r>'


def test_tracked_changes_of_word_are_taken_as_accepted() -> None:
    changed = (
        f'<w:ins w:id="1">{run("new ")}</w:ins><w:del w:id="2">{run("old ", "delText")}</w:del>'
    )
    found = docx(word(f"<w:p>{run('The ')}{changed}{run('words')}</w:p>"))
    assert found.html == "<p>The new words</p>"
    assert found.remarks == ("it holds tracked changes, which are taken as accepted",)


def test_comments_of_word_are_left_out() -> None:
    comments = f'<w:comments xmlns:w="{WORD}"><w:comment w:id="0"/></w:comments>'
    found = docx(word(f"<w:p>{run('a')}</w:p>", comments=comments))
    assert found.remarks == ("comments in its margin were left out",)


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        # Spaces, tabs and lines that have elements of their own.
        (
            '<text:p>a<text:s text:c="2"/>b<text:tab/>c<text:line-break/>d</text:p>',
            "<p>a  b c<br>d</p>",
        ),
        # Emphasis by style, and by the style that a style is made from.
        (
            '<text:p><text:span text:style-name="B">a</text:span>'
            '<text:span text:style-name="I">b</text:span>'
            '<text:span text:style-name="U">c</text:span></text:p>',
            "<p><strong>a</strong><strong><em>b</em></strong><sup>c</sup></p>",
        ),
        # Headings and quotations.
        (
            '<text:h text:outline-level="2">a</text:h><text:p text:style-name="Q">b</text:p>',
            "<h2>a</h2><blockquote>b</blockquote>",
        ),
        # Lists: numbered at the first level, and not at the second.
        (
            '<text:list text:style-name="L"><text:list-item><text:p>a</text:p>'
            "<text:list><text:list-item><text:p>b</text:p></text:list-item></text:list>"
            "</text:list-item></text:list>",
            "<ol><li><p>a</p><ul><li><p>b</p></li></ul></li></ol>",
        ),
        # Tables whose cells span others.
        (
            "<table:table><table:table-header-rows><table:table-row>"
            '<table:table-cell table:number-columns-spanned="2"><text:p>a</text:p>'
            "</table:table-cell><table:covered-table-cell/></table:table-row>"
            "</table:table-header-rows><table:table-row><table:table-cell><text:p>b</text:p>"
            "</table:table-cell><table:table-cell/></table:table-row></table:table>",
            '<table><thead><tr><th colspan="2" rowspan="1"><p>a</p></th></tr></thead>'
            '<tbody><tr><td colspan="1" rowspan="1"><p>b</p></td>'
            '<td colspan="1" rowspan="1"></td></tr></tbody></table>',
        ),
        # What changed before, comments, and frames.
        (
            "<text:tracked-changes><text:changed-region><text:deletion><text:p>old</text:p>"
            "</text:deletion></text:changed-region></text:tracked-changes>"
            "<text:p>a<office:annotation><text:p>c</text:p></office:annotation>"
            "<draw:frame><draw:text-box><text:p>b</text:p></draw:text-box></draw:frame></text:p>",
            "<p>a</p><p>b</p><p></p>",
        ),
        # Words that look like markup.
        ("<text:p>&lt;b&gt; &amp;amp;</text:p>", "<p>&lt;b&gt; &amp;amp;</p>"),
    ],
)
def test_elements_of_opendocument_become_those_of_html(body: str, expected: str) -> None:
    styles = (
        '<style:style style:name="B"><style:text-properties fo:font-weight="bold"/></style:style>'
        '<style:style style:name="I" style:parent-style-name="B">'
        '<style:text-properties fo:font-style="italic"/></style:style>'
        '<style:style style:name="U" style:parent-style-name="U">'
        '<style:text-properties style:text-position="super 58%"/></style:style>'
        '<style:style style:name="Q" style:parent-style-name="Quotations"/>'
        '<text:list-style style:name="L"><text:list-level-style-number text:level="1"/>'
        '<text:list-level-style-bullet text:level="2"/></text:list-style>'
    )
    html = odt(open_document(body, styles)).html
    assert html == expected


DOCTYPE = '<!DOCTYPE a [<!ENTITY b "c"><!ENTITY d "&b;&b;">]>'


@pytest.mark.parametrize(
    ("read", "data", "message"),
    [
        # What is no document at all.
        (docx, b"PK but no archive", "it is damaged, or of another format"),
        (odt, b"", "it is damaged, or of another format"),
        (docx, packed({"a.xml": "<a/>"}), "it holds no text of Word"),
        (odt, packed({"content.xml": "<a/>"}), "it holds no text of OpenDocument"),
        (odt, packed({"content.xml": "<a>"}), "its part content.xml is damaged"),
        # One format under the name of the other.
        (docx, open_document("<text:p>a</text:p>"), "it holds no text of Word"),
        (odt, word("<w:p/>"), "it holds no text of OpenDocument"),
        # Entities, which grow without end.
        (docx, word("<w:p/>", DOCTYPE), "word/document.xml has a document type, which is refused"),
        (odt, open_document("", head=DOCTYPE), "content.xml has a document type, which is refused"),
    ],
)
def test_what_cannot_be_read_is_told(
    read: Callable[[bytes], Original], data: bytes, message: str
) -> None:
    with pytest.raises(OriginalError) as caught:
        read(data)
    assert message in str(caught.value)


def entry(name: str, content: str | bytes, **attributes: int) -> bytes:
    """A document of Word with one entry more."""
    buffer = BytesIO(word(f"<w:p>{run('a')}</w:p>"))
    with warnings.catch_warnings(), zipfile.ZipFile(buffer, "a") as archive:
        warnings.simplefilter("ignore")  # of names that are there twice
        made = zipfile.ZipInfo(name)
        for attribute, value in attributes.items():
            setattr(made, attribute, value)
        archive.writestr(made, content)
    return buffer.getvalue()


def changed(data: bytes, at: int, value: bytes) -> bytes:
    """A document in whose directory something else stands of its last entry."""
    start = data.rindex(b"PK\x01\x02") + at
    return data[:start] + value + data[start + len(value) :]


UTF_16 = f'<?xml version="1.0" encoding="UTF-16"?>{DOCTYPE}<a>&d;</a>'
SOUND = word(f"<w:p>{run('a')}</w:p>")


@pytest.mark.parametrize(
    ("data", "message"),
    [
        # A part whose bytes do not show what it holds.
        (entry("word/a.xml", UTF_16.encode("utf-16")), "a document type, which is refused"),
        (entry("word/a.xml", UTF_16.encode("utf-16-be")), "a document type, which is refused"),
        (entry("word/a.xml", UTF_16.encode("utf-16-le")), "a document type, which is refused"),
        (entry("word/a.xml", UTF_16.encode("utf-32")), "word/a.xml is not in UTF-8"),
        (entry("word/a.xml", UTF_16.encode("cp037")), "word/a.xml is not in UTF-8"),
        # Names that are none of a document, and what is no file.
        (entry("../a.xml", ""), "“../a.xml” has a name that leads out of it"),
        (entry("a/..\\..\\b", ""), "has a name that leads out of it"),
        (entry("/etc/a", ""), "“/etc/a” has a name that leads out of it"),
        (entry("word/document.xml", ""), "“word/document.xml” is there twice"),
        (entry("word/a.xml", "/etc", external_attr=0o120777 << 16), "“word/a.xml” is a link"),
        # Ways of packing that no document has, and what is not what its directory says.
        (entry("a.xml", "a", compress_type=zipfile.ZIP_BZIP2), "packed in a way that documents"),
        (entry("a.xml", "a", compress_type=zipfile.ZIP_LZMA), "packed in a way that documents"),
        (changed(SOUND, 8, b"\x01"), "“word/document.xml” is locked with a password"),
        (changed(SOUND, 24, b"\xff\xff\xff\x7f"), "it unpacks to more than 32 MB"),
        (changed(SOUND, 24, b"\x01\0\0\0"), "“word/document.xml” is damaged"),
        (changed(SOUND, 16, b"\0\0\0\0"), "“word/document.xml” is damaged"),
        (SOUND[: len(SOUND) // 2], "it is damaged, or of another format"),
        # More of it than any document has.
        (entry("word/a.xml", "<a/>" * 500_001), "it holds more than 500000 tags"),
        (word("<w:sdt><w:sdtContent>" * 5000), "it cannot be read"),
        (
            word("<w:sdt><w:sdtContent>" * 900 + "</w:sdtContent></w:sdt>" * 900),
            "its elements stand one within the other too deeply",
        ),
    ],
)
def test_an_archive_that_is_no_document_is_told(data: bytes, message: str) -> None:
    with pytest.raises(OriginalError) as caught:
        docx(data)
    assert message in str(caught.value)


def test_only_parts_that_were_looked_at_are_read() -> None:
    """The archive says itself in which part its words are."""
    hidden = f'{DOCTYPE}<w:document xmlns:w="{WORD}"><w:body>{run("&d;")}</w:body></w:document>'
    parts = {
        "[Content_Types].xml": TYPES,
        "_rels/.rels": RELATIONS.replace("document.xml", "hidden.bin"),
        "word/document.xml": f'<w:document xmlns:w="{WORD}"><w:body/></w:document>',
        "word/hidden.bin": hidden,
    }
    assert docx(packed(parts)).html == ""


def test_words_of_an_encoding_that_xml_has_are_read() -> None:
    part = f'<w:document xmlns:w="{WORD}"><w:body><w:p>{run("é")}</w:p></w:body></w:document>'
    declared = f'<?xml version="1.0" encoding="UTF-16"?>{part}'.encode("utf-16")
    buffer = BytesIO(packed({"[Content_Types].xml": TYPES, "_rels/.rels": RELATIONS}))
    with zipfile.ZipFile(buffer, "a") as archive:
        archive.writestr("word/document.xml", declared)
    assert docx(buffer.getvalue()).html == "<p>é</p>"


MANY = "9" * 5000


@pytest.mark.parametrize(
    ("body", "html"),
    [
        # Python takes no number of thousands of digits for one.
        (f'<text:h text:outline-level="{MANY}">a</text:h>', "<h6>a</h6>"),
        ('<text:h text:outline-level="0">a</text:h>', "<h1>a</h1>"),
        ('<text:h text:outline-level="²">a</text:h>', "<h1>a</h1>"),
        (f'<text:p>a<text:s text:c="{MANY}"/>b</text:p>', f"<p>a{' ' * 40}b</p>"),
        (
            '<text:p><text:span text:style-name="Z">a</text:span></text:p>',
            "<p><strong>a</strong></p>",
        ),
    ],
)
def test_numbers_of_an_open_document_have_an_end(body: str, html: str) -> None:
    weight = f'<style:text-properties fo:font-weight="{MANY}"/>'
    heavy = f'<style:style style:name="Z">{weight}</style:style>'
    assert odt(open_document(body, heavy)).html == html


@pytest.mark.parametrize(
    "body",
    [
        "<text:p>" + "<text:span>" * 900 + "a" + "</text:span>" * 900 + "</text:p>",
        "<text:section>" * 5000 + "</text:section>" * 5000,
        "<text:p>"
        + "<text:note><text:note-body>" * 400
        + "</text:note-body></text:note>" * 400
        + "</text:p>",
    ],
)
def test_an_open_document_that_nests_without_end_is_told(body: str) -> None:
    with pytest.raises(OriginalError, match="stand one within the other"):
        odt(open_document(body))


@pytest.mark.parametrize("read", [docx, odt])
def test_an_archive_that_unpacks_to_too_much_is_refused(
    read: Callable[[bytes], Original], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(limits, "ORIGINAL_BYTES", 100_000)
    data = packed({"content.xml": " " * 60_000, "word/document.xml": " " * 60_000})
    assert len(data) < 2000
    with pytest.raises(OriginalError, match="unpacks to more than"):
        read(data)


@pytest.mark.parametrize(
    ("name", "data", "form"),
    [
        ("a.MD", b"", "markdown"),
        ("a.b.html", b"", "html"),
        ("a.txt", b"<p>", "text"),
        ("-", open_document(""), "odt"),
        ("-", word(""), "docx"),
        ("page", b"\n<!doctype html>", "html"),
    ],
)
def test_a_format_is_told_by_the_name_and_else_by_what_is_there(
    name: str, data: bytes, form: str
) -> None:
    assert format_of(name, data) == form


def test_a_format_that_nothing_tells_is_asked_for() -> None:
    with pytest.raises(OriginalError, match="name it with --from"):
        format_of("-", b"words")
