"""Files of annotations as people write them: in every style of YAML, with remarks everywhere.

Each is made of parts that know what they say, so that tests need not ask the reader that they try.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from hypothesis import strategies as st

WORDS = st.lists(
    st.sampled_from(
        [
            *("the", "town", "voted", "in", "1890", "5", "no", "é", "e\u0301", "投票", "العربية"),
            *("it's", 'said "no"', "a: b", "- x", "#1", "c#", "50%", "[1]", "{x}", "*", "&", "!"),
            *(">", "a\\b", "@x", "`y`", "~", "null", "on", "0x1f", "1_000", "?", ":", "—", "„so“"),
            *("|", "\U0001f5f3"),
        ]
    ),
    min_size=1,
    max_size=12,
).map(" ".join)
PARAGRAPHS = st.lists(WORDS | st.just("") | WORDS.map(lambda words: f"  {words}"), max_size=5).map(
    "\n".join
)


@dataclass(frozen=True)
class Written:
    """A file: its bytes, what it says, and the remarks in it, each of which stands once."""

    data: bytes
    says: Any
    remarks: tuple[str, ...]


class _Writer:
    def __init__(self, draw: st.DrawFn) -> None:
        self.draw = draw
        self.remarks: list[str] = []

    def one(self, *ways: Any) -> Any:
        return self.draw(st.sampled_from(ways))

    def remark(self) -> str:
        begin = self.one("", "a ", "é: [", "key: ", "- ", '"')
        words = f"# {begin}remark-{len(self.remarks)}."
        self.remarks.append(words)
        return words

    def beside(self) -> str:
        return f"{self.one(' ', '  ')}{self.remark()}" if self.one(True, False, False) else ""

    def above(self, indent: int) -> list[str]:
        lines: list[str] = []
        for _ in range(self.one(0, 0, 0, 1, 2)):
            column = self.one(indent, indent, 0)
            lines.append(" " * column + self.remark() if self.one(True, False) else "")
        return lines

    def fields(self, values: dict[str, Any], indent: int) -> list[str]:
        lines: list[str] = []
        for key in self.draw(st.permutations(list(values))):
            lines += self.above(indent)
            name = self.one(key, key, key, f'"{key}"', f"'{key}'")
            lines += self.value(f"{' ' * indent}{name}:", values[key], indent)
        return lines

    def value(self, start: str, value: Any, indent: int) -> list[str]:
        if isinstance(value, dict):
            if self.one(True, False, False):
                return [f"{start} {self.flow(value)}{self.beside()}"]
            inner = indent + self.one(1, 2, 2, 4)
            return [f"{start}{self.beside()}", *self.fields(value, inner)]
        if isinstance(value, list):
            if not value or self.one(True, False, False):
                return [f"{start} {self.flow(value)}{self.beside()}"]
            inner = indent + self.one(0, 2, 2, 4)
            return [f"{start}{self.beside()}", *self.items(value, inner)]
        return self.words(start, value, indent)

    def items(self, values: list[Any], indent: int) -> list[str]:
        lines: list[str] = []
        for value in values:
            lines += self.above(indent)
            if isinstance(value, dict):
                gap = self.one(1, 1, 2, 3)
                first, *rest = self.fields_without_head(value, indent + 1 + gap)
                lines += [f"{' ' * indent}-{' ' * gap}{first.lstrip(' ')}", *rest]
            else:
                lines += self.words(f"{' ' * indent}-", value, indent)
        return lines

    def fields_without_head(self, values: dict[str, Any], indent: int) -> list[str]:
        first, *others = values
        lines = self.value(f"{' ' * indent}{first}:", values[first], indent)
        return lines + (self.fields({key: values[key] for key in others}, indent) if others else [])

    def words(self, start: str, text: str, indent: int) -> list[str]:
        """A value in one of the styles that can hold it."""
        ways = [self.double, self.literal]
        if "\n" not in text:
            ways.append(self.single)
        if text.replace(" ", "").isalpha() and text.isascii() and text not in PLAIN:
            ways += [self.plain, self.plain]
        return self.one(*ways)(start, text, indent)  # type: ignore[no-any-return]  # one of the above

    def plain(self, start: str, text: str, indent: int) -> list[str]:
        words = text.split(" ")
        cut = self.one(len(words), len(words), max(1, len(words) // 2))
        lines = [f"{start} {' '.join(words[:cut])}"]
        if words[cut:]:
            lines.append(f"{' ' * (indent + 3)}{' '.join(words[cut:])}")
        return [*lines[:-1], lines[-1] + self.beside()]

    def single(self, start: str, text: str, indent: int) -> list[str]:
        del indent
        doubled = text.replace("'", "''")
        return [f"{start} '{doubled}'{self.beside()}"]

    def double(self, start: str, text: str, indent: int) -> list[str]:
        del indent
        written = text.replace("\\", "\\\\").replace('"', '\\"').replace("\n", "\\n")
        if self.one(True, False, False):
            written = written.replace("é", "\\xe9")
        return [f'{start} "{written}"{self.beside()}']

    def literal(self, start: str, text: str, indent: int) -> list[str]:
        """A block: with signs for its end, and for its indentation where that must be told."""
        step = self.one(2, 2, 3, 4)
        body = text.rstrip("\n")
        if not body.strip():
            return self.double(start, text, indent)
        ends = len(text) - len(body)
        chomp = "-" if not ends else "" if ends == 1 else "+"
        first = next(line for line in body.split("\n") if line)
        tell = first.startswith(" ") or body.startswith("\n") or self.one(True, False, False, False)
        sign = (
            f"|{step if tell else ''}{chomp}"
            if self.one(True, False)
            else (f"|{chomp}{step if tell else ''}")
        )
        pad = " " * (indent + step)
        lines = [f"{pad}{line}" if line else "" for line in body.split("\n")]
        return [f"{start} {sign}{self.beside()}", *lines, *[""] * max(ends - 1, 0)]

    def flow(self, value: Any) -> str:
        if isinstance(value, dict):
            inside = ", ".join(f"{key}: {self.flow(one)}" for key, one in value.items())
            return f"{{{inside}}}"
        if isinstance(value, list):
            return f"[{', '.join(self.flow(one) for one in value)}]"
        return _marked(value)


def _marked(text: str) -> str:
    return '"' + text.replace("\\", "\\\\").replace('"', '\\"').replace("\n", "\\n") + '"'


PLAIN = frozenset({"null", "on", "no", "~"})
TARGETS = st.one_of(
    WORDS,
    st.fixed_dictionaries({"exact": WORDS}, optional={"prefix": WORDS, "suffix": WORDS}),
)
BODIES = st.tuples(PARAGRAPHS, st.sampled_from(["", "\n", "\n\n"])).map("".join)
CITATIONS = st.fixed_dictionaries(
    {"source": st.just("the-report")}, optional={"quote": PARAGRAPHS, "locator": WORDS}
)
REVISIONS = st.fixed_dictionaries({"date": st.just("2026-11-22"), "summary": WORDS})
NOTES = st.fixed_dictionaries(
    {
        "id": st.from_regex("[a-z]{1,8}", fullmatch=True),
        "target": st.one_of(TARGETS, st.lists(TARGETS, min_size=1, max_size=2)),
    },
    optional={
        "kind": st.sampled_from(["context", "correction"]),
        "title": WORDS,
        "body": BODIES,
        "wanted": WORDS,
        "citations": st.lists(CITATIONS, max_size=2),
        "contributors": st.lists(st.sampled_from(["editors", "a-reader"]), max_size=2),
        "x-own": WORDS,
        "revisions": st.lists(REVISIONS, max_size=2),
    },
)


@st.composite
def written_files(draw: st.DrawFn) -> Written:
    """Any of them."""
    writer = _Writer(draw)
    several = writer.one(True, False)
    notes: Any = draw(st.lists(NOTES, min_size=1, max_size=3) if several else NOTES)
    lines = [*writer.one([], ["---"], ["", ""]), *writer.above(0)]
    lines += writer.items(notes, writer.one(0, 0, 2)) if several else writer.fields(notes, 0)
    lines += writer.above(0)
    end = writer.one("\n", "\n", "\r\n")
    # A block that keeps the empty lines at its end says something else without them.
    text = end.join(lines) + writer.one(end, end, "")
    mark = writer.one("", "", "\ufeff")
    return Written(f"{mark}{text}".encode(), notes, tuple(writer.remarks))
