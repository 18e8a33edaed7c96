"""Changes of JSON that leave it JSON: bytes changed at random are hardly ever read at all."""

from __future__ import annotations

import json
import random
from typing import Any

ODD: tuple[Any, ...] = (
    *(
        None,
        True,
        False,
        0,
        -1,
        1e308,
        2**70,
        "",
        " ",
        "a",
        "\ud800",
        "\x00",
        "\u202e",
        [],
        {},
        [[]],
    ),
    *("2026-11-22", "https://example.org/", "javascript:alert(1)", "<b>x</b>", "=1", "x" * 70),
)
_CHANGES = 3


def mutate(data: bytes, longest: int, seed: int, words: tuple[Any, ...]) -> bytes | None:
    """The JSON in `data` with one to three changes; None where it holds none, or it grew too much.

    `words` are names of fields and values that mean something there.
    """
    try:
        value = json.loads(data)
    except (ValueError, RecursionError):
        return None
    dice = random.Random(seed)  # noqa: S311 - no secret
    for _ in range(dice.randint(1, _CHANGES)):
        value = _changed(value, dice, words)
    made = json.dumps(value).encode()
    return made if len(made) <= longest else None


def _changed(value: Any, dice: random.Random, words: tuple[Any, ...]) -> Any:
    if isinstance(value, dict) and value and dice.random() < 0.9:
        key = dice.choice(list(value))
        return _in_object(value, key, dice, words)
    if isinstance(value, list) and value and dice.random() < 0.9:
        at = dice.randrange(len(value))
        way = dice.randrange(8)
        if way == 0:
            return value[:at] + value[at + 1 :]
        if way == 1:
            return [*value, value[at]]
        return [*value[:at], _changed(value[at], dice, words), *value[at + 1 :]]
    way = dice.randrange(6)
    if way == 0:
        return [value]
    if way == 1:
        return {str(dice.choice(words)): value}
    if isinstance(value, str) and value and way < 4:
        at = dice.randrange(len(value))
        return value[:at] + str(dice.choice((*words, *ODD))) + value[at + dice.randrange(3) :]
    return dice.choice((*words, *ODD))


def _in_object(
    value: dict[str, Any], key: str, dice: random.Random, words: tuple[Any, ...]
) -> dict[str, Any]:
    way = dice.randrange(10)
    if way == 0:
        return {name: other for name, other in value.items() if name != key}
    if way == 1:
        return {**value, str(dice.choice(words)): value[key]}
    if way == 2:
        return {**value, str(dice.choice(words)): dice.choice((*words, *ODD))}
    if way == 3:
        return {**value, key: value[dice.choice(list(value))]}
    return {**value, key: _changed(value[key], dice, words)}
