"""The forms of ids, dates, addresses and numbers as patterns, which reading and editors go by.

They are written in what the regular expressions of Python and of ECMAScript, which JSON Schema
takes, have in common, and mean the whole value without white space around it. What no pattern can
tell, such as whether the last digit of an ISBN fits the others, reading checks besides.
"""

from __future__ import annotations

from collections.abc import Mapping

from postil.model.fields.field import Form

ID_LENGTH = 100
"""Characters of an id or slug: it is part of file names and addresses."""

DOI_LENGTH = 500
"""Characters of a DOI."""

_MONTHS = (
    "(?:(?:0[13578]|1[02])(?:-(?:0[1-9]|[12][0-9]|3[01])){days}"
    "|(?:0[469]|11)(?:-(?:0[1-9]|[12][0-9]|30)){days}"
    "|02(?:-(?:0[1-9]|1[0-9]|2[0-8])){days})"
)
_LEAP = (
    "(?!0000)(?:[0-9][0-9](?:0[48]|[2468][048]|[13579][26])|(?:[02468][048]|[13579][26])00)-02-29"
)
_YEAR = "(?!0000)[0-9]{4}"
_DAY = f"(?:{_LEAP}|{_YEAR}-{_MONTHS.replace('{days}', '')})"
_DATE = f"(?:{_LEAP}|{_YEAR}(?:-{_MONTHS.replace('{days}', '?')})?)"
_ISBN = "(?:97[89](?:[ -]?[0-9]){10}|[0-9](?:[ -]?[0-9]){8}[ -]?[0-9Xx])"
_ISSN = "[0-9]{4}-?[0-9]{3}[0-9Xx]"

PATTERNS: Mapping[Form, str] = {
    Form.ID: "[a-z0-9]+(?:-[a-z0-9]+)*",
    Form.SOURCE_ID: "[A-Za-z0-9][A-Za-z0-9_.-]*",
    # Gregorian: 29 February in leap years alone.
    Form.DATE: _DATE,
    Form.DAY: _DAY,
    # EDTF, level 0, and `~` for an uncertain date: what pandoc reads.
    Form.RANGE: f"{_DATE}~?(?:/{_DATE}~?)?",
    # A scheme that cannot run script, a host, by its number or name, and no name before an @, which
    # can hide where the address leads.
    Form.ADDRESS: r"[Hh][Tt][Tt][Pp][Ss]?://(?:\[[0-9A-Fa-f:.]+\](?::[0-9]*)?"
    r'|(?!:)[^\s<>"\\\x00-\x1f/?#@\[\]]+)(?:[/?#][^\s<>"\\\x00-\x1f]*)?',
    Form.DOI: r"10\.[0-9]{4,9}(?:\.[0-9]+)*/\S+",
    # Ten at most: digits with spaces between can be divided in many ways, and all are tried.
    Form.ISBN: f"[ ,;]*{_ISBN}(?:[ ,;]+{_ISBN}){{0,9}}[ ,;]*",
    Form.ISSN: rf"{_ISSN}(?:[\s,;]+{_ISSN})*",
    # RFC 5646 without extended subtags and grandfathered tags, which no page needs.
    Form.LANGUAGE: "[A-Za-z]{2,3}(?:-[A-Za-z]{4})?(?:-(?:[A-Za-z]{2}|[0-9]{3}))?"
    "(?:-(?:[A-Za-z0-9]{5,8}|[0-9][A-Za-z0-9]{3}))*(?:-x(?:-[A-Za-z0-9]{1,8})+)?",
    Form.HASH: "[0-9a-f]{64}",
}
"""The pattern of each form that has one."""

LENGTHS: Mapping[Form, int] = {
    Form.ID: ID_LENGTH,
    Form.SOURCE_ID: ID_LENGTH,
    Form.DOI: DOI_LENGTH,
}
"""How many characters a value of a form may have."""
