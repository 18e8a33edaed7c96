"""Words of the interface that a site gives in its settings."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

from postil.model.scale import Kind, Verdict
from postil.model.words import ENGLISH_WORDS, english_of, placeholders, word_names
from postil.read.words import listed, meant, shown

Problem = tuple[tuple[str, ...], str, str]
"""What is wrong: the way to the option, the message, and a hint."""


def read_words(value: Any) -> tuple[dict[str, str], list[Problem]]:
    """The option `words`: words by name, and what is wrong with them."""
    words: dict[str, str] = {}
    problems: list[Problem] = []
    if value is None:
        return words, problems
    if not isinstance(value, Mapping):
        return words, [(("words",), "must be a list of “name: words” lines", "")]
    for name, text in value.items():
        english = english_of(str(name))
        if english is None:
            message = f"{shown(str(name))} is not the name of a word"
            problem = (message, meant(str(name), word_names()))
        elif not isinstance(text, str) or not text.strip():
            problem = ("must be a text", "put it in quotation marks")
        elif found := _misfilled(text, english):
            problem = found
        else:
            words[str(name)] = text
            continue
        problems.append((("words", str(name)), *problem))
    return words, problems


def scale_words(
    options: Mapping[str, Any], kinds: Iterable[Kind], verdicts: Iterable[Verdict]
) -> dict[str, str]:
    """What a site calls the kinds and verdicts of the default scale, as words of the interface, so
    that no language puts its own in their place. `kinds` and `verdicts` are what its `options`
    came to."""
    words: dict[str, str] = {}
    for kind in kinds:
        given = _given(options, "kinds", kind.id)
        if "label" in given:
            words[f"kind-{kind.id}"] = kind.label
        if given & {"label", "plural"}:
            words[f"kinds-{kind.id}"] = kind.plural
    for verdict in verdicts:
        given = _given(options, "verdicts", verdict.id)
        if "label" in given:
            words[f"verdict-{verdict.id}"] = verdict.label
        if "meaning" in given:
            words[f"verdict-{verdict.id}-meaning"] = verdict.meaning
    return {name: text for name, text in words.items() if name in ENGLISH_WORDS}


def _given(options: Mapping[str, Any], option: str, id: str) -> set[str]:
    """The names of what an option gives for an id."""
    entries = options.get(option)
    own = entries.get(id) if isinstance(entries, Mapping) else None
    return {name for name, value in own.items() if value} if isinstance(own, Mapping) else set()


def _misfilled(text: str, english: str) -> tuple[str, str] | None:
    """What is wrong with the names in braces, which the page fills in."""
    known = placeholders(english)
    try:
        extra = placeholders(text) - known if known else frozenset()
    except ValueError:
        return "has a brace that is not closed, or more than a name in braces", _filled(known)
    if extra:
        names = listed((f"{{{name}}}" for name in sorted(extra)), "and")
        return f"has {names}, which nothing fills in", _filled(known)
    return None


def _filled(names: frozenset[str]) -> str:
    return f"it can have {listed((f'{{{name}}}' for name in sorted(names)), 'and')}"
