"""The templates of notes and pages, and the one environment that renders them."""

from __future__ import annotations

from functools import cache

from jinja2 import Environment, PackageLoader, StrictUndefined, Template

from postil.render.inside import finding, passages, pill
from postil.render.listed import linked_note, linked_passage, linked_text


@cache
def template(name: str) -> Template:
    """The template of that name. Jinja's environments may be shared between threads."""
    return _environment().get_template(name)


@cache
def _environment() -> Environment:
    environment = Environment(
        loader=PackageLoader("postil.render", "templates"),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    # What is written without a template, for those that need it.
    environment.globals.update(finding=finding, passages_of=passages, pill=pill)
    environment.globals.update(
        linked_note=linked_note, linked_passage=linked_passage, linked_text=linked_text
    )
    return environment
