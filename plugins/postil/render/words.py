"""The words of the interface, in the language of the site.

The English words are in `postil.model.words`, those of other languages in `languages`.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from functools import lru_cache
from types import MappingProxyType

from babel import Locale
from markupsafe import Markup, escape

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
    because there is no translation. `html` has the same words as HTML.
    """

    texts: Mapping[str, str]
    locale: Locale
    html: Mapping[str, str] = field(init=False, repr=False)
    _digits: Mapping[int, str] = field(init=False, repr=False)
    _plural: Callable[[float], str] = field(init=False, repr=False)

    def __post_init__(self) -> None:
        html = {key: str(escape(text)) for key, text in self.texts.items()}
        object.__setattr__(self, "html", MappingProxyType(html))
        zero = _ZEROS.get(self.locale.default_numbering_system)
        digits = {ord("0") + n: chr(ord(zero) + n) for n in range(10)} if zero else {}
        object.__setattr__(self, "_digits", digits)
        # Each look at what Babel knows of a language takes longer than all that is done with it.
        object.__setattr__(self, "_plural", self.locale.plural_form)

    def __getitem__(self, key: str) -> str:
        return self.texts[key]

    def __iter__(self) -> Iterator[str]:
        return iter(self.texts)

    def __len__(self) -> int:
        return len(self.texts)

    def digits(self, text: object) -> str:
        """`text` with its digits as the language writes them."""
        return str(text).translate(self._digits) if self._digits else str(text)

    def plural(self, number: int) -> str:
        """The plural form of the language for a number (`one`, `other` …, Unicode CLDR)."""
        return self._plural(number)

    def isolate(self, text: str, language: str = "") -> Markup:
        """`text`, which may be of any language, as HTML to stand among these words."""
        return isolate(text, self.texts["direction"], language)


def words_for(language: str, own: Mapping[str, str] | None = None) -> Words:
    """The words for a language, by its tag (BCP 47): `es-MX` finds Spanish, with the dates of
    Mexico. A language without a translation gets English. `own` are words of the site's own."""
    return _words_for(language, tuple((own or {}).items()))


@lru_cache(maxsize=16)
def _words_for(language: str, own: tuple[tuple[str, str], ...]) -> Words:
    tag = language.replace("_", "-")
    main = tag.split("-")[0].lower()
    texts = {
        **ENGLISH_WORDS,
        **LANGUAGES.get(main, {}),
        **dict(own),
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
    form = f"{key}-{words.plural(number)}"
    return say(words, form if form in words else f"{key}-other", count=words.digits(number))


ENGLISH = words_for("en")
