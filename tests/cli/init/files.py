"""The files that a new site has."""

from __future__ import annotations

from pathlib import Path

COMMON = {
    ".gitignore",
    ".vscode/extensions.json",
    ".vscode/settings.json",
    "README.md",
    "annotations/a-sample-notice/five-days-are-named.yml",
    "annotations/a-sample-notice/seven-in-ten.yml",
    "annotations/a-sample-notice/the-rules-of-the-house.yml",
    "annotations/contributors.yml",
    "annotations/sources.yml",
    "content/a-sample-notice.md",
    "docs/about.md",
    "docs/corrections-policy.md",
    "docs/index.md",
    "mkdocs.yml",
    "requirements.txt",
    "schemas/annotations.json",
    "schemas/contributors.json",
    "schemas/front-matter.json",
    "schemas/sources.json",
}
GITHUB = {
    ".github/CODEOWNERS",
    ".github/ISSUE_TEMPLATE/config.yml",
    ".github/ISSUE_TEMPLATE/note.yml",
    ".github/ISSUE_TEMPLATE/error.yml",
    ".github/dependabot.yml",
    ".github/pull_request_template.md",
    ".github/workflows/check.yml",
    ".github/workflows/links.yml",
    ".github/workflows/pages.yml",
    ".github/workflows/report.yml",
}
GITLAB = {
    ".gitlab-ci.yml",
    ".gitlab/CODEOWNERS",
    ".gitlab/issue_templates/note.md",
    ".gitlab/issue_templates/problem.md",
    ".gitlab/merge_request_templates/Default.md",
}


def written(folder: Path) -> set[str]:
    return {
        path.relative_to(folder).as_posix()
        for path in folder.rglob("*")
        if path.is_file() and ".git" not in path.parts
    }
