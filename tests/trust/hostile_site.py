"""A site in which every field that a contribution has holds hostile words, or harmless ones."""

from __future__ import annotations

import json
import re
from collections.abc import Mapping, Sequence
from html.parser import HTMLParser
from itertools import cycle, islice
from pathlib import Path
from typing import Any

from postil.model.fields.contributor import CONTRIBUTOR
from postil.model.fields.field import Field, Form
from postil.model.fields.source import SOURCE
from postil.model.fields.text import TEXT
from postil.model.fields.work import TYPES
from postil.read.files import CONTROL

GROUP = 8
"""Payloads that share a text; each has a note, a source and a contributor of its own."""
CONFIGURATION: dict[str, Any] = {
    "site_name": "A site",
    "site_description": "What it is.",
    # Feeds, pictures of pages and data for search engines need it; nobody is there.
    "site_url": "https://site.example/",
    "theme": {
        "name": "material",
        "font": False,
        "features": ["navigation.instant", "content.tooltips", "search.highlight", "toc.follow"],
        "palette": [
            {"scheme": "default", "toggle": {"icon": "material/weather-night", "name": "Dark"}},
            {"scheme": "slate", "toggle": {"icon": "material/weather-sunny", "name": "Light"}},
        ],
    },
    "plugins": [
        "search",
        "tags",
        {"postil": {"publisher": {"name": "The editors"}, "cards": "pages"}},
    ],
    # What lets authors set attributes, and what makes most of a little Markdown.
    "markdown_extensions": [
        *("abbr", "admonition", "attr_list", "def_list", "footnotes", "md_in_html", "tables"),
        *("pymdownx.details", "pymdownx.highlight", "pymdownx.tasklist", "pymdownx.mark"),
        {
            "pymdownx.superfences": {
                "custom_fences": [{"name": "mermaid", "class": "mermaid"}],
            }
        },
        {"pymdownx.tabbed": {"alternate_style": True}},
        {"toc": {"permalink": True}},
    ],
}
CONTEXTS = (
    *("{}", "# {}", "## Words {{: {} }}", "> {}", "- {}", "1. {}\n   {}", "Words `{}` words."),
    *("[{}](https://e.example)", "[words]({})", "![{}](a.png)", "![words]({})", "<{}>"),
    *('[words](https://e.example "{}")', "| {} | words |\n|---|---|\n| words | {} |"),
    *("*{}*", "**{}** words", "[^{}]: {}", '!!! note "{}"\n    {}', "Words\n:   {}", "    {}"),
    *("Words {{: title='{}' class=\"{}\" }}", "```{}\n{}\n```", "words\n{{: {} }}", "&{};"),
    *('<p title="{}">words</p>', "<p {}>words</p>", "<{}>words</{}>", "<!-- {} -->"),
)
"""How Markdown of a text can hold words: two of these for each, in turn."""


def quoted(value: str) -> str:
    """As a YAML string: any characters, but for those that it cannot have at all."""
    written = json.dumps(value, ensure_ascii=False)
    return re.sub(
        r"[\x7f-\x9f\u2028\u2029\ufeff\ufffe\uffff]", lambda one: f"\\u{ord(one[0]):04x}", written
    )


def write_site(root: Path, payloads: Sequence[str], **config: Any) -> None:
    """Writes a site with each of the payloads in every field; JSON is YAML.

    A file that holds a control is not read. Payloads with one have such a file of their own, a
    note; in files that they share with others they stand without it.
    """
    files: dict[str, str] = {"mkdocs.yml": json.dumps({**CONFIGURATION, **config})}
    groups = [payloads[at : at + GROUP] for at in range(0, len(payloads), GROUP)]
    people: list[str] = []
    bibtex: list[str] = []
    items: list[dict[str, Any]] = []
    for group, words in enumerate(groups):
        slug = f"text-{group}"
        files[f"content/{slug}/index.md"] = _text(list(map(_shared, words)), group * GROUP)
        for number, whole in enumerate(words, group * GROUP):
            name = f"annotations/{slug}/note-{number}.yml"
            files[name] = _mapping(_note(whole, number, len(payloads)))
            payload = _shared(whole)
            source = f"annotations/sources/a-{group // 4}.yml"
            files[source] = files.get(source, "") + f"- {_mapping(_source(payload, number))}\n"
            people.append(f"- {_mapping(_fields(CONTRIBUTOR.fields, payload, number))}")
            bibtex.append(bibtex_entry(payload, number))
            items.append(csl_item(payload, number))
    files["annotations/sources/b.bib"] = "\n".join(bibtex)
    files["annotations/sources/c.json"] = json.dumps(items)
    files["annotations/links.json"] = json.dumps([_link(_shared(one)) for one in payloads])
    files["annotations/contributors.yml"] = "\n".join(people)
    embeds = "\n\n".join(f"<!-- postil: note text-0/note-{number} -->" for number in range(GROUP))
    files["docs/index.md"] = (
        f"# Home\n\n{embeds}\n\n<!-- postil: changes -->\n\n<!-- postil: open -->\n\n"
        "<!-- postil: explainers -->\n"
    )
    files["docs/tags.md"] = "# Tags\n\n<!-- material/tags -->\n"
    for path, content in files.items():
        (root / path).parent.mkdir(parents=True, exist_ok=True)
        (root / path).write_text(content, encoding="utf-8", errors="surrogatepass", newline="")


def _shared(payload: str) -> str:
    return CONTROL.sub("", payload)


def _mapping(fields: Mapping[str, Any]) -> str:
    """A mapping of YAML in one line."""
    return "{" + ", ".join(f"{quoted(key)}: {_value(one)}" for key, one in fields.items()) + "}"


def _value(value: Any) -> str:
    if isinstance(value, str):
        return quoted(value)
    if isinstance(value, Mapping):
        return _mapping(value)
    if isinstance(value, list):
        return "[" + ", ".join(map(_value, value)) + "]"
    return json.dumps(value)


def _text(words: Sequence[str], first: int) -> str:
    """A text whose passages stand before anything that could swallow them."""
    passages = "\n\n".join(f"Passage {first + number} stands here." for number in range(len(words)))
    turned = islice(cycle(words), first // GROUP % len(words), None)
    whole = " ".join(words)
    front = {
        "title": whole,
        "description": whole,
        "tags": list(words[:2]),
        **{name: next(turned) for name in ("author", "status", "subtitle", "icon", "template")},
        "hide": [next(turned)],
        "search": {"boost": next(turned)},
        "x-own": next(turned),
        "text": {
            **{one.name: _filled(one, next(turned), first) for one in TEXT.fields},
            "sha256": "",
            "language": "en",
            "direction": "",
            "relation": "examined",
        },
    }
    lines = [f"{quoted(key)}: {_value(value)}" for key, value in front.items()]
    shapes = islice(cycle(CONTEXTS), 2 * first, None)
    marked = [
        next(shapes).replace("{}", one).replace("{{", "{").replace("}}", "}")
        for one in words
        for _ in range(2)
    ]
    marked = [one for one in marked if _is_read(one)]
    return "---\n{}\n---\n\n{}\n\n{}\n".format("\n".join(lines), passages, "\n\n".join(marked))


def _is_read(markdown: str) -> bool:
    """Whether MkDocs can read it: at what it cannot, a build ends (`text-unrendered`)."""
    parser = HTMLParser()
    try:
        parser.feed(markdown)
        parser.close()
    except AssertionError:
        return False
    return True


def _note(payload: str, number: int, count: int) -> dict[str, Any]:
    other = (number + GROUP) % count
    return {
        "id": f"note-{number}",
        "kind": ("context", "source", "correction")[number % 3],
        "title": payload,
        "target": {"exact": f"Passage {number} stands", "suffix": " here."},
        "verdict": ("contradicted", "supported", "unverified")[number % 3],
        "body": f"{payload}\n\n[words]({payload}) ![{payload}](a.png) `{payload}`\n\n> {payload}",
        "citations": [
            {"source": f"s{number}", "locator": payload, "quote": payload, "supports": payload},
            {"source": f"b{number}", "locator": payload},
            {"source": f"j{number}", "quote": payload},
            {"passage": f"text-{other // GROUP}#note-{other}", "supports": payload},
        ],
        "contributors": [f"person-{number}"],
        "created": "2026-01-01",
        "revisions": [
            {"date": "2026-01-02", "kind": kind, "summary": payload, "before": payload}
            for kind in ("correction", "clarification", "update")
        ],
        "wanted": payload,
        "x-own": payload,
    }


def _source(payload: str, number: int) -> dict[str, Any]:
    fields = _fields(SOURCE.fields, payload, number)
    return {**fields, "id": f"s{number}", "type": TYPES[number % len(TYPES)]}


def _fields(fields: Sequence[Field], payload: str, number: int) -> dict[str, Any]:
    known = {"id": f"person-{number}", "kind": "person", "language": "en"}
    return {one.name: known.get(one.name) or _filled(one, payload, number) for one in fields}


def _filled(field: Field, payload: str, number: int) -> Any:
    """A value for a field, hostile wherever its form lets it be."""
    if field.form is Form.ADDRESS:
        # As it is, and at the end of an address that is one.
        return payload if number % 2 else f"https://e.example/{payload}"
    if field.form in {Form.DATE, Form.DAY, Form.RANGE}:
        return "2026-01-01"
    if field.form is Form.WORD:
        return next(iter(field.words), payload)
    if field.form is Form.FLAG:
        return True
    if field.form is Form.FIELDS:
        return [{"family": payload, "given": payload}, {"literal": payload}]
    return payload


def bibtex_entry(payload: str, number: int) -> str:
    value = payload if payload.count("{") == payload.count("}") else re.sub(r"[{}]", "", payload)
    value = re.sub(r"[\x00-\x08\x0b-\x1f\x7f\x80-\x9f\u2028\u2029\ufeff\ufffe]|[\\@]$", "", value)
    # A sign of an entry at the beginning of a line is taken for one whose forerunner has no end.
    value = re.sub(r"\n\s*@", "@", value.replace("\r", "\n"))
    names = ("title", "author", "publisher", "note", "url", "journal", "abstract", "keywords")
    fields = ",\n".join(f"  {name} = {{{value}}}" for name in names)
    return f"@book{{b{number},\n{fields},\n  year = {{2026}}\n}}\n"


def csl_item(payload: str, number: int) -> dict[str, Any]:
    names = ("title", "publisher", "note", "abstract", "URL", "DOI", "container-title", "genre")
    return {
        "id": f"j{number}",
        "type": "book",
        **dict.fromkeys(names, payload),
        "author": [{"literal": payload}, {"family": payload, "given": payload, "suffix": payload}],
        "issued": {"literal": payload},
    }


def _link(payload: str) -> dict[str, str]:
    return {
        "address": f"https://e.example/{payload}",
        "state": "moved",
        "checked": "2026-01-01",
        "moved_to": payload,
        "archive": f"https://web.archive.org/web/{payload}",
    }
