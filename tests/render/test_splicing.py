"""Properties of marks and notes in pages of any shape: the third guarantee of the design."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Iterator
from typing import Any

from hypothesis import HealthCheck, assume, given, settings
from hypothesis import strategies as st
from justhtml import JustHTML

from postil.model.anchor import Anchor, Status
from postil.model.annotation import Annotation
from postil.model.explainer import AnchoredAnnotation
from postil.model.place import Place
from postil.model.target import Target, TextQuote
from postil.render.annotate import annotate
from postil.render.context import RenderContext
from postil.render.visible import read_visible

PLACE = Place("annotations/text/note.yml", 1, 1)
QUICK = settings(deadline=None, suppress_health_check=[HealthCheck.too_slow])

# --- Pages without a parse error.

words = st.lists(
    st.sampled_from(
        [
            *("word", "a", "Zwei", "été", "été", "नमस्ते", "한국어", "日本", "👩‍👩‍👧", "🇪🇺🇫🇷"),
            *(" ", " ", " ", "\n", "  \n ", "\t", ".", "&amp;", "&lt;", "&eacute;", "e&#x301;"),
            *("&nbsp;", "&#32;", "&NotEqualTilde;", "1 < 2", "a & b", "&unknown;", "“quote”"),
        ]
    ),
    min_size=1,
    max_size=8,
).map("".join)

void = st.sampled_from(
    [
        *("<br>", "<br />", "<wbr>", "<!-- a <p> comment -->", '<img src="a>b.png" alt="A">'),
        *('<span title="a > b"></span>', "<script>if (a < b) { '</p>' }</script>"),
        *('<a class="headerlink" href="#x" title="Permanent link">&para;</a>',),
        *('<sup id="fnref:1"><a class="footnote-ref" href="#fn:1">1</a></sup>',),
        *("<svg viewBox='0 0 1 1'><path d='M0 0'/><text>drawn</text></svg>", "<!---->"),
        *("<math><mi>x</mi><mo>=</mo><mn>1</mn></math>", "<span hidden>not shown</span>"),
        *("<ruby>漢<rp>(</rp><rt>かん</rt><rp>)</rp></ruby>", "<button>Press</button>"),
        *(
            "<label>Label <input></label>",
            "<select><option>one</select>",
            "<textarea>\n<p></textarea>",
        ),
    ]
)


def wrapped(children: st.SearchStrategy[str], names: list[str]) -> st.SearchStrategy[str]:
    return st.tuples(st.sampled_from(names), children).map(
        lambda one: f"<{one[0]}>{one[1]}</{one[0]}>"
    )


def several(children: st.SearchStrategy[str], least: int = 1) -> st.SearchStrategy[str]:
    return st.lists(children, min_size=least, max_size=4).map("".join)


formatting = ["b", "em", "strong", "i", "code", "span", "mark", "sub", "q", "kbd", "del"]
plain = st.recursive(
    words | void, lambda children: wrapped(several(children), formatting), max_leaves=6
)
link_text = st.recursive(
    words, lambda children: wrapped(several(children), ["em", "code"]), max_leaves=3
)
links = link_text.map(lambda text: f"<a href=\"https://example.org/?a=1&amp;b='>'\">{text}</a>")
inline = several(plain | links)

blocks = st.one_of(
    inline.map(lambda text: f"<p>{text}</p>"),
    inline.map(lambda text: f'<p class="a > b">{text}</p>'),
    st.tuples(st.integers(1, 6), inline).map(lambda one: f'<h{one[0]} id="h">{one[1]}</h{one[0]}>'),
    words.map(lambda text: f"<pre><span></span><code>\n{text}</code></pre>"),
    words.map(lambda text: f'<div class="highlight"><pre>{text}</pre></div>'),
    inline.map(lambda text: f"<table><tr><td>{text}</td>\n<td>{text}</td></tr></table>"),
    inline.map(
        lambda text: (
            f"<table>\n<thead>\n<tr>\n<th>{text}</th>\n</tr>\n</thead>\n<tbody>\n"
            f"<tr>\n<td><p>{text}</p><p>{text}</p></td>\n<td><div>{text}</div></td></tr>\n</tbody>\n"
            "</table>"
        )
    ),
    inline.map(lambda text: f"<figure><p>{text}</p><figcaption>{text}</figcaption></figure>"),
    inline.map(lambda text: f"<dl>\n<dt>{text}</dt>\n<dd>{text}</dd>\n</dl>"),
    inline.map(lambda text: f"<details><summary>{text}</summary>{text}<p>{text}</p></details>"),
    inline.map(lambda text: f"<ul>\n<li>{text}\n<ol>\n<li>{text}</li>\n</ol>\n{text}</li>\n</ul>"),
    words.map(lambda text: f'<a href="x"><div>{text}<p>{text}</p></div></a>'),
    st.just("<hr />"),
    st.just("<!-- between -->\n"),
    st.just("<style>p > a { color: red }</style>"),
)
pages = st.recursive(
    blocks | inline,
    lambda children: st.one_of(
        wrapped(several(children), ["div", "blockquote", "section", "article"]),
        several(children).map(lambda inner: f"<ul>\n<li>\n{inner}</li>\n<li>{inner}</li></ul>"),
        several(children).map(
            lambda inner: (
                f'<div class="footnote">\n<hr />\n<ol>\n<li id="fn:1">\n{inner}\n'
                '<p>x&#160;<a class="footnote-backref" href="#fnref:1">&#8617;</a></p>'
                "</li>\n</ol></div>"
            )
        ),
        several(children, 2),
    ),
    max_leaves=5,
)

# --- Pages as broken as can be.

tags = [
    *("p", "div", "b", "i", "a", "li", "ul", "table", "tr", "td", "pre", "h2", "dd", "dl", "svg"),
    *("math", "script", "textarea", "button", "blockquote", "code", "br", "title", "template"),
]
broken = st.lists(
    st.one_of(
        words,
        st.sampled_from(tags).map(lambda tag: f"<{tag}>"),
        st.sampled_from(tags).map(lambda tag: f"</{tag}>"),
        st.sampled_from(
            [
                *(
                    "<",
                    "<!",
                    "<!-",
                    "<!--",
                    "-->",
                    "--!>",
                    "<?php ?>",
                    "<![CDATA[x]]>",
                    "</",
                    "</>",
                ),
                *("<a href='", '<p class="', "<b/>", "<b =x>", "<i a=b'c>", "<p a='>'>", "&#", "&"),
                *("<!doctype html>", '<a href=x y=">">', "< p>", "<é>", "</ p>", "\x00", "\r\n"),
            ]
        ),
    ),
    max_size=25,
).map("".join)


@st.composite
def annotated(
    draw: st.DrawFn, html: st.SearchStrategy[str]
) -> tuple[str, list[AnchoredAnnotation]]:
    """A page with up to six notes on any of its passages, one to three each."""
    page = draw(html)
    length = len(read_visible(page).text)
    if not length:
        return page, []
    offsets = st.integers(0, length - 1)
    ranges = st.tuples(offsets, st.integers(1, 20)).map(
        lambda one: (one[0], min(one[0] + one[1], length))
    )
    notes = draw(st.lists(st.lists(ranges, min_size=1, max_size=3), max_size=6))
    return page, [_note(number, one) for number, one in enumerate(notes)]


def _note(number: int, ranges: list[tuple[int, int]]) -> AnchoredAnnotation:
    # "h" is an id that the pages themselves use.
    id = "h" if number == 0 else f"note-{number}"
    annotation = Annotation(
        id=id,
        text="text",
        kind=("context", "source", "correction", "own")[number % 4],
        title='A "title" & <more>',
        body="It *says* this.\n\n- and\n- that",
        targets=tuple(Target(PLACE, TextQuote("words")) for _ in ranges),
        place=PLACE,
        body_place=PLACE,
        verdict=("", "contradicted", "nonesuch")[number % 3],
    )
    return AnchoredAnnotation(
        annotation, tuple(Anchor(Status.EXACT, start, end, 1.0) for start, end in ranges)
    )


def render(page: str, notes: list[AnchoredAnnotation]) -> str:
    return annotate(page, read_visible(page), notes, RenderContext())


Page = tuple[str, list[AnchoredAnnotation]]


def parse(html: str) -> JustHTML:
    return JustHTML(html, fragment=True, sanitize=False, collect_errors=True)


def elements(node: Any, within: tuple[Any, ...] = ()) -> Iterator[tuple[Any, tuple[Any, ...]]]:
    """Every element below a node, with those around it."""
    for child in node.children or []:
        if not child.name.startswith("#"):
            yield child, within
            yield from elements(child, (*within, child))


# What stands around the host's own words.
AROUND = {"postil-also", "postil-block", "postil-mark", "postil-row", "postil-words"}


def shape(node: Any) -> list[Any]:
    """What a page consists of, without what Postil put into it."""
    found: list[Any] = []
    for child in node.children or []:
        attributes = child.attrs if not child.name.startswith("#") else {}
        classes = (attributes.get("class") or "").split()
        if child.name == "#text":
            found.append(child.data)
        elif child.name.startswith("#"):
            found.append((child.name, child.data))
        elif "data-postil" not in attributes:
            found.append((child.name, sorted(attributes.items()), shape(child)))
        elif AROUND & set(classes):
            found += shape(child)
    joined: list[Any] = []
    for one in found:
        if isinstance(one, str) and joined and isinstance(joined[-1], str):
            joined[-1] += one
        else:
            joined.append(one)
    return joined


def text_of(node: Any) -> str:
    return "".join(
        child.data if child.name == "#text" else text_of(child) for child in node.children or []
    )


# --- What holds for any page.


@QUICK
@given(annotated(pages | broken))
def test_the_page_is_back_byte_for_byte(original: Callable[[str], str], page: Page) -> None:
    assert original(render(*page)) == page[0]


@QUICK
@given(annotated(pages | broken))
def test_every_note_is_there_once(page: Page) -> None:
    html, notes = page
    rendered = render(html, notes)
    for number in range(1, len(notes) + 1):
        assert rendered.count(f'<span class="postil-number">{number}</span>') == 1


@QUICK
@given(broken)
def test_of_a_broken_page_the_same_is_visible_as_in_a_browser(html: str) -> None:
    """Browsers move what stands in a table and must not, so that the order may differ."""
    # What an unclosed drawing, formula or the like swallows differs from browser to browser.
    assume(not re.search("<(svg|math|title|template|textarea|script)>", html))
    # The parser that stands for a browser ends a comment here; the standard does not.
    assume("<!--!>" not in html)
    assert Counter(visible_characters(parse(html).root)) == Counter(
        "".join(read_visible(html).text.split())
    )


# --- What holds for a page without errors.


@QUICK
@given(pages)
def test_the_same_is_visible_as_in_a_browser(html: str) -> None:
    assert visible_characters(parse(html).root) == "".join(read_visible(html).text.split())


@QUICK
@given(annotated(pages))
def test_the_page_keeps_its_elements(page: Page) -> None:
    """Nothing that is inserted ends an element of the page, or is moved by the parser."""
    rendered = parse(render(*page))
    assert shape(rendered.root) == shape(parse(page[0]).root)


@QUICK
@given(annotated(pages))
def test_no_error_comes_in(page: Page) -> None:
    before = Counter(error.code for error in parse(page[0]).errors)
    after = Counter(error.code for error in parse(render(*page)).errors)
    assert not after - before


@QUICK
@given(annotated(pages))
def test_marks_cover_the_passages_and_nothing_else(page: Page) -> None:
    html, notes = page
    visible = read_visible(html)
    root = parse(render(html, notes)).root
    marked: dict[str, str] = {one.annotation.id: "" for one in notes}
    for element, _ in elements(root):
        if element.name == "mark" and "data-postil" in element.attrs:
            for id in (element.attrs["data-postil"] or "").split():
                marked[id] += text_of(element)
    for one in notes:
        covered = sorted({at for anchor in one.anchors for at in range(anchor.start, anchor.end)})
        words = "".join("".join(visible.text[at] for at in covered).split())
        found = "".join(marked[one.annotation.id].split())
        # Formulas are not marked, and characters are never cut: a mark may hold a few more.
        missing = Counter(words) - Counter(found)
        assert not missing or "<math>" in html
        assert (Counter(found) - Counter(words)).total() <= 12 * 2 * len(one.anchors)


@QUICK
@given(annotated(pages))
def test_ids_are_unique_and_links_lead_somewhere(page: Page) -> None:
    html, notes = page
    theirs = Counter(re.findall(r' id="([^"]*)"', html))
    root = parse(render(html, notes)).root
    ids = Counter(one.attrs["id"] for one, _ in elements(root) if one.attrs.get("id"))
    assert {id for id, count in ids.items() if count > 1} <= {
        id for id, count in theirs.items() if count > 1
    }
    for one, _ in elements(root):
        classes = (one.attrs.get("class") or "").split()
        if {"postil-words", "postil-ref", "postil-back"} & set(classes):
            assert one.attrs["href"].removeprefix("#") in ids
        for id in (one.attrs.get("aria-details") or "").split():
            assert id in ids


@QUICK
@given(annotated(pages))
def test_nothing_that_is_pressed_stands_in_another(page: Page) -> None:
    for element, around in elements(parse(render(*page)).root):
        classes = (element.attrs.get("class") or "").split()
        if any(name.startswith("postil-") for name in classes):
            pressed = {"a", "button", "label", "select", "textarea", "summary"}
            holders = {one.name for one in around if one.name in pressed}
            if element.name == "a" or element.name == "details":
                assert not holders
            assert not {one.name for one in around} & {"script", "style", "title", "svg", "math"}


def visible_characters(node: Any, hidden: bool = False) -> str:
    """The text that a browser's tree holds and shows, without white space."""
    found = ""
    for child in node.children or []:
        if child.name == "#text":
            found += "" if hidden else "".join(child.data.split())
        elif not child.name.startswith("#"):
            found += visible_characters(child, hidden or is_hidden(child))
    return found


def is_hidden(element: Any) -> bool:
    return (
        element.name in {"script", "style", "svg", "template", "textarea", "title", "select"}
        or element.name in {"rt", "rp"}
        or "hidden" in element.attrs
        or element.attrs.get("class") in {"headerlink", "footnote-ref", "footnote-backref"}
    )
