"""One site, built by several machines: each makes a part of the texts, and one joins the parts.

`postil build` and `postil join` tell the plugin by the environment what its build is for. Nothing
goes by who made a thing: what is joined is found by a key of all that it was made from.
"""

from __future__ import annotations

import hashlib
import json
import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path

from postil.kept import secret as secret_of_machine
from postil.sealed import SIZE

SECRET = "POSTIL_SHARD_SECRET"  # noqa: S105 - the name of a variable
"""What all machines of a build must know, and nobody else."""

_SHARD, _INTO, _FROM = "POSTIL_SHARD", "POSTIL_SHARD_INTO", "POSTIL_SHARDS"
_SHORTEST = 32
_NAME = re.compile(r"shard-([1-9]\d{0,4})-of-([1-9]\d{0,4})\.postil")
MOST = 10_000
"""Shards of a site: more than any forge runs."""


class ShardError(ValueError):
    """A shard or a secret is not what it must be; the message says what is wrong."""


@dataclass(frozen=True, slots=True)
class Shard:
    """One of `of` parts of a site: the `number`-th, from 1."""

    number: int
    of: int

    def __str__(self) -> str:
        return f"{self.number}/{self.of}"

    @property
    def file_name(self) -> str:
        """How the file with what was made for it is called."""
        return f"shard-{self.number}-of-{self.of}.postil"

    def takes(self, slug: str) -> bool:
        """Whether a text belongs to it: by its slug alone, so that a new text moves no other."""
        dealt = hashlib.blake2b(slug.encode(), digest_size=8).digest()
        return int.from_bytes(dealt) % self.of == self.number - 1


@dataclass(frozen=True, slots=True)
class Part:
    """A build that makes a shard, and the file for it."""

    shard: Shard
    into: Path


@dataclass(frozen=True, slots=True)
class Join:
    """A build that takes what shards made, from their files."""

    files: tuple[Path, ...]


def shard_from(written: str) -> Shard:
    """The shard that “3/8” names. Raises ShardError."""
    found = re.fullmatch(r"(\d{1,6})/(\d{1,6})", written)
    if not found:
        raise ShardError(f"“{written}” names no shard: 3/8 is the third of eight")
    number, of = int(found[1]), int(found[2])
    if not 1 <= of <= MOST:
        raise ShardError(f"a site has 1 to {MOST:,} shards, and not {of:,}")
    if not 1 <= number <= of:
        raise ShardError(f"there is no shard {number} of {of}: they go from 1 to {of}")
    return Shard(number, of)


def shard_named(file_name: str) -> Shard | None:
    """The shard that a file is of, by its name."""
    found = _NAME.fullmatch(file_name)
    return Shard(int(found[1]), int(found[2])) if found else None


def asked(environment: Mapping[str, str]) -> Part | Join | None:
    """What a build is for; None where it is one of a whole site. Raises ShardError."""
    if shard := environment.get(_SHARD):
        return Part(shard_from(shard), Path(environment.get(_INTO, "")))
    if files := environment.get(_FROM):
        return Join(tuple(map(Path, json.loads(files))))
    return None


def variables(what: Part | Join) -> Mapping[str, str]:
    """What tells a build what it is for; `asked` reads it."""
    if isinstance(what, Part):
        return {_SHARD: str(what.shard), _INTO: str(what.into), _FROM: ""}
    return {_SHARD: "", _INTO: "", _FROM: json.dumps([str(one) for one in what.files])}


def secret(environment: Mapping[str, str]) -> bytes:
    """What the machines of a build seal with: what the environment says, or else what this machine
    keeps for itself. Raises ShardError."""
    given = environment.get(SECRET)
    if given is None:
        if (own := secret_of_machine()) is None:
            raise ShardError(f"this machine can keep no secret: set {SECRET}")
        given = own.hex()
    if len(given) < _SHORTEST:
        made = "python -c 'import secrets; print(secrets.token_hex(32))' makes one"
        problem = "is shorter than" if given else "is empty, and must have"
        raise ShardError(f"{SECRET} {problem} {_SHORTEST} characters; {made}")
    # Never the one that caches are sealed with: a shard must not open them.
    return hashlib.blake2b(given.encode(), digest_size=SIZE, person=b"postil shards").digest()


def missing(shards: Iterable[Shard]) -> tuple[Shard, ...]:
    """Those that lack of as many as the shards say that there are."""
    found = set(shards)
    every = {Shard(number, of) for of in {one.of for one in found} for number in range(1, of + 1)}
    return tuple(sorted(every - found, key=lambda one: (one.of, one.number)))
