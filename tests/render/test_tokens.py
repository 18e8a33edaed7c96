"""Tags and texts of HTML, however broken, as browsers tell them apart."""

from __future__ import annotations

import pytest

from postil.render.tokens import attributes_of, tokenize


def cut(html: str) -> list[str]:
    """The source of each token, a sign for its form before it."""
    return [f"{'.<>'[one.form]}{html[one.start : one.end]}" for one in tokenize(html)]


# What stands between tokens is passed over: comments and the like.
CASES: list[tuple[str, list[str]]] = [
    ("a<b>c</b>", [".a", "<<b>", ".c", "></b>"]),
    ("a < b", [".a < b"]),
    ("a <1>", [".a <1>"]),
    ("a<<b>c", [".a<", "<<b>", ".c"]),
    ("a</>b", [".a", ".b"]),
    ("a</1>b", [".a", ".b"]),
    ("a</ b>c", [".a", ".c"]),
    ("a<!-- c -->b", [".a", ".b"]),
    ("a<!-->b-->c", [".a", ".b-->c"]),
    ("a<!--->b-->c", [".a", ".b-->c"]),
    ("a<!---->b", [".a", ".b"]),
    ("a<!-- c --!>b", [".a", ".b"]),
    ("a-->b<!-- c -->d", [".a-->b", ".d"]),
    ("a<!-- c", [".a"]),
    ("a<!doctype html>b", [".a", ".b"]),
    ("a<?php echo '>' ?>b", [".a", ".' ?>b"]),
    ("a<?x", [".a"]),
    ("a<![CDATA[b]]>c", [".a", ".c"]),
    ("a<![CDATA[b>c]]>d", [".a", ".c]]>d"]),
    ("<svg>a<![CDATA[b>c]]>d</svg>e", ["<<svg>", ".a", ".d", "></svg>", ".e"]),
    ("]]><svg><![CDATA[b]]>c", [".]]>", "<<svg>", ".c"]),
    ("<svg>a<![CDATA[b", ["<<svg>", ".a"]),
    ("<svg>a<![cdata[b>c]]>d", ["<<svg>", ".a", ".c]]>d"]),
    ("<svg/><![CDATA[a>b]]>c", ["<<svg/>", ".b]]>c"]),
    ("<svg></svg></svg><![CDATA[a>b]]>c", ["<<svg>", "></svg>", "></svg>", ".b]]>c"]),
    ("<svg><g></g><![CDATA[a>b]]>c", ["<<svg>", "<<g>", "></g>", ".c"]),
    ("</svg><svg><![CDATA[a>b]]>c", ["></svg>", "<<svg>", ".c"]),
    ("<math><!x>a", ["<<math>", ".a"]),
    ("a<b", [".a"]),
    ("a<b c='d>e", [".a"]),
    ("a</b", [".a"]),
    ("a</b c='d>e", [".a"]),
    ("a</é>b", [".a", ".b"]),
    ("a<é>b", [".a<é>b"]),
    ("a</", [".a</"]),
    ("a<", [".a<"]),
    ("<b x='>' y=\">\" z>a", ["<<b x='>' y=\">\" z>", ".a"]),
    ("<B/>a</B >b", ["<<B/>", ".a", "></B >", ".b"]),
    ("<br/>a", ["<<br/>", ".a"]),
    ("<script>a<b>c</script>d", ["<<script>", ".a<b>c", "></script>", ".d"]),
    ("<script>a</scripts>b</SCRIPT x>c", ["<<script>", ".a</scripts>b", "></SCRIPT x>", ".c"]),
    ("<script>a", ["<<script>", ".a"]),
    ("<script></script>a", ["<<script>", "></script>", ".a"]),
    ("<textarea>a</title></textarea>b", ["<<textarea>", ".a</title>", "></textarea>", ".b"]),
    ("<plaintext>a</plaintext>b", ["<<plaintext>", ".a</plaintext>b"]),
    (
        "<svg><script>a<b></script></svg>c",
        ["<<svg>", "<<script>", ".a", "<<b>", "></script>", "></svg>", ".c"],
    ),
    ("<style>a</\u017ftyle>b", ["<<style>", ".a</ſtyle>b"]),
]


@pytest.mark.parametrize(("html", "tokens"), CASES, ids=range(len(CASES)))
def test_tokens(html: str, tokens: list[str]) -> None:
    assert cut(html) == tokens


@pytest.mark.parametrize(
    ("written", "attributes"),
    [
        (" id=\"a\" class='b c' x=y", {"id": "a", "class": "b c", "x": "y"}),
        (' ID="a" id="b"', {"id": "a"}),
        (" hidden", {"hidden": ""}),
        (' a = "&amp;&lt;" b= c /', {"a": "&<", "b": "c"}),
        (' =a="b"', {"=a": "b"}),
        (" a=", {"a": ""}),
        (' a="b', {"a": ""}),
        ("/a/b", {"a": "", "b": ""}),
        ("", {}),
    ],
)
def test_attributes(written: str, attributes: dict[str, str]) -> None:
    assert attributes_of(written) == attributes


def test_names_and_slashes() -> None:
    found = [(one.name, one.attributes, one.closed) for one in tokenize("<Br x/><I a=/>y</I>")]
    assert found == [("br", " x/", True), ("i", " a=/", True), ("", "", False), ("i", "", False)]
