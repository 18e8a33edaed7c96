"""Reads one list of `key: value` lines, field by field, and notes every problem."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Iterator

from postil.model.diagnostic import Diagnostic
from postil.model.fields.field import Shape
from postil.model.place import Place
from postil.read import limits
from postil.read.dates import date_problem
from postil.read.forms import Problem
from postil.read.nodes import Document, Entries, Items, Node, Scalar
from postil.read.scalars import is_null, truth
from postil.read.values import after, bare, described, words_of
from postil.read.words import listed, meant, nearest, shown

_WORDS = {"kind-unknown": "a kind", "verdict-unknown": "a verdict"}
_FEW = 20
"""Fields that a message can list."""
_YES = {"yes": "true", "y": "true", "on": "true", "1": "true"}
_NO = {"no": "false", "n": "false", "off": "false", "0": "false"}


class Fields:
    """One list of fields. Reading a field returns its value, or an empty one where it is absent
    or wrong; what is wrong goes into `problems`."""

    __slots__ = ("document", "entries", "faulty", "node", "problems", "shape")

    def __init__(
        self,
        document: Document,
        node: Entries,
        shape: Shape,
        problems: list[Diagnostic],
        *,
        shared: bool = False,
    ) -> None:
        """Take the list at `node`; unknown names in it are noted at once, unless it is `shared`
        with somebody who has fields of their own."""
        self.document = document
        self.node = node
        self.entries = node.entries
        self.shape = shape
        self.problems = problems
        self.faulty: set[str] = set()
        for key, (at, _) in self.entries.items():
            if not shared and key not in shape.by_name and not key.startswith("x-"):
                self._unknown(key, at)

    def place(self, key: str = "") -> Place:
        """Where the value of a field begins; without a key, where the list does."""
        return self.document.place(self.entries[key][1] if key in self.entries else self.node)

    def key_place(self, key: str) -> Place:
        """Where the name of a field stands, or where the list begins if it has none."""
        return self.document.place(self.entries[key][0] if key in self.entries else self.node)

    def report(self, code: str, message: str, place: Place, hint: str = "") -> None:
        """Note a problem."""
        self.problems.append(Diagnostic(code, message, place, hint))

    def get(self, key: str) -> Node | None:
        """The node of a field; None where it is absent, or written without a value."""
        entry = self.entries.get(key)
        return None if entry is None or is_null(entry[1]) else entry[1]

    def text(self, key: str) -> str:
        """The words of a field; numbers and the like as they were written."""
        node = self.get(key)
        return "" if node is None else self.words(node, key).strip()

    def words(self, node: Node, key: str) -> str:
        """The words of a node, which is the value of `key` or in it."""
        written = words_of(self.document, node, key, self.problems)
        if written is None:
            self.faulty.add(key)
        return written or ""

    def word(self, key: str) -> str:
        """A text that is a name or a title: typographic quotation marks are not meant as YAML's."""
        node = self.get(key)
        return "" if node is None else self.bare(node, key)

    def bare(self, node: Node, key: str) -> str:
        """The words of a node without white space and typographic quotation marks around."""
        return bare(self.document, node, self.words(node, key).strip(), self.problems)

    def required(self, key: str, value: object, hint: str = "") -> bool:
        """Whether a required field has a value; notes it where it has none.

        Nothing is said twice: not of a field that is there and wrong, nor of one that is there
        under a wrong name.
        """
        if value:
            return True
        if key in self.faulty:
            return False
        if key not in self.entries:
            self.report("field-missing", f"{self.shape.what} needs “{key}”", self.place(), hint)
        else:
            self.report("field-missing", f"“{key}” is empty", self.key_place(key), self._cut(key))
        return False

    def flag(self, key: str) -> bool:
        """A field that is true or false."""
        default = self.shape.by_name[key].default == "true"
        node = self.get(key)
        if node is None:
            return default
        value = truth(node)
        if value is not None:
            return value
        written = node.value if isinstance(node, Scalar) else ""
        word = _YES.get(written.casefold()) or _NO.get(written.casefold()) or written.casefold()
        self.report(
            "boolean-word",
            f"“{key}” must be true or false, and is {described(node)}",
            self.document.place(node),
            (f"write {word}" if word in {"true", "false"} else "write true or false")
            + (", without quotation marks" if isinstance(node, Scalar) and node.style else ""),
        )
        return default

    def meant(self, written: str, words: Iterable[str]) -> str:
        """The hint that offers the nearest right word; none after very many problems."""
        return meant(written, words) if len(self.problems) < limits.GUESSES else ""

    def choice(
        self, key: str, words: Collection[str] | None = None, code: str = "value-unknown"
    ) -> str:
        """A field whose value is one of some words, its own unless others are given; where it is
        left out or wrong, the word that counts then."""
        own = self.shape.by_name[key]
        words = own.words if words is None else words
        written, default = self.word(key), own.default
        if not written or written in words:
            return written or default
        self.faulty.add(key)
        self.report(
            code,
            f"{shown(written)} is not {_WORDS.get(code, f'a value of “{key}”')}",
            self.place(key),
            self.meant(written, words),
        )
        return default

    def date(self, key: str, whole: bool = False) -> str:
        """A field that is an ISO 8601 date; `whole` wants year, month and day."""
        return self.checked(key, "date-form", lambda written: date_problem(written, whole))

    def checked(self, key: str, code: str, problem_of: Callable[[str], Problem | None]) -> str:
        """A field whose form a function checks; empty where it is wrong."""
        written = self.word(key)
        problem = problem_of(written) if written else None
        if not problem:
            return written
        self.faulty.add(key)
        self.report(code, f"{shown(written)} {problem[0]}", self.place(key), problem[1])
        return ""

    def items(self, key: str) -> list[Node]:
        """The items of a list; a single value counts as a list of one."""
        node = self.get(key)
        if node is None:
            return []
        found = node.items if isinstance(node, Items) else [node]
        for item in found:
            if is_null(item):
                message = f"an item of “{key}” is empty"
                self.report(
                    "field-missing", message, self.document.place(item), "delete the hyphen"
                )
        return [item for item in found if not is_null(item)]

    def lists(self, key: str, shape: Shape) -> Iterator[Fields | Scalar]:
        """The items of a list of lists of fields; a scalar stands for itself."""
        for item in self.items(key):
            if isinstance(item, Entries):
                yield Fields(self.document, item, shape, self.problems)
            elif isinstance(item, Scalar):
                yield item
            else:
                self.not_fields(item, shape)

    def not_fields(self, node: Node, shape: Shape) -> None:
        """Note that something else stands where a list of fields should."""
        self.problems.append(not_fields(self.document, node, shape))

    def _unknown(self, key: str, at: Scalar) -> None:
        names = self.shape.names
        guess = self.shape.others.get(key.casefold()) or nearest(key, names)
        if guess:
            self.faulty.add(guess)
        hint = f"did you mean “{guess}”?" if guess else ""
        if not guess and len(names) <= _FEW:
            hint = f"it can have {listed(names, 'and')}"
        self.report(
            "field-unknown",
            f"{shown(key)} is not a field of {self.shape.what}",
            self.document.place(at),
            hint,
        )

    def _cut(self, key: str) -> str:
        rest = after(self.document, self.entries[key][0]).removeprefix(":").strip()
        if rest.startswith("#"):
            return f"what follows a # is a comment; write '{rest}' if it is the value"
        return ""


def not_fields(document: Document, node: Node, shape: Shape) -> Diagnostic:
    """The diagnostic for something else where a list of fields should stand."""
    return Diagnostic(
        "field-type",
        f"{shape.what} must be a list of “key: value” lines, and this is {described(node)}",
        document.place(node),
        f"for example “{shape.names[0]}: …”",
    )
