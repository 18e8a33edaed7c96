"""The whole way: Markdown, annotations and sources to the HTML of an explainer."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from html.parser import HTMLParser

from fuzz.inputs import parts
from fuzz.marks_out import is_host_with_marks
from fuzz.rules import SETTINGS
from fuzz.targets import body, front_matter, notes
from postil.model.diagnostic import Diagnostic
from postil.model.library import Library
from postil.read.annotations import Known, read_annotations
from postil.read.files import decode
from postil.read.sources import read_sources
from postil.read.texts import read_text_file
from postil.read.unique import Ids, Unique
from postil.read.yaml_nodes import compose
from postil.render.annotate import annotate
from postil.site.explain import explain
from postil.site.markdown import TextRenderer
from postil.site.pages import context_of, page_of_text
from postil.site.summary import summarise

LONGEST = 600
WORDS = (*notes.WORDS, *front_matter.WORDS, *body.WORDS)
_RENDERER = TextRenderer(("toc", "tables", "footnotes", "attr_list", "md_in_html"), {})
_PATHS = ("content/town.md", "annotations/town.yml", "annotations/sources.yml")


def seeds() -> Iterator[bytes]:
    """A text with notes of each kind on it."""
    text = b"# Vote\n\nThe *town* voted in [May](https://example.org).\n\n- One\n- Two\n"
    note = b"id: a\nkind: context\ntitle: T\ntarget: town voted\nbody: It *says*.\n"
    source = b"- {id: s, type: book, title: B, URL: 'https://example.org'}\n"
    yield b"\0".join((text, note + b"citations: [s]\n", source))
    yield b"\0".join((b"---\ntitle: A\n---\n" + text, b"- " + note.replace(b"\n", b"\n  "), source))
    yield b"\0".join((text, note.replace(b"town voted", b"tows voted"), b""))
    yield b"\0".join((text, note + b"draft: true\n", b""))


def check(data: bytes) -> None:
    """Nothing that was read is lost, the original comes back, and no script gets in."""
    texts = [
        decode(one, path, yaml=path.endswith("yml"))[0]
        for one, path in zip(parts(data, 3), _PATHS, strict=True)
    ]
    if None in texts:
        return
    library = _library(*(text or "" for text in texts))
    (text,) = library.texts.values()
    html = _RENDERER.render(text.markdown)
    if "data-postil" in html:
        return
    explained = explain(library, text, html)
    summary = summarise(library, [explained.explainer])
    assert summary.annotations == (
        summary.exact
        + summary.changed
        + summary.ambiguous
        + summary.lost
        + summary.drafts
        + summary.rejected
    )
    context = context_of(library, SETTINGS, "en")
    annotated = annotate(html, explained.visible, explained.explainer.annotations, context)
    assert is_host_with_marks(annotated, html)
    page = page_of_text(explained, library, context)
    assert _Dangers().of(page) <= _Dangers().of(html)


def _library(markdown: str, yaml: str, sources: str) -> Library:
    problems: list[Diagnostic] = []
    text = read_text_file(markdown, "town", _PATHS[0], (), problems)
    document, _ = compose(sources, _PATHS[2], sources.split("\n"))
    works, ids = read_sources(document, problems) if document else ({}, Ids())
    known = Known(
        [kind.id for kind in SETTINGS.kinds], [one.id for one in SETTINGS.verdicts], ids, Ids()
    )
    document, _ = compose(yaml, _PATHS[1], yaml.split("\n"))
    read, left_out = read_annotations(document, "town", known, problems) if document else ([], 1)
    unique = Unique("annotation", problems)
    kept = tuple(note for note, at in read if unique.add(note.id, at))
    rejected = left_out + len(read) - len(kept)
    return Library({"town": text}, {"town": kept}, works, {}, tuple(problems), rejected)


class _Dangers(HTMLParser):
    """What could run in a page, counted."""

    def of(self, html: str) -> Counter[str]:
        self.found: Counter[str] = Counter()
        self.feed(html)
        self.close()
        return self.found

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag in {"script", "iframe", "object", "embed", "base", "meta", "form", "style", "link"}:
            self.found[tag] += 1
        for name, value in attrs:
            if name.startswith("on") or name in {"srcdoc", "style"}:
                self.found[name] += 1
            elif name in {"href", "src", "action", "formaction", "xlink:href"}:
                written = "".join((value or "").split()).lower()
                if written.startswith(("javascript:", "data:", "vbscript:")):
                    self.found[written] += 1
