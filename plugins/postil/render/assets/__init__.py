"""What is served beside the pages."""

from __future__ import annotations

from pathlib import Path

STYLESHEET = Path(__file__).with_name("postil.css")
SCRIPT = Path(__file__).with_name("postil.js")
"""An ES module without imports."""
OVERVIEWS_STYLESHEET = Path(__file__).with_name("overviews.css")
"""For the pages about all explainers, beside `STYLESHEET`."""
OVERVIEWS_SCRIPT = Path(__file__).with_name("overviews.js")
"""For the same pages: an ES module without imports."""
EMBEDS_STYLESHEET = Path(__file__).with_name("embeds.css")
"""For pages that embed something, beside `STYLESHEET`."""
SEARCH_STYLESHEET = Path(__file__).with_name("search.css")
"""For the page of the search, beside `OVERVIEWS_STYLESHEET`."""
SEARCH_SCRIPT = Path(__file__).with_name("search.js")
"""For the page of the search: an ES module without imports but Pagefind's."""
FIND_STYLESHEET = Path(__file__).with_name("find.css")
"""For the way to that page in the head of every page."""
FIND_SCRIPT = Path(__file__).with_name("find.js")
"""For the same: an ES module without imports."""
SEARCH_ASSETS = (SEARCH_STYLESHEET, SEARCH_SCRIPT, FIND_STYLESHEET, FIND_SCRIPT)
"""What sites have that Pagefind searches."""
FORM_STYLESHEET = Path(__file__).with_name("form.css")
"""For the form in which a reader writes a note, and for what offers it."""
OFFER_SCRIPT = Path(__file__).with_name("annotate.js")
"""Offers the form: an ES module without imports."""
FORM_YAML = Path(__file__).with_name("yaml.js")
FORM_SCRIPTS = (
    Path(__file__).with_name("passage.js"),
    FORM_YAML,
    Path(__file__).with_name("form.js"),
)
"""The form: ES modules of which the last imports the others. They are served as one; see
`postil.render.joined`."""
ASSETS = (
    STYLESHEET,
    SCRIPT,
    OVERVIEWS_STYLESHEET,
    OVERVIEWS_SCRIPT,
    EMBEDS_STYLESHEET,
    FORM_STYLESHEET,
)
