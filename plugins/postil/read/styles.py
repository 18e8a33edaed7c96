"""The citation style that a site chooses: a CSL file that cannot do harm.

A style is a program: its macros call each other. https://docs.citationstyles.org
"""

from __future__ import annotations

from pathlib import Path
from xml.etree import ElementTree
from xml.parsers import expat

from postil.model.diagnostic import Diagnostic
from postil.model.place import Place
from postil.model.settings import STYLES
from postil.read import limits
from postil.read.files import Content, content_of
from postil.read.style_schema import schema_problems
from postil.read.words import shown

CSL = "{http://purl.org/net/xbiblio/csl}"


def read_style(root: Path, style: str, problems: list[Diagnostic]) -> str:
    """The XML of the style that the settings name; empty for one that ships, and for one that
    cannot be used."""
    content = style_content(root, style)
    if content is None:
        return ""
    text, found = style_in(content)
    problems.extend(found)
    return text


def style_content(root: Path, style: str) -> Content | None:
    """What is in the file of a style; None for one that ships."""
    if style in STYLES:
        return None
    file, place = root / style, Place(style)
    if not file.is_file():
        message = f"the citation style {shown(style)} does not exist"
        hint = "make it, or name the right one in the settings"
        return Content(style, b"", Diagnostic("style-form", message, place, hint))
    if not file.resolve().is_relative_to(root.resolve()):
        message = f"the path {shown(style)} leads out of the site"
        problem = Diagnostic("file-outside", message, place, "put the file itself there")
        return Content(style, b"", problem)
    return content_of(file, style, limits.STYLE_BYTES)


def style_in(content: Content) -> tuple[str, list[Diagnostic]]:
    """The XML of a style, empty for one that cannot be used, and what is wrong with it."""
    text, found = content.text()
    if text is not None:
        found = style_problems(text, content.path)
    return "" if found or text is None else text, found


def style_problems(text: str, path: str) -> list[Diagnostic]:
    """What is wrong with a style, the first thing that makes it useless."""
    if problem := _xml_problem(text, path):
        return [problem]
    root = ElementTree.fromstring(text)  # noqa: S314 - without entities, as was just checked
    if root.tag != f"{CSL}style":
        hint = "styles are at https://citationstyles.org"
        return [_wrong("the file is XML, and no CSL style", path, 1, 1, hint)]
    parent = root.find(f"{CSL}info/{CSL}link[@rel='independent-parent']")
    if parent is not None:
        hint = f"take that style itself: {shown(parent.get('href', ''))}"
        return [_wrong("the style is only another name for one that it names", path, 1, 1, hint)]
    if found := schema_problems(text):
        return [
            _wrong(f"the style is not CSL 1.0: {message}", path, line, 1) for line, message in found
        ]
    if root.find(f"{CSL}bibliography") is None:
        hint = "choose one that has, such as its variant “with bibliography”"
        return [_wrong("the style has no bibliography, only notes", path, 1, 1, hint)]
    if message := _macro_problem(root):
        return [_wrong(message, path, 1, 1, "see that no macro calls itself, or many others")]
    return []


def _wrong(message: str, path: str, line: int, column: int, hint: str = "") -> Diagnostic:
    return Diagnostic("style-form", message, Place(path, line, column), hint)


class _RefusedError(Exception):
    """The file holds what a style needs not: the message."""


def _xml_problem(text: str, path: str) -> Diagnostic | None:
    """What is wrong with a file that is no XML, or XML that could name other files or never end."""
    parser = expat.ParserCreate("utf-8")
    depth = 0

    def refuse(*_: object) -> None:
        raise _RefusedError("the style declares a document type, which could name other files")

    def start(*_: object) -> None:
        nonlocal depth
        depth += 1
        if depth > limits.STYLE_DEPTH:
            raise _RefusedError("elements stand within elements too deeply")

    def end(*_: object) -> None:
        nonlocal depth
        depth -= 1

    parser.StartDoctypeDeclHandler = refuse
    parser.StartElementHandler = start
    parser.EndElementHandler = end
    try:
        parser.Parse(text.encode(), True)
    except expat.ExpatError as error:
        message = f"the file is not XML: {expat.ErrorString(error.code)}"
        return _wrong(message, path, error.lineno, error.offset + 1)
    except _RefusedError as error:
        line, column = parser.CurrentLineNumber, parser.CurrentColumnNumber + 1
        return _wrong(str(error), path, line, column, "take it out")
    return None


def _macro_problem(root: ElementTree.Element) -> str | None:
    """Macros that call themselves, or so many others that one reference takes too long."""
    macros = {macro.get("name", ""): macro for macro in root.iter(f"{CSL}macro")}
    steps: dict[str, int] = {}
    open_: set[str] = set()

    def count(element: ElementTree.Element) -> int:
        name = element.get("macro")
        total = 1 + sum(map(count, element))
        return total + (called(name) if name in macros else 0)

    def called(name: str) -> int:
        if name in open_:
            raise _RefusedError(f"the macro {shown(name)} calls itself")
        if name not in steps:
            open_.add(name)
            steps[name] = min(count(macros[name]), limits.STYLE_STEPS + 1)
            open_.discard(name)
        return steps[name]

    try:
        total = max(map(called, macros), default=0)
        total = max(total, *(count(part) for part in root.iterfind(f"{CSL}bibliography")))
    except _RefusedError as error:
        return str(error)
    except RecursionError:
        return "macros call macros too deeply"
    return (
        "the style takes too many steps for one reference" if total > limits.STYLE_STEPS else None
    )
