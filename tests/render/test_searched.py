"""What a search reads of a page of ours: all but elements of ours that are excluded."""

from __future__ import annotations

import pytest

from postil.render.searched import searched

OUT = " data-search-exclude"
CASES = {
    # Elements of ours.
    f'a<p class="postil-a"{OUT}>b</p>c': "ac",
    f'a<p data-postil class="postil-a x" lang="en"{OUT}>b</p>c': "ac",
    f'a<div class="postil-a"{OUT}><div>b</div><div><p>c</p></div>d</div>e': "ae",
    f'a<p class="postil-a"{OUT} hidden>b</p>c<ul class="postil-b"{OUT}><li>d</ul>e': "ace",
    # One within another.
    f'<ul class="postil-a"{OUT}><li class="postil-b"{OUT}>b</li></ul>c': "c",
    # An element whose name begins with the same letters.
    f'<p class="postil-a"{OUT}>a<picture>b</picture>c</p>d': "d",
    # One that does not end.
    f'a<p class="postil-a"{OUT}>b': "a",
    # Those of the host, words, and values of attributes.
    f'a<p class="other"{OUT}>b</p>c': f'a<p class="other"{OUT}>b</p>c',
    f"a<p{OUT}>b</p>c": f"a<p{OUT}>b</p>c",
    f'<p class="postil-a">the words{OUT}></p>': f'<p class="postil-a">the words{OUT}></p>',
    f'<p class="postil-a" title="{OUT}">b</p>': f'<p class="postil-a" title="{OUT}">b</p>',
    f"{OUT}": f"{OUT}",
    "": "",
}


@pytest.mark.parametrize("html", CASES)
def test_what_is_read(html: str) -> None:
    assert searched(html) == CASES[html]
