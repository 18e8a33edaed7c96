"""Which files of `annotations/` are read, and which are not."""

from __future__ import annotations

from dataclasses import dataclass, field
from pathlib import Path

from postil.model.diagnostic import Diagnostic
from postil.model.place import Place
from postil.read.files import outside, path_of, special
from postil.read.listing import DEVICES, Entry, entries
from postil.read.words import shown

YAML = frozenset({".yml", ".yaml"})
SHARED = ("sources", "contributors")
"""Files of `annotations/` that belong to no text."""

FORMS = frozenset({".bib", ".json"})
"""Files of `annotations/` that hold sources, whatever their names; so do those of the folder
`sources`."""

LINKS = "links.json"
"""What came of opening the addresses of sources; a command writes it."""


@dataclass(frozen=True, slots=True)
class AnnotationFile:
    """A file of annotations in `parent`, its path below the root of the site, and the slug of their
    text."""

    slug: str
    parent: Path
    path: str

    @property
    def file(self) -> Path:
        """Where it is."""
        return self.parent / self.path[self.path.rfind("/") + 1 :]


@dataclass(slots=True)
class SharedFiles:
    """The files of `annotations/` that belong to no text."""

    sources: list[Path] = field(default_factory=list)
    contributors: Path | None = None
    links: Path | None = None


def is_inside(folder: Path, root: Path, problems: list[Diagnostic]) -> bool:
    """Whether a folder is below the root, links followed; notes it where it is not."""
    try:
        if folder.resolve().is_relative_to(root.resolve()):
            return True
        message = "the folder leads out of the site"
    except (OSError, RuntimeError):
        message = "the folder is a link that leads to itself"
    problems.append(
        Diagnostic("file-outside", message, Place(path_of(folder, root)), "make it a real folder")
    )
    return False


def find_annotations(
    folder: Path, root: Path, problems: list[Diagnostic]
) -> tuple[list[AnnotationFile], SharedFiles, int]:
    """The files of annotations, those that belong to no text, and how many files were refused."""
    files: list[AnnotationFile] = []
    shared = SharedFiles()
    before = len(problems)
    for one in entries(folder, root, folder, problems):
        if one.is_folder:
            _sort_folder(one, root, files, shared, problems)
        elif one.name == LINKS:
            shared.links = one.file
        elif one.suffix in FORMS:
            shared.sources.append(one.file)
        elif _is_yaml(one, problems):
            _sort_in(one, files, shared, problems)
    # The list that a person writes comes first, and is the one whose ids stand.
    shared.sources.sort(key=lambda file: (file.suffix not in YAML, path_of(file, root)))
    refused = {"file-outside", "file-unreadable"}
    lost = sum(problem.code in refused for problem in problems[before:])
    return sorted(files, key=lambda one: one.path), shared, lost


def annotations_of(
    slug: str, folder: Path, root: Path, problems: list[Diagnostic]
) -> list[AnnotationFile] | None:
    """The files of annotations of one text; None where that is a question of what else stands in
    the `folder` of annotations."""
    files: list[AnnotationFile] = []
    for name in (slug, *(f"{slug}{suffix}" for suffix in sorted(YAML))):
        file = folder / name
        if not (file.exists() or file.is_symlink()):
            continue
        if outside(file, folder, root) or special(file, root):
            return None
        one = Entry(folder, name, path_of(file, root), file.is_dir(), file.is_symlink())
        if one.is_folder is not (name == slug):
            return None
        if one.is_folder:
            _sort_folder(one, root, files, SharedFiles(), problems)
        else:
            files.append(AnnotationFile(slug, folder, one.path))
    return sorted(files, key=lambda one: one.path)


def _sort_folder(
    one: Entry,
    root: Path,
    files: list[AnnotationFile],
    shared: SharedFiles,
    problems: list[Diagnostic],
) -> None:
    """Puts the files of a folder of `annotations/` where they belong."""
    for inner in entries(one.file, root, one.parent, problems):
        if inner.is_folder:
            hint = "annotations stand one folder deep"
            unknown(inner, "this folder is not read", hint, problems)
        elif one.name == "sources" and inner.suffix in FORMS:
            shared.sources.append(inner.file)
        elif not _is_yaml(inner, problems):
            continue
        elif one.name == "sources":
            shared.sources.append(inner.file)
        else:
            files.append(AnnotationFile(one.name, inner.parent, inner.path))


def _sort_in(
    one: Entry, files: list[AnnotationFile], shared: SharedFiles, problems: list[Diagnostic]
) -> None:
    """Puts a YAML file of `annotations/` where it belongs."""
    if one.stem not in SHARED:
        files.append(AnnotationFile(one.stem, one.parent, one.path))
        return
    first = next((file for file in shared.sources if file.stem == one.stem), None)
    if one.stem == "contributors":
        first = shared.contributors
    if first is not None and first.suffix in YAML:
        message = f"{shown(first.name)} exists already, and this is not read"
        unknown(one, message, "put everything into one file", problems)
    elif one.stem == "contributors":
        shared.contributors = one.file
    else:
        shared.sources.append(one.file)


def file_of(id: str) -> str:
    """The name of the file for a new thing of that id; the id itself stands in the file."""
    return f"{id}-note.yml" if id in DEVICES else f"{id}.yml"


def _is_yaml(one: Entry, problems: list[Diagnostic]) -> bool:
    if one.suffix in YAML:
        return True
    hint = "the name of a file of annotations ends in “.yml”"
    if one.suffix in FORMS:
        hint = "lists of sources stand beside the folders of annotations, or in “sources”"
    unknown(one, f"{shown(one.name)} is not read", hint, problems)
    return False


def unknown(one: Entry, message: str, hint: str, problems: list[Diagnostic]) -> None:
    """Note a file that is not read."""
    problems.append(Diagnostic("file-unknown", message, Place(one.path), hint))
