"""What is made of texts and notes, by everything that it is made from: equal keys, equal things.

A key holds more than is looked at: too much makes a thing anew for nothing, too little would leave
an old one standing. A test edits sites at random and compares what is kept with what is made anew.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import replace

from postil.model.diagnostic import Diagnostic
from postil.model.library import Library
from postil.model.source import Source
from postil.model.text import Text
from postil.site.annotation_files import collection_of
from postil.site.cards import pictures
from postil.site.digest import as_bytes, digest
from postil.site.feeds import newest
from postil.site.uris import note_uri, text_uri
from postil.site.whole import Whole


def anchors_key(
    library: Library, text: Text, html: str, removed: tuple[Diagnostic, ...], code: bytes
) -> bytes:
    """Of what anchoring finds in the HTML of a text, from which `removed` was taken.

    `code` is a key for what does it.
    """
    return digest(
        code,
        # The rest of its front matter is for the host.
        replace(text, meta={}, markdown=""),
        as_bytes(text.markdown),
        as_bytes(html),
        removed,
        library.annotations[text.slug],
        tuple(library.citing.get(text.slug, ())),
    )


def site_key(whole: Whole, texts: Mapping[str, bytes]) -> bytes:
    """Of what is made of the whole site; `texts` has the keys of the anchors by slug."""
    library = whole.library
    return digest(
        _around(whole),
        tuple(texts.items()),
        tuple(library.sources.items()),
        tuple(library.contributors.items()),
        tuple(whole.urls.items()),
    )


def text_key(
    whole: Whole,
    slug: str,
    texts: Mapping[str, bytes],
    entry: Callable[[str, str], tuple[str, str]],
    problems: Iterable[Diagnostic] = (),
    hosted: tuple[str, ...] = (),
) -> bytes:
    """Of the pages and files of a text; `texts` has the keys of the anchors by slug.

    `entry` gives the page and the fragment of a source or contributor; `problems` are those that
    the page shows; `hosted` are the pages of notes that the host makes.
    """
    library, settings = whole.library, whole.settings
    text, annotations = library.texts[slug], library.annotations[slug]
    uris = [text_uri(settings, text), *(note_uri(settings, text, one.id) for one in annotations)]
    sources = dict.fromkeys(one.source for note in annotations for one in note.citations)
    people = dict.fromkeys(one for note in annotations for one in note.contributors)
    return digest(
        _around(whole),
        whole.once("collection key", lambda: digest(collection_of(whole))),
        newest(whole),
        texts[slug],
        [whole.urls.get(uri) for uri in uris],
        [(id, library.sources.get(id), entry("source", id)) for id in sources],
        [(id, library.contributors.get(id), entry("contributor", id)) for id in people],
        [(other, texts.get(other)) for other in sorted(others_of(library, slug))],
        tuple(problems),
        hosted,
        # Whether those of notes have one is a matter of how many there are on the site.
        [pictures(whole).get(uri) for uri in uris],
    )


def sources_key(whole: Whole, sources: Sequence[Source], code: bytes) -> bytes:
    """Of what is the same wherever these sources are cited. `code` is a key for what makes it."""
    return digest(code, _around(whole), whole.context.language, tuple(sources))


def others_of(library: Library, slug: str) -> set[str]:
    """The texts that the notes of a text cite, and those whose notes cite it: no page of the text
    says where anything stands in any other one."""
    cited = {one.text for note in library.annotations[slug] for one in note.cited_passages}
    return cited | {note.text for note, _ in library.citing.get(slug, ())}


def _around(whole: Whole) -> bytes:
    """What everything depends on."""
    return whole.once(
        "around key",
        lambda: digest(
            whole.settings,
            whole.facts,
            whole.root,
            whole.library.style,
            tuple(sorted(whole.library.links.items())),
            # Notes name their text where there are several.
            len(whole.explained) > 1,
        ),
    )
