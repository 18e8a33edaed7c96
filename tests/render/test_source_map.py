"""The way back to the source is unfolded only where somebody goes it, and is the same then."""

from __future__ import annotations

import pickle

from postil.render.source_map import SourceMap
from postil.render.visible import VisibleText, read_visible

PAGE = "<h2 id='a'>A <b>title</b></h2><p>Some <a href='x'>words</a> &amp; more.</p>"


def handed_on(visible: VisibleText) -> VisibleText:
    found: VisibleText = pickle.loads(pickle.dumps(visible))  # noqa: S301 - written here
    return found


def test_what_was_handed_on_leads_to_the_same_places() -> None:
    visible = read_visible(PAGE)
    other = handed_on(handed_on(visible))
    assert [other.source_range(at, at + 1) for at in range(len(visible.text)) if at != 7] == [
        visible.source_range(at, at + 1) for at in range(len(visible.text)) if at != 7
    ]
    assert [(run.start, run.element.name) for run in other.runs] == [
        (run.start, run.element.name) for run in visible.runs
    ]
    # Elements are told apart by what they are, not by what they say.
    assert other.runs[0] is other.runs[0]


def test_it_is_handed_on_as_it_is() -> None:
    folded = pickle.dumps(read_visible(PAGE)._map)
    # Neither is unfolded on the way.
    again = pickle.dumps(pickle.loads(folded))  # noqa: S301 - written here
    assert again == folded
    assert SourceMap() == pickle.loads(pickle.dumps(SourceMap()))  # noqa: S301 - written here
