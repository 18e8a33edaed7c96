"""Where marks, links, numbers and notes stand, in pages reduced to their signs.

`[` and `]` stand for a mark, `{` and `}` for the link in it, `^1` for the numbers behind a passage,
`(1)` for the notes of a block, and `<<` and `>>` for a row around the block and its notes. A mark
within a mark, which announces a further note, is `[[`; a mark for the eye alone is `_[`.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import replace

import pytest

from postil.model.anchor import Anchor, Status
from postil.render.addresses import addresses
from postil.render.annotate import annotate
from postil.render.context import RenderContext
from postil.render.visible import read_visible

from .conftest import element, make_note

_NOTES = '<div data-postil class="postil-notes'


def reduced(html: str, *passages: str | tuple[str, ...]) -> str:
    """The page with a note on each passage, or on each group of passages, in signs."""
    visible = read_visible(html)
    notes = []
    for number, group in enumerate(passages):
        words = (group,) if isinstance(group, str) else group
        ranges = [(visible.text.index(one), visible.text.index(one) + len(one)) for one in words]
        notes.append(make_note(f"n{number}", visible.text, *ranges))
    page = annotate(html, visible, notes, RenderContext())
    while (start := page.find(_NOTES)) >= 0:
        _, end = element(page, start)
        numbers = re.findall(r'class="postil-number">(\d+)<', page[start:end])
        page = f"{page[:start]}({','.join(numbers)}){page[end:]}"
    for pattern, sign in _SIGNS:
        page = re.sub(pattern, sign, page, flags=re.DOTALL)
    return page


def _numbers(found: re.Match[str]) -> str:
    return "^" + ",".join(re.findall(r">(\d+)</a>", found[0]))


_SIGNS: list[tuple[str, str | Callable[[re.Match[str]], str]]] = [
    (r'<sup data-postil class="postil-refs".*?</sup>', _numbers),
    (r'<mark data-postil class="postil-also"[^>]*>', "[["),
    (r'<mark data-postil="[^"]*"[^>]* role="presentation">', "_["),
    (r"<mark data-postil=[^>]*>", "["),
    (r"</mark>", "]"),
    (r'<a data-postil class="postil-words"[^>]*>(.*?)</a>', r"{\1}"),
    (r'<div data-postil class="postil-row"><div data-postil class="postil-block[^"]*">', "<<"),
    (r"</div>(\([\d,]*\))</div>", r"\1>>"),
]

CASES: list[tuple[str, tuple[str | tuple[str, ...], ...], str]] = [
    # Words, the whole of a paragraph, and one character.
    ('<p>One two three</p>', ('two',),
     '<<<p>One [{two}]^1 three</p>(1)>>'),
    ('<p>One two three</p>', ('One two three',),
     '<<<p>[{One two three}]^1</p>(1)>>'),
    ('<p>One two three</p>', ('O',),
     '<<<p>[{O}]^1ne two three</p>(1)>>'),
    # Across inline elements: one mark and one link around whole ones, several where they are cut.
    ('<p>One <b>two</b> three</p>', ('One two three',),
     '<<<p>[{One <b>two</b> three}]^1</p>(1)>>'),
    ('<p>One <b>two three</b> four</p>', ('One two',),
     '<<<p>[{One }]<b>_[{two}]^1 three</b> four</p>(1)>>'),
    ('<p><b>One two</b> three</p>', ('two three',),
     '<<<p><b>One [{two}]</b>_[{ three}]^1</p>(1)>>'),
    ('<p>a <i>b <b>c</b></i> d</p>', ('c d',),
     '<<<p>a <i>b <b>[{c}]</b></i>_[{ d}]^1</p>(1)>>'),
    ('<p>a <i>b <b>c</b></i> d</p>', ('a b c',),
     '<<<p>[{a <i>b <b>c</b></i>}]^1 d</p>(1)>>'),
    ('<p><b>One</b> <i>two</i></p>', ('One two',),
     '<<<p>[{<b>One</b> <i>two</i>}]^1</p>(1)>>'),
    ('<p><b><i>One</i></b> two</p>', ('One two',),
     '<<<p>[{<b><i>One</i></b> two}]^1</p>(1)>>'),
    ('<p>One <b><i>two</i></b></p>', ('One two',),
     '<<<p>[{One <b><i>two</i></b>}]^1</p>(1)>>'),
    ('<p><b> <i>One</i> x</b> two</p>', ('One x two',),
     '<<<p>[{<b> <i>One</i> x</b> two}]^1</p>(1)>>'),
    ('<p>On<sub>e</sub>2</p>', ('One2',),
     '<<<p>[{On<sub>e</sub>2}]^1</p>(1)>>'),
    # A link, a button and the like hold no link of ours; their mark may go on.
    ('<p>See <a href="x">this one</a> here</p>', ('See this one here',),
     '<<<p>[{See }<a href="x">this one</a>{ here}]^1</p>(1)>>'),
    ('<p>See <a href="x">this one</a> here</p>', ('this',),
     '<<<p>See <a href="x">[this] one</a>^1 here</p>(1)>>'),
    ('<p>See <a href="x">this</a><a href="y">one</a> here</p>', ('this',),
     '<<<p>See <a href="x">[this]</a>^1<a href="y">one</a> here</p>(1)>>'),
    ('<p>See <span><button>this</button></span> here</p>', ('See this here',),
     '<<<p>[{See }<span><button>this</button></span>{ here}]^1</p>(1)>>'),
    ('<p>x <label>this one</label> y</p>', ('one y',),
     '<<<p>x <label>this [one]</label>_[{ y}]^1</p>(1)>>'),
    # Elements that no link of ours stands around, and such as no mark does.
    ('<p>a <audio>x</audio> b</p>', ('a b',),
     '<<<p>[{a }]<audio>x</audio> _[{b}]^1</p>(1)>>'),
    ('<p>a <output>x</output> b</p>', ('a x b',),
     '<<<p>[{a }<output>{x}</output>{ b}]^1</p>(1)>>'),
    ('<p>a <!-- c --> b</p>', ('a b',),
     '<<<p>[{a }<!-- c --> {b}]^1</p>(1)>>'),
    ('<p>a<?x?>b</p>', ('ab',),
     '<<<p>[{a}<?x?>{b}]^1</p>(1)>>'),
    ('<p>a<br>b<wbr>c</p>', ('a\nbc',),
     '<<<p>[{a<br>b<wbr>c}]^1</p>(1)>>'),
    ('<p>a<img src="x">b</p>', ('ab',),
     '<<<p>[{a}<img src="x">{b}]^1</p>(1)>>'),
    ('<p>a <math><mi>x</mi></math> b</p>', ('a x b',),
     '<<<p>[{a }<math><mi>x</mi></math>{ b}]^1</p>(1)>>'),
    ('<p>a <math><mi>x</mi></math> b</p>', ('x',),
     '<<<p>a <math><mi>x</mi></math>^1 b</p>(1)>>'),
    ('<p>a <svg><text>x</text></svg> b</p>', ('a b',),
     '<<<p>[{a }]<svg><text>x</text></svg> _[{b}]^1</p>(1)>>'),
    # Numbers stand behind what they must not be part of.
    ('<p>a <code>b c</code> d</p>', ('b',),
     '<<<p>a <code>[{b}] c</code>^1 d</p>(1)>>'),
    ('<p>a <code><i>b</i> c</code> d</p>', ('b',),
     '<<<p>a <code><i>[{b}]</i> c</code>^1 d</p>(1)>>'),
    ('<p><a href="x">a b</a> c</p>', ('a',),
     '<<<p><a href="x">[a] b</a>^1 c</p>(1)>>'),
    ('<pre>a b</pre>c', ('a',),
     '<<<pre>[{a}] b</pre>^1(1)>>c'),
    ('<p>a <kbd>b</kbd><samp>c</samp> d</p>', ('b', 'c'),
     '<<<p>a <kbd>[{b}]</kbd>^1<samp>[{c}]</samp>^2 d</p>(1,2)>>'),
    # Blocks: a mark each, numbers behind the last, notes behind the block of the first.
    ('<p>One</p><p>two</p>', ('One\ntwo',),
     '<<<p>[{One}]</p>(1)>><p>_[{two}]^1</p>'),
    ('<p>One</p>\n<p>two</p>three', ('two\nthree',),
     '<p>One</p>\n<<<p>[{two}]</p>(1)>>_[{three}]^1'),
    ('<p>One</p>two<p>three</p>', ('two',),
     '<p>One</p><<[{two}]^1(1)>><p>three</p>'),
    ('<div>One</div>', ('One',),
     '<div><<[{One}]^1(1)>></div>'),
    ('<div>One<p>two</p>three<p>four</p></div>', ('three',),
     '<div>One<p>two</p><<[{three}]^1(1)>><p>four</p></div>'),
    ('<div>One<p>two</p>three<p>four</p></div>', ('One',),
     '<div><<[{One}]^1(1)>><p>two</p>three<p>four</p></div>'),
    ('<div>One<p>two</p>three <b>x<p>four</p></b></div>', ('three',),
     '<div>One<p>two</p><<[{three}]^1 (1)>><b>x<p>four</p></b></div>'),
    ('<div><i>One<p>two</p></i> three</div>', ('three',),
     '<div><i>One<p>two</p></i><< [{three}]^1(1)>></div>'),
    ('<b>One <p>two</p></b> three', ('One', 'two', 'three'),
     '<<<b>[{One}]^1 <p>[{two}]^2</p></b> [{three}]^3(1,2,3)>>'),
    ('<ul><li>One</li><li>two<ul><li>three</li></ul></li></ul>', ('One', 'two', 'three'),
     '<ul><li><<[{One}]^1(1)>></li><li><<[{two}]^2(2)>><ul><li><<[{three}]^3(3)>></li></ul></li></ul>'),
    ('<ul><li>One<p>two</p>three</li></ul>', ('three',),
     '<ul><li>One<p>two</p><<[{three}]^1(1)>></li></ul>'),
    ('<blockquote>One<p>two</p></blockquote>', ('One', 'two'),
     '<blockquote><<[{One}]^1(1)>><<<p>[{two}]^2</p>(2)>></blockquote>'),
    ('<dl><dt>One</dt><dd>two</dd></dl>', ('One', 'two'),
     '<dl><dt>[{One}]^1</dt><dd><<[{two}]^2(2)>></dd></dl>(1)'),
    ('<details><summary>One</summary>two</details>', ('One', 'two'),
     '<details><summary>[One]</summary>^1(1)<<[{two}]^2(2)>></details>'),
    ('<h2>One</h2><p>two</p>', ('One', 'two'),
     '<h2>[{One}]^1</h2>(1)<<<p>[{two}]^2</p>(2)>>'),
    ('<h2>One <a>two</a></h2><p>three</p>', ('two',),
     '<h2>One <a>[two]</a>^1</h2>(1)<p>three</p>'),
    ('<fieldset><legend>One</legend>two</fieldset>', ('One', 'two'),
     '<fieldset><legend>[{One}]^1</legend>(1)<<[{two}]^2(2)>></fieldset>'),
    ('<table><tr><td>One</td><td>two</td></tr></table>', ('One', 'two'),
     '<<<table><tr><td>[{One}]^1</td><td>[{two}]^2</td></tr></table>(1,2)>>'),
    ('<table><tr><td>One</td><td>two</td></tr></table>', ('One\ttwo',),
     '<<<table><tr><td>[{One}]</td><td>_[{two}]^1</td></tr></table>(1)>>'),
    ('<div>\n<table><tr><td>One</td></tr></table>\n</div>', ('One',),
     '<<<div>\n<table><tr><td>[{One}]^1</td></tr></table>\n</div>(1)>>'),
    ('<div>x<table><tr><td>One</td></tr></table></div>', ('One',),
     '<div>x<<<table><tr><td>[{One}]^1</td></tr></table>(1)>></div>'),
    ('<div><table><tr><td>One</td></tr></table>x</div>', ('One',),
     '<div><<<table><tr><td>[{One}]^1</td></tr></table>(1)>>x</div>'),
    ('<div class="h"><div><pre>One</pre></div></div>', ('One',),
     '<<<div class="h"><div><pre>[{One}]</pre>^1</div></div>(1)>>'),
    ('<section><pre>One</pre></section>', ('One',),
     '<section><<<pre>[{One}]</pre>^1(1)>></section>'),
    ('<span><div><pre>One</pre></div></span>', ('One',),
     '<span><div><<<pre>[{One}]</pre>^1(1)>></div></span>'),
    ('<figure><p>One</p><figcaption>two</figcaption></figure>three', ('One', 'two'),
     '<<<figure><p>[{One}]^1</p><figcaption>[{two}]^2</figcaption></figure>(1,2)>>three'),
    ('<a href="x"><div>One</div></a><p>two</p>', ('One',),
     '<<<a href="x"><div>[One]</div></a>^1(1)>><p>two</p>'),
    ('<a href="x">One</a> <b>two</b><p>three</p>', ('One', 'two'),
     '<<<a href="x">[One]</a>^1 <b>[{two}]^2</b>(1,2)>><p>three</p>'),
    ('<p><ruby>漢<rt>kan</rt>字</ruby> x</p>', ('漢',),
     '<<<p><ruby>[{漢}]<rt>kan</rt>字</ruby>^1 x</p>(1)>>'),
    # Several notes on one place: shorter ones within, equal ones together.
    ('<p>One two three</p>', ('One two three', 'two'),
     '<<<p>[{One }][{two}]^2_[{ three}]^1</p>(1,2)>>'),
    ('<p>One two three</p>', ('two', 'One two three'),
     '<<<p>[{One }][{two}]^1_[{ three}]^2</p>(1,2)>>'),
    ('<p>One two three</p>', ('two', 'two'),
     '<<<p>One [[[{two}]]^1,2 three</p>(1,2)>>'),
    ('<p>One two three</p>', ('One two', 'two three'),
     '<<<p>[{One }][{two}]^1_[{ three}]^2</p>(1,2)>>'),
    ('<p>One two three</p>', ('two three', 'One two'),
     '<<<p>[{One }][{two}]^2_[{ three}]^1</p>(1,2)>>'),
    ('<p>One <b>two</b> three</p>', ('One two', 'two three'),
     '<<<p>[{One }]<b>[{two}]^1</b>_[{ three}]^2</p>(1,2)>>'),
    ('<p>One two</p><p>three</p>', ('two\nthree', 'three'),
     '<<<p>One [{two}]</p>(1)>><<<p>[{three}]^1,2</p>(2)>>'),
    ('<p>One two</p><p>three</p>', ('One', 'two', 'three'),
     '<<<p>[{One}]^1 [{two}]^2</p>(1,2)>><<<p>[{three}]^3</p>(3)>>'),
    ('<p>a <code>b</code></p>', ('b', 'a b'),
     '<<<p>[{a }]<code>[{b}]</code>^1,2</p>(1,2)>>'),
    # One note on several places.
    ('<p>One two three</p>', (('One', 'three'),),
     '<<<p>[{One}]^1 two [{three}]^1</p>(1)>>'),
    ('<p>One two three</p>', (('three', 'One'), 'two'),
     '<<<p>[{One}]^1 [{two}]^2 [{three}]^1</p>(1,2)>>'),
    ('<p>One</p><p>two</p>', (('two', 'One'),),
     '<<<p>[{One}]^1</p>(1)>><p>[{two}]^1</p>'),
    ('<p>One two</p>', (('One', 'One'),),
     '<<<p>[{One}]^1,1 two</p>(1)>>'),
    # Characters that are one for readers are never cut.
    ('<p>ét́</p>', ('e',),
     '<<<p>[{é}]^1t́</p>(1)>>'),
    ('<p>a&NotEqualTilde;b</p>', ('≂',),
     '<<<p>a[{&NotEqualTilde;}]^1b</p>(1)>>'),
    ('<p>a&NotEqualTilde;b</p>', ('̸b',),
     '<<<p>a[{&NotEqualTilde;b}]^1</p>(1)>>'),
    ('<p>a&fjlig;b</p>', ('f',),
     '<<<p>a[{&fjlig;}]^1b</p>(1)>>'),
    ('<p>a&fjlig;b</p>', ('j', 'jb'),
     '<<<p>a[[[{&fjlig;}]]^1_[{b}]^2</p>(1,2)>>'),
    ('<p>a&lt;b</p>', ('<',),
     '<<<p>a[{&lt;}]^1b</p>(1)>>'),
    # Rows: none within another, none around what its parent knows by its first child.
    ('<ul><li><p>One</p></li></ul><p>two</p>', ('One', 'two'),
     '<ul><li><<<p>[{One}]^1</p>(1)>></li></ul><<<p>[{two}]^2</p>(2)>>'),
    ('<div><div>One</div>two</div>', ('One', 'two'),
     '<div><div><<[{One}]^1(1)>></div><<[{two}]^2(2)>></div>'),
    ('<div>two<div>One</div></div>', ('One', 'two'),
     '<div><<[{two}]^2(2)>><div><<[{One}]^1(1)>></div></div>'),
    ('<blockquote><p>One</p><p>two</p></blockquote>', ('One', 'two', 'One\ntwo'),
     '<blockquote><<<p>[[[{One}]]^1</p>(1,3)>><<<p>[{two}]^2,3</p>(2)>></blockquote>'),
    # A block without words parts the words around it.
    ('<div>One<hr>two</div>', ('One\ntwo',),
     '<div><<[{One}](1)>><hr>_[{two}]^1</div>'),
    ('<div>One<p></p>two</div>', ('One\ntwo',),
     '<div><<[{One}](1)>><p></p>_[{two}]^1</div>'),
    ('<div><hr>One <b>two</b></div>', ('One two',),
     '<div><hr><<[{One <b>two</b>}]^1(1)>></div>'),
    ('<div>One two<hr></div>', ('One two',),
     '<div><<[{One two}]^1(1)>><hr></div>'),
    # Two passages begin in one place, one of a note that was there before.
    ('<p>One two three</p>', (('One', 'three'), 'three'),
     '<<<p>[{One}]^1 two [[[{three}]]^1,2</p>(1,2)>>'),
    # Notes whose blocks end in one place: one row around all.
    ('<div>x<ul><li>One</li></ul><b>two<p>three</p></b></div>', ('three', 'two'),
     '<div>x<ul><li>One</li></ul><<<b>[{two}]^2<p>[{three}]^1</p></b>(1,2)>></div>'),
    ('<div><b>two<p>three</p></b></div>', ('three', 'two'),
     '<div><<<b>[{two}]^2<p>[{three}]^1</p></b>(1,2)>></div>'),
    ('<b>One<h2>two</h2></b>', ('two', 'One'),
     '<<<b>[{One}]^2<h2>[{two}]^1</h2></b>(1,2)>>'),
    ('<b>One<h2>two</h2></b>', ('One', 'two'),
     '<<<b>[{One}]^1<h2>[{two}]^2</h2></b>(1,2)>>'),
    ('<div><b>One<section><h2>two', ('One', 'two'),
     '<div><b>[{One}]^1<section><h2>[{two}]^2(1,2)'),
    ('<div><b>One<section><h2>two', ('two', 'One'),
     '<div><b>[{One}]^2<section><h2>[{two}]^1(1,2)'),
]  # fmt: skip


@pytest.mark.parametrize(("html", "passages", "expected"), CASES, ids=range(len(CASES)))
def test_reduced(html: str, passages: tuple[str | tuple[str, ...], ...], expected: str) -> None:
    assert reduced(html, *passages) == expected


# Of lines of 60 characters, 14 are low enough to stay in view.
@pytest.mark.parametrize(
    ("text", "short"),
    [
        ("<br>".join(["One"] * 14), True),
        ("<br>".join(["One"] * 15), False),
        ("x" * 839, True),
        ("x" * 840, False),
        ("One<br>" + "x" * 779, True),
        ("One<br>" + "x" * 780, False),
    ],
)
def test_low_blocks_stay_in_view(text: str, short: bool) -> None:
    html = f"<p>{text}</p>"
    visible = read_visible(html)
    note = make_note("a", visible.text, (0, 1))
    page = annotate(html, visible, [note], RenderContext())
    found = re.search(r'class="postil-block( postil-short)?"', page)
    assert found is not None
    assert bool(found[1]) is short


def test_numbers_are_named_in_the_language_of_the_interface() -> None:
    html = "<p>Eins</p>"
    visible = read_visible(html)
    note = make_note("a", visible.text, (0, 4))
    for text_language, named in (("de", ' lang="fr"'), ("", "")):
        context = RenderContext(language="fr", text_language=text_language)
        page = annotate(html, visible, [note], context)
        assert f'<sup data-postil class="postil-refs"{named} data-search-exclude>' in page


def test_a_mark_within_a_mark_follows_at_once() -> None:
    html = "<p>One</p>"
    visible = read_visible(html)
    notes = [make_note(id, visible.text, (0, 3)) for id in ("a", "b", "c")]
    page = annotate(html, visible, notes, RenderContext())
    inner = '<mark data-postil class="postil-also" aria-details="{}:comment">'
    assert inner.format("b") + inner.format("c") + "<a " in page


def test_a_passage_without_words_is_lost() -> None:
    """Nothing can be marked of what is no more than the space between two blocks."""
    html = "<p>One</p><p>two</p>"
    visible = read_visible(html)
    for ranges in (((3, 4),), ((0, 3), (3, 4))):
        note = make_note("a", visible.text, *ranges)
        lost = replace(note, anchors=(*note.anchors[:-1], Anchor(Status.LOST)))
        page = annotate(html, visible, [note], RenderContext())
        assert page == annotate(html, visible, [lost], RenderContext())


def test_every_id_is_used_once() -> None:
    visible = read_visible('<p id="a:ref">One</p>')
    one, two = make_note("a", visible.text, (0, 1)), make_note("a", visible.text, (0, 1), (1, 2))
    found = addresses([one, two], visible.ids)
    assert [(one.note, one.frame, one.comment, one.references) for one in found] == [
        ("a", "a:frame", "a:comment", ("a:ref:note",)),
        ("a:note", "a:note:frame", "a:note:comment", ("a:note:ref", "a:note:ref:2")),
    ]
