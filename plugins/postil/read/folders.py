"""Which files of `annotations/` are read, and which are not."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable
from dataclasses import dataclass, field
from pathlib import Path

from postil.model.diagnostic import Diagnostic
from postil.model.place import Place
from postil.read.files import listing, outside, path_of, special, unreadable
from postil.read.words import shown

YAML = frozenset({".yml", ".yaml"})
SHARED = ("sources", "contributors")
"""Files of `annotations/` that belong to no text."""

FORMS = frozenset({".bib", ".json"})
"""Files of `annotations/` that hold sources, whatever their names; so do those of the folder
`sources`."""

DEVICES = frozenset(
    {"aux", "con", "nul", "prn"}
    | {f"{port}{number}" for port in ("com", "lpt") for number in range(1, 10)}
)
"""Names that no file can have on Windows, whatever its ending."""

LINKS = "links.json"
"""What came of opening the addresses of sources; a command writes it."""


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
    for path in entries(folder, root, folder, problems):
        if path.is_dir():
            _sort_folder(path, root, folder, files, shared, problems)
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


def annotations_of(
    slug: str, folder: Path, root: Path, problems: list[Diagnostic]
) -> list[AnnotationFile] | None:
    """The files of annotations of one text; None where that is a question of what else stands in
    the `folder` of annotations."""
    files: list[AnnotationFile] = []
    shared = SharedFiles()
    for path in (folder / slug, *(folder / f"{slug}{suffix}" for suffix in sorted(YAML))):
        if not (path.exists() or path.is_symlink()):
            continue
        if outside(path, folder, root) or special(path, root):
            return None
        if path.is_dir() is not (path.name == slug):
            return None
        if path.is_dir():
            _sort_folder(path, root, folder, files, shared, problems)
        else:
            files.append(AnnotationFile(slug, path, path_of(path, root)))
    return sorted(files, key=lambda one: one.path)


def _sort_folder(
    path: Path,
    root: Path,
    folder: Path,
    files: list[AnnotationFile],
    shared: SharedFiles,
    problems: list[Diagnostic],
) -> None:
    """Puts the files of a folder of `annotations/` where they belong."""
    for file in entries(path, root, folder, problems):
        if file.is_dir():
            hint = "annotations stand one folder deep"
            unknown(file, root, "this folder is not read", hint, problems)
        elif path.name == "sources" and file.suffix in FORMS and file.is_file():
            shared.sources.append(file)
        elif not _is_yaml(file, root, problems):
            continue
        elif path.name == "sources":
            shared.sources.append(file)
        else:
            files.append(AnnotationFile(path.name, file, path_of(file, root)))


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
        unknown(path, root, message, "put everything into one file", problems)
    elif path.stem == "contributors":
        shared.contributors = path
    else:
        shared.sources.append(path)


def file_of(id: str) -> str:
    """The name of the file for a new thing of that id; the id itself stands in the file."""
    return f"{id}-note.yml" if id in DEVICES else f"{id}.yml"


def entries(folder: Path, root: Path, limit: Path, problems: list[Diagnostic]) -> Iterable[Path]:
    """What stands in a folder and may be read."""
    seen: dict[str, Path] = {}
    try:
        found = listing(folder)
    except OSError as error:
        problems.append(unreadable(Place(path_of(folder, root)), error))
        return
    for path in found:
        if not _is_written(path.name):
            # Bytes that are no characters: nothing could be printed or linked by that name.
            place = Place(path_of(folder / shown(path.name)[1:-1], root))
            message = f"the name {shown(path.name)} is not in UTF-8"
            problems.append(Diagnostic("file-unreadable", message, place, "rename it"))
            continue
        if problem := outside(path, limit, root) or special(path, root):
            problems.append(problem)
            continue
        if path.suffix == ".md" and path.stem.upper() in {"README", "LICENSE"}:
            continue
        if path.name.partition(".")[0].rstrip().casefold() in DEVICES:
            message = f"Windows keeps the name {shown(path.name)} for a device"
            place = Place(path_of(path, root))
            problems.append(Diagnostic("name-clash", message, place, "rename it"))
        # The same letters may be written in two ways: é, or e and an accent.
        first = seen.setdefault(unicodedata.normalize("NFC", path.name).casefold(), path)
        if first is not path:
            message = (
                f"{shown(path.name)} and {shown(first.name)} differ only in capitals or accents"
            )
            place = Place(path_of(path, root))
            problems.append(Diagnostic("name-clash", message, place, "rename one of the two"))
        yield path


def _is_written(name: str) -> bool:
    try:
        name.encode()
    except UnicodeEncodeError:
        return False
    return True


def _is_yaml(file: Path, root: Path, problems: list[Diagnostic]) -> bool:
    if file.suffix in YAML and file.is_file():
        return True
    hint = "the name of a file of annotations ends in “.yml”"
    if file.suffix in FORMS:
        hint = "lists of sources stand beside the folders of annotations, or in “sources”"
    unknown(file, root, f"{shown(file.name)} is not read", hint, problems)
    return False


def unknown(file: Path, root: Path, message: str, hint: str, problems: list[Diagnostic]) -> None:
    """Note a file that is not read."""
    problems.append(Diagnostic("file-unknown", message, Place(path_of(file, root)), hint))
