"""Which files of a site are read, and which are not."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from pathlib import Path

from postil.model.diagnostic import Diagnostic
from postil.model.place import Place
from postil.read.files import listing, outside, path_of
from postil.read.forms import id_problem
from postil.read.words import listed, shown

YAML = frozenset({".yml", ".yaml"})
SHARED = ("sources", "contributors")
"""Files of `annotations/` that belong to no text."""

FORMS = frozenset({".bib", ".json"})
"""Files of `annotations/` that hold sources, whatever their names; so do those of the folder
`sources`."""

LINKS = "links.json"
"""What came of opening the addresses of sources; a command writes it."""

PUBLISHED = frozenset(
    {".avif", ".csv", ".gif", ".jpeg", ".jpg", ".m4a", ".mp3", ".mp4", ".ogg", ".opus", ".pdf"}
    | {".png", ".txt", ".vtt", ".webm", ".webp"}
)
"""Types of files that are published beside a text: those that cannot run script on the site.
HTML, SVG and XML can, and a contributor's pull request could hold them."""

_RESERVED = frozenset({*SHARED, "index"})
_DEPTH = 8


@dataclass(frozen=True, slots=True)
class TextFile:
    """A file of a text, and the paths of what lies beside it."""

    slug: str
    file: Path
    path: str
    beside: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class AnnotationFile:
    """A file of annotations, and the slug of their text."""

    slug: str
    file: Path
    path: str


@dataclass(slots=True)
class SharedFiles:
    """The files of `annotations/` that belong to no text."""

    sources: list[Path] = field(default_factory=list)
    contributors: Path | None = None
    links: Path | None = None


def is_inside(folder: Path, root: Path, problems: list[Diagnostic]) -> bool:
    """Whether a folder is below the root, links followed; notes it where it is not."""
    if folder.resolve().is_relative_to(root.resolve()):
        return True
    message = "the folder leads out of the site"
    problems.append(
        Diagnostic("file-outside", message, Place(path_of(folder, root)), "make it a real folder")
    )
    return False


def find_texts(
    folder: Path, root: Path, problems: list[Diagnostic]
) -> tuple[list[TextFile], set[str]]:
    """The texts in `content/`: `<slug>.md`, or `<slug>/index.md` with its pictures.

    Also the slugs of those that are there and were refused.
    """
    refused: set[str] = set()
    found: dict[str, TextFile] = {}
    for path in _entries(folder, root, folder, problems):
        slug, file = path.stem, path
        beside: tuple[str, ...] = ()
        if path.is_dir():
            slug, file = path.name, path / "index.md"
            beside = tuple(_beside(path, root, folder, problems))
            if not file.is_file() or outside(file, folder, root):
                if not file.is_symlink():
                    hint = "it holds the text"
                    _unknown(path, root, "the folder has no “index.md”", hint, problems)
                refused.add(slug)
                continue
        elif path.suffix != ".md":
            message = f"{shown(path.name)} is not a text"
            _unknown(path, root, message, "the name of a text ends in “.md”", problems)
            continue
        place = Place(path_of(file, root))
        refused.add(slug)
        if slug in _RESERVED:
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


def find_annotations(
    folder: Path, root: Path, problems: list[Diagnostic]
) -> tuple[list[AnnotationFile], SharedFiles, int]:
    """The files of annotations, those that belong to no text, and how many files were refused."""
    files: list[AnnotationFile] = []
    shared = SharedFiles()
    before = len(problems)
    for path in _entries(folder, root, folder, problems):
        if path.is_dir():
            for file in _entries(path, root, folder, problems):
                if file.is_dir():
                    hint = "annotations stand one folder deep"
                    _unknown(file, root, "this folder is not read", hint, problems)
                elif path.name == "sources" and file.suffix in FORMS and file.is_file():
                    shared.sources.append(file)
                elif not _is_yaml(file, root, problems):
                    continue
                elif path.name == "sources":
                    shared.sources.append(file)
                else:
                    files.append(AnnotationFile(path.name, file, path_of(file, root)))
        elif path.name == LINKS:
            shared.links = path
        elif path.suffix in FORMS and path.is_file():
            shared.sources.append(path)
        elif _is_yaml(path, root, problems):
            _sort_in(path, root, files, shared, problems)
    # The list that a person writes comes first, and is the one whose ids stand.
    shared.sources.sort(key=lambda file: (file.suffix not in YAML, path_of(file, root)))
    refused = {"file-outside", "file-unreadable"}
    lost = sum(problem.code in refused for problem in problems[before:])
    return sorted(files, key=lambda one: one.path), shared, lost


def _sort_in(
    path: Path,
    root: Path,
    files: list[AnnotationFile],
    shared: SharedFiles,
    problems: list[Diagnostic],
) -> None:
    """Puts a YAML file of `annotations/` where it belongs."""
    if path.stem not in SHARED:
        files.append(AnnotationFile(path.stem, path, path_of(path, root)))
        return
    first = next((file for file in shared.sources if file.stem == path.stem), None)
    if path.stem == "contributors":
        first = shared.contributors
    if first is not None and first.suffix in YAML:
        message = f"{shown(first.name)} exists already, and this is not read"
        _unknown(path, root, message, "put everything into one file", problems)
    elif path.stem == "contributors":
        shared.contributors = path
    else:
        shared.sources.append(path)


def _entries(folder: Path, root: Path, limit: Path, problems: list[Diagnostic]) -> Iterable[Path]:
    """What stands in a folder and may be read."""
    seen: dict[str, Path] = {}
    for path in listing(folder):
        if problem := outside(path, limit, root):
            problems.append(problem)
            continue
        if path.suffix == ".md" and path.stem.upper() in {"README", "LICENSE"}:
            continue
        first = seen.setdefault(path.name.casefold(), path)
        if first is not path:
            message = f"{shown(path.name)} and {shown(first.name)} differ only in capitals"
            place = Place(path_of(path, root))
            problems.append(Diagnostic("name-clash", message, place, "rename one of the two"))
        yield path


def _beside(
    folder: Path, root: Path, limit: Path, problems: list[Diagnostic], depth: int = 0
) -> Iterable[str]:
    for path in _entries(folder, root, limit, problems):
        if path.is_dir():
            if path.is_symlink() or depth == _DEPTH:
                _unknown(path, root, "this folder is not read", "put its files here", problems)
            else:
                yield from _beside(path, root, limit, problems, depth + 1)
        elif path.suffix.lower() in PUBLISHED and path.is_file():
            yield path_of(path, root)
        elif path.suffix == ".md":
            if depth or path.name != "index.md":
                hint = "a folder holds one text, “index.md”"
                _unknown(path, root, f"{shown(path.name)} is not read", hint, problems)
        else:
            problems.append(
                Diagnostic(
                    "file-type",
                    f"{shown(path.name)} is not published: its type is not one of those allowed",
                    Place(path_of(path, root)),
                    f"a picture can be {listed(('PNG', 'JPEG', 'WebP', 'AVIF', 'GIF'))}",
                )
            )


def _is_yaml(file: Path, root: Path, problems: list[Diagnostic]) -> bool:
    if file.suffix in YAML and file.is_file():
        return True
    hint = "the name of a file of annotations ends in “.yml”"
    if file.suffix in FORMS:
        hint = "lists of sources stand beside the folders of annotations, or in “sources”"
    _unknown(file, root, f"{shown(file.name)} is not read", hint, problems)
    return False


def _unknown(file: Path, root: Path, message: str, hint: str, problems: list[Diagnostic]) -> None:
    problems.append(Diagnostic("file-unknown", message, Place(path_of(file, root)), hint))
