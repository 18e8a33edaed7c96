"""The content security policy, as sites are set."""

from __future__ import annotations

import base64
import hashlib
import re
from typing import TYPE_CHECKING

import pytest

from postil.site.policy import inline_of

if TYPE_CHECKING:
    from .conftest import Build

OVERRIDE = """\
{% extends "base.html" %}
{% block extrahead %}
<script>publisher()</script>
<script src="https://stats.example.org/a.js"></script>
{% if page and "speech" in page.url %}<script>sneaked()</script>{% endif %}
{% endblock %}
"""
META = '<meta http-equiv="Content-Security-Policy"'


def hash_of(script: str) -> str:
    return f"'sha256-{base64.b64encode(hashlib.sha256(script.encode()).digest()).decode()}'"


def sources(headers: str, directive: str) -> list[str]:
    found = re.search(rf"[ ;]{directive} ([^;\n]*)", headers)
    return found[1].split() if found else []


def test_what_the_publisher_set_is_allowed_and_nothing_else(build_site: Build) -> None:
    built = build_site(
        {"theme/main.html": OVERRIDE},
        {"csp_also": {"connect-src": "https://stats.example.org"}},
        theme={"name": "material", "font": False, "custom_dir": "theme"},
        extra={"analytics": {"provider": "google", "property": "G-1"}},
        repo_url="https://github.com/owner/name",
    )
    headers = built.page("_headers")
    scripts = sources(headers, "script-src")
    assert hash_of("publisher()") in scripts
    assert {"https://stats.example.org", "https://*.googletagmanager.com"} <= set(scripts)
    connected = sources(headers, "connect-src")
    assert {"https://stats.example.org", "https://api.github.com"} <= set(connected)
    # A script that stands on no page but one with contributions could come from there.
    assert hash_of("sneaked()") not in scripts
    assert [one for one in built.warnings if "sneaked()" in one]
    # Each page may run what Material has in it, however deep it stands.
    for path in ("index.html", "explainers/speech/notes/easy/index.html", "404.html"):
        page = built.page(path)
        assert page.count(META) == 1
        for script in re.findall(r"<script>(.*?)</script>", page, re.DOTALL):
            assert hash_of(script) in scripts or script == "sneaked()", path


def test_a_file_of_headers_that_a_person_wrote_stands(build_site: Build) -> None:
    built = build_site({"docs/_headers": "/*\n  X-Own: 1\n"})
    assert built.page("_headers") == "/*\n  X-Own: 1\n"
    assert META in built.page("index.html")


def test_a_site_may_do_without(build_site: Build) -> None:
    built = build_site(options={"csp": False})
    assert not (built.root / "site" / "_headers").exists()
    assert META not in built.page("index.html")


def test_what_looks_like_a_style_within_another_attribute_is_not_allowed() -> None:
    html = (
        """<p title=" style='position:fixed'">a</p><p title=' style="top:0"'>a</p>"""
        """<p class="a" style="top:1px">a</p><P title="a'" STYLE='top:2px'>a</P> style="top:3px" """
    )
    assert inline_of(html).attributes == {"top:1px", "top:2px"}


@pytest.mark.parametrize(
    ("html", "expected"),
    [
        ('<p data-style="top:1px">a</p>', set()),
        ("<style>a { top: 1px }</style> style=", set()),
        ('<p data-style="a">a</p><p STYLE="top:1px">a</p>', {"top:1px"}),
        ('<p class="a"\n\tstyle="top:1px">a</p>', {"top:1px"}),
    ],
)
def test_a_style_is_found_by_the_name_of_its_attribute(html: str, expected: set[str]) -> None:
    assert inline_of(html).attributes == expected


def test_styles_in_attributes_are_allowed_one_by_one(build_site: Build) -> None:
    table = "# Home\n\n| a |\n|--:|\n| b |\n"
    headers = build_site({"docs/index.md": table}).page("_headers")
    assert sources(headers, "style-src-attr") == [
        "'unsafe-hashes'",
        hash_of("text-align: right;"),
    ]
    many = "# Home\n\n" + "".join(f'<p style="top: {one}px">a</p>\n' for one in range(50))
    headers = build_site({"docs/index.md": many}).page("_headers")
    assert sources(headers, "style-src-attr") == ["'unsafe-inline'"]
