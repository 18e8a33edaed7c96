"""What other programs may use of Postil, without MkDocs.

Everything in `__all__` keeps its name and meaning until the change log says otherwise; anything
else may change at any time. Nothing of Postil's imports this module.
"""

from __future__ import annotations

from postil.anchor import PreparedText, Section, describe, find, prepare, resolve
from postil.model.anchor import Anchor, Candidate, Status
from postil.model.annotation import Annotation, Citation, PassageCitation, Revision
from postil.model.contributor import Contributor
from postil.model.diagnostic import Diagnostic, Level
from postil.model.explainer import AnchoredAnnotation, Explainer
from postil.model.library import Library
from postil.model.limits import Limits
from postil.model.link import LinkCheck, LinkState
from postil.model.place import Place
from postil.model.publisher import Publisher
from postil.model.scale import Kind, Verdict
from postil.model.settings import Settings
from postil.model.source import Source
from postil.model.target import Target, TextQuote
from postil.model.text import Provenance, Text
from postil.publish.bibtex import bibtex_entry
from postil.publish.csl_json import csl_item
from postil.publish.yaml_file import annotation_yaml
from postil.read.library import read_library
from postil.read.settings import HostConfig, read_settings
from postil.render.assets import FORM_STYLESHEET, SCRIPT, STYLESHEET
from postil.render.form_place import FormFiles
from postil.render.joined import form_script, offer_script
from postil.render.visible import Heading, VisibleText, read_visible
from postil.site.check import Checked, check_site
from postil.site.crossing_pages import with_crossing
from postil.site.explain import CitedPassage, Explained, explain
from postil.site.made import files_of
from postil.site.made_forms import MadeFile
from postil.site.markdown import TextRenderer
from postil.site.note_pages import SiteFacts
from postil.site.pages import explainer_page, index_page
from postil.site.summary import Summary, summarise
from postil.site.whole import PageFacts, Whole

__all__ = [
    "FORM_STYLESHEET",
    "SCRIPT",
    "STYLESHEET",
    "Anchor",
    "AnchoredAnnotation",
    "Annotation",
    "Candidate",
    "Checked",
    "Citation",
    "CitedPassage",
    "Contributor",
    "Diagnostic",
    "Explained",
    "Explainer",
    "FormFiles",
    "Heading",
    "HostConfig",
    "Kind",
    "Level",
    "Library",
    "Limits",
    "LinkCheck",
    "LinkState",
    "MadeFile",
    "PageFacts",
    "PassageCitation",
    "Place",
    "PreparedText",
    "Provenance",
    "Publisher",
    "Revision",
    "Section",
    "Settings",
    "SiteFacts",
    "Source",
    "Status",
    "Summary",
    "Target",
    "Text",
    "TextQuote",
    "TextRenderer",
    "Verdict",
    "VisibleText",
    "Whole",
    "annotation_yaml",
    "bibtex_entry",
    "check_site",
    "csl_item",
    "describe",
    "explain",
    "explainer_page",
    "files_of",
    "find",
    "form_script",
    "index_page",
    "offer_script",
    "prepare",
    "read_library",
    "read_settings",
    "read_visible",
    "resolve",
    "summarise",
    "with_crossing",
]
