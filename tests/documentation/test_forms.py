"""The forms of the forge: valid by its schemas, and asking for what the editorial rules want."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
import yaml

from .kinds import vendored

ROOT = Path(__file__).resolve().parents[2]
FORMS = sorted((ROOT / ".github" / "ISSUE_TEMPLATE").glob("*.yml"))


@pytest.mark.parametrize("form", FORMS, ids=lambda form: form.name)
def test_the_forge_takes_the_form(form: Path) -> None:
    schema = "github-issue-config" if form.name == "config.yml" else "github-issue-forms"
    value = yaml.safe_load(form.read_bytes())
    assert [error.message for error in vendored(schema).iter_errors(value)] == []


def test_every_form_asks_for_what_is_needed() -> None:
    """The address and the words for a note, the steps for a fault; nobody is asked for a name."""
    asked = {
        form.stem: {
            part["id"] for part in yaml.safe_load(form.read_bytes())["body"] if "id" in part
        }
        for form in FORMS
        if form.name != "config.yml"
    }
    assert asked == {
        "error": {"address", "words", "evidence", "change"},
        "note": {"address", "passage", "kind", "finding", "sources"},
        "bug": {"did", "happened", "expected", "versions"},
    }


STARTER = ROOT / "plugins/postil/cli/starter/files"
TEMPLATES = (
    ROOT / ".github/pull_request_template.md",
    STARTER / "dot_github/pull_request_template.md",
    STARTER / "dot_gitlab/merge_request_templates/Default.md",
)


def test_a_pull_request_is_asked_what_the_editorial_rules_want() -> None:
    """Here and on a new site alike; here for the tests as well."""
    asked = [
        re.findall(r"^- \[ \] (.+(?:\n {6}.+)*)", one.read_text("utf-8"), re.M) for one in TEMPLATES
    ]
    here, github, gitlab = asked
    assert github == gitlab == here[: len(github)]
    template = "\n".join(github)
    for word in ("`checked`", "`opinion`", "`revisions`", "`wanted`", "what the evidence shows"):
        assert word in template
    for rule in ("from memory", "no guess at motives", "quotation marks", "invented", "right"):
        assert rule in template
