"""A site in which every field that a contribution has holds hostile words, or harmless ones."""

from __future__ import annotations

import json
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from postil.model.fields.contributor import CONTRIBUTOR
from postil.read.files import CONTROL

from .hostile_fields import GROUP, bibtex_entry, csl_item, fields_of, link, mapping, note, source
from .hostile_text import text

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
        files[f"content/{slug}/index.md"] = text(list(map(_shared, words)), group * GROUP)
        for number, whole in enumerate(words, group * GROUP):
            name = f"annotations/{slug}/note-{number}.yml"
            files[name] = mapping(note(whole, number, len(payloads)))
            payload = _shared(whole)
            path = f"annotations/sources/a-{group // 4}.yml"
            files[path] = files.get(path, "") + f"- {mapping(source(payload, number))}\n"
            people.append(f"- {mapping(fields_of(CONTRIBUTOR.fields, payload, number))}")
            bibtex.append(bibtex_entry(payload, number))
            items.append(csl_item(payload, number))
    files["annotations/sources/b.bib"] = "\n".join(bibtex)
    files["annotations/sources/c.json"] = json.dumps(items)
    files["annotations/links.json"] = json.dumps([link(_shared(one)) for one in payloads])
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
    return CONTROL.sub("", payload) or "-"
