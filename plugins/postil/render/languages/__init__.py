"""The words of the interface in each language, by the tag of the language (BCP 47).

A module holds what `postil.model.words` has in English, under the same names. What may differ is
the plural forms: a language has those that Unicode CLDR gives it. In braces stands what is filled
in; a form for none, one or two may leave the number out.
"""

from __future__ import annotations

from collections.abc import Mapping

from postil.model.words import ENGLISH_WORDS
from postil.render.languages import ar, bn, de, es, fr

LANGUAGES: Mapping[str, Mapping[str, str]] = {
    "ar": ar.WORDS,
    "bn": bn.WORDS,
    "de": de.WORDS,
    "en": ENGLISH_WORDS,
    "es": es.WORDS,
    "fr": fr.WORDS,
}
