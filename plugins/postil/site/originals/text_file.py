"""The file of a text that is made from a document."""

from __future__ import annotations

import re
from dataclasses import dataclass, field, fields, replace
from functools import lru_cache
from pathlib import PurePath

from postil.model.diagnostic import Diagnostic
from postil.model.text import Provenance
from postil.publish.yaml_text import front_matter_yaml
from postil.read.forms import id_from, language_problem
from postil.read.originals.original import Original, OriginalError
from postil.read.settings import HostConfig
from postil.read.texts import read_text_file
from postil.render.visible import read_visible
from postil.site.markdown import renderer_of
from postil.site.originals.written import markdown_of
from postil.site.pin import hash_of


@dataclass(frozen=True, slots=True)
class Wishes:
    """What somebody wants of a new text. What is empty is taken from the document."""

    slug: str = ""
    title: str = ""
    provenance: Provenance = field(default_factory=Provenance)
    pin: bool = False


@dataclass(frozen=True, slots=True)
class TextFile:
    """A new text: its slug, its file, how many words it has, what there is to say of it, and what
    is wrong with what was wished."""

    slug: str
    content: str
    words: int
    remarks: tuple[str, ...]
    problems: tuple[Diagnostic, ...]


def text_file(original: Original, name: str, wishes: Wishes, host: HostConfig) -> TextFile:
    """The file that is made from a document of a name. Raises OriginalError."""
    remarks = list(original.remarks)
    title, description, own = original.title, "", Provenance()
    if original.markdown:
        original, title, description, own = _front_matter(original, name, remarks)
    if original.language and not language_problem(original.language):
        own = replace(own, language=own.language or original.language)
    provenance = _merged(own, wishes.provenance)
    renderer = renderer_of(host)
    notes = "footnotes" in host.markdown_extensions
    # What was rendered last is what is taken, and large documents take seconds.
    render = lru_cache(maxsize=1)(renderer.render)
    most = host.settings.limits.text
    markdown = markdown_of(original, render, provenance.url, notes, most)
    if original.markdown and markdown.strip() != original.markdown.strip():
        remarks.append(
            "it was written anew: it holds HTML, pictures or links that a text here cannot have"
        )
    visible = read_visible(render(markdown))
    headings = (heading.words for heading in visible.headings)
    stem = PurePath(name).stem if name != "-" else ""
    title = wishes.title or title or " ".join(next(headings, "").split()) or _spoken(stem)
    slug = wishes.slug or id_from(title if stem in ("", "index") else stem) or id_from(title)
    if not title or not slug:
        raise OriginalError("nothing tells what it is called; name it with --title and --slug")
    if wishes.pin:
        provenance = replace(provenance, sha256=hash_of(visible.text))
    content = f"{front_matter_yaml(title, description, provenance, slug)}\n{markdown}"
    problems: list[Diagnostic] = []
    read_text_file(content, slug, f"{host.settings.content}/{slug}.md", (), problems)
    return TextFile(slug, content, len(visible.text.split()), tuple(remarks), tuple(problems))


def _front_matter(
    original: Original, name: str, remarks: list[str]
) -> tuple[Original, str, str, Provenance]:
    """A document of Markdown without its front matter, and what that says."""
    problems: list[Diagnostic] = []
    text = read_text_file(original.markdown, "", name, (), problems, trusted=True)
    for problem in problems:
        if problem.code == "front-matter":
            raise OriginalError(problem.message)
        if problem.code != "field-missing":
            remarks.append(f"in its front matter, {problem.message}")
    known = {"title", "description", "text"}
    left = ", ".join(str(key) for key in text.meta if key not in known)
    if left:
        remarks.append(f"of its front matter, {left} was left out")
    without_hash = replace(text.provenance, sha256="")
    return replace(original, markdown=text.markdown), text.title, text.description, without_hash


def _merged(own: Provenance, wished: Provenance) -> Provenance:
    """What was wished, and what the document says where nothing was."""
    usual = Provenance()
    given = {
        one.name: getattr(wished, one.name)
        for one in fields(Provenance)
        if getattr(wished, one.name) != getattr(usual, one.name)
    }
    return replace(own, **given)


def _spoken(stem: str) -> str:
    return re.sub(r"[-_\s]+", " ", stem).strip().capitalize()
