"""A page of the web as an original: what stands in its article, without the furniture."""

from __future__ import annotations

import re
from codecs import lookup
from html import unescape
from typing import Any

from postil.read.originals.clean import clean, parsed, written
from postil.read.originals.original import Original, OriginalError

_CHARSET = re.compile(rb"""<meta[^>]*charset\s*=\s*["']?\s*([\w-]+)""", re.IGNORECASE)
# No tag holds the beginning of another, or a page of such beginnings would be searched for ever.
_TITLE = re.compile(r"<title[^<>]*>([^<]*)", re.IGNORECASE)
_LANGUAGE = re.compile(r"""<html\b[^<>]*?\slang\s*=\s*["']?([\w-]+)""", re.IGNORECASE)
_PICTURE = re.compile(r"<(?:img|svg)\b", re.IGNORECASE)
_HIDDEN = re.compile(r"display\s*:\s*none|visibility\s*:\s*hidden", re.IGNORECASE)

_READ_AS = {
    "ascii": "cp1252",
    "big5": "big5hkscs",
    "euc_kr": "cp949",
    "gb2312": "gb18030",
    "gbk": "gb18030",
    "iso8859-1": "cp1252",
    "iso8859-9": "cp1254",
    "shift_jis": "cp932",
    "utf-16": "utf-8",
}
"""What browsers read a page in that says it is in one of these: https://encoding.spec.whatwg.org/"""
_OF_NO_FILE = {"idna", "punycode", "raw-unicode-escape", "undefined", "unicode-escape", "utf-7"}
"""Encodings of Python's that are not for files, or take for ever."""


def decoded(data: bytes, encoding: str) -> str:
    """The text of a file in an encoding. Where none is given, it is what the file says of itself,
    read as browsers read that, else UTF-8. Raises OriginalError."""
    if not encoding and data.startswith((b"\xff\xfe", b"\xfe\xff")):
        encoding = "utf-16"
    if not encoding and data.startswith(b"\xef\xbb\xbf"):
        encoding = "utf-8"
    found = _CHARSET.search(data[:2048])
    declared = "" if encoding or not found else found[1].decode("ascii")
    encoding = encoding or declared or "utf-8"
    try:
        name = lookup(encoding).name
        if name in _OF_NO_FILE:
            raise LookupError
        text = data.decode(_READ_AS.get(name, name) if declared else name).removeprefix("\ufeff")
    except LookupError:
        raise OriginalError(
            f"its encoding, “{encoding}”, is not known; name it with --encoding, such as utf-8"
        ) from None
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
