"""Without the plugin: a Python-Markdown extension publishes the same notes.

It is the way into hosts that take Markdown extensions and no MkDocs plugins.
"""

from __future__ import annotations

import markdown
from markdown.extensions import Extension
from markdown.postprocessors import Postprocessor

from postil.model.annotation import Annotation
from postil.model.library import Library
from postil.model.place import Place
from postil.model.settings import Settings
from postil.model.target import Target, TextQuote
from postil.model.text import Text
from postil.site.explain import explain
from postil.site.pages import context_of, page_of_text

SOURCE = "# A speech\n\nWe *choose* to go to the moon.[^1]\n\n[^1]: In this decade.\n"
PLACE = Place("annotations/speech.yml", 1, 1)
NOTE = Annotation(
    "the-moon",
    "speech",
    "context",
    "Which moon",
    "The near one.",
    (Target(PLACE, TextQuote("choose to go")),),
    PLACE,
    PLACE,
)


class Notes(Postprocessor):
    def run(self, text: str) -> str:
        speech = Text("speech", "A speech", SOURCE, PLACE)
        library = Library({"speech": speech}, {"speech": (NOTE,)}, {}, {})
        explained = explain(library, speech, text)
        return page_of_text(explained, library, context_of(library, Settings(), "en"))


class NotesExtension(Extension):
    def extendMarkdown(self, md: markdown.Markdown) -> None:  # noqa: N802 - the library's name
        # Last: the HTML must be whole, raw blocks and footnotes put back.
        md.postprocessors.register(Notes(md), "postil", -100)


def test_an_extension_publishes_notes() -> None:
    html = markdown.markdown(SOURCE, extensions=["footnotes", NotesExtension()])
    assert "><em>choose</em> to go</a></mark>" in html
    assert "The near one." in html
    assert html.index("Which moon") < html.index("In this decade.")
