"""Words as YAML, in the way a careful person writes them: plain where that is safe, quoted where it
is not, and as a block where they have lines.

What is written here is read back the same by `postil.read`, and by any reader of YAML 1.1 or 1.2.
"""

from __future__ import annotations

import re

LINE = 88
"""Characters of a line of prose that is folded."""

# Letters, digits and marks that mean nothing to YAML, wherever they stand.
_PLAIN = re.compile(r"[^\W_][\w .,;/()+'’&=*|@%$§€£!?~^<>·–—…“”„‘‚«»-]*(?<! )")
_ADDRESS = re.compile(r"https?://[\w./?=&%+~@!$()*;'-]+(?:#[\w./?=&%+~@!$()*;:'-]*)?", re.ASCII)
_WORDS = re.compile(r"true|false|null|yes|no|on|off|y|n|nan", re.IGNORECASE)
"""What YAML 1.1 or 1.2 take for something else than words."""
_NUMBER = re.compile(r"[-+.\d][\d_.,:eExXoOa-fA-F+-]*|\.inf", re.IGNORECASE)
_QUOTES = "“„”«»‘‚’‹›「『』」"
_ESCAPES = {"\\": "\\\\", '"': '\\"', "\n": "\\n", "\t": "\\t", "\r": "\\r", "\f": "\\f"}
_HIDDEN = re.compile(
    r"[\x00-\x08\x0b-\x0d\x0e-\x1f\x7f-\xa0\u00ad\u200b-\u200f\u2028-\u202e\u2060-\u2069"
    r"\ufeff\ufff0-\uffff\ud800-\udfff]"
)
"""Characters that YAML forbids, that end lines, or that an editor does not show."""
_ID = re.compile(r"[A-Za-z][A-Za-z0-9_.-]*")


def scalar(words: str) -> str:
    """The words as a YAML value on one line."""
    if not words:
        return '""'
    if is_plain(words):
        return words
    if _HIDDEN.search(words) or "\n" in words or "\t" in words:
        return _double(words)
    if '"' in words or "\\" in words:
        return "'" + words.replace("'", "''") + "'"
    return f'"{words}"'


def is_plain(words: str) -> bool:
    """Whether the words can stand without quotation marks, on one line."""
    if _ADDRESS.fullmatch(words):
        return not words.endswith(":")
    return (
        _PLAIN.fullmatch(words) is not None
        and not _WORDS.fullmatch(words)
        and not _NUMBER.fullmatch(words)
        and words[-1] not in _QUOTES
        and not _HIDDEN.search(words)
    )


def identifier(id: str) -> str:
    """An id, which is plain unless it could be taken for a number or another word."""
    return id if _ID.fullmatch(id) and not _WORDS.fullmatch(id) else scalar(id)


def block(words: str, indent: int) -> str | None:
    """The words as a block scalar after `key: `, its lines indented, or None where none can hold
    them. Begins with the sign `|` and ends without a line feed.

    https://yaml.org/spec/1.2.2/#81-block-scalar-styles
    """
    text = words.rstrip("\n")
    if not text or _HIDDEN.search(words):
        return None
    lines = text.split("\n")
    # YAML takes the indentation from the first line that holds something. The lines before it may
    # have no more spaces, and a tab there is none.
    if not lines[0] or lines[0][0] in " \t" or any(line and not line.strip() for line in lines):
        return None
    ends = len(words) - len(text)
    sign = "|-" if ends == 0 else "|" if ends == 1 else "|+"
    space = " " * indent
    body = "\n".join(f"{space}{line}" if line else "" for line in lines)
    return f"{sign}\n{body}" + "\n" * max(0, ends - 1)


def folded(words: str, indent: int) -> str | None:
    """The words of one long line after `key: `, folded into lines, or None where folding would
    not give them back: `>-` joins lines with single spaces."""
    space = " " * indent
    if len(words) <= LINE or _HIDDEN.search(words) or "\n" in words or "\t" in words:
        return None
    if words != " ".join(words.split(" ")) or "  " in words or words != words.strip(" "):
        return None
    lines: list[str] = []
    for word in words.split(" "):
        if lines and len(lines[-1]) + 1 + len(word) <= LINE - indent:
            lines[-1] += f" {word}"
        else:
            lines.append(word)
    return ">-\n" + "\n".join(f"{space}{line}" for line in lines)


def prose(words: str, indent: int) -> str:
    """The words after `key: `: on one line where they fit, else folded or as a block."""
    if "\n" in words:
        return block(words, indent) or _double(words)
    if len(words) > LINE - indent:
        return folded(words, indent) or scalar(words)
    return scalar(words)


def _double(words: str) -> str:
    escaped = "".join(_ESCAPES.get(sign, sign) for sign in words)
    return '"' + _HIDDEN.sub(lambda found: _escape(found[0]), escaped) + '"'


def _escape(sign: str) -> str:
    code = ord(sign)
    return f"\\x{code:02X}" if code < 0x100 else f"\\u{code:04X}"
