"""Every diagnostic that Postil can give, by subject: what is wrong, how it comes about, and what to
do."""

from __future__ import annotations

from postil.model.codes.anchors import ANCHORS
from postil.model.codes.code import Code, Group
from postil.model.codes.fields import FIELDS
from postil.model.codes.files import FILES
from postil.model.codes.forms import FORMS
from postil.model.codes.pages import PAGES
from postil.model.codes.record import RECORD
from postil.model.codes.settings import SETTINGS
from postil.model.codes.trust import TRUST
from postil.model.codes.values import VALUES
from postil.model.codes.yaml import YAML

__all__ = ["CODES", "GROUPS", "Code"]

GROUPS: tuple[Group, ...] = (
    FILES,
    YAML,
    FORMS,
    VALUES,
    FIELDS,
    SETTINGS,
    ANCHORS,
    PAGES,
    TRUST,
    RECORD,
)

CODES: dict[str, Code] = {code.id: code for group in GROUPS for code in group.codes}
