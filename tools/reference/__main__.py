"""Writes the pages of the reference, the schemas that ship and the workflows that are those of a
new site; with --check, says which of them are out of date."""

from __future__ import annotations

import sys
from pathlib import Path

from tools.reference.commands import commands_page
from tools.reference.configuration import configuration_page
from tools.reference.core import python_page
from tools.reference.diagnostics import diagnostics_page
from tools.reference.files import files_page
from tools.reference.script_and_style import script_and_style_page
from tools.reference.workflows import workflows

from postil.model.settings import Settings
from postil.publish.schema import SCHEMAS, file_name, written

ROOT = Path(__file__).resolve().parents[2]
FOLDER = ROOT / "docs" / "reference"
SHIPPED = ROOT / "plugins" / "postil" / "publish" / "schemas"
PAGES = {
    "commands.md": commands_page,
    "configuration.md": configuration_page,
    "diagnostics.md": diagnostics_page,
    "files.md": files_page,
    "javascript-and-css.md": script_and_style_page,
    "python.md": python_page,
}


def main() -> None:
    """Writes every page that is not as it should be; with --check only names it, and fails."""
    checking = sys.argv[1:] == ["--check"]
    stale = []
    files = {FOLDER / name: page(ROOT) for name, page in PAGES.items()}
    files |= {SHIPPED / file_name(name): written(name, Settings()) for name in SCHEMAS}
    files |= {ROOT / path: text for path, text in workflows().items()}
    for path, content in files.items():
        if not path.is_file() or path.read_text(encoding="utf-8") != content:
            stale.append(path.relative_to(ROOT).as_posix())
            if not checking:
                path.write_text(content, encoding="utf-8")
    for path_name in stale:
        print(f"{path_name} {'is out of date; run make reference' if checking else 'is written'}")
    sys.exit(1 if checking and stale else 0)


if __name__ == "__main__":
    main()
