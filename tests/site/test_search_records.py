"""What Pagefind reads of pages."""

from __future__ import annotations

import html
import json
import re
from collections.abc import Callable

import pytest
from justhtml import JustHTML

from postil.site.search_records import Record, explainer_records, page_records
from postil.site.whole import Whole

MakeWhole = Callable[..., Whole]


def told(record: Record) -> dict[str, str]:
    """What a record says of its page."""
    names = re.search(r'data-pagefind-meta="([^"]*)"', record.html)
    assert names is not None
    found = {}
    for pair in names[1].split(", "):
        name, attribute = pair.rstrip("]").split("[")
        value = re.search(rf' {attribute}="([^"]*)"', record.html)
        assert value is not None
        found[name] = html.unescape(value[1])
    return found


def records(whole: Whole) -> list[Record]:
    return list(explainer_records("a/b/", whole.by_slug["speech"], whole.context))


def test_an_explainer_is_its_text_and_its_notes(make_whole: MakeWhole) -> None:
    whole = make_whole()
    (record,) = records(whole)
    assert record.url == "a/b/"
    document = JustHTML(record.html)
    explained = whole.by_slug["speech"]
    words = document.to_text()
    assert explained.explainer.text.title in words
    meta = told(record)
    assert meta["title"] == explained.explainer.text.title
    assert meta["kind"] == "Text under examination"
    # Each note is a section under its own address, with what it is in words.
    notes = json.loads(meta["notes"])
    titles = {one.annotation.id: one.annotation.title for one in explained.explainer.annotations}
    assert {*notes} == {*titles}
    for id, title in titles.items():
        assert f'<h2 id="{id}">{html.escape(title, quote=False)}</h2>' in record.html
    assert notes["easy"] == ["Correction", "Contradicted", "postil-tone-1", "✕"]
    # The text is without marks, and sources are left out.
    assert "postil-" not in record.html.replace("postil-tone-", "")


def test_what_people_wrote_stays_words(make_whole: MakeWhole) -> None:
    text = (
        "---\ntitle: 'A \"speech\" <b>'\ndescription: <i>\n---\n\nIt is easy to go to the moon.\n"
    )
    (record, *_) = records(make_whole({"content/speech.md": text}))
    assert told(record)["title"] == 'A "speech" <b>'
    assert "<h1>A &#34;speech&#34; &lt;b&gt;</h1><p>&lt;i&gt;</p>" in record.html


def test_a_long_page_is_several_records(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("postil.site.search_records.MOST", 100)
    page = '<h1 id="a">A</h1>\n' + "<p>Words of it.</p>\n" * 20
    page += '<h2 id="b" class="x">B</h2>\n<ul><li><p>In a list.</p></li></ul>\n' * 5
    found = list(page_records("a/", "A page", page, "en"))
    assert len(found) > 3
    assert all(len(record.html) < 500 for record in found)
    # One that goes on under a heading begins with it, so that what is found there has its address.
    heads = [re.search(r"</div>(<h\d id=\"\w\")", record.html) for record in found]
    assert [head[1] if head else "" for head in heads[:2]] == ['<h1 id="a"', '<h1 id="a"']
    assert heads[-1] is not None
    assert heads[-1][1] == '<h2 id="b"'
    assert [record.url for record in found[:3]] == ["a/", "a/?2", "a/?3"]
    # Nothing is lost.
    whole = " ".join(JustHTML(record.html).to_text() for record in found)
    assert (whole.count("Words of it."), whole.count("In a list.")) == (20, 5)
    assert {told(record)["title"] for record in found} == {"A page"}


def test_notes_are_spread_over_records_with_their_labels(
    make_whole: MakeWhole, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("postil.site.search_records.MOST", 10)
    found = records(make_whole())
    ids = [re.findall(r'<h2 id="([^"]+)">', record.html) for record in found]
    labels = [[*json.loads(told(record).get("notes", "{}"))] for record in found]
    assert ids == labels
    assert sum(map(len, ids)) == len({id for some in ids for id in some}) > 1
