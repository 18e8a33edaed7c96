"""What the script takes for the words of the original is what Postil anchors in: in each selection,
and in pages with marks, numbers and notes."""

from __future__ import annotations

import base64
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser, Page

from postil.render.assets import SCRIPT
from postil.render.visible import read_visible

NOTE = (
    '<div data-postil class="postil-notes"><aside><details open><summary>1 A title</summary>'
    "<p>What the note says.</p></details></aside></div>"
)
NUMBER = '<sup data-postil class="postil-refs"><a class="postil-ref" href="#a">1</a></sup>'
MARK = '<mark data-postil="a" class="postil-mark"><a data-postil class="postil-words" href="#a">'

CASES = Path(__file__).parent / "cases"
MODULE = base64.b64encode(SCRIPT.with_name("passage.js").read_bytes()).decode()

# Takes HTML with ⟦ and ⟧ where a selection begins and ends.
SELECT = """
(html) => {
  document.body.innerHTML = html;
  const range = document.createRange();
  const texts = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  const found = [];
  while (texts.nextNode()) found.push(texts.currentNode);
  for (const [sign, set] of [["⟦", "setStart"], ["⟧", "setEnd"]]) {
    const node = found.find((one) => one.data.includes(sign));
    const at = node.data.indexOf(sign);
    node.deleteData(at, 1);
    range[set](node, at);
  }
  return passage.passageOf(document.querySelector(".postil-text"), range);
}
"""

# The text of a page with notes, and what the same ranges of the original are with and without them.
COMPARE = """
([bare, noted, seed]) => {
  const make = (html) => {
    const box = document.createElement("div");
    box.innerHTML = html;
    document.body.replaceChildren(box);
    const walker = document.createTreeWalker(box, NodeFilter.SHOW_TEXT);
    const texts = [];
    while (walker.nextNode()) {
      if (!walker.currentNode.parentElement.closest(".postil-notes, .postil-refs")) {
        texts.push(walker.currentNode);
      }
    }
    const length = texts.reduce((sum, text) => sum + text.length, 0);
    const place = (at) => {
      for (const text of texts) {
        if (at < text.length) return [text, at];
        at -= text.length;
      }
    };
    return { box, length, read: (from, to) => {
      document.body.replaceChildren(box);
      const range = document.createRange();
      range.setStart(...place(from));
      range.setEnd(...place(to));
      const found = passage.passageOf(box, range);
      return found && [found.start, found.end, found.words];
    } };
  };
  const one = make(bare), two = make(noted), different = [];
  const next = () => (seed = (seed * 48271) % 2147483647);
  let compared = 0;
  for (let tries = 0; tries < 60 && one.length === two.length; tries++) {
    const from = next() % one.length, to = from + (next() % (one.length - from));
    const found = [one.read(from, to), two.read(from, to)].map((it) => JSON.stringify(it));
    if (found[0] !== found[1]) different.push([from, to, ...found]);
    if (found[0] !== "null") compared++;
  }
  document.body.replaceChildren(two.box);
  const whole = document.createRange();
  whole.selectNodeContents(two.box);
  const text = passage.passageOf(two.box, whole)?.text ?? "";
  return { text, lengths: [one.length, two.length], different, compared };
}
"""


@pytest.fixture(scope="module")
def blank(browser: Browser) -> Iterator[Page]:
    """An empty page with the script as `passage`; nothing else is loaded."""
    page = browser.new_page()
    page.evaluate(
        "async (url) => { window.passage = await import(url); }",
        f"data:text/javascript;base64,{MODULE}",
    )
    yield page
    page.close()


# The page called broken ends within a tag, which takes what Postil writes next into itself.
@pytest.mark.parametrize(
    "case", sorted(path.name for path in CASES.iterdir() if path.name != "broken")
)
def test_marks_and_notes_are_no_part_of_the_text(blank: Page, case: str) -> None:
    bare = (CASES / case / "input.html").read_text("utf-8")
    noted = (CASES / case / "expected.html").read_text("utf-8")
    found: dict[str, Any] = blank.evaluate(COMPARE, [bare, noted, len(case)])
    assert found["text"] == read_visible(bare).text
    assert found["lengths"][0] == found["lengths"][1]
    assert found["different"] == []
    assert found["compared"] >= 20


@pytest.mark.parametrize(
    ("html", "words"),
    [
        # Space at the ends is left out, and a paragraph taken by three clicks ends in the next.
        ("<p>one⟦ two ⟧three</p>", "two"),
        ("<p>⟦One.</p><p>⟧Two.</p>", "One."),
        ("<p>One.⟦</p>\n<p>Two.⟧</p>", "Two."),
        # Paragraphs, items and cells.
        ("<p>One ⟦two.</p>\n<p>Three⟧ four.</p>", "two.\nThree"),
        ("<ul><li>a<li>⟦b<ul><li>c</ul><li>d⟧<li>e</ul>", "b\nc\nd"),
        ("<table><tr><td>a<td>⟦b<tr><td>c<td>d⟧</table>", "b\nc\td"),
        ("<p>a ⟦b<br>c⟧ d</p>", "b\nc"),
        ("<pre><code>a\n  ⟦b\n\tc⟧\n</code></pre>", "b\n\tc"),
        # Within words set apart, and across them.
        ("<p>a <b>⟦b</b> c <i>d⟧ e</i></p>", "b c d"),
        ("<p>a <code> ⟦b </code> c⟧</p>", "b c"),
        # Whole signs: of Arabic, of a family, and of a word that was decomposed.
        ("<p dir=rtl>⟦ك⟧ِتَابٌ</p>", "كِ"),
        ("<p>a 👩‍⟦👩‍👧⟧ b</p>", "👩‍👩‍👧"),
        ("<p>⟦cafe⟧\u0301</p>", "cafe\u0301"),
        ("<p>১ ক্⟦ষ⟧</p>", "ক্ষ"),
        # What only stands beside the words.
        ("<h2>A ⟦title<a class=headerlink href=#>¶</a></h2><p>b⟧</p>", "title\nb"),
        ("<p>a⟦ b<sup><a class=footnote-ref>1</a></sup> c⟧</p>", "b c"),
        ("<p>a⟦ b<i hidden>x</i><svg><text>y</text></svg> c⟧</p>", "b c"),
        ("<p>漢⟦<ruby>字<rt>じ</rt></ruby>⟧</p>", "字"),
        # Marks, numbers and notes.
        (f"<p>a ⟦{MARK}b</a></mark>{NUMBER} c⟧ d</p>", "b c"),
        (f"<p>a {MARK}⟦b</a></mark>{NUMBER}, c⟧ d</p>", "b, c"),
        (f"<p>a ⟦b</p>{NOTE}<p>c⟧ d</p>", "b\nc"),
        (
            '<div data-postil class="postil-row"><div data-postil class="postil-block"><p>a ⟦b</p>'
            f"</div>{NOTE}</div><p>c⟧</p>",
            "b\nc",
        ),
        # From or into a note, and in none but a note.
        (f"<p>a</p>{NOTE.replace('note says', 'note ⟦says')}<p>b⟧ c</p>", "b"),
        (f"<p>a ⟦b</p>{NOTE.replace('note says', 'note⟧ says')}<p>c</p>", "b"),
        (f"<p>a</p>{NOTE.replace('What the note says', '⟦What the note⟧ says')}<p>b</p>", None),
        (f"<p>a{NUMBER.replace('1<', '⟦1⟧<')} b</p>", None),
        ("<p>a</p>⟦\n\n⟧<p>b</p>", None),
        ("<p>a⟦ ⟧b</p>", None),
    ],
)
def test_a_selection_is_cut_to_the_words_of_the_original(
    blank: Page, html: str, words: str | None
) -> None:
    page = f'<p>Before.</p><div class="postil-text">\n{html}\n</div><p>After.</p>'
    found = blank.evaluate(SELECT, page)
    assert (found and found["words"]) == words
    if words and words.isascii():
        assert found["text"][found["start"] : found["end"]] == words


@pytest.mark.parametrize(
    ("html", "words"),
    [
        ('<p>⟦x</p><div class="postil-text"><p>One two⟧ three</p></div>', "One two"),
        ('<div class="postil-text"><p>One ⟦two three</p></div><p>x⟧</p>', "two three"),
        ('<p>⟦x</p><div class="postil-text"><p>One.</p><p>Two.</p></div><p>y⟧</p>', "One.\nTwo."),
        ('<p>⟦x⟧</p><div class="postil-text"><p>One.</p></div>', None),
        ('<div class="postil-text"><p>One.</p></div><p>⟦x⟧</p>', None),
    ],
)
def test_what_is_selected_around_the_original_does_not_count(
    blank: Page, html: str, words: str | None
) -> None:
    found = blank.evaluate(SELECT, html)
    assert (found and found["words"]) == words
