"""The words of the interface, in the language of the site.

The English words are in `postil.model.words`, those of other languages in `languages`.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from types import MappingProxyType
from unicodedata import bidirectional

from babel import Locale, UnknownLocaleError
from markupsafe import Markup, escape

from postil.model.words import ENGLISH_WORDS
from postil.render.languages import LANGUAGES

# The English of the whole world writes 22 November 2026; `en-US` asks for another order.
_ENGLISH = "en-001"

# The digit zero of the numbering systems of Unicode CLDR that these languages count in.
_ZEROS = {"arab": "٠", "arabext": "۰", "beng": "০"}

# The classes of characters that are written from right to left (Unicode Standard Annex #9).
_RIGHT = frozenset(("R", "AL"))


@dataclass(frozen=True, slots=True, eq=False)
class Words(Mapping[str, str]):
    """All words of the interface by name.

    `locale` is the language that they are in, with its plural forms and its dates. The word
    `direction` (`ltr`, `rtl`) is that of the site's language, also where the words are English
    because there is no translation.
    """

    texts: Mapping[str, str]
    locale: Locale

    def __getitem__(self, key: str) -> str:
        return self.texts[key]

    def __iter__(self) -> Iterator[str]:
        return iter(self.texts)

    def __len__(self) -> int:
        return len(self.texts)

    def digits(self, text: object) -> str:
        """`text` with its digits as the language writes them."""
        zero = _ZEROS.get(self.locale.default_numbering_system)
        if zero is None:
            return str(text)
        return str(text).translate({ord("0") + n: chr(ord(zero) + n) for n in range(10)})

    def isolate(self, text: str) -> Markup:
        """`text`, which may be of any language, as HTML that keeps to itself the direction it is
        written in: an Arabic name among English words moves the date that follows it otherwise.
        https://www.w3.org/International/articles/inline-bidi-markup/"""
        ours = self.texts["direction"] == "ltr"
        if not text or (ours and not any(bidirectional(one) in _RIGHT for one in text)):
            return escape(text)
        return Markup("<bdi>{}</bdi>").format(text)


def words_for(language: str, own: Mapping[str, str] | None = None) -> Words:
    """The words for a language, by its tag (BCP 47): `es-MX` finds Spanish, with the dates of
    Mexico. A language without a translation gets English. `own` are words of the site's own."""
    tag = language.replace("_", "-")
    main = tag.split("-")[0].lower()
    texts = {
        **ENGLISH_WORDS,
        **LANGUAGES.get(main, {}),
        **(own or {}),
        "direction": direction_of(tag) or "ltr",
    }
    if main not in LANGUAGES or tag.lower() == "en":
        tag = _ENGLISH
    return Words(MappingProxyType(texts), _locale(tag) or Locale.parse("en"))


def direction_of(language: str) -> str:
    """`ltr` or `rtl` for the tag of a language (BCP 47), or nothing if it is not known."""
    locale = _locale(language.replace("_", "-"))
    return str(locale.text_direction) if locale else ""


def say(words: Words, key: str, **values: object) -> str:
    """The words for `key`, with `values` filled in."""
    return words[key].format(**values) if values else words[key]


def count(words: Words, key: str, number: int) -> str:
    """The words for a number of things; `key` has a word for each plural form of the language."""
    form = f"{key}-{words.locale.plural_form(number)}"
    return say(words, form if form in words else f"{key}-other", count=words.digits(number))


def _locale(tag: str) -> Locale | None:
    """The locale of a language tag, with what is known of it: of `es-ES-x-old`, `es-ES`."""
    parts = tag.split("-")
    while parts:
        try:
            return Locale.parse("-".join(parts), sep="-")
        except (ValueError, UnknownLocaleError):
            parts.pop()
    return None


ENGLISH = words_for("en")
