"""What a command is given to read: a file, or standard input."""

from __future__ import annotations

import click

from postil.read import limits


def bytes_of(name: str) -> bytes:
    """The bytes of a file of another program, or of standard input for `-`.

    Raises OSError, and ForeignError for more than is read.
    """
    with click.open_file(name, "rb") as stream:
        data: bytes = stream.read(limits.FOREIGN_BYTES + 1)
    if len(data) > limits.FOREIGN_BYTES:
        # Commands that only say what is wrong with a file import nothing that reads it.
        from postil.read.foreign.read import ForeignError

        raise ForeignError(f"larger than {limits.FOREIGN_BYTES // 1024 // 1024} MB, and not read")
    return data


def called(name: str) -> str:
    """What messages call a file."""
    return "standard input" if name == "-" else name


def said(error: Exception) -> str:
    """What an error says to a person."""
    return (error.strerror or str(error)) if isinstance(error, OSError) else str(error)
