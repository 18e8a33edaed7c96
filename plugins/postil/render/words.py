"""The words of the interface, in the language of the site.

The English words are in `postil.model.words`, those of other languages in `languages`.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from types import MappingProxyType

from babel import Locale
from markupsafe import Markup

from postil.model.words import ENGLISH_WORDS
from postil.render.direction import direction_of, isolate, locale_of
from postil.render.languages import LANGUAGES

# The English of the whole world writes 22 November 2026; `en-US` asks for another order.
_ENGLISH = "en-001"

# The digit zero of the numbering systems of Unicode CLDR that the languages count in.
_ZEROS = {"arab": "٠", "arabext": "۰", "beng": "০"}


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

    def isolate(self, text: str, language: str = "") -> Markup:
        """`text`, which may be of any language, as HTML to stand among these words."""
        return isolate(text, self.texts["direction"], language)


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
    return Words(MappingProxyType(texts), locale_of(tag) or Locale.parse("en"))


def say(words: Words, key: str, **values: object) -> str:
    """The words for `key`, with `values` filled in."""
    return words[key].format(**values) if values else words[key]


def count(words: Words, key: str, number: int) -> str:
    """The words for a number of things; `key` has a word for each plural form of the language."""
    form = f"{key}-{words.locale.plural_form(number)}"
    return say(words, form if form in words else f"{key}-other", count=words.digits(number))


ENGLISH = words_for("en")
