"""A site of which every note, source and text came from files of other programs, made of hostile
words or of harmless ones, by the commands that people have for it."""

from __future__ import annotations

import csv
import io
import json
import re
import zipfile
from collections.abc import Callable, Iterator, Sequence
from contextlib import chdir
from functools import partial
from itertools import cycle
from pathlib import Path
from typing import Any
from xml.sax.saxutils import escape, quoteattr

from click.testing import CliRunner

from postil.cli.main import main
from postil.read.files import CONTROL

from .hostile_fields import bibtex_entry, csl_item
from .hostile_site import CONFIGURATION

TOGETHER = 24
"""Notes on a text, and payloads in a document."""
_UNFIT = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")
_PAGE = "https://example.org/letter-{}"
_WORD = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
_OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_PACKAGE = "http://schemas.openxmlformats.org/package/2006/"


def write_foreign_site(root: Path, payloads: Sequence[str], **config: Any) -> None:
    """Writes a site with texts alone, then lets `postil import` and `postil new` do the rest."""
    words = [CONTROL.sub("", payload) for payload in payloads]
    _write(root, "mkdocs.yml", json.dumps({**CONFIGURATION, **config}))
    _write(root, "docs/index.md", "# Home\n\n<!-- postil: changes -->\n\n<!-- postil: open -->\n")
    _write(root, "docs/tags.md", "# Tags\n\n<!-- material/tags -->\n")
    _write(root, "annotations/contributors.yml", "- {id: editors, name: The editors}\n")
    for first in range(0, len(words), TOGETHER):
        passages = (f"Passage {first + at} stands here." for at in range(TOGETHER))
        number = first // TOGETHER
        front = f"---\ntitle: Letter {number}\ntext:\n  url: {_PAGE.format(number)}\n---\n"
        _write(root, f"content/letter-{number}.md", "\n\n".join((front, *passages)) + "\n")
    with chdir(root):
        for name, content in _imported(words):
            _write(root, name, content)
            _run("import", name, "--kind", "context", "--add-contributors", "--quiet")
        for name, document in _documents(words):
            _write(root, name, document)
            _run("new", name, "--url", "https://example.org/", "--title", words[0])


def _write(root: Path, name: str, content: str | bytes) -> None:
    data = content.encode("utf-8", "surrogatepass") if isinstance(content, str) else content
    (root / name).parent.mkdir(parents=True, exist_ok=True)
    (root / name).write_bytes(data)


def _run(*arguments: str) -> None:
    result = CliRunner().invoke(main, arguments)
    # It may refuse what nobody could take, and must not fail at it.
    assert isinstance(result.exception, SystemExit | None), (arguments, result.exception)
    assert result.exit_code in {0, 1}, result.output[-2000:]


def _imported(words: Sequence[str]) -> Iterator[tuple[str, str]]:
    """The files for `postil import`: each payload in a note of one form, and in two sources."""
    numbered = list(enumerate(words))
    yield "sources.bib", "\n".join(bibtex_entry(payload, number) for number, payload in numbered)
    yield "items.json", json.dumps([csl_item(payload, number) for number, payload in numbered])
    yield "rows.json", json.dumps({"rows": [_row(*one) for one in numbered[::3]]})
    yield "web.jsonld", json.dumps([_web(*one) for one in numbered[1::3]])
    table = io.StringIO(newline="")
    writer = csv.DictWriter(table, list(_cells(0, "")))
    writer.writeheader()
    writer.writerows(_cells(*one) for one in numbered[2::3])
    yield "table.csv", table.getvalue()


def _row(number: int, payload: str) -> dict[str, Any]:
    quote = {"type": "TextQuoteSelector", "exact": f"Passage {number} stands", "suffix": " here."}
    page = _PAGE.format(number // TOGETHER)
    return {
        "id": f"id-{number}",
        "created": "2026-05-01T10:00:00Z",
        "updated": "2026-05-01T10:00:00Z",
        "uri": page,
        "user": f"acct:a-{number}@{payload}",
        "user_info": {"display_name": payload},
        "text": f"{payload}\n\n[x]({payload})",
        "tags": [payload, payload[::-1]],
        "group": payload,
        "document": {"title": [payload]},
        "links": {"html": payload, "incontext": f"https://e.example/{payload}"},
        "permissions": {"read": ["group:__world__"]},
        "target": [{"source": page, "selector": [quote]}],
    }


def _web(number: int, payload: str) -> dict[str, Any]:
    form = ("text/html", "text/markdown", "text/plain")[number % 2 + number % 5 % 2]
    # A harmless word is no address, and pages of people with one are to be known.
    homepage = "https://example.org/" if number % 9 == 4 else payload
    return {
        "@context": "http://www.w3.org/ns/anno.jsonld",
        "id": f"https://example.org/{number}",
        "type": "Annotation",
        "label": payload,
        "motivation": ("commenting", payload)[number % 7 == 0],
        "creator": {"id": payload, "type": "Person", "name": payload, "homepage": homepage},
        "created": "2026-05-01",
        "rights": payload,
        "body": [
            {"type": "TextualBody", "value": payload, "format": form, "language": "en"},
            {"type": "TextualBody", "value": payload, "purpose": "tagging"},
            {"id": payload, "type": "Text", "label": payload},
        ],
        "target": {
            "source": _PAGE.format(number // TOGETHER),
            "selector": {
                "type": "TextQuoteSelector",
                "exact": f"Passage {number} stands",
                "suffix": payload if number % 4 == 0 else " here.",
            },
        },
    }


def _cells(number: int, payload: str) -> dict[str, str]:
    return {
        "id": payload if number % 2 else f"note-{number}",
        "text": f"letter-{number // TOGETHER}",
        "kind": "context",
        "title": payload,
        "exact": f"Passage {number} stands",
        "suffix": payload if number % 4 == 0 else " here.",
        "body": f"{payload}\n\n> {payload}",
        "wanted": payload,
        "citations": f"b{number}; j{number}",
        "contributors": payload,
        "created": "2026-01-01",
        "revisions": json.dumps(
            [{"date": "2026-01-02", "kind": "update", "summary": payload, "before": payload}]
        ),
        "tags": payload,
        "address": payload,
    }


def _documents(words: Sequence[str]) -> Iterator[tuple[str, str | bytes]]:
    """The documents for `postil new`, in four formats in turn."""
    makers: tuple[tuple[str, Callable[[Sequence[str]], str | bytes]], ...] = (
        ("html", _page),
        ("docx", _docx),
        ("md", partial(str.join, "\n\n")),
        ("txt", partial(str.join, "\n\n")),
    )
    for at in range(0, len(words), TOGETHER):
        ending, make = makers[at // TOGETHER % len(makers)]
        yield f"document-{at // TOGETHER}.{ending}", make(words[at : at + TOGETHER])


def _page(words: Sequence[str]) -> str:
    """As it is, as words, and in the attributes that are kept."""
    parts = (
        f"<p>{one}</p>\n<p>{escape(one)}</p>\n<h2 id={quoteattr(one)}>{escape(one)}</h2>\n"
        f"<p><a href={quoteattr(one)} title={quoteattr(one)}>x</a> <b>{escape(one)}</b></p>\n"
        f"<table><tr><td>{escape(one)}</td><td>x</td></tr></table>\n"
        for one in words
    )
    return f"<!doctype html><title>{escape(words[0])}</title><body>{''.join(parts)}"


def _docx(words: Sequence[str]) -> bytes:
    # What XML cannot hold at all.
    fit = [
        re.sub(r"[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]", "", one) for one in words
    ]
    body = "".join(
        f'<w:p><w:pPr><w:pStyle w:val="{style}"/></w:pPr><w:bookmarkStart w:id="{number}" '
        f'w:name={quoteattr(one)}/><w:hyperlink r:id="l{number}" w:tooltip={quoteattr(one)}>'
        f"<w:r><w:t>{escape(one)}</w:t></w:r></w:hyperlink></w:p>"
        f"<w:tbl><w:tr><w:tc><w:p><w:r><w:t>{escape(one)}</w:t></w:r></w:p></w:tc></w:tr></w:tbl>"
        for number, (style, one) in enumerate(
            zip(cycle(("Heading1", "Quote", "")), fit, strict=False)
        )
    )
    links = "".join(
        f'<Relationship Id="l{number}" Type="{_OFFICE}/hyperlink" TargetMode="External" '
        f"Target={quoteattr(one)}/>"
        for number, one in enumerate(fit)
    )
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w") as archive:
        for name, content in {
            "[Content_Types].xml": f'<Types xmlns="{_PACKAGE}content-types">'
            '<Default Extension="xml" ContentType="application/xml"/></Types>',
            "_rels/.rels": f'<Relationships xmlns="{_PACKAGE}relationships"><Relationship Id="r1" '
            f'Type="{_OFFICE}/officeDocument" Target="word/document.xml"/></Relationships>',
            "word/_rels/document.xml.rels": f'<Relationships xmlns="{_PACKAGE}relationships">'
            f"{links}</Relationships>",
            "word/document.xml": f'<w:document xmlns:w="{_WORD}" xmlns:r="{_OFFICE}">'
            f"<w:body>{body}</w:body></w:document>",
        }.items():
            archive.writestr(name, content)
    return made.getvalue()
