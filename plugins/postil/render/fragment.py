"""Links to words of a page that somebody else publishes."""

from __future__ import annotations

from urllib.parse import quote, urldefrag

from postil.render.links import safe_link

# Up to this many characters the words themselves are named; of longer passages, both ends.
_WHOLE = 120
# Words of each end: enough to be found, few enough to survive small differences.
_END = 5
# Characters that hold as many words, of any language that sets words apart.
_NEAR = 200
# In a text of more characters than these nobody looks whether words stand there twice: for many
# notes it would take longer than all else.
_LONG = 200_000


def fragment_link(url: str, text: str, start: int, end: int) -> str:
    """The address of the words `text[start:end]` in the page at `url`, as a text fragment.

    `text` is what that page is taken to say; words that stand in it more than once get the words
    before them as well, and so do those of a long text. Empty without an address that may be
    linked. A browser that does not know text fragments opens the page at its beginning.
    https://wicg.github.io/scroll-to-text-fragment/
    """
    linked = safe_link(url)
    named = fragment(text, start, end) if linked else ""
    return f"{urldefrag(linked).url}#{named}" if named else ""


def fragment(text: str, start: int, end: int) -> str:
    """What stands after the # of an address that leads to the words `text[start:end]`; empty where
    there are none."""
    words = " ".join(text[start:end].split())
    if not words:
        return ""
    terms = words.split(" ")
    if len(words) <= _WHOLE or len(terms) <= 2 * _END:
        named = _encoded(words)
    else:
        named = f"{_encoded(' '.join(terms[:_END]))},{_encoded(' '.join(terms[-_END:]))}"
    if len(text) > _LONG or text.count(text[start:end]) > 1:
        near = text[max(start - _NEAR, 0) : start].split()
        # What the first of them lacks stands before.
        before = (near if start <= _NEAR else near[1:] or near)[-_END:]
        if before:
            named = f"{_encoded(' '.join(before))}-,{named}"
    return f":~:text={named}"


def _encoded(words: str) -> str:
    # The hyphen has a meaning in a fragment, and `quote` never encodes it.
    return quote(words, safe="").replace("-", "%2D")
