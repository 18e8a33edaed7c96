"""What `postil links` found out: `annotations/links.json`, which a program writes."""

from __future__ import annotations

import json
from collections.abc import Mapping
from typing import Any

from postil.model.diagnostic import Diagnostic
from postil.model.fields.field import Form
from postil.model.fields.link import LINK
from postil.model.link import LinkCheck, LinkState
from postil.model.place import Place
from postil.read.dates import date_problem
from postil.read.files import CONTROL, Content
from postil.read.forms import url_problem
from postil.read.words import shown

_REQUIRED = tuple(field.name for field in LINK.fields if field.required)
_ADDRESSES = tuple(field.name for field in LINK.fields if field.form is Form.ADDRESS)
_DATES = tuple(field.name for field in LINK.fields if field.form is Form.DAY)
_HINT = "delete it and run “postil links”, which writes it anew"


def read_links(content: Content, problems: list[Diagnostic]) -> dict[str, LinkCheck]:
    """What came of opening each address, by address.

    An entry that cannot be used is left out. One about an address that no source has is kept:
    whoever removed the source need not know of this file.
    """
    path = content.path
    text, found = content.text()
    problems.extend(found)
    if text is None:
        return {}
    try:
        written = json.loads(text)
    except json.JSONDecodeError as error:
        place = Place(path, error.lineno, error.colno)
        return _refused("the file is not JSON", place, problems)
    except (ValueError, RecursionError):
        return _refused("the file is not JSON that can be read", Place(path), problems)
    if not isinstance(written, list):
        return _refused("the file is not a list of addresses", Place(path), problems)
    links: dict[str, LinkCheck] = {}
    for number, entry in enumerate(written, start=1):
        link = _link(entry)
        if isinstance(link, LinkCheck) and link.address in links:
            link = f"{shown(link.address)} stands twice"
        if isinstance(link, LinkCheck):
            links[link.address] = link
        else:
            message = f"entry {number} is left out: {link}"
            problems.append(Diagnostic("links-form", message, Place(path), _HINT))
    return links


def _refused(message: str, place: Place, problems: list[Diagnostic]) -> dict[str, LinkCheck]:
    problems.append(Diagnostic("links-form", message, place, _HINT))
    return {}


def _link(entry: Any) -> LinkCheck | str:
    """What an entry says, or what is wrong with it."""
    if not isinstance(entry, Mapping):
        return "it is not an object"
    status = entry.get("status", 0)
    if isinstance(status, bool) or not isinstance(status, int) or not 0 <= status < 1000:
        return "“status” is not the status of an answer"
    words = {key: value for key, value in entry.items() if key != "status"}
    for key, value in words.items():
        if key not in LINK.by_name or not isinstance(value, str):
            return f"{shown(key)} is not a field with words"
        if CONTROL.search(value):
            # Written as an escape, "\\ud800", which the bytes of the file do not show.
            return f"“{key}” holds an invisible character"
    problem = _wrong_form(words)
    if problem:
        return problem
    return LinkCheck(**{**words, "state": LinkState(words["state"])}, status=status)


def _wrong_form(words: Mapping[str, str]) -> str:
    if missing := [key for key in _REQUIRED if not words.get(key)]:
        return f"it has no “{missing[0]}”"
    if words["state"] not in LINK.by_name["state"].words:
        return f"{shown(words['state'])} is not a state"
    for key in _ADDRESSES:
        if words.get(key) and (problem := url_problem(words[key])):
            return f"{shown(words[key])} {problem[0]}"
    for key in _DATES:
        if words.get(key) and (problem := date_problem(words[key], whole=True)):
            return f"{shown(words[key])} {problem[0]}"
    return ""
