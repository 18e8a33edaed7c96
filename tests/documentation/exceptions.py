"""The commands of the manual that a test cannot run, and those that are meant to find something."""

from __future__ import annotations

CANNOT_RUN = {
    r"^make ": "the commands of this repository: `make test` is what runs this test",
    r"^(?:python3 -m venv |\. \.venv/|pip install )": "would install what this environment has",
    r"^mkdocs serve": "serves until it is stopped",
    r"^git (?:clone|remote|push) ": "needs a repository on a forge",
    r"^postil links": "asks other hosts",
    r"^postil (?:post|receive) ": "asks the forge whose job it runs in",
    r"^rsync ": "sends files to another host",
}
"""Commands by what they begin with, each with the reason why it is not run here."""

FIND_SOMETHING = {
    "docs/how-to/change-a-text.md": [
        ("postil check", 1),
        ("postil reanchor a-sample-notice", 1),
    ],
    "docs/how-to/review.md": [("postil check --against main", 1)],
    "docs/tutorial/index.md": [("postil check", 1)],
}
"""The commands of a page that do not end with 0, each with its exit code, in order."""
