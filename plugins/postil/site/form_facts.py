"""What the form on the pages needs to know of the site: fields, rules, sources and words."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from typing import Any
from urllib.parse import urlsplit

from postil.model.fields.annotation import ANNOTATION, CITATION
from postil.model.fields.field import Field, Form
from postil.model.fields.patterns import LENGTHS, PATTERNS
from postil.model.fields.source import SOURCE
from postil.model.forge import new_file_address, takes_content
from postil.read import limits
from postil.render.context import RenderContext
from postil.render.head import shortened
from postil.render.words import Words, say
from postil.site.made_forms import MadeFile
from postil.site.whole import Whole

PATH = "assets/postil/form.json"

NEW = "+"
"""Stands for a source that is not in the list; no id has this sign."""

_TITLE = 90
"""Characters of a source's title in the list."""

_WRONG = {
    Form.ID: "form-wrong-id",
    Form.RANGE: "form-wrong-date",
    Form.DATE: "form-wrong-date",
    Form.ADDRESS: "form-wrong-url",
}
"""What is said of a value that does not have its form."""

_WORDS = (
    *("about", "words", "choose", "choose-about", "no-words", "source", "source-add", "remove"),
    *("missing", "taken", "problems", "files", "send", "send-long", "pasted", "long", "drops"),
    *("no-forge", "second", "copy-file", "copied", "not-copied", "draft", "restored", "delete"),
)

Options = Iterable[tuple[str, str]]


def form_facts(whole: Whole) -> Iterator[MadeFile]:
    """The file that the form reads, where the site has the form."""
    if whole.settings.form:
        data = json.dumps(facts(whole), ensure_ascii=False, separators=(",", ":"))
        yield MadeFile(PATH, data.encode())


def facts(whole: Whole) -> dict[str, Any]:
    """The facts as JSON has them: `make` is where a file is made (see `new_file_address`), empty
    without a repository, and `drops` says that the forge drops the content of it."""
    settings, words = whole.settings, whole.context.words
    host = urlsplit(settings.repository).hostname or ""
    own = {"host": host}
    return {
        "words": {
            **{name: words[f"form-{name}"].format(**own) for name in _WORDS},
            **{name: words[name] for name in ("form", "close", "download")},
        },
        "folder": settings.annotations,
        "make": new_file_address(settings),
        "drops": not takes_content(settings),
        "fields": {
            "note": _note_fields(whole.context),
            "citation": _citation_fields(whole),
            "source": _source_fields(words),
        },
    }


def _note_fields(context: RenderContext) -> list[dict[str, Any]]:
    words, settings = context.words, context.settings
    fields = ANNOTATION.by_name
    people = [(one.id, one.name) for one in context.contributors.values()]
    verdicts = [(one.id, _explained(one.label, one.meaning, words)) for one in settings.verdicts]
    kinds = [(one.id, one.label) for one in settings.kinds]
    return [
        _field(fields["kind"], words, "filter-kind", options=kinds),
        _field(fields["title"], words, "form-title", "form-title-about"),
        # A note without a body is a draft.
        _field(fields["body"], words, "form-body", "form-body-about", needed=True)
        | {"as": "textarea", "most": limits.BODY_CHARACTERS},
        _field(
            fields["verdict"],
            words,
            "filter-verdict",
            options=[("", words["explains"]), *verdicts],
        ),
        _field(
            fields["contributors"],
            words,
            "filter-by",
            options=[("", words["form-by-none"]), *people],
        ),
        _field(fields["id"], words, "form-id", "form-id-about"),
    ]


def _explained(label: str, meaning: str, words: Words) -> str:
    return f"{label}{words['colon']}{meaning}" if meaning else label


def _citation_fields(whole: Whole) -> list[dict[str, Any]]:
    words, fields = whole.context.words, CITATION.by_name
    known = sorted(
        ((one.id, shortened(one.title, _TITLE)) for one in whole.library.sources.values()),
        key=lambda one: one[1].casefold(),
    )
    return [
        _field(
            fields["source"],
            words,
            "form-source",
            options=[(NEW, words["form-source-new"]), *known],
        ),
        _field(fields["locator"], words, "form-locator"),
        _field(fields["quote"], words, "form-quote"),
    ]


def _source_fields(words: Words) -> list[dict[str, Any]]:
    fields = SOURCE.by_name
    # A web page first: it is what most of those who write here bring.
    types = sorted(fields["type"].words, key=lambda one: one != "webpage")
    return [
        _field(fields["type"], words, "form-type", options=[(one, one) for one in types]),
        _field(fields["title"], words, "form-work", needed=True),
        _field(fields["publisher"], words, "form-publisher"),
        _field(fields["issued"], words, "form-issued"),
        _field(fields["URL"], words, "form-url"),
        _field(fields["checked"], words, "form-checked") | {"today": True},
        _field(fields["copy"], words, "form-copy", options=_chosen(fields["copy"], words)),
        _field(fields["seen"], words, "form-seen", options=_chosen(fields["seen"], words)),
    ]


def _chosen(field: Field, words: Words) -> list[tuple[str, str]]:
    return [("", ""), *((word, words[word]) for word in field.words)]


def _field(
    field: Field,
    words: Words,
    label: str,
    about: str = "",
    *,
    options: Options = (),
    needed: bool = False,
) -> dict[str, Any]:
    """A field as the form shows it: its rules are those of the model."""
    made: dict[str, Any] = {
        "name": field.name,
        "as": "select" if options else "input",
        "label": say(words, label),
    }
    if about:
        made["about"] = say(words, about)
    if options:
        made["options"] = list(options)
    if field.required or needed:
        made["needed"] = True
    if field.form in _WRONG:
        made |= {"pattern": PATTERNS[field.form], "wrong": say(words, _WRONG[field.form])}
    if field.form in LENGTHS:
        made["most"] = LENGTHS[field.form]
    return made
