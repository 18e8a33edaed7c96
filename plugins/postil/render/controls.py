"""What the script needs to know of a page, to offer its controls in the page's own language."""

from __future__ import annotations

import json

from postil.model.explainer import Explainer
from postil.render.context import RenderContext
from postil.render.evidence import weigh

_WORDS = (
    "filter",
    "filter-kind",
    "filter-verdict",
    "filter-by",
    "all",
    "shown",
    "marks",
    "shortcuts",
    "shortcuts-on",
    "key-next",
    "key-previous",
    "key-annotate",
    "key-close",
    "key-list",
    "close",
    "copy-link",
    "copied",
    "copy-by-hand",
    "colon",
)


def controls_data(explainer: Explainer, context: RenderContext) -> str:
    """JSON with the `words` of the controls, among them the `digits` of the language, and what the
    notes of `explainer` can be filtered by: pairs of an id and its label, of the `kind`s and
    `verdict`s in the order of the site's scale, and of contributors (`by`) in that of the notes.

    A note without a verdict has the verdict `none`.
    """
    words = context.words
    evidence = weigh(explainer.annotations, context)
    by = dict.fromkeys(id for one in explainer.annotations for id in one.annotation.contributors)
    known = context.contributors
    return json.dumps(
        {
            "words": {key: words[key] for key in _WORDS} | {"digits": words.digits("0123456789")},
            "kind": [(one.kind.id, one.kind.label) for one in evidence.kinds],
            "verdict": [(one.id or "none", one.label) for one in evidence.shares],
            "by": [(id, known[id].name if id in known else id) for id in by],
        },
        ensure_ascii=False,
        separators=(",", ":"),
    )
