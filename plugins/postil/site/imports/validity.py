"""Whether the file of an imported note is one that the site would read, and reads the same."""

from __future__ import annotations

from postil.model.annotation import Annotation
from postil.model.diagnostic import Diagnostic, Level
from postil.model.library import Library
from postil.model.settings import Settings
from postil.read import limits
from postil.read.annotations import Known, read_annotations
from postil.read.files import decode
from postil.read.foreign.values import Remark
from postil.read.unique import Ids
from postil.read.yaml_nodes import compose
from postil.site.imports.existing import without_places


class Validity:
    """The rules of one site for files of annotations."""

    def __init__(self, library: Library, settings: Settings) -> None:
        """Know what an annotation of the site can name."""
        self._library = library
        self._settings = settings
        self._kinds = [kind.id for kind in settings.kinds]
        self._verdicts = [verdict.id for verdict in settings.verdicts]
        self._sources = Ids(frozenset(library.sources))

    def faults(self, content: bytes, path: str, annotation: Annotation) -> list[Remark]:
        """What is wrong with the file of `annotation`; none where it reads as that annotation.

        Contributors whom the annotation names count as listed.
        """
        if len(content) > limits.YAML_BYTES:
            why = f"the file would be larger than {limits.YAML_BYTES // 1024} kB"
            return [Remark("file-size", "", why)]
        problems: list[Diagnostic] = []
        read = self._read(content, path, annotation, problems)
        faults = [
            Remark(problem.code, "", problem.message)
            for problem in problems
            if self._settings.level_of(problem.code) is Level.ERROR
        ]
        if not faults and read != [annotation]:
            return [Remark("", "", "the note cannot be written so that it reads the same")]
        return faults

    def _read(
        self, content: bytes, path: str, annotation: Annotation, problems: list[Diagnostic]
    ) -> list[Annotation]:
        text, found = decode(content, path, yaml=True)
        problems += found
        document, found = compose(text, path, text.split("\n")) if text else (None, [])
        problems += found
        if document is None:
            return []
        people = Ids(frozenset((*self._library.contributors, *annotation.contributors)))
        known = Known(self._kinds, self._verdicts, self._sources, people)
        read, _ = read_annotations(document, annotation.text, known, problems)
        return [without_places(one) for one, _ in read]
