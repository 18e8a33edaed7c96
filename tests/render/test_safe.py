"""What is published of the HTML of an original text: all of what is harmless, byte for byte."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from markdown import Markdown

from postil.render.safe.attributes import is_own, leads_somewhere
from postil.render.safe.clean import clean_original
from postil.render.safe.plain import is_plain

# Extensions that publishers use, in the forms that Material's manual names.
EXTENSIONS = [
    *("abbr", "admonition", "attr_list", "def_list", "footnotes", "md_in_html", "tables"),
    *("pymdownx.betterem", "pymdownx.caret", "pymdownx.critic", "pymdownx.details"),
    *("pymdownx.highlight", "pymdownx.inlinehilite", "pymdownx.keys", "pymdownx.mark"),
    *("pymdownx.superfences", "pymdownx.tabbed", "pymdownx.tasklist", "pymdownx.tilde"),
    *("pymdownx.smartsymbols", "pymdownx.arithmatex"),
]
CONFIGS = {
    "pymdownx.highlight": {"anchor_linenums": True, "linenums": True},
    "pymdownx.tabbed": {"alternate_style": True},
    "pymdownx.tasklist": {"custom_checkbox": True},
    "pymdownx.arithmatex": {"generic": True},
    "toc": {"permalink": True},
}
EVERYTHING = """\
# A heading { #of-mine .wide }

Words **strong**, *emphasis*, ==marked==, ^^under^^, ~~gone~~, H~2~O, x^2^, ++ctrl+c++ and `code`.
A [link](other.md "with a title"), <https://example.org>, <somebody@example.org> and a note.[^1]

[^1]: The note, with *words*.

![A map](map.png){ width="300" loading=lazy align=right }

| left | right |
|:-----|------:|
| a    | b     |

Term
:   What it means.

!!! note "A title"
    Words.

??? question
    Hidden words.

=== "One"
    First.

=== "Two"
    Second.

- [x] done
- [ ] open

1. first
2. second

> A quotation.

```python linenums="1" title="a.py"
print("<script>")
```

$x < y$ and a comment: <!-- of the editors --> and <span lang="fr" markdown>*mots*</span>.

<div class="grid" markdown>
<figure markdown><figcaption>Words</figcaption></figure>
</div>

<table><tr><td>raw<td>cells</table>

*[HTML]: a language
"""


def test_what_markdown_makes_is_published_as_it_is() -> None:
    html = Markdown(extensions=["toc", *EXTENSIONS], extension_configs=CONFIGS).convert(EVERYTHING)
    assert clean_original(html).html is html


@pytest.mark.parametrize(
    "html",
    [
        # Prose, and the forms of tags that people write by hand.
        "<p>a<p>b",
        "<UL><li>a<li>b</UL>",
        "<br/><br><hr class='x'>",
        '<img src="a b.png" alt="">',
        "5 < 6 & 7 > 3 <3",
        # Shapes, as extensions for icons set them into words.
        '<span class="twemoji"><svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 24 24">'
        '<path d="M1 2"/></svg></span>',
        "<math><msup><mi>x</mi><mn>2</mn></msup></math>",
    ],
)
def test_harmless_html_is_published_as_it_is(html: str) -> None:
    assert clean_original(html).html is html


@pytest.mark.parametrize(
    ("html", "published", "told"),
    [
        # What runs, frames, sends or loads.
        ("<p>a<script>b</script></p>", "<p>a</p>", "the element <script>"),
        ("<p onclick=x>a", "<p>a</p>", "the attribute “onclick” of <p>"),
        ('<a href="java&Tab;script:x">a</a>', "<a>a</a>", "the attribute “href” of <a>"),
        ("<iframe src=/a>b</iframe>c", "c", "the element <iframe>"),
        ("<form action=/a><input name=b></form>", "<input>", "the element <form>"),
        ("<base href=//e.example><p>a", "<p>a</p>", "the element <base>"),
        ('<meta http-equiv=refresh content="0">a', "a", "the element <meta>"),
        ('<link rel=stylesheet href="/a.css">a', "a", "the element <link>"),
        ('<img src="//e.example/a.png" alt=b>', '<img alt="b">', "the attribute “src” of <img>"),
        ('<img srcset="a.png 2x" alt=b>', '<img alt="b">', "the attribute “srcset” of <img>"),
        ('<svg><a xlink:href="javascript:x">a</a></svg>', "", "xlink:href"),
        ('<b style="position:fixed">a</b>', "<b>a</b>", "the attribute “style” of <b>"),
        ("<style>p { color: red }</style>a", "a", "the element <style>"),
        ("<svg><a href=a>b</a></svg>c", "c", "markup that is not whole"),
        # What stands for a part of the page around the text.
        ('<p id="__config">a</p>', "<p>a</p>", "the attribute “id” of <p>"),
        ('<p class="md-overlay b">a</p>', '<p class="b">a</p>', "the attribute “class” of <p>"),
        ("<p data-md-component=search>a</p>", "<p>a</p>", "the attribute “data-md-component”"),
        ("<main>a</main>", "a", "the element <main>"),
        ("<label for=__search>a</label>", "<label>a</label>", "the attribute “for” of <label>"),
        # Tabs whose parts do not belong together, at which Material's script stops.
        ('<div data-tabs="1:2">a</div>', "<div>a</div>", "the attribute “data-tabs” of <div>"),
        ("</div></article><p>a", "<p>a</p>", "markup that is not whole"),
        ("<div><p>a", "<div><p>a</p></div>", "markup that is not whole"),
        ("<b><p>a</b></p>", "<b></b><p><b>a</b></p>", "markup that is not whole"),
    ],
)
def test_what_could_act_is_taken_out(html: str, published: str, told: str) -> None:
    cleaned = clean_original(html)
    assert cleaned.html == published
    assert told in cleaned.removed[0].told


@pytest.mark.parametrize(
    "html", ["<div>" * 20_000, "<ul><li>" * 20_000, "<a>" * 20_000 + "<div></p>" * 20_000]
)
def test_what_stands_too_deep_is_words(html: str) -> None:
    """To parse it would take longer than anyone waits."""
    cleaned = clean_original(f"{html}a &lt; b<script>")
    assert cleaned.html == "<p>a &lt; b</p>\n"
    assert "more than 200 deep" in cleaned.removed[0].told


MARKUP = """
<p> </p> <b> </b> <div> </div> <svg> </svg> <math> <mtext> <!-- --> <script> </script>
<style> </style> <title> </title> <![CDATA[ ]]> <table> <td> </table> <select>
<img/src=x/onerror=a> <a/href=' ' > <noscript> </noscript> <textarea> <template> words &lt; \0
"""
PIECES = st.sampled_from([*MARKUP.split(), '"'])


@given(st.lists(PIECES, max_size=14).map("".join))
def test_whatever_comes_out_is_plain(html: str) -> None:
    cleaned = clean_original(html).html
    assert is_plain(cleaned)
    assert clean_original(cleaned).html is cleaned


@pytest.mark.parametrize(
    "address", ["https://a.example", "mailto:a@b.example", "../a b/#c", "?a:b"]
)
def test_addresses_that_may_be_linked(address: str) -> None:
    assert leads_somewhere(address)


@pytest.mark.parametrize(
    "address",
    [
        "javascript:a",
        " \x01JaVaScRiPt:a",
        "java\nscript:a",
        "data:text/html,a",
        "a\x00b",
    ],
)
def test_addresses_that_may_not(address: str) -> None:
    assert not leads_somewhere(address)


@pytest.mark.parametrize("address", ["//a", "/\t/a", "\\\\a", "/\\a", "https:a", "http://a", "a:b"])
def test_what_is_loaded_comes_from_the_site(address: str) -> None:
    assert not is_own(address)
    assert is_own("a/b.png")
