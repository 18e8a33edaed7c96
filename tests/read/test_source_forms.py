"""One source, written in YAML, CSL-JSON and BibTeX, is one source."""

from __future__ import annotations

import json
import re
import tempfile
from pathlib import Path
from typing import Any

import yaml
from hypothesis import given, settings
from hypothesis import strategies as st

from postil.model.settings import Settings
from postil.model.source import Source
from postil.read.library import read_library

LETTERS = st.characters(
    codec="utf-8", categories=("L", "N", "P", "S"), exclude_characters="“”„«»‘’‚‹›「」『』\ufeff"
)
WORD = st.text(LETTERS, min_size=1, max_size=8).filter(lambda word: word not in ("and", "others"))
WORDS = st.lists(WORD, min_size=1, max_size=4).map(" ".join)
NAMES = st.lists(
    st.one_of(
        st.fixed_dictionaries({"literal": WORDS}),
        st.fixed_dictionaries(
            {
                "family": st.sampled_from(["Writer", "Łódź", "Öst"]),
                "given": st.sampled_from(["Anna", "B. C.", "Élise"]),
            },
            optional={"non-dropping-particle": st.just("van der"), "suffix": st.just("Jr")},
        ),
    ),
    min_size=1,
    max_size=3,
)
DATES = st.one_of(
    st.dates().map(lambda day: day.isoformat()), st.sampled_from(["2020", "2020-05", "2020/2021"])
)
SOURCES = st.fixed_dictionaries(
    {"title": WORDS},
    optional={
        "author": NAMES,
        "editor": NAMES,
        "container-title": WORDS,
        "publisher": WORDS,
        "volume": st.integers(1, 99).map(str),
        "issued": DATES,
        "accessed": st.dates().map(lambda day: day.isoformat()),
        "URL": st.sampled_from(["https://example.org/a_b?c=%20~d", "http://example.org/#x"]),
        "DOI": st.sampled_from(["10.1000/a_b", "10.1000/182"]),
        "ISBN": st.just("978-0-306-40615-7"),
        "language": st.sampled_from(["fr", "pt-BR"]),
        "note": WORDS,
        "abstract": WORDS,
        # Postil's own.
        "archive": st.just("https://archive.example/1"),
        "archived": st.dates().map(lambda day: day.isoformat()),
        "checked": st.dates().map(lambda day: day.isoformat()),
        "copy": st.sampled_from(["own-page", "repost", "secondary"]),
        "seen": st.sampled_from(["live", "stored", "paper"]),
        "extent": st.sampled_from(["whole", "part"]),
        "excerpt": WORDS,
        "remark": WORDS,
        "link": st.booleans(),
    },
)
OWN = ("archive", "archived", "checked", "copy", "seen", "extent", "excerpt", "remark", "link")
FIELDS = {
    **{"container-title": "journal", "issued": "date", "accessed": "urldate"},
    **{"URL": "url", "DOI": "doi", "ISBN": "isbn"},
}


def as_json(item: dict[str, Any]) -> str:
    """CSL-JSON as programs write it: dates in parts, and Postil's fields under `custom`."""
    found = {key: value for key, value in item.items() if key not in OWN}
    for key in ("issued", "accessed"):
        if key in found:
            ends = [[int(part) for part in end.split("-")] for end in found[key].split("/")]
            found[key] = {"date-parts": ends}
    if own := {key: item[key] for key in OWN if key in item}:
        found["custom"] = own
    return json.dumps([found], indent=1)


def as_bibtex(item: dict[str, Any]) -> str:
    lines = []
    for key, value in item.items():
        if key in ("id", "type"):
            continue
        if isinstance(value, list):
            written = " and ".join(map(as_name, value))
        elif isinstance(value, bool):
            written = str(value).lower()
        elif key in ("URL", "DOI", "archive"):
            written = value
        else:
            written = tex(value)
        lines.append(f"  {FIELDS.get(key, key)} = {{{written}}}")
    return f"@article{{{item['id']},\n" + ",\n".join(lines) + "\n}\n"


def as_name(name: dict[str, str]) -> str:
    if "literal" in name:
        return f"{{{tex(name['literal'])}}}"
    last = " ".join(filter(None, (name.get("non-dropping-particle"), name["family"])))
    return ", ".join(filter(None, (last, name.get("suffix"), name["given"])))


def tex(words: str) -> str:
    """Words with the characters written out that TeX would read otherwise."""
    signs = {"\\": r"\textbackslash{}", "~": r"\textasciitilde{}", "^": r"\^{}"}
    words = re.sub(r"[\\~{}$%&#_]", lambda at: signs.get(at[0], "\\" + at[0]), words)
    return re.sub(r"(?<=[-`'?!])(?=[-`'])", "{}", words)


def read(path: str, text: str) -> Source:
    with tempfile.TemporaryDirectory() as folder:
        for name, content in {"content/.keep": "", path: text}.items():
            file = Path(folder) / name
            file.parent.mkdir(parents=True, exist_ok=True)
            file.write_text(content, encoding="utf-8")
        library = read_library(Path(folder), Settings())
    assert {problem.code for problem in library.diagnostics} <= {"source-unused"}
    return library.sources["one"]


@settings(max_examples=80, deadline=None)
@given(SOURCES)
def test_the_same_source_in_three_forms(fields: dict[str, Any]) -> None:
    item = {"id": "one", "type": "article-journal", **fields}
    written = yaml.safe_dump([item], allow_unicode=True, sort_keys=False)
    forms = {"sources.yml": written, "a.json": as_json(item), "a.bib": as_bibtex(item)}
    found = [read(f"annotations/{path}", text) for path, text in forms.items()]
    one, *others = ([*map(value_of(source), Source.__dataclass_fields__)] for source in found)
    for other in others:
        assert other == one


def value_of(source: Source) -> Any:
    """The values of a source that its form does not change."""

    def value(name: str) -> Any:
        found = getattr(source, name)
        if name == "place":
            return None
        if name == "item":
            return {key: as_ends(part) for key, part in sorted(found.items())}
        return found

    return value


def as_ends(value: Any) -> Any:
    """A date in parts, as ISO 8601."""
    if isinstance(value, dict) and "date-parts" in value:
        ends = ["-".join(f"{part:02}" for part in end) for end in value["date-parts"]]
        return "/".join(end.zfill(10) if end.count("-") == 2 else end for end in ends)
    return str(value) if isinstance(value, int | float) else value
