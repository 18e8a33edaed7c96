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
FORM_YAML = Path(__file__).with_name("yaml.js")
"""Writes the files of a note and its sources, for the form."""
ASSETS = (STYLESHEET, SCRIPT, OVERVIEWS_STYLESHEET, OVERVIEWS_SCRIPT, EMBEDS_STYLESHEET)
