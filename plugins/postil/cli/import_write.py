"""Writes what an import brought, below the folder of annotations and nowhere else."""

from __future__ import annotations

from pathlib import Path

from postil.save import create, save
from postil.site.imports.outcomes import Plan


def write(root: Path, annotations: str, plan: Plan) -> None:
    """Write the files of a plan, each as a whole or not at all.

    Raises OSError, FileExistsError where a new file is there by now, and PermissionError where a
    folder is a link that leads elsewhere: what stands there is not this site's.
    """
    folder = root / annotations
    folder.mkdir(parents=True, exist_ok=True)
    inside = folder.resolve()
    if not inside.is_relative_to(root.resolve()):
        raise PermissionError(0, f"{annotations} leads out of the site")
    for path, content in plan.files.items():
        file = root / path
        file.parent.mkdir(exist_ok=True)
        if not file.parent.resolve().is_relative_to(inside):
            raise PermissionError(0, f"{file.parent.name} leads out of {annotations}")
        if path in plan.appended:
            if file.is_symlink() and not file.resolve().is_relative_to(inside):
                raise PermissionError(0, f"{path} leads out of {annotations}")
            before = content[: plan.appended[path]]
            if before or file.exists():
                save(file, content, before)
            else:
                create(file, content)
        else:
            create(file, content)
