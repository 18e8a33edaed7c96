"""Events that came late or take no hand, and attributes that give an element a part that it should
not have."""

from __future__ import annotations

from itertools import product

from .signs import RUN

_LATE = (
    *(
        "oncontentvisibilityautostatechange",
        "onscrollsnapchange",
        "onscrollsnapchanging",
        "onslotchange",
        "oncancel",
    ),
    *(
        "onsecuritypolicyviolation",
        "onbeforematch",
        "oncommand",
        "ongotpointercapture",
        "ontransitionrun",
        "onfocusin",
    ),
    *(
        "onwebkitanimationstart",
        "onbeforexrselect",
        "onformdata",
        "oninvalid",
        "onauxclick",
        "onpageshow",
        "onhashchange",
    ),
    *(
        "onbegin",
        "onend",
        "onrepeat",
        "onloadstart",
        "onwaiting",
        "oncuechange",
        "onunhandledrejection",
        "onmessage",
    ),
)
EVENTS = tuple(
    form.format(event, RUN)
    for event, form in product(
        _LATE,
        (
            *(
                "<p {0}={1} style=content-visibility:auto>x</p>",
                "<svg {0}={1}>",
                "<math {0}={1}>x</math>",
            ),
            *("<a href=# {0}='{1}'>x</a>", "<details open {0}={1}><summary>x</summary></details>"),
        ),
    )
)
_LINKED = (
    "href",
    "xlink:href",
    "src",
    "from",
    "to",
    "values",
    "by",
    "action",
    "data",
    "formaction",
    "cite",
    "longdesc",
    "poster",
)
SCHEMES_IN = tuple(
    f"<{tag} {name}='{scheme}'>x</{tag.split()[0]}>"
    for tag, name, scheme in product(
        ("svg a", "math", "blockquote", "q", "video", "maction actiontype=statusline"),
        _LINKED,
        (f"javascript:{RUN}", f"&#x20;java&#9;script&colon;{RUN}"),
    )
)
_PARTS = (
    *(
        "popover id=x",
        "popovertarget=x",
        "inert",
        "contenteditable autofocus",
        "accesskey=x",
        "slot=x",
        "is=x-y",
        "nonce=x",
    ),
    *(
        "commandfor=x command=show-modal",
        "draggable=true",
        "hidden=until-found",
        "part=x",
        "exportparts=x",
        "tabindex=1",
    ),
    *(
        "itemscope itemtype=https://schema.org/ClaimReview itemprop=name",
        "vocab=https://schema.org/ typeof=ClaimReview property=name",
    ),
    *(
        "about=x resource=y",
        "role=alert aria-live=assertive",
        "role=dialog aria-modal=true",
        "role=application",
        "role=navigation",
    ),
    *(
        "aria-hidden=true",
        "aria-owns=note-0",
        "aria-details=note-0:comment",
        "data-postil",
        "data-postil=note-0",
        "data-kind=x",
    ),
    *(
        "data-md-component=search",
        "data-md-toggle=drawer",
        "data-md-color-scheme=slate",
        "data-words={}",
        "data-sift={}",
    ),
    *(
        "data-search-exclude",
        "data-nosnippet",
        "data-clipboard-text=x",
        "data-md-state=x",
        "data-version",
        "xml:base=//canary.example/",
    ),
    *(
        "class='md-search md-overlay'",
        "class='postil-note postil-mark'",
        "class='mermaid'",
        "class=no-js",
        "class='tabbed-set' data-tabs=1:1",
    ),
    *(
        "xmlns:x=y x:href=z",
        "dir=rtl lang=x",
        "target=_top",
        "download",
        "referrerpolicy=unsafe-url",
        "fetchpriority=high",
        "usemap=#x",
    ),
)
PARTS = tuple(
    form.format(part)
    for part, form in product(
        _PARTS,
        (
            "<p {0}>x</p>",
            "<a href=# {0}>x</a>",
            "x\n{{: {0} }}",
            '" {0} x="',
            "<table {0}><tr><td {0}>x",
        ),
    )
)
