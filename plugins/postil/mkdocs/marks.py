"""Marks in the place of what differs from page to page, and what a theme may do with them.

A theme that only writes a value into its page writes the mark there as well, escaped as it escapes
the value. One that looks at a value, to shorten it, say, or to compare it, could make something
else of another value: then the mark tells.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from functools import partial, wraps
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from jinja2 import Environment
    from mkdocs.structure.pages import Page

_NAME = "pstlmark"
_SIGNS = " &lt;b&gt;  &amp;&#34;&#39;<b>\"'é%:/ "
_FOUND = re.compile(rf"{_NAME}(?:(id|slug)|(?P<of>[a-z]+)0.*?{_NAME}(?P=of)1)", re.DOTALL)

ID = f"{_NAME}id"
"""In the address of a page, where the id of the note stands: small letters, digits and hyphens,
which nothing escapes."""
SLUG = f"{_NAME}slug"
"""In the address of a page, where the slug of the text stands."""

FORMS = ("string", "e", "striptags", "urlencode", "tojson", "striptags | e")
"""The filters that a theme writes values through. The first changes nothing."""

_WRITING = frozenset((*FORMS, "d", "default", "escape", "forceescape", "safe"))
_ADDRESSES = frozenset(("url", "script_tag"))


class Mark(str):
    """A value that notes in `asked` what is asked of it; `holds` are words that all values hold."""

    asked: list[str]
    holds: tuple[str, ...]

    def __bool__(self) -> bool:
        return True


def _asking(name: str) -> Callable[..., Any]:
    answer = getattr(str, name)

    def ask(self: Mark, *args: Any, **kwargs: Any) -> Any:
        if name != "__contains__" or args[0] not in self.holds:
            self.asked.append(name)
            return answer(self, *args, **kwargs)
        return True

    return ask


_COMPARING = {"__eq__", "__ge__", "__gt__", "__hash__", "__le__", "__lt__", "__ne__"}
for _one in sorted(({*dir(str)} - {*dir(object)} - {"encode"}) | _COMPARING):
    setattr(Mark, _one, _asking(_one))


def sign(name: str) -> str:
    """What stands for the value of that name, with all that a theme could escape in it."""
    return f"{_NAME}{name}0{_SIGNS}{_NAME}{name}1"


def mark(value: str, asked: list[str], *holds: str) -> Mark:
    """A value with signs in it, for a theme."""
    made = Mark(value)
    made.asked, made.holds = asked, holds
    return made


@contextmanager
def watched(env: Environment, asked: list[str], here: Page) -> Iterator[None]:
    """Has the filters of an environment tell which marks they get; those that make addresses make
    them as seen from the page `here`."""
    known = dict(env.filters)
    for name, one in known.items():
        env.filters[name] = _watched(name, one, asked, here)
    try:
        yield
    finally:
        env.filters.update(known)


def _watched(
    name: str, filtered: Callable[..., Any], asked: list[str], here: Page
) -> Callable[..., Any]:
    @wraps(filtered)
    def watching(*args: Any, **kwargs: Any) -> Any:
        if name in _ADDRESSES:
            context, *rest = args
            args = ({"page": here, "base_url": context["base_url"]}, *rest)
        elif name not in _WRITING and any(isinstance(one, Mark) for one in args):
            asked.append(name)
        return filtered(*args, **kwargs)

    return watching


Written = Callable[[str], str]


def slots(html: str, env: Environment) -> Iterator[str | tuple[str, Written]]:
    """A page with marks in parts: what is the same on all pages, and the names of the values that
    differ, with what writes each as the theme does. Raises ValueError where that is not known."""
    at = 0
    for found in _FOUND.finditer(html):
        yield _same(html[at : found.start()])
        name = found[1] or found["of"]
        yield name, str if found[1] else _written(name, found[0], env)
        at = found.end()
    yield _same(html[at:])


def is_marked(html: str) -> bool:
    """Whether some value stands in it, or what was left of one."""
    return _NAME in html.lower()


def _same(html: str) -> str:
    if is_marked(html):
        raise ValueError("a value was changed on its way into the page")
    return html


def _written(name: str, found: str, env: Environment) -> Written:
    for form in FORMS:
        write = _writing(form, env)
        before, same, after = write(sign(name)).partition(found)
        if same:
            if form == FORMS[0]:
                return str
            return partial(_between, write, len(before), len(after))
    raise ValueError(f"the {name} is written in another way")


def _between(write: Written, before: int, after: int, value: str) -> str:
    written = write(value)
    return written[before : len(written) - after]


def _writing(form: str, env: Environment) -> Written:
    template = env.from_string(f"{{{{ value | {form} }}}}")
    return lambda value: template.render(value=value)
