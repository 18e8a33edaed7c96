"""The visible text is what a reader can select, in a real browser."""

from __future__ import annotations

import base64
import re

import pytest
from playwright.sync_api import Page

from postil.render.assets import SCRIPT
from postil.render.visible import read_visible

MODULE = base64.b64encode(SCRIPT.with_name("passage.js").read_bytes()).decode()


@pytest.mark.parametrize(
    "html",
    [
        "<p> One \n <b> two </b> three </p>\n\n<p>four</p>",
        "<p>a</p>text<p>b</p><hr>c",
        "<p>5&nbsp;% &#32; x &amp;lt; &copy &nosuch; a & b < c</p>",
        "<p>日本\n語、\n中文</p><p>한국\n어</p>",
        "<p>a<br> b<br><br>c<wbr>d<br></p>",
        "<p>a b <code> c </code> d<span> <i> e</i></span>f</p>",
        "<table><tr><th>a<th>b<tr><td>c<td><b>d</b></table><p>e</p>",
        "<ul><li>a<ul><li>b</ul><li>c</ul><ol><li><p>d</p></ol>",
        "<dl><dt>a<dd>b<dd><p>c</p></dl>",
        "<pre>\n a\n\n  b</pre><p>c</p>",
        "<div class='highlight'><pre><code>a &lt; b\n\tc</code></pre></div>d",
        "<details open><summary>a</summary>b<p>c</p></details>",
        "<fieldset><legend>a</legend>b <button>c</button></fieldset>",
        "<p>a<i hidden>b</i><script>1</script><!-- d -->e<template>f</template></p>",
        "<blockquote><p>a</p></blockquote><figure>b<figcaption>c</figcaption></figure>",
        "<p>a<b>b<p>c</b>d",
    ],
)
def test_visible_text_is_what_a_reader_can_select(page: Page, html: str) -> None:
    page.set_content(f"<!doctype html><body>{html}")
    page.evaluate("getSelection().selectAllChildren(document.body)")
    selected = page.evaluate("getSelection().toString()")
    if "<pre>" not in html and "<br><br>" not in html:
        # Browsers copy a paragraph with an empty line after it.
        selected = re.sub(r"\n+", "\n", selected)
    assert read_visible(html).text == selected.strip("\n")
    # And what the script takes a selection for.
    found = page.evaluate(
        """async (url) =>
          (await import(url)).passageOf(document.body, getSelection().getRangeAt(0))""",
        f"data:text/javascript;base64,{MODULE}",
    )
    assert found["text"] == read_visible(html).text
    assert found["words"] == found["text"].strip()
