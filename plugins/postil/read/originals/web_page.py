"""A page of the web as an original: what stands in its article, without the furniture."""

from __future__ import annotations

import re
from html import unescape
from typing import Any

from postil.read.originals.clean import clean, parsed, written
from postil.read.originals.original import Original, OriginalError

_CHARSET = re.compile(rb"""<meta[^>]*charset\s*=\s*["']?\s*([\w-]+)""", re.IGNORECASE)
_TITLE = re.compile(r"<title[^>]*>([^<]*)", re.IGNORECASE)
_LANGUAGE = re.compile(r"""<html\b[^>]*?\slang\s*=\s*["']?([\w-]+)""", re.IGNORECASE)
_PICTURE = re.compile(r"<(?:img|svg)\b", re.IGNORECASE)
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
    remarks: list[str] = []
    part = _article(parsed(clean(text, looks=True)), remarks)
    _drop_hidden(part)
    pictures = len(_PICTURE.findall(text))
    if pictures:
        remarks.append(f"pictures of the page were left out: {pictures}")
    title, language = _TITLE.search(text), _LANGUAGE.search(text)
    return Original(
        html=clean(written(part)),
        title=" ".join(unescape(title[1]).split()) if title else "",
        language=language[1] if language else "",
        remarks=tuple(remarks),
    )


def _article(body: Any, remarks: list[str]) -> Any:
    """The one article or main part of a page; all of it where there is none, or several."""
    for name in ("article", "main"):
        found = [*body.iter(name)]
        if len(found) == 1:
            remarks.append(f"what stands outside of the element “{name}” was left out")
            return found[0]
    return body


def _drop_hidden(part: Any) -> None:
    """Empty what the page does not show; an element without words says nothing."""
    for element in [*part.iter()]:
        if element.get("hidden") is not None or _HIDDEN.search(element.get("style", "")):
            tail = element.tail
            element.clear()
            element.tail = tail
