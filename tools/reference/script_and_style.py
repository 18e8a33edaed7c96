"""docs/reference/javascript-and-css.md: what a site's own script and style sheet can rely on."""

from __future__ import annotations

import re
from collections.abc import Iterable
from pathlib import Path

from tools.reference.markup import code, entry, fence, listed, page

_RENDER = "plugins/postil/render"
_ASSETS = f"{_RENDER}/assets"

_EVENTS = {
    "open": ("the frame of a note, a `details` element", "A note was opened.", {"id": "its id"}),
    "close": ("the frame of a note", "A note was closed.", {"id": "its id"}),
    "filter": (
        "the text, `.postil-text`",
        "The notes that are shown changed.",
        {
            "kind": "the kind that was chosen, empty for all",
            "verdict": "the verdict that was chosen, `none` for notes without one, empty for all",
            "by": "the id of the contributor that was chosen, empty for all",
            "shown": "how many notes are shown",
            "total": "how many there are",
        },
    ),
}
_KEYS = {
    ("j", "n"): "Opens the next note.",
    ("k", "p"): "Opens the note before.",
    ("a",): "Writes a note on the words that are selected; without any, the form lets choose them.",
    ("Escape",): "Closes the note, and goes back to its number in the text.",
    ("?",): "Lists these keys, with a switch that turns all of them off but `Escape`.",
}
_ADDRESS = {
    "kind": "shows the notes of a kind, by its id",
    "verdict": "shows the notes with a verdict, by its id; `none` those without one",
    "by": "shows the notes of a contributor, by their id",
    "marks": "`off` leaves the text unmarked",
}
_DATA = {
    "data-postil": "On every element that Postil put around or between the host’s own. On a mark it"
    " holds the ids of its notes, with a space between two.",
    "data-kind": "On the frame of a note: the id of its kind.",
    "data-verdict": "On the frame of a note: the id of its verdict, or `none`.",
    "data-by": "On the frame of a note: the ids of its contributors, with a space between two.",
}
_CLASSES = {
    "postil-explainer": "An explainer: its head, its text and its notes.",
    "postil-text": "The text, with its marks.",
    "postil-mark": "A passage with notes.",
    "postil-ref": "The number after a passage, which links to its note.",
    "postil-note": "A note, with `postil-kind-…` and `postil-line-…` for its kind.",
    "postil-on": "What is lit, because it is pointed at or its note is open.",
    "postil-out": "What is filtered out.",
    "postil-unmarked": "A text whose marks are off.",
}
_VARIABLES = {
    "Type and measure": {
        "--postil-serif": "The type of the text.",
        "--postil-sans": "The type of notes, and of what the site says itself.",
        "--postil-measure": "The width of the text.",
        "--postil-gap": "The space between the text and its margin.",
    },
    "Paper": {
        "--postil-paper": "The page. When printed, it is white.",
        "--postil-ink": "Words.",
        "--postil-soft": "Quieter words, such as those around a note.",
        "--postil-rule": "Lines.",
        "--postil-tint": "How strongly a mark is coloured, as a share of its kind’s colour.",
    },
    "Kinds": {
        "--postil-context": "Notes of the kind context: their line, number and mark.",
        "--postil-source": "The same of the kind source.",
        "--postil-correction": "The same of the kind correction.",
    },
    "Verdicts": {
        "--postil-tone-5": "Verdicts with the rating 5, supported; in the bar of evidence as well.",
        "--postil-tone-4": "Verdicts with the rating 4.",
        "--postil-tone-3": "Verdicts with the rating 3, partly supported.",
        "--postil-tone-2": "Verdicts with the rating 2, unsupported.",
        "--postil-tone-1": "Verdicts with the rating 1, contradicted.",
        "--postil-tone-opinion": "The verdict opinion.",
        "--postil-tone-open": "Other verdicts that rate nothing, such as unverified.",
        "--postil-tone-none": "Notes without a verdict.",
    },
}
_OWN = {"--postil-hue", "--postil-line", "--postil-tone", "--postil-margin"}
"""Variables that the style sheet computes from those; a site has no use for them."""

_INTRODUCTION = """\
An explainer is whole without script. With it, a site’s own script can follow what a reader does,
and a site’s own style sheet can set colours, type and measures anew. [Theme
it](../how-to/theme.md) shows how, and [Read an explainer](../how-to/read.md) says what readers can
do.

The script is one ES module that the site serves itself, with no inline parts, so that a content
security policy of `script-src 'self'` suffices for it.
"""


def script_and_style_page(root: Path) -> str:
    """The page. Raises ValueError where the sources have something that is not told here."""
    script = (root / _ASSETS / "postil.js").read_text(encoding="utf-8")
    styles = {path.name: path.read_text("utf-8") for path in (root / _ASSETS).glob("*.css")}
    events = set(re.findall(r'tell\([^;]*?"([a-z]+)"', script)) | set(
        re.findall(r'\? "(open)" : "(close)"', script)[0]
    )
    _same("events", events, set(_EVENTS))
    variables = {name for names in _VARIABLES.values() for name in names}
    found = {name for style in styles.values() for name in _set_in(style)}
    _same("variables", found, variables | _OWN)
    keys = re.search(r"function keys\(\) \{.*?\n\}", script, re.DOTALL)
    pressed = set(re.findall(r'"([A-Za-z?])"|"(Escape)"', keys[0])) if keys else set()
    _same(
        "keys", {one or other for one, other in pressed}, {one for names in _KEYS for one in names}
    )
    fields = re.findall(r'"([a-z]+)"', re.findall(r"const FIELDS = \[(.*?)\]", script)[0])
    _same("addresses", {*fields, "marks"}, set(_ADDRESS))
    _stand((root / _RENDER).rglob("*.*"), [*_DATA, *_CLASSES])
    return page("JavaScript and CSS", _INTRODUCTION, [*_script(), *_style(styles["postil.css"])])


def _same(what: str, found: set[str], told: set[str]) -> None:
    if found != told:
        raise ValueError(f"{what} of the sources and of the reference differ: {found ^ told}")


def _stand(files: Iterable[Path], names: Iterable[str]) -> None:
    """Raises ValueError for a name that no source has."""
    kinds = {".py", ".html", ".js", ".css"}
    sources = " ".join(file.read_text("utf-8") for file in files if file.suffix in kinds)
    if gone := [name for name in names if name not in sources]:
        raise ValueError(f"no source has {gone}")


def _set_in(style: str) -> set[str]:
    return set(re.findall(r"(--postil-[a-z0-9-]+):", style))


def _script() -> list[str]:
    events = []
    for name, (place, meaning, detail) in _EVENTS.items():
        rows = "\n".join(f"- {code(key)}: {said}" for key, said in detail.items())
        said = f"{meaning} It bubbles from {place}. `detail` holds:\n\n{rows}"
        events.append(entry(code(f"postil:{name}"), said, f"postil-{name}"))
    example = 'document.addEventListener("postil:open", ({ detail }) => console.log(detail.id));'
    keys = "\n".join(entry(listed(names), said) for names, said in _KEYS.items())
    address = "\n".join(entry(code(f"?{name}="), said) for name, said in _ADDRESS.items())
    return [
        "## Events\n",
        "\n".join(events),
        fence(example, "js"),
        "## Keys\n",
        keys,
        "`n` and `p` are Material’s on a page that has a next or a previous one; there, notes"
        " have `j` and `k` alone. No key counts while one types, in a search, or with Ctrl, Alt"
        " or the command key. Whether keys are off is kept in the browser’s `localStorage`, as"
        " `postil-shortcuts`; beside it there are only the drafts of notes, as `postil-drafts`.\n",
        "## The address of a page\n",
        "What a reader chooses stands in the address, so that it can be shared:\n",
        address,
        "A fragment that names a note opens it, whatever is chosen.\n",
    ]


def _style(style: str) -> list[str]:
    root, dark = (
        _block(style, selector) for selector in (":root", r'\[data-md-color-scheme="slate"\]')
    )
    parts = [
        "## Attributes and classes\n",
        "\n".join(entry(code(name), said) for name, said in _DATA.items()),
        "\n".join(entry(code(f".{name}"), said) for name, said in _CLASSES.items()),
        "## Variables\n",
        "Set them in a style sheet of the site. A colour has one value for light and one for dark"
        " pages; words have a contrast of at least 4.5 to 1 with the paper in both, and yours"
        " should.\n",
    ]
    for group, names in _VARIABLES.items():
        parts.append(f"### {group}\n")
        parts.append("\n".join(_variable(name, said, root, dark) for name, said in names.items()))
    return parts


def _variable(name: str, said: str, root: dict[str, str], dark: dict[str, str]) -> str:
    value = f"Default: {code(root[name])}"
    if name in dark:
        value = f"Light: {code(root[name])}; dark: {code(dark[name])}"
    return entry(code(name), f"{said} {value}.", name.removeprefix("--"))


def _block(style: str, selector: str) -> dict[str, str]:
    """The variables that the first block of that selector sets."""
    found = re.search(selector + r"\s*\{([^}]*)\}", style)
    if found is None:
        raise ValueError(f"postil.css has no block {selector}")
    pairs = re.findall(r"(--postil-[a-z0-9-]+):\s*([^;]+);", found[1])
    return {name: " ".join(value.split()) for name, value in pairs}
