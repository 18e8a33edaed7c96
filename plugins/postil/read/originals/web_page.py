"""A page of the web as an original: what stands in its article, without the furniture."""

from __future__ import annotations

import re
from typing import Any

from lxml import html as lxml_html  # type: ignore[import-untyped]  # it ships no types

from postil.read.originals.clean import clean, document
from postil.read.originals.original import Original, OriginalError

_CHARSET = re.compile(rb"""<meta[^>]*charset\s*=\s*["']?\s*([\w-]+)""", re.IGNORECASE)
_HIDDEN = re.compile(r"display\s*:\s*none|visibility\s*:\s*hidden", re.IGNORECASE)


def decoded(data: bytes, encoding: str) -> str:
    """The text of a file in an encoding; `declared` of the file itself, else UTF-8, where none is
    given. Raises OriginalError."""
    if not encoding and data.startswith((b"\xff\xfe", b"\xfe\xff")):
        encoding = "utf-16"
    found = _CHARSET.search(data[:2048])
    encoding = encoding or (found[1].decode("ascii") if found else "utf-8")
    try:
        text = data.decode(encoding).removeprefix("\ufeff")
    except LookupError:
        raise OriginalError(f"its encoding, “{encoding}”, is not known") from None
    except UnicodeDecodeError as error:
        where = f"the byte {data[error.start]:#04x} is not {encoding}"
        raise OriginalError(f"{where}; name its encoding with --encoding") from None
    return text.replace("\r\n", "\n").replace("\r", "\n")


def web_page(text: str) -> Original:
    """The original in an HTML document, or in a part of one. Raises OriginalError."""
    tree = document(re.sub(r"^\s*<\?xml[^>]*\?>", "", text))
    title = " ".join("".join(tree.xpath("//head/title[1]//text()")).split())
    language = tree.get("lang", "").strip()
    remarks: list[str] = []
    body = tree.find("body")
    part = _article(tree if body is None else body, remarks)
    _drop_hidden(part)
    pictures = len(part.xpath(".//img | .//picture[not(.//img)] | .//svg"))
    if pictures:
        remarks.append(f"{pictures} pictures were left out" if pictures > 1 else _PICTURE)
    inner = lxml_html.tostring(part, encoding="unicode", with_tail=False)
    return Original(html=clean(inner), title=title, language=language, remarks=tuple(remarks))


_PICTURE = "a picture was left out"


def _article(body: Any, remarks: list[str]) -> Any:
    """The one article or main part of a page; all of it where there is none, or several."""
    for name in ("article", "main"):
        found = body.xpath(f".//{name}")
        if len(found) == 1:
            remarks.append(f"what stands outside of the element “{name}” was left out")
            return found[0]
    return body


def _drop_hidden(part: Any) -> None:
    """Take out what the page does not show."""
    for element in part.xpath(".//*[@hidden or @style]"):
        hidden = element.get("hidden") is not None or _HIDDEN.search(element.get("style", ""))
        if hidden and element.getparent() is not None:
            element.drop_tree()
