"""Plain text and HTML of other programs as Markdown that says the same."""

from __future__ import annotations

import re
from html import unescape
from urllib.parse import quote

import nh3

from postil.read import limits

_SIGNS = re.compile(r"[\\`*_\[\]|]|!(?=\[)|\{(?=:)")
"""What Markdown reads as a sign in the middle of a line, or makes of it a table or a link."""
_ENTITY = re.compile(r"&(?=#?[0-9A-Za-z]+;)")
_AUTOLINK = re.compile(r"<(?=[A-Za-z][^\s<>]*>)")
_LINE_SIGN = re.compile(r"(\s*)(?:([-+>#])|(\d+)(?=[.)])|([=:~]))")
_ENTITIES = {"=": "&#61;", ":": "&#58;", "~": "&#126;"}

_TAG = re.compile(r"<[^<>]*>")
_TAGS = {
    *("a", "b", "blockquote", "br", "code", "del", "em", "h1", "h2", "h3", "h4", "h5", "h6", "hr"),
    *("i", "li", "ol", "p", "pre", "s", "strong", "table", "tbody", "td", "th", "thead", "tr"),
    *("ul", "div", "span", "section", "article"),
}


def from_plain(text: str) -> str:
    """Plain text as Markdown that reads the same: its signs mean themselves, and its lines and
    paragraphs stay, but for white space at their ends."""
    paragraphs = re.split(r"\n\s*\n", text.strip())
    return "\n\n".join(
        # Two spaces keep the break of a line.
        "  \n".join(_plain_line(line.strip()) for line in paragraph.split("\n"))
        for paragraph in paragraphs
    )


def from_line(words: str) -> str:
    """Plain words as Markdown, all on one line."""
    return _plain_line(" ".join(words.split()))


def from_html(html: str) -> str:
    """HTML as Markdown. Scripts, styles, pictures and what has no Markdown are left out."""
    if len(html) > limits.FOREIGN_HTML:
        return from_plain(unescape(_TAG.sub(" ", html)))
    # Here, for it is slow to load and most files hold no HTML.
    from postil.read.foreign.markdown_html import markdown_of

    safe = nh3.clean(
        html,
        tags=_TAGS,
        attributes={"a": {"href"}, "*": set()},
        attribute_filter=lambda _tag, _name, value: _encoded(value),
        url_schemes={"http", "https", "mailto"},
        link_rel=None,
    )
    try:
        written = markdown_of(safe)
    except RecursionError:
        return from_plain(unescape(nh3.clean(html, tags=set())))
    return re.sub(r"\n{3,}", "\n\n", written).strip()


def link(address: str, words: str = "") -> str:
    """A link in Markdown to an address of the web; words alone for any other."""
    if not re.match(r"https?://", address, re.IGNORECASE):
        return from_plain(words or address)
    safe = _encoded(address)
    return f"[{from_plain(words)}]({safe})" if words else f"<{safe}>"


def _encoded(address: str) -> str:
    """An address with nothing in it that could end it in Markdown."""
    return quote(address, safe="/:@!$&'*+,;=~%?#._-")


def _plain_line(line: str) -> str:
    line = _SIGNS.sub(lambda found: f"\\{found[0]}", line)
    line = _AUTOLINK.sub("&lt;", _ENTITY.sub("&amp;", line))
    found = _LINE_SIGN.match(line)
    if not found:
        return line
    space, sign, number, other = found.groups()
    rest = line[found.end() :]
    if sign:
        return f"{space}\\{sign}{rest}"
    if number:
        return f"{space}{number}\\{rest}"
    return f"{space}{_ENTITIES[other]}{rest}"
