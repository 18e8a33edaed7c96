"""What editors know of the files of this site: JSON Schemas, with its own kinds and verdicts."""

from __future__ import annotations

from collections.abc import Iterator

from postil.publish.schema import SCHEMAS, written
from postil.site import export_paths as paths
from postil.site.made_forms import MadeFile
from postil.site.whole import Whole


def schema_files(whole: Whole) -> Iterator[MadeFile]:
    """The schema of each kind of file."""
    for name in SCHEMAS:
        yield MadeFile(paths.schema(name), written(name, whole.settings).encode())
