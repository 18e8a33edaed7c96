"""Which files of `content/` are read and published, and which are not."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

from postil.model.diagnostic import Diagnostic
from postil.model.pickled import quickly_pickled
from postil.model.place import Place
from postil.read.files import outside, unreadable
from postil.read.folders import SHARED, unknown
from postil.read.forms import id_problem
from postil.read.listing import Entry, entries
from postil.read.words import listed, shown

PUBLISHED = frozenset(
    {".avif", ".csv", ".gif", ".jpeg", ".jpg", ".m4a", ".mp3", ".mp4", ".ogg", ".opus", ".pdf"}
    | {".png", ".txt", ".vtt", ".webm", ".webp"}
)
"""Types of files that are published beside a text: those that cannot run script on the site.
HTML, SVG and XML can, and a contributor's pull request could hold them."""

RESERVED = frozenset({*SHARED, "index"})
_DEPTH = 8


@quickly_pickled
@dataclass(frozen=True, slots=True)
class TextFile:
    """A file of a text, and the paths of what lies beside it."""

    slug: str
    file: Path
    path: str
    beside: tuple[str, ...] = ()


def find_texts(
    folder: Path, root: Path, problems: list[Diagnostic]
) -> tuple[list[TextFile], set[str]]:
    """The texts in `content/`: `<slug>.md`, or `<slug>/index.md` with its pictures.

    Also the slugs of those that are there and were refused.
    """
    refused: set[str] = set()
    found: dict[str, TextFile] = {}
    for one in entries(folder, root, folder, problems):
        slug, file, path = one.stem, one.file, one.path
        beside: tuple[str, ...] = ()
        if one.is_folder:
            slug, file, path = one.name, one.file / "index.md", f"{one.path}/index.md"
            beside = tuple(_beside(one, root, folder, problems))
            try:
                there = file.is_file()
            except OSError as error:
                problems.append(unreadable(Place(one.path), error))
                refused.add(slug)
                continue
            if not there or outside(file, folder, root):
                if not file.is_symlink():
                    hint = "it holds the text"
                    unknown(one, "the folder has no “index.md”", hint, problems)
                refused.add(slug)
                continue
        elif one.suffix != ".md":
            message = f"{shown(one.name)} is not a text"
            unknown(one, message, "the name of a text ends in “.md”", problems)
            continue
        place = Place(path)
        refused.add(slug)
        if slug in RESERVED:
            message = f"a text cannot have the name {shown(slug)}, which Postil uses itself"
            problems.append(Diagnostic("name-form", message, place, "rename it"))
        elif problem := id_problem(slug):
            message = f"the name {shown(slug)} {problem[0]}"
            problems.append(Diagnostic("name-form", message, place, problem[1]))
        elif slug in found:
            message = f"the text {shown(slug)} exists already, in {found[slug].path}"
            hint = "keep one of the two files"
            problems.append(Diagnostic("text-duplicate", message, place, hint))
        else:
            found[slug] = TextFile(slug, file, place.path, beside)
    texts = sorted(found.values(), key=lambda text: text.path)
    return texts, refused - found.keys()


def _beside(
    folder: Entry, root: Path, limit: Path, problems: list[Diagnostic], depth: int = 0
) -> Iterable[str]:
    for one in entries(folder.file, root, limit, problems):
        if one.is_folder:
            if one.is_link or depth == _DEPTH:
                unknown(one, "this folder is not read", "put its files here", problems)
            else:
                yield from _beside(one, root, limit, problems, depth + 1)
        elif one.suffix.lower() in PUBLISHED:
            yield one.path
        elif one.suffix == ".md":
            if depth or one.name != "index.md":
                hint = "a folder holds one text, “index.md”"
                unknown(one, f"{shown(one.name)} is not read", hint, problems)
        else:
            problems.append(
                Diagnostic(
                    "file-type",
                    f"{shown(one.name)} is not published: its type is not one of those allowed",
                    Place(one.path),
                    f"a picture can be {listed(('PNG', 'JPEG', 'WebP', 'AVIF', 'GIF'))}",
                )
            )
