"""Which addresses may be linked."""

from __future__ import annotations

import pytest

from postil.render.links import is_relative, safe_link


@pytest.mark.parametrize(
    "address",
    ["https://example.org", "http://example.org/a b".replace(" ", "%20"), "mailto:a@example.org"],
)
def test_linked(address: str) -> None:
    assert safe_link(f" {address} ") == address


@pytest.mark.parametrize(
    "address",
    [
        *("", "javascript:alert(1)", "JAVASCRIPT:x", "data:x", "//example.org", "example.org"),
        *("https:", "https:///x", "https://[", "http://a b", "java\nscript:x", "\x00http://a"),
    ],
)
def test_not_linked(address: str) -> None:
    assert safe_link(address) == ""


@pytest.mark.parametrize("address", ["a.png", "../a/b.png", "/a", "a?b=c#d", "#d", "é.png", "./"])
def test_relative(address: str) -> None:
    assert is_relative(address)


@pytest.mark.parametrize(
    "address",
    ["", "//a", "/\\a", "\\\\a", "/\ta", "a:b", "http://a", "/a\n/b", "data:x", "a b", " a"],
)
def test_not_relative(address: str) -> None:
    assert not is_relative(address)
