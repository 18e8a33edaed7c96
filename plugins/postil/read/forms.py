"""The forms of ids, addresses, language tags and hashes: what is wrong with one, and a hint.

Each function returns None for a good value."""

from __future__ import annotations

import re
import unicodedata
from operator import mul
from urllib.parse import urlsplit

from postil.model.fields.field import Form
from postil.model.fields.patterns import PATTERNS
from postil.read import limits

_PATTERNS = {form: re.compile(pattern) for form, pattern in PATTERNS.items()}
_DOI = re.compile(PATTERNS[Form.DOI])
_BAD_IN_URL = re.compile(r"[\s<>\"\\\x00-\x1f]")
_MAILTO = re.compile(r"mailto:[^\s<>\"\\@:/?]+@[^\s<>\"\\@:/?]+(?:\?[^\s<>\"\\]*)?")
_ISBN = re.compile(
    r"(?<![0-9-])(?:97[89](?:[ -]?[0-9]){10}|[0-9](?:[ -]?[0-9]){8}[ -]?[0-9Xx])(?![0-9-])"
)
_TAGS = {
    "arabic": "ar",
    "chinese": "zh",
    "english": "en",
    "french": "fr",
    "german": "de",
    "deutsch": "de",
    "greek": "el",
    "hebrew": "he",
    "hindi": "hi",
    "italian": "it",
    "japanese": "ja",
    "korean": "ko",
    "polish": "pl",
    "portuguese": "pt",
    "russian": "ru",
    "spanish": "es",
    "turkish": "tr",
    "ukrainian": "uk",
}

Problem = tuple[str, str]


def id_from(written: str) -> str:
    """The id nearest to what was written; empty where none is near."""
    ascii_ = unicodedata.normalize("NFKD", written).encode("ascii", "ignore").decode()
    return re.sub(r"[^a-z0-9]+", "-", ascii_.lower()).strip("-")[: limits.ID_LENGTH].strip("-")


def id_problem(written: str) -> Problem | None:
    """An id or slug: small letters a to z, digits, and hyphens between them."""
    if len(written) > limits.ID_LENGTH:
        return f"is longer than {limits.ID_LENGTH} characters", "shorten it"
    if _PATTERNS[Form.ID].fullmatch(written):
        return None
    guess = id_from(written)
    return (
        "may hold only small letters a to z, digits, and single hyphens between them",
        f"write “{guess}”" if guess else "for example “only-citizens-vote”",
    )


def source_id_problem(written: str) -> Problem | None:
    """The id of a source, which may come from a bibliography: letters a to z, digits, - _ and ."""
    if len(written) > limits.ID_LENGTH:
        return f"is longer than {limits.ID_LENGTH} characters", "shorten it"
    if _PATTERNS[Form.SOURCE_ID].fullmatch(written):
        return None
    guess = id_from(written)
    return (
        "may hold only letters a to z, digits, hyphens, underscores and full stops",
        f"write “{guess}”" if guess else "for example “ny-election-law-5-102”",
    )


def url_problem(written: str) -> Problem | None:
    """An address of the web: http or https, with a host. Other schemes could run script."""
    if found := _BAD_IN_URL.search(written):
        what = "a space" if found[0].isspace() else f"the character {found[0]}"
        return f"is not an address: it holds {what}", "copy it anew from the browser"
    try:
        parts = urlsplit(written)
        host, user = parts.hostname, parts.username
    except ValueError:
        return "is not an address", "copy it anew from the browser"
    if parts.scheme.lower() not in {"http", "https"}:
        web = re.match(r"[\w-]+(\.[\w-]+)+(/|$)", written)
        hint = (
            f"write https://{written}"
            if web and len(written) <= limits.SHOWN
            else "it must begin with https:// or http://"
        )
        return "is not an address of the web", hint
    if not host:
        return "is not an address: no site is named after //", "copy it anew from the browser"
    if user is not None:
        return "holds a name before the @, which can hide where it leads", "leave the name out"
    if not _PATTERNS[Form.ADDRESS].fullmatch(written):
        return "is not an address", "copy it anew from the browser"
    return None


def contact_problem(written: str) -> Problem | None:
    """An address for letters: one of the web, or `mailto:` and an address of e-mail."""
    if _MAILTO.fullmatch(written):
        return None
    bare = written.removeprefix("mailto:")
    if _MAILTO.fullmatch(f"mailto:{bare}"):
        return "is not an address of the web", f"write “mailto:{bare}”"
    if written.lower().startswith("mailto:"):
        return "is not an address of e-mail", "such as “mailto:corrections@example.org”"
    return url_problem(written)


def doi_problem(written: str) -> Problem | None:
    """A DOI: its prefix, which begins with 10., a stroke, and its suffix; no address."""
    if len(written) > limits.DOI_LENGTH:
        return f"is longer than {limits.DOI_LENGTH} characters", "it begins with 10."
    found = _DOI.search(written)
    if found and found[0] == written:
        return None
    hint = f"write {found[0]}" if found else "it begins with 10. and holds a stroke"
    return "is not a DOI", hint


def isbn_problem(written: str) -> Problem | None:
    """ISBNs, of 10 or 13 digits with hyphens or spaces between, one after the other.

    The last digit of each is made from the others: ISO 2108.
    """
    if not _PATTERNS[Form.ISBN].fullmatch(written):
        return "is not an ISBN, which has 10 or 13 digits", "copy it from the book"
    for isbn in (re.sub(r"[ -]", "", one).upper() for one in _ISBN.findall(written)):
        digits = [10 if sign == "X" else int(sign) for sign in isbn]
        weights = range(10, 0, -1) if len(isbn) == 10 else (1, 3) * 6 + (1,)
        if sum(map(mul, digits, weights)) % (11 if len(isbn) == 10 else 10):
            return "is not an ISBN: its last digit does not fit the others", "check each digit"
    return None


def issn_problem(written: str) -> Problem | None:
    """ISSNs, eight digits with a hyphen between, one after the other: ISO 3297."""
    if not _PATTERNS[Form.ISSN].fullmatch(written):
        return "is not an ISSN, which has eight digits", "such as 0317-8471"
    for issn in re.split(r"[\s,;]+", written):
        digits = [10 if sign in "Xx" else int(sign) for sign in issn.replace("-", "")]
        if sum(map(mul, digits, range(8, 0, -1))) % 11:
            return "is not an ISSN: its last digit does not fit the others", "check each digit"
    return None


def language_problem(written: str) -> Problem | None:
    """A language tag of BCP 47, such as en or pt-BR."""
    if _PATTERNS[Form.LANGUAGE].fullmatch(written):
        return None
    guess = _TAGS.get(written.casefold(), written.replace("_", "-"))
    good = _PATTERNS[Form.LANGUAGE].fullmatch(guess)
    return "is not a language tag", f"write “{guess}”" if good else "such as en, pt-BR or zh-Hant"


def hash_problem(written: str) -> Problem | None:
    """A SHA-256 hash: 64 hexadecimal digits, small letters."""
    if _PATTERNS[Form.HASH].fullmatch(written):
        return None
    count = len(written)
    return (
        f"is not a SHA-256 hash: it has {count} characters"
        if count != 64
        else "is not a SHA-256 hash: it holds other characters than 0 to 9 and a to f",
        "let the command write it",
    )
